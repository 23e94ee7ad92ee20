import type { Cents, Count } from '@vanzelf/rules'
import {
  all,
  any,
  atLeast,
  atMost,
  below,
  bracket,
  type Criterion,
  calendarYear,
  cents,
  completedYears,
  constant,
  count,
  covers,
  euro,
  every,
  type Fact,
  fact,
  filter,
  ground,
  highest,
  inKind,
  inYear,
  is,
  lowest,
  minus,
  money,
  none,
  not,
  on,
  oneOf,
  type Policy,
  parameter,
  plus,
  policy,
  round,
  some,
  sum,
  times,
  toTheEuro,
  when,
  type Yields,
  year,
  years,
} from '@vanzelf/rules'
import fc from 'fast-check'

const source = 'exampleville-register'

const truthOf = (about: string, name: string) =>
  fact({ source, name, about, value: { type: 'truth' }, when: ['date'] }) as unknown as Criterion
const moneyOf = (about: string, name: string, decimals: boolean) =>
  fact({
    source,
    name,
    about,
    value: { type: 'money', least: 0, ...(decimals && { decimals: true }) },
    when: ['date'],
  }) as unknown as Yields<Cents>

const textOf = (about: string) =>
  fact({ source, name: 'postcode', about, value: { type: 'text' }, when: ['date'], optional: true })
const bornOf = (about: string) => fact({ source, name: 'born', about, value: { type: 'date' }, when: ['date'] })
const cardOf = (about: string) =>
  fact({ source, name: 'card', about, value: { type: 'period' }, when: ['date'], optional: true })

const ceiling = parameter({
  name: 'ceiling',
  value: { type: 'money' },
  history: [
    { from: '2020-01-01', value: euro(200), article: 'art. 4' },
    { from: '2026-01-01', value: euro(300), article: 'art. 4' },
  ],
})
const members = fact({
  source,
  name: 'members',
  about: 'household',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const income = fact({ source, name: 'income', about: 'household', value: { type: 'money' }, when: ['year'] })

const about = { household: 'household', person: 'person' } as const
const facts = Object.fromEntries(
  Object.values(about).map((whom) => [
    whom,
    {
      truths: [truthOf(whom, 'first'), truthOf(whom, 'second')],
      whole: moneyOf(whom, 'rent', false),
      broken: moneyOf(whom, 'price', true),
      postcode: textOf(whom),
      born: bornOf(whom),
      card: cardOf(whom),
    },
  ]),
) as unknown as { readonly [whom in keyof typeof about]: ReturnType<typeof shapeOf> }
declare function shapeOf(): {
  readonly truths: readonly Criterion[]
  readonly whole: Yields<Cents>
  readonly broken: Yields<Cents>
  readonly postcode: ReturnType<typeof textOf>
  readonly born: ReturnType<typeof bornOf>
  readonly card: ReturnType<typeof cardOf>
}

type Whom = keyof typeof about
type Money = Yields<Cents>
type Number = Yields<Count>

const amounts = fc.integer({ min: -1, max: 6 }).map((hundreds) => cents(hundreds * 100_00))

function criteria(whom: Whom, depth: number): fc.Arbitrary<Criterion> {
  const { truths, postcode, born, card } = facts[whom]
  const leaves = fc.oneof(
    fc.constantFrom(...truths),
    fc.constantFrom<Criterion[]>(
      is(postcode, '9000'),
      oneOf(postcode, ['9000', '9030']),
      oneOf(postcode, []),
      atLeast(completedYears(born, '2026-06-30'), years(18)),
      below(born, '2008-02-29'),
      covers(card, '2026-01-01'),
    ) as fc.Arbitrary<Criterion>,
  )
  if (depth === 0) return leaves
  const part = criteria(whom, depth - 1)
  const pair = fc.tuple(part, part)
  const sums = moneys(whom, depth - 1)
  return fc.oneof(
    leaves,
    pair.map((both) => all(...both)),
    pair.map((both) => any(...both)),
    part.map((one) => not(one)),
    part.map((one) => on('2021-05-01', one) as Criterion),
    fc.tuple(sums, amounts).map(([one, limit]) => atMost(one, limit) as Criterion),
    fc.tuple(sums, sums).map(([one, other]) => below(one, other) as Criterion),
    fc.tuple(sums, amounts).map(([one, other]) => is(one, other) as Criterion),
    sums.map((one) => atMost(one, ceiling) as Criterion),
    ...(whom === 'household' ? overMembers(depth - 1) : []),
  )
}

function overMembers(depth: number): readonly fc.Arbitrary<Criterion>[] {
  const each = criteria('person', depth)
  return [
    each.map((one) => some(members, one as never) as Criterion),
    each.map((one) => every(members, one as never) as Criterion),
    fc.tuple(each, each).map(([one, other]) => none(filter(members, one as never), other as never) as Criterion),
    fc.tuple(counts(depth), fc.integer({ min: 0, max: 3 })).map(([one, limit]) => atLeast(one, limit) as Criterion),
  ]
}

const counts = (depth: number): fc.Arbitrary<Number> =>
  fc.oneof(
    fc.constant(count(members) as unknown as Number),
    criteria('person', depth).map((one) => count(filter(members, one as never)) as unknown as Number),
  )

function moneys(whom: Whom, depth: number): fc.Arbitrary<Money> {
  const { whole, broken } = facts[whom]
  const leaves = fc.oneof(
    fc.constantFrom<Money>(whole, broken),
    amounts.map((amount) => constant(amount) as unknown as Money),
    ...(whom === 'household' ? [fc.constant(inYear(year(2024), income) as unknown as Money)] : []),
  )
  if (depth === 0) return leaves
  const part = moneys(whom, depth - 1)
  const pair = fc.tuple(part, part)
  const test = criteria(whom, depth - 1)
  return fc.oneof(
    leaves,
    pair.map((both) => plus(...both) as Money),
    pair.map(([one, other]) => minus(one, other) as Money),
    pair.map((both) => lowest(...both) as Money),
    pair.map((both) => highest(...both) as Money),
    part.map((one) => times(one as never, 3) as unknown as Money),
    part.map((one) => times(one as never, 0.1) as unknown as Money),
    part.map((one) => round(one, toTheEuro) as Money),
    fc.tuple(test, part, part).map(([one, then, other]) => when(one, then).otherwise(other) as Money),
    part.map(
      (one) =>
        bracket(one as never, [
          { value: euro(3) },
          { from: cents(50_00), value: euro(2) },
          { above: cents(100_00), value: euro(4) },
        ]) as Money,
    ),
    ...(whom === 'household' ? sums(depth - 1) : []),
  )
}

function sums(depth: number): readonly fc.Arbitrary<Money>[] {
  const { whole, broken } = facts.person
  const test = criteria('person', depth)
  const value = fc.oneof(fc.constantFrom<Money>(whole, broken), moneys('person', depth))
  return [
    value.map((one) => sum(members, one as never) as unknown as Money),
    fc.tuple(test, value).map(([one, other]) => sum(filter(members, one as never), other as never) as unknown as Money),
    test.map((one) => sum(members, when(one, euro(2)).otherwise(euro(1)) as never) as unknown as Money),
  ]
}

/** Policies in words that have loops over columns. */
export const loopedPolicies = (depth = 3): fc.Arbitrary<Policy<'household', Fact>> =>
  fc
    .record({
      requires: fc.option(criteria('household', depth - 1), { nil: undefined }),
      grounds: fc.array(criteria('household', depth), { minLength: 1, maxLength: 3 }),
      benefit: fc.oneof(
        moneys('household', depth).map((one) => money(round(one, toTheEuro) as never)),
        counts(depth - 1).map((one) => inKind(one as never, { nl: 'zakken', en: 'bags' })),
      ),
    })
    .map(
      ({ requires, grounds, benefit }) =>
        policy({
          name: 'looped',
          about: 'household',
          ...(requires && { requires }),
          grounds: grounds.map((criterion, index) => ground(`art. ${index + 1}`, criterion as never)),
          benefit,
          period: calendarYear,
        } as never) as unknown as Policy<'household', Fact>,
    )

const unknown = [undefined, { unknown: 'unavailable' }]
const day = fc.constantFrom('1950-01-01', '2007-12-31', '2008-02-29', '2008-06-30', '2008-07-01', '2026-01-01')
/** Sometimes not known, and now and then something that a column has no form for. */
const perhaps = <Told>(told: fc.Arbitrary<Told>, odd: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 14, arbitrary: told },
    { weight: 3, arbitrary: fc.constantFrom(...unknown) },
    { weight: 1, arbitrary: fc.constant(odd) },
  )

const somebody = {
  first: perhaps(fc.boolean(), {
    timeline: [
      { until: '2024-01-01', value: false },
      { from: '2024-01-01', value: true },
    ],
  }),
  second: perhaps(fc.boolean(), { timeline: [] }),
  rent: perhaps(fc.constantFrom(0, 50_00, 100_00, 100_01, 200_00, 300_00), { least: 0, most: 100_00 }),
  price: perhaps(fc.constantFrom(0, 0.1, 0.3, 50_00.5, 100_00, 99_99.9), { least: 0.2, most: 100_00 }),
  postcode: perhaps(fc.constantFrom('9000', '9030', '8000', null), { timeline: [{ value: '9000' }] }),
  born: perhaps(day, '2008'),
  card: perhaps(fc.oneof(fc.constant(null), fc.record({ from: day, until: fc.oneof(day, fc.constant(null)) })), {
    from: '2026',
    until: null,
  }),
}

/** Households that such policies are about. */
export const households: fc.Arbitrary<readonly object[]> = fc.array(
  fc.record({
    ...somebody,
    income: perhaps(fc.record({ 2024: perhaps(fc.constantFrom(-100_00, 0, 100_00, 0.5), { least: 0, most: 5 }) }), {}),
    members: fc.oneof(
      { weight: 20, arbitrary: fc.array(fc.record(somebody), { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(...unknown) },
    ),
  }),
  { minLength: 1, maxLength: 12 },
)
