import type { GrantPeriod } from '@vanzelf/rules/evaluate'
import type { SubjectId } from '@vanzelf/source'
import type { Refusal } from './exceptions.ts'

/** What must be known of a grant to put it into effect: a `Delivery` of `@vanzelf/delivery` has it. */
export interface ExemptionDelivery {
  readonly id: string
  /** The policy under which it was granted. */
  readonly policy: string
  readonly recipient: SubjectId
  /** Half-open. */
  readonly period: GrantPeriod
}

/** An exemption to be ended, by the receipt that was given for it. */
export interface ExemptionWithdrawal {
  readonly delivery: ExemptionDelivery
  readonly receipt: string
}

/** It was not carried out: `refused`, again is no use; `to retry`, hand it over again. `why` is a code in words and hyphens. */
export interface ExemptionFailure {
  readonly outcome: 'refused' | 'to retry'
  readonly why: string
}

export type ExemptionOutcome =
  | { readonly outcome: 'delivered' | 'already delivered'; readonly receipt: string }
  | (ExemptionFailure & { readonly outcome: 'refused' })
  | (ExemptionFailure & { readonly outcome: 'to retry' })

export type ExemptionWithdrawalOutcome =
  | { readonly outcome: 'withdrawn' | 'already withdrawn' }
  | (ExemptionFailure & { readonly outcome: 'refused' })
  | (ExemptionFailure & { readonly outcome: 'to retry' })

/** Puts exemptions into effect and ends them: a `Channel` of `@vanzelf/delivery`, by its shape. */
export interface ExemptionChannel {
  readonly name: string
  /** @returns one outcome for each, in their order */
  deliver(batch: readonly ExemptionDelivery[], signal?: AbortSignal): Promise<readonly ExemptionOutcome[]>
  /** @returns one outcome for each, in their order */
  withdraw(batch: readonly ExemptionWithdrawal[], signal?: AbortSignal): Promise<readonly ExemptionWithdrawalOutcome[]>
}

export type Failed = Extract<ExemptionOutcome, ExemptionFailure>

export const refused = (why: string): Failed => ({ outcome: 'refused', why })
export const toRetry = (why: string): Failed => ({ outcome: 'to retry', why })

/** What a refusal of the platform makes of it, where nothing can have been done. */
export function failedBy(refusal: Refusal): Failed {
  const { refusal: told, passing } = refusal
  const cannotBeRead = told.code === undefined || distrusts.has(told.code)
  return passing || cannotBeRead ? toRetry(whyOf(refusal)) : refused(whyOf(refusal))
}

/** A refusal as a code in words and hyphens. */
export const whyOf = ({ refusal: { unknown: reason, code = '' } }: Refusal): string =>
  `${reason} ${code}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')

/** Codes of an answer whose signature does not hold. */
const distrusts: ReadonlySet<string> = new Set(['NotSigned', 'SignerUnknown', 'SignatureInvalid'])
