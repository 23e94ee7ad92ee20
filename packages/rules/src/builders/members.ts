import type { AsksOf, Expression, ValueOf, Yields } from '../expression.ts'
import type { Fact } from '../fact.ts'
import type { One, Those } from '../relation.ts'
import { nodeOf, seal } from '../seal.ts'
import type { Count, Numeric, Ordered } from '../unit.ts'

/** What may be asked about a subject of kind `To`. */
type About<To extends string, Value> = Expression<Value, Fact, To>

/**
 * Something about another: `of(referencePerson, x)`; `of(applicant, x)` goes back to the policy's own subject, from any
 * depth. Where the relation may be absent, so is the result.
 * @example
 * ```ts
 * const partner = fact({ source: 's', name: 'partner', about: 'person', value: { type: 'one', to: 'person' }, when: ['date'], optional: true })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(of(partner, ill), { partner: { ill: true } }) // => true
 * evaluate(of(partner, ill), { partner: null }) // => null
 * ```
 */
export function of<const Part extends Yields<unknown>>(
  one: Expression<One<never>>,
  part: Part,
): Expression<ValueOf<Part>, AsksOf<Part>>
export function of<
  To extends string,
  A extends Fact,
  Here extends string,
  const Part extends About<NoInfer<To>, unknown>,
>(one: Expression<One<To>, A, Here>, part: Part): Expression<ValueOf<Part>, A | AsksOf<Part>, Here>
export function of<
  To extends string,
  A extends Fact,
  Here extends string,
  const Part extends About<NoInfer<To>, unknown>,
>(one: Expression<One<To> | null, A, Here>, part: Part): Expression<ValueOf<Part> | null, A | AsksOf<Part>, Here>
export function of(one: unknown, part: unknown): Expression {
  return seal({ kind: 'of', one: nodeOf(one), part: nodeOf(part) })
}

/**
 * At least one of those: of nobody, no.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(some(members, ill), { members: [{ ill: false }, { ill: true }] }) // => true
 * ```
 */
export function some<
  To extends string,
  A extends Fact,
  Here extends string,
  const C extends About<NoInfer<To>, boolean>,
>(those: Expression<Those<To>, A, Here>, criterion: C): Expression<boolean, A | AsksOf<C>, Here> {
  return seal({ kind: 'some', those: nodeOf(those), part: nodeOf(criterion) })
}

/**
 * Each of those: of nobody, yes. One certain no settles it; a list that is not known is unknown, not empty.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(every(members, ill), { members: [{ ill: false }, {}] }) // => false
 * ```
 */
export function every<
  To extends string,
  A extends Fact,
  Here extends string,
  const C extends About<NoInfer<To>, boolean>,
>(those: Expression<Those<To>, A, Here>, criterion: C): Expression<boolean, A | AsksOf<C>, Here> {
  return seal({ kind: 'every', those: nodeOf(those), part: nodeOf(criterion) })
}

/**
 * Not one of those: of nobody, yes. One certain yes settles it; a list that is not known is unknown, not empty.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(none(members, ill), { members: [{ ill: false }] }) // => true
 * ```
 */
export function none<
  To extends string,
  A extends Fact,
  Here extends string,
  const C extends About<NoInfer<To>, boolean>,
>(those: Expression<Those<To>, A, Here>, criterion: C): Expression<boolean, A | AsksOf<C>, Here> {
  return seal({ kind: 'none', those: nodeOf(those), part: nodeOf(criterion) })
}

/**
 * How many there are of those; with a criterion, for how many of them it holds. Of a list that is not known: between the
 * `least` and the `most` of its fact.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(count(members, ill), { members: [{ ill: true }, {}] }) // => { least: 1, most: 2 }
 * ```
 */
export function count<
  To extends string,
  A extends Fact,
  Here extends string,
  const C extends About<NoInfer<To>, boolean> = never,
>(those: Expression<Those<To>, A, Here>, criterion?: C): Expression<Count, A | AsksOf<C>, Here> {
  const all = nodeOf(those)
  return seal({
    kind: 'count',
    those: criterion === undefined ? all : Object.freeze({ kind: 'filter', those: all, part: nodeOf(criterion) }),
  })
}

/**
 * A value of each of those, added up; of nobody zero. A weighted count is a sum of weights:
 * `sum(children, when(disabled, 2).otherwise(1))`.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * evaluate(sum(members, when(ill, 2).otherwise(1)), { members: [{ ill: true }, { ill: false }] }) // => 3
 * ```
 */
export function sum<
  To extends string,
  A extends Fact,
  Here extends string,
  const Part extends About<NoInfer<To>, Numeric>,
>(those: Expression<Those<To>, A, Here>, part: Part): Expression<ValueOf<Part>, A | AsksOf<Part>, Here> {
  return seal({ kind: 'sum', those: nodeOf(those), part: nodeOf(part) })
}

/**
 * Those of them for whom it holds, for any word that takes several.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const ill = fact({ source: 's', name: 'ill', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const age = fact({ source: 's', name: 'age', about: 'person', value: { type: 'years', least: 0 }, when: ['date'] })
 * evaluate(some(filter(members, ill), below(age, years(18))), { members: [{ ill: true, age: years(70) }, { ill: false }] }) // => false
 * ```
 */
export function filter<
  To extends string,
  A extends Fact,
  Here extends string,
  const C extends About<NoInfer<To>, boolean>,
>(those: Expression<Those<To>, A, Here>, criterion: C): Expression<Those<To>, A | AsksOf<C>, Here> {
  return seal({ kind: 'filter', those: nodeOf(those), part: nodeOf(criterion) })
}

/**
 * The least value among those, of dates the earliest; of nobody absent.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const born = fact({ source: 's', name: 'born', about: 'person', value: { type: 'date' }, when: ['date'] })
 * evaluate(smallest(members, born), { members: [{ born: '2010-01-01' }, { born: '2015-01-01' }] }) // => '2010-01-01'
 * evaluate(smallest(members, born), { members: [] }) // => null
 * ```
 */
export function smallest<
  To extends string,
  A extends Fact,
  Here extends string,
  const Part extends About<NoInfer<To>, Ordered>,
>(those: Expression<Those<To>, A, Here>, part: Part): Expression<ValueOf<Part> | null, A | AsksOf<Part>, Here> {
  return seal({ kind: 'smallest', those: nodeOf(those), part: nodeOf(part) })
}

/**
 * The greatest value among those, of dates the latest; of nobody absent.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const born = fact({ source: 's', name: 'born', about: 'person', value: { type: 'date' }, when: ['date'] })
 * evaluate(largest(members, born), { members: [{ born: '2010-01-01' }, { born: '2015-01-01' }] }) // => '2015-01-01'
 * ```
 */
export function largest<
  To extends string,
  A extends Fact,
  Here extends string,
  const Part extends About<NoInfer<To>, Ordered>,
>(those: Expression<Those<To>, A, Here>, part: Part): Expression<ValueOf<Part> | null, A | AsksOf<Part>, Here> {
  return seal({ kind: 'largest', those: nodeOf(those), part: nodeOf(part) })
}
