import type { Stands } from '@vanzelf/rules'
import type { Declared, Evidenced, Stated, StatusOf } from './declared.ts'

/** The facts of a declaration by their names. */
export type DeclaredFacts<Name extends string, About extends string, Value> = {
  readonly [name in Name]: Stands<Stated<Name, About, Value>>
} & { readonly [name in `${Name}Status`]: Stands<StatusOf<Name, About>> } & {
  readonly [name in `evidenced${Capitalize<Name>}`]: Stands<Evidenced<Name, About, Value>>
}

/**
 * The three facts of a declaration by their names, for a city's own source.
 * @example
 * ```ts
 * import { source } from '@vanzelf/source'
 *
 * const label = { nl: 'huurprijs', en: 'rent' }
 * const rent = declared({ name: 'rent', about: 'person', value: { type: 'money', least: 0 }, label })
 * const ours = source({ ...declaration, facts: { ...factsOf(rent) } })
 * Object.keys(ours.facts) // => ['rent', 'rentStatus', 'evidencedRent']
 * ```
 */
export function factsOf<Name extends string, About extends string, Value>({
  stated,
  status,
  evidenced,
}: Declared<Name, About, Value>): DeclaredFacts<Name, About, Value> {
  const facts = { [stated.name]: stated, [status.name]: status, [evidenced.name]: evidenced }
  // Each stands under its own name, as the type says.
  return Object.freeze(facts) as unknown as DeclaredFacts<Name, About, Value>
}
