import { DefinitionError, RefusedError } from '@vanzelf/rules'
import type { Purpose } from '@vanzelf/source'

/** Whether the register of zones takes it as a source or a reason. */
export const isShort = (text: unknown): text is string =>
  typeof text === 'string' && text.trim() === text && text.length >= 1 && text.length <= 120

export function checkShort(option: string, text: string): void {
  if (isShort(text)) return
  throw new DefinitionError({
    code: 'bad-option',
    what: `\`${option}\` is not a text of 1 to 120 characters without white space around it`,
    where: 'options of `lowEmissionZone`',
    todo: 'write it as the register of zones does',
  })
}

export function checkBasis({ basis }: Omit<Purpose, 'policy'>): void {
  if (basis.trim()) return
  throw new RefusedError({
    code: 'no-legal-basis',
    what: 'exemptions may not be registered: no legal basis is named for it',
    where: 'options of `lowEmissionZone`',
    todo: 'give the purpose its `basis`',
  })
}
