import type { IsoDate, Policy } from '@vanzelf/rules'
import type { Proof } from '@vanzelf/rules/explain'

/** A language in which a letter can be read. */
export type LetterLanguage = 'nl' | 'fr' | 'de' | 'en'

/** How long objections may be made, from a day on, and where the law says so. */
export interface ObjectionVersion {
  readonly from: IsoDate
  readonly where: string
  readonly days: number
  readonly law: string
  /** Whether somebody read the term and its article in the law itself. */
  readonly verified: boolean
}

/** What a letter is made of. */
export interface LetterOptions {
  readonly policy: Policy
  readonly proof: Proof
  readonly recipient: { readonly name: string; readonly address: readonly string[] }
  readonly authority: { readonly name: string; readonly contact: string }
  /** The day on which it is sent: the way of objection in force that day is told. */
  readonly sent: IsoDate
  /** Oldest first, or in any order; empty throws, for an act that names no way of appeal binds the authority longer. */
  readonly objection: readonly ObjectionVersion[]
  /** What was granted before stops at renewal: the last day of it. */
  readonly stops?: { readonly lastDay: IsoDate }
  /** Stands after the Dutch text, never instead of it. */
  readonly translation?: Exclude<LetterLanguage, 'nl'>
}
