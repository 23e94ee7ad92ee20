import type { Label } from '@vanzelf/rules'

/**
 * Under which policy something was granted, and how a rule calls that. Whoever connects the grants needs the same
 * definition: a fact travels by its name, and the connector finds the policy by it.
 */
export interface GrantDefinition<Name extends string = string> {
  /** The name of the policy under which it was granted. */
  readonly policy: string
  /** What the fact is called: one name for each policy and question. */
  readonly name: Name
  readonly label: Label
}
