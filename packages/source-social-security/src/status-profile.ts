import { type Fact, fact, type Label, type Stands } from '@vanzelf/rules'

/** A status that social security composed for one city and one purpose: it applies to a person, or it does not. */
export interface StatusProfile<Name extends string>
  extends Fact<'social-security', Name, 'person', boolean, 'date' | 'period'> {}

/**
 * A status of a city's own, such as those behind a parking permit: what counts was agreed with social security once,
 * and the answer says no more than yes or no. A connector must know under which name it is asked there.
 * @throws {DefinitionError} `bad-name` when the name is empty or not allowed as a property
 * @example
 * ```ts
 * import { source } from '@vanzelf/source'
 *
 * const parkingStatus = statusProfile({
 *   name: 'parkingStatusAdult',
 *   label: { nl: 'parkeerstatuut volwassene', en: 'parking status of an adult' },
 * })
 * const ours = source({ ...socialSecurity, facts: { ...socialSecurity.facts, parkingStatusAdult: parkingStatus } })
 * Object.keys(ours.facts).length // => 8
 * ```
 */
export function statusProfile<const Name extends string>({
  name,
  label,
}: {
  readonly name: Name
  readonly label: Label
}): Stands<StatusProfile<Name>> {
  return fact({
    source: 'social-security',
    name,
    about: 'person',
    value: { type: 'truth' },
    when: ['date', 'period'],
    label,
  })
}
