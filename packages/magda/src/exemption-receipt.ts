import type { SubjectId } from '@vanzelf/source'

/** What a receipt of an exemption keeps: the vehicle by its pseudonym, and the register's reference. */
export interface ExemptionKept {
  readonly vehicle: SubjectId
  readonly country: string
  readonly reference: string
}

export const receiptOf = ({ vehicle, country, reference }: ExemptionKept): string =>
  JSON.stringify([vehicle, country, reference])

/** Reads a receipt; `undefined` of what is none. */
export function keptIn(receipt: string): ExemptionKept | undefined {
  try {
    const kept: unknown = JSON.parse(receipt)
    if (!Array.isArray(kept) || kept.length !== 3) return undefined
    const [vehicle, country, reference]: readonly unknown[] = kept
    const areTexts = typeof vehicle === 'string' && typeof country === 'string' && typeof reference === 'string'
    return areTexts ? { vehicle, country, reference } : undefined
  } catch {
    return undefined
  }
}
