import {
  all,
  calendarYear,
  composite,
  discretion,
  euro,
  fact,
  ground,
  inKind,
  money,
  percent,
  policy,
  share,
  status,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import type { Combination } from './combination.ts'
import { policySet } from './policy-set.ts'

const meals = { nl: 'maaltijden', en: 'meals' }
const shared = { source: 'welfare', value: { type: 'truth' }, when: ['date'] } as const
const entitled = fact({ ...shared, name: 'entitled', about: 'person' })
const base = { about: 'person', grounds: [ground('art. 1', entitled)], period: calendarYear } as const

const a = policy({ ...base, name: 'a', benefit: share(percent(25), meals) })
const b = policy({ ...base, name: 'b', benefit: composite(money(euro(5)), share(percent(80), meals)) })
const c = policy({ ...base, name: 'c', benefit: status(meals) })
const d = policy({ ...base, name: 'd', benefit: inKind(5, meals) })

const set = (...combinations: readonly Combination[]) =>
  policySet({ policies: [a, b, c, d], combinations, things: { meals: [meals] } })
const article = 'art. 7'
const firstNamed = (...policies: readonly string[]): Combination => ({
  kind: 'excludes',
  policies,
  wins: 'first named',
  article,
})
const highest = (thing: string, ...policies: readonly string[]): Combination => ({
  kind: 'excludes',
  policies,
  wins: { highest: thing },
  article,
})
const replaces = (name: string, replaced: string): Combination => ({
  kind: 'replaces',
  policy: name,
  replaced,
  article,
})
const adds = (...policies: readonly string[]): Combination => ({ kind: 'adds', policies, article })

describe('a set of policies', () => {
  it('is data, and cannot be changed', () => {
    const made = set(adds('a', 'b'), firstNamed('b', 'c'))
    expect(JSON.parse(JSON.stringify(made.combinations))).toEqual(made.combinations)
    expect(Object.isFrozen(made) && Object.isFrozen(made.policies) && Object.isFrozen(made.combinations)).toBe(true)
  })

  it.each<readonly [string, readonly Combination[]]>([
    ['none at all', []],
    ['a chain', [firstNamed('a', 'b'), replaces('b', 'c')]],
    ['one weaker than two', [firstNamed('a', 'c'), firstNamed('b', 'c')]],
    ['a list in its order, beside a pair', [firstNamed('a', 'b', 'c'), adds('a', 'd')]],
    [
      'the highest of two, both weaker than a third',
      [highest('meals', 'a', 'b'), firstNamed('c', 'a'), firstNamed('c', 'b')],
    ],
    ['the highest of two, one of which is stronger than a third', [highest('meals', 'a', 'b'), firstNamed('a', 'c')]],
  ])('takes %s', (_, combinations) => expect(set(...combinations).combinations).toHaveLength(combinations.length))
})

describe('a set that could not be decided is refused', () => {
  it.each<readonly [string, string, readonly Combination[]]>([
    ['a policy that is not in it', 'unknown-policy', [firstNamed('a', 'x')]],
    ['a policy that replaces one that is not in it', 'unknown-policy', [replaces('a', 'x')]],
    ['a combination of one', 'combination-too-small', [adds('a')]],
    ['a combination of one with itself', 'combination-too-small', [replaces('a', 'a')]],
    ['two that add and exclude', 'combinations-contradict', [adds('a', 'b', 'c'), firstNamed('b', 'a')]],
    [
      'two that exclude each other in either order',
      'combinations-contradict',
      [firstNamed('a', 'b'), firstNamed('b', 'a')],
    ],
    ['two that replace each other', 'combinations-contradict', [replaces('a', 'b'), replaces('b', 'a')]],
    ['a circle', 'combinations-circular', [firstNamed('a', 'b'), firstNamed('b', 'c'), replaces('c', 'a')]],
    [
      'a circle that the amounts could close',
      'combinations-circular',
      [highest('meals', 'a', 'b'), firstNamed('b', 'c'), firstNamed('c', 'a')],
    ],
    ['the highest for a thing it does not know', 'unknown-thing', [highest('care', 'a', 'b')]],
    ['the highest where one can give none of it', 'not-comparable', [highest('meals', 'a', 'c')]],
    ['the highest of a share and a number', 'not-comparable', [highest('meals', 'a', 'd')]],
    ['the highest in money where one gives no money', 'not-comparable', [highest('money', 'b', 'a')]],
  ])('%s', (_, code, combinations) =>
    expect(() => set(...combinations)).toThrow(expect.objectContaining({ name: 'DefinitionError', code })),
  )

  it('three of which each two are compared by another thing', () => {
    const all = composite(money(euro(5)), share(percent(5), meals), inKind(1, { nl: 'bon', en: 'voucher' }))
    const policies = ['x', 'y', 'z'].map((name) => policy({ ...base, name, benefit: all }))
    const [x = a, ...others] = policies
    expect(() =>
      policySet({
        policies: [x, ...others],
        combinations: [highest('money', 'x', 'y'), highest('meals', 'y', 'z'), highest('vouchers', 'z', 'x')],
        things: { meals: [meals], vouchers: [{ nl: 'bon', en: 'voucher' }] },
      }),
    ).toThrow(expect.objectContaining({ code: 'combinations-circular' }))
  })

  it('two policies of one name', () =>
    expect(() => policySet({ policies: [a, b, a], combinations: [] })).toThrow(
      expect.objectContaining({ code: 'policy-twice' }),
    ))

  it('two facts of one name that differ', () => {
    const other = fact({ ...shared, source: 'register', name: 'entitled', about: 'person' })
    const e = policy({ ...base, name: 'e', grounds: [ground('art. 1', other)], benefit: status(meals) })
    expect(() => policySet({ policies: [a, e], combinations: [] })).toThrow(
      expect.objectContaining({ code: 'fact-twice', where: 'policies `a` and `e`' }),
    )
  })

  describe('a discretion, which a situation tells by its bare name', () => {
    const hardship = { nl: 'schrijnende situatie', en: 'hardship' }
    const asking = (name: string, called: string, label = hardship) =>
      policy({
        ...base,
        name,
        grounds: [ground('art. 1', all(entitled, discretion({ name: called, label })))],
        benefit: status(meals),
      })
    const refused = (code: string, where: string) => expect.objectContaining({ name: 'DefinitionError', code, where })

    it('of one name with another label', () => {
      const other = asking('f', 'hardship', { nl: 'overmacht', en: 'force majeure' })
      expect(() => policySet({ policies: [asking('e', 'hardship'), other], combinations: [] })).toThrow(
        refused('fact-twice', 'policies `e` and `f`'),
      )
    })

    it('called as a fact of another policy, whichever comes first', () => {
      const named = fact({ ...shared, name: 'hardship', about: 'person' })
      const e = policy({ ...base, name: 'e', grounds: [ground('art. 1', named)], benefit: status(meals) })
      const f = asking('f', 'hardship')
      const both = refused('fact-twice', 'policies `f` and `e`')
      expect(() => policySet({ policies: [e, f], combinations: [] })).toThrow(both)
      expect(() => policySet({ policies: [f, e], combinations: [] })).toThrow(both)
    })

    it('but not the same one of two policies', () =>
      expect(() =>
        policySet({ policies: [asking('e', 'hardship'), asking('f', 'hardship')], combinations: [] }),
      ).not.toThrow())
  })

  it('policies about different kinds of subjects', () => {
    const electric = fact({ ...shared, name: 'electric', about: 'vehicle' })
    const car = policy({
      ...base,
      about: 'vehicle',
      name: 'car',
      grounds: [ground('art. 1', electric)],
      benefit: status(meals),
    })
    expect(() =>
      policySet({
        // @ts-expect-error a vehicle is no person
        policies: [a, car],
        combinations: [],
      }),
    ).toThrow(expect.objectContaining({ code: 'subjects-differ' }))
  })

  it('with a message of where and what to do', () =>
    expect(() => set(firstNamed('a', 'x'))).toThrow(
      'no policy of the set is called `x`; in `excludes` of `art. 7`: `a`, `x`; write one of `a`, `b`, `c`, `d`',
    ))
})
