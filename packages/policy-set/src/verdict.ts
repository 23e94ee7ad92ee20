import type { Decision, Eligible, NotEligible } from '@vanzelf/rules/evaluate'
import type { Excludes, Replaces } from './combination.ts'

/** A policy that is granted, and by which combination another gives way to it. */
export interface Stronger {
  readonly policy: string
  readonly combination: Excludes | Replaces
}

/** Granted, as the policy decides it. What the decision leaves open is open still. */
export interface Granted {
  readonly outcome: 'granted'
  readonly policy: string
  readonly decision: Eligible
}
/** Not granted, whatever the others. */
export interface NotEntitled {
  readonly outcome: 'not eligible'
  readonly policy: string
  readonly decision: NotEligible
}
/** Not granted beside these others, whatever its own decision is or will be. */
export interface GivesWay {
  readonly outcome: 'gives way'
  readonly policy: string
  readonly decision: Decision
  readonly to: readonly Stronger[]
}
/** Neither granted nor lost until more is known. */
export interface Undetermined {
  readonly outcome: 'undetermined'
  readonly policy: string
  readonly decision: Decision
  /** Of which policies more must be known, in the order of the set; itself too, where its own decision is open. */
  readonly dependsOn: readonly string[]
}

/** What becomes of one policy beside the others. */
export type Verdict = Granted | NotEntitled | GivesWay | Undetermined
