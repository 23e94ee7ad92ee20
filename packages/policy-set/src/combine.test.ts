import { calendarYear, euro, ground, money, percent, policy, share, yes } from '@vanzelf/rules'
import type { Amount, Decision, Given } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import type { Combination } from './combination.ts'
import { combine } from './combine.ts'
import { givenFor } from './given-for.ts'
import { policySet } from './policy-set.ts'
import type { Verdict } from './verdict.ts'

const meals = { nl: 'maaltijden', en: 'meals' }
const base = { about: 'person', grounds: [ground('art. 1', yes)], period: calendarYear } as const
const a = policy({ ...base, name: 'a', benefit: share(percent(1), meals) })
const b = policy({ ...base, name: 'b', benefit: share(percent(1), meals) })
const c = policy({ ...base, name: 'c', benefit: share(percent(1), meals) })
const article = 'art. 7'

const NO: Decision = { outcome: 'not eligible' }
const OPEN: Decision = { outcome: 'undetermined' }
const giving = (benefit: Given): Decision => ({
  outcome: 'eligible',
  ground: 'art. 1',
  benefit,
  recipient: undefined,
  period: undefined,
  open: [],
})
const of = (amount: Amount) => giving({ kind: 'share', amount, of: meals })
const YES = of(25)

const together = (combinations: readonly Combination[], decisions: readonly [Decision, Decision, Decision]) => {
  const set = policySet({ policies: [a, b, c], combinations, things: { meals: [meals] } })
  return combine(set, { a: decisions[0], b: decisions[1], c: decisions[2] })
}
/** A verdict in few words: `gives way to a`, `undetermined by a, b`. */
const inWords = (verdict: Verdict) =>
  verdict.outcome === 'gives way'
    ? `gives way to ${verdict.to.map(({ policy }) => policy).join(', ')}`
    : verdict.outcome === 'undetermined'
      ? `undetermined by ${verdict.dependsOn.join(', ')}`
      : verdict.outcome
const outcomes = (...args: Parameters<typeof together>) => together(...args).map(inWords)

type Row = readonly [Decision, Decision, Decision, string, string, string]

describe('without a combination each stands by itself', () => {
  it.each<Row>([
    [YES, NO, OPEN, 'granted', 'not eligible', 'undetermined by c'],
    [YES, YES, YES, 'granted', 'granted', 'granted'],
  ])('%#', (one, two, three, ...expected) => {
    expect(outcomes([], [one, two, three])).toEqual(expected)
    expect(outcomes([{ kind: 'adds', policies: ['a', 'b', 'c'], article }], [one, two, three])).toEqual(expected)
  })
})

describe('the first named wins', () => {
  const order: Combination = { kind: 'excludes', policies: ['c', 'a', 'b'], wins: 'first named', article }
  it.each<Row>([
    [YES, YES, YES, 'gives way to c', 'gives way to c', 'granted'],
    [YES, YES, NO, 'granted', 'gives way to a', 'not eligible'],
    [NO, YES, NO, 'not eligible', 'granted', 'not eligible'],
    [YES, YES, OPEN, 'undetermined by c', 'undetermined by a, c', 'undetermined by c'],
    [OPEN, YES, NO, 'undetermined by a', 'undetermined by a', 'not eligible'],
    [NO, YES, OPEN, 'not eligible', 'undetermined by c', 'undetermined by c'],
    [OPEN, NO, YES, 'gives way to c', 'not eligible', 'granted'],
    [OPEN, OPEN, OPEN, 'undetermined by a, c', 'undetermined by a, b, c', 'undetermined by c'],
  ])('%#: %s', (one, two, three, ...expected) => expect(outcomes([order], [one, two, three])).toEqual(expected))
})

describe('one replaces another', () => {
  const replacing: Combination = { kind: 'replaces', policy: 'b', replaced: 'a', article }
  it.each<Row>([
    [YES, YES, YES, 'gives way to b', 'granted', 'granted'],
    [YES, NO, YES, 'granted', 'not eligible', 'granted'],
    [YES, OPEN, YES, 'undetermined by b', 'undetermined by b', 'granted'],
    [NO, OPEN, NO, 'not eligible', 'undetermined by b', 'not eligible'],
  ])('%#', (one, two, three, ...expected) => expect(outcomes([replacing], [one, two, three])).toEqual(expected))

  it('gives back to a third what it takes from the second', () => {
    const chain: readonly Combination[] = [
      { kind: 'excludes', policies: ['a', 'c'], wins: 'first named', article },
      replacing,
    ]
    expect(outcomes(chain, [YES, YES, YES])).toEqual(['gives way to b', 'granted', 'granted'])
    expect(outcomes(chain, [YES, NO, YES])).toEqual(['granted', 'not eligible', 'gives way to a'])
    expect(outcomes(chain, [YES, OPEN, YES])).toEqual(['undetermined by b', 'undetermined by b', 'undetermined by a'])
  })

  it('tells by which combination', () =>
    expect(together([replacing], [YES, YES, NO])[0]).toMatchObject({
      outcome: 'gives way',
      decision: YES,
      to: [{ policy: 'b', combination: replacing }],
    }))
})

describe('the highest wins', () => {
  const best: Combination = { kind: 'excludes', policies: ['a', 'b', 'c'], wins: { highest: 'meals' }, article }
  const none = giving({ kind: 'money', amount: 5_00 })
  it.each<Row>([
    [of(25), of(80), of(50), 'gives way to b', 'granted', 'gives way to b'],
    [of(25), of(24), of(26), 'gives way to c', 'gives way to c', 'granted'],
    [of(25), of(25), of(25), 'granted', 'gives way to a', 'gives way to a'],
    [of(24), of(25), of(25), 'gives way to b', 'granted', 'gives way to b'],
    // Whichever of b and c stands, a will not; that is said once one of them does.
    [of(25), of(80), OPEN, 'undetermined by b, c', 'undetermined by c', 'undetermined by a, b, c'],
    [of(25), NO, OPEN, 'undetermined by c', 'not eligible', 'undetermined by a, c'],
    [of({ least: 10, most: 20 }), of(25), NO, 'gives way to b', 'granted', 'not eligible'],
    [of({ least: 10, most: 25 }), of(25), NO, 'undetermined by a, b', 'undetermined by a', 'not eligible'],
    [of({ least: 25, most: 30 }), of(25), NO, 'granted', 'gives way to a', 'not eligible'],
    // Whether b gives way hangs on what b itself gives: a is settled.
    [of(25), of({ least: 0, most: 20 }), NO, 'granted', 'undetermined by b', 'not eligible'],
    [none, of(25), NO, 'granted', 'granted', 'not eligible'],
    [none, none, none, 'granted', 'granted', 'granted'],
  ])('%#', (one, two, three, ...expected) => expect(outcomes([best], [one, two, three])).toEqual(expected))

  it.each<readonly [string, Given, string]>([
    ['adds the parts of a composite', { kind: 'composite', parts: [share20(), share20()] }, 'granted'],
    [
      'takes the best of what the recipient may choose',
      { kind: 'alternative', parts: [share20(), share40()] },
      'granted',
    ],
    ['compares all that is open', { kind: 'open', among: [share20(), share40()] }, 'undetermined by a, b'],
    [
      'counts nothing that has another name',
      { kind: 'inKind', amount: 40, what: { nl: 'bon', en: 'voucher' } },
      'granted',
    ],
  ])('%s', (_, benefit, expected) => expect(outcomes([best], [giving(benefit), of(30), NO])[0]).toBe(expected))

  it('compares amounts of money', () => {
    const gift = (name: string) => policy({ ...base, name, benefit: money(euro(1)) })
    const set = policySet({
      policies: [gift('x'), gift('y')],
      combinations: [{ kind: 'excludes', policies: ['x', 'y'], wins: { highest: 'money' }, article }],
    })
    const cents = (amount: number) => giving({ kind: 'money', amount })
    const verdicts = combine(set, { x: cents(49_99), y: cents(50_00) })
    expect(verdicts.map(inWords)).toEqual(['gives way to y', 'granted'])
    expect(givenFor(set, verdicts, 'money')).toEqual({ granted: [{ policy: 'y', amount: 50_00 }], open: [] })
  })
})

describe('what is given for one thing', () => {
  const set = policySet({ policies: [a, b, c], combinations: [], things: { meals: [meals] } })
  it('keeps apart what each gives, and names what is open', () =>
    expect(givenFor(set, combine(set, { a: of(25), b: OPEN, c: of({ least: 5, most: 10 }) }), 'meals')).toEqual({
      granted: [
        { policy: 'a', amount: 25 },
        { policy: 'c', amount: { least: 5, most: 10 } },
      ],
      open: ['b'],
    }))

  it('leaves out who gives nothing for it', () =>
    expect(givenFor(set, combine(set, { a: of(25), b: NO, c: giving({ kind: 'money', amount: 1 }) }), 'meals')).toEqual(
      {
        granted: [{ policy: 'a', amount: 25 }],
        open: [],
      },
    ))

  it('leaves out who could never give it, decided or not', () => {
    const gift = policy({ ...base, name: 'gift', benefit: money(euro(5)) })
    const two = policySet({ policies: [a, gift], combinations: [], things: { meals: [meals] } })
    const verdicts = combine(two, { a: OPEN, gift: OPEN })
    expect(givenFor(two, verdicts, 'meals').open).toEqual(['a'])
    expect(givenFor(two, verdicts, 'money').open).toEqual(['gift'])
  })

  it('refuses a thing that the set does not know', () =>
    expect(() => givenFor(set, [], 'care')).toThrow(expect.objectContaining({ code: 'unknown-thing' })))
})

it('refuses to combine where a policy of the set was not decided', () => {
  const set = policySet({ policies: [a, b], combinations: [] })
  expect(() => combine(set, { a: YES })).toThrow(expect.objectContaining({ code: 'decision-missing' }))
})

function share20(): Given {
  return { kind: 'share', amount: 20, of: meals }
}
function share40(): Given {
  return { kind: 'share', amount: 40, of: meals }
}
