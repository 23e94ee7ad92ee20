import type { Policy, ValueType, When } from '@vanzelf/rules'
import { discretions, requirements } from '@vanzelf/rules/require'

/** What a file may tell of a subject: a fact that the policy asks, or what a person decides. */
export interface Tellable {
  readonly name: string
  readonly value: ValueType
  readonly when: readonly When[]
  readonly optional?: true
}

/** What a file may tell, for one policy. */
export interface Tellables {
  readonly policy: string
  /** By name, of one kind of subject. */
  of(kind: string): ReadonlyMap<string, Tellable>
  /** Of any kind. */
  readonly names: readonly string[]
}

export function tellablesOf(policy: Policy): Tellables {
  const facts = requirements(policy).map(({ fact }) => fact)
  // What a person decides is told of whoever is at hand, like a fact.
  const decided = discretions(policy).map(({ name }): Tellable => ({ name, value: { type: 'truth' }, when: ['date'] }))
  const kinds = new Map<string, ReadonlyMap<string, Tellable>>()
  const of = (kind: string) => {
    const known = kinds.get(kind)
    if (known !== undefined) return known
    const all: readonly Tellable[] = [...facts.filter(({ about }) => about === kind), ...decided]
    const found = new Map(all.map((one) => [one.name, one]))
    kinds.set(kind, found)
    return found
  }
  return { policy: policy.name, of, names: [...new Set([...facts, ...decided].map(({ name }) => name))] }
}
