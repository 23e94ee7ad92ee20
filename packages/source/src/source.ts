import { type AsksOf, DefinitionError, type Fact, type Label, type Yields } from '@vanzelf/rules'

/** What one authority can answer: an interface, no I/O. */
export interface Source<
  Name extends string = string,
  Facts extends { readonly [name: string]: Fact } = { readonly [name: string]: Fact },
> {
  readonly name: Name
  /** What the authority is called, for who reads where a fact comes from. */
  readonly authority: Label
  /** Its facts, by their names. */
  readonly facts: Facts
}

/** The facts of a source, as a union: `Connector<FactsOf<typeof socialSecurity>>` is what a connector must satisfy. */
export type FactsOf<S> = S extends Source<string, infer Facts> ? Named<Facts[keyof Facts]> : never

/** A fact by its interface's name, whether or not its constant also stands in a rule as an expression. */
type Named<F extends Fact> = F extends Yields<unknown> ? AsksOf<F> : F

/**
 * A source: one authority and the facts it can answer, by their names. A city adds its own by spreading another's.
 * @throws {DefinitionError} `fact-misnamed` when a fact stands under another name than its own
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const parkingCard = fact({ source: 'parking', name: 'parkingCard', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const parking = source({ name: 'parking', authority: { nl: 'parkeerbedrijf', en: 'parking company' }, facts: { parkingCard } })
 * Object.keys(parking.facts) // => ['parkingCard']
 * ```
 */
export function source<
  const Name extends string,
  const Facts extends { readonly [name: string]: Fact<Name> },
>(definition: { readonly name: Name; readonly authority: Label; readonly facts: Facts }): Source<Name, Facts> {
  for (const [name, fact] of Object.entries(definition.facts))
    if (fact.name !== name) throw misnamed(definition.name, name, fact)
  return Object.freeze({ ...definition, facts: Object.freeze({ ...definition.facts }) })
}

const misnamed = (source: string, name: string, fact: Fact) =>
  new DefinitionError({
    code: 'fact-misnamed',
    what: `fact \`${fact.name}\` stands under the name \`${name}\``,
    where: `source \`${source}\``,
    todo: 'let a fact stand under its own name: connectors answer by it',
  })
