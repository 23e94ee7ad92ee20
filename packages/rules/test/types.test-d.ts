import {
  type AsksOf,
  type AsksOfPolicy,
  above,
  after,
  age,
  all,
  alternative,
  any,
  applicant,
  article,
  atLeast,
  atMost,
  atSomeTimeIn,
  before,
  below,
  between,
  bracket,
  type Cents,
  type Count,
  calendarYear,
  completedMonths,
  completedYears,
  composite,
  count,
  covers,
  dayIn,
  days,
  daysBetween,
  daysIn,
  dividedBy,
  earlier,
  endOf,
  euro,
  every,
  type Fact,
  fact,
  filter,
  ground,
  highest,
  howMany,
  type IsoDate,
  ifAbsent,
  includes,
  inKind,
  inYear,
  is,
  isPresent,
  keyed,
  largest,
  lastDay,
  lasting,
  later,
  lowest,
  minus,
  money,
  monthOf,
  months,
  named,
  nextDay,
  none,
  not,
  type One,
  of,
  on,
  oneOf,
  onOrAfter,
  onOrBefore,
  type Period,
  type PersonIn,
  parameter,
  percent,
  percentOf,
  period,
  plus,
  policy,
  preceding,
  round,
  type SubjectOf,
  self,
  share,
  since,
  smallest,
  some,
  startOf,
  startOfMonth,
  status,
  sum,
  type Those,
  thisDay,
  throughout,
  times,
  toTheCent,
  type Unknown,
  unknown,
  when,
  year,
  yearOf,
  years,
} from '@vanzelf/rules'
import { describe, expectTypeOf, it } from 'vitest'

export interface Members extends Fact<'register', 'members', 'person', Those<'person'>, 'date'> {}
const members = fact<Members>({
  source: 'register',
  name: 'members',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
export interface Head extends Fact<'register', 'head', 'person', One<'person'>, 'date'> {}
const head = fact<Head>({
  source: 'register',
  name: 'head',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
})
export interface Partner extends Fact<'register', 'partner', 'person', One<'person'> | null, 'date'> {}
const partner = fact<Partner>({
  source: 'register',
  name: 'partner',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  optional: true,
})
export interface Birth extends Fact<'register', 'birth', 'person', IsoDate, 'date'> {}
const birth = fact<Birth>({
  source: 'register',
  name: 'birth',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
})
export interface Lives extends Fact<'register', 'lives', 'person', boolean, 'date' | 'period'> {}
const lives = fact<Lives>({
  source: 'register',
  name: 'lives',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})
export interface Rent extends Fact<'register', 'rent', 'person', Cents, 'date'> {}
const rent = fact<Rent>({
  source: 'register',
  name: 'rent',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
export interface Kind extends Fact<'register', 'kind', 'person', string, 'date'> {}
const kind = fact<Kind>({ source: 'register', name: 'kind', about: 'person', value: { type: 'text' }, when: ['date'] })
export interface Marks extends Fact<'disability', 'marks', 'person', readonly string[] | null, 'date'> {}
const marks = fact<Marks>({
  source: 'disability',
  name: 'marks',
  about: 'person',
  value: { type: 'texts' },
  when: ['date'],
  optional: true,
})
export interface Card extends Fact<'disability', 'card', 'person', Period | null, 'date'> {}
const card = fact<Card>({
  source: 'disability',
  name: 'card',
  about: 'person',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
})
export interface Income extends Fact<'tax', 'income', 'person', Cents, 'year'> {}
const income = fact<Income>({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
})
export interface Vehicles extends Fact<'vehicles', 'vehicles', 'person', Those<'vehicle'>, 'date'> {}
const vehicles = fact<Vehicles>({
  source: 'vehicles',
  name: 'vehicles',
  about: 'person',
  value: { type: 'those', to: 'vehicle' },
  when: ['date'],
})
export interface Category extends Fact<'vehicles', 'category', 'vehicle', string, 'date'> {}
const category = fact<Category>({
  source: 'vehicles',
  name: 'category',
  about: 'vehicle',
  value: { type: 'text' },
  when: ['date'],
})
const ceiling = parameter({
  name: 'ceiling',
  value: { type: 'money' },
  history: [{ from: '2020-01-01', value: euro(1), article: 'art. 1' }],
})

const everything = policy({
  name: 'everything',
  about: 'person',
  requires: all(
    any(lives, not(lives)),
    atLeast(howMany(lives, lives), 1),
    below(rent, ceiling),
    atMost(rent, euro(5)),
    above(rent, euro(1)),
    before(birth, '2010-01-01'),
    onOrBefore(birth, thisDay),
    after(birth, '1900-01-01'),
    onOrAfter(birth, '1900-01-02'),
    is(head, self),
    oneOf(kind, ['a']),
    includes(marks, 'G'),
    isPresent(card),
    covers(card, thisDay),
    atLeast(age(birth), years(18)),
    throughout(preceding({ months: 12 }, 'lastDay'), lives),
    atSomeTimeIn(calendarYear, lives),
    since('2020-01-01', lives),
    atLeast(daysIn(calendarYear, lives), days(30)),
    some(members, lives),
    every(filter(members, lives), lives),
    none(members, on('2020-01-01', lives)),
    some(vehicles, is(category, 'M1')),
    ifAbsent(of(partner, lives), true),
    of(applicant, lives),
    article('art. 1', named({ nl: 'woont', en: 'lives' }, lives)),
    atLeast(completedYears(birth, thisDay), years(1)),
    atLeast(completedMonths(birth, thisDay), months(1)),
    atLeast(daysBetween(birth, thisDay), days(1)),
    atLeast(monthOf(birth), 1),
    atLeast(yearOf(birth), year(1900)),
  ),
  grounds: [ground('art. 2', below(sum(members, inYear(year(2024), income)), euro(10)))],
  benefit: composite(
    money(
      round(
        percentOf(percent(50), dividedBy(times(plus(rent, minus(rent, euro(1))), 2), highest(count(members), 1))),
        toTheCent,
      ),
    ),
    share(when(lives, percent(5)).otherwise(percent(10)), { nl: 'x', en: 'x' }),
    inKind(bracket(count(members), [{ value: 1 }, { from: 3, value: 2 }]), { nl: 'x', en: 'x' }),
    alternative(status({ nl: 'x', en: 'x' }), money(ifAbsent(keyed(kind, { a: euro(1) }), euro(2)))),
    money(lowest(ifAbsent(smallest(members, rent), euro(1)), ifAbsent(largest(members, rent), euro(1)))),
  ),
  recipient: head,
  period: period(
    startOfMonth(earlier(birth, { days: 1 })),
    later(
      lowest(
        nextDay('09-01'),
        lastDay('01-01', dayIn(year(2030), '05-05')),
        endOf(calendarYear),
        startOf(lasting({ years: 1 }, 'lastDay')),
      ),
      { months: 1 },
      'nextFirst',
    ),
  ),
})

describe('the facts of a policy', () => {
  it('are exactly those it asks, through every builder', () => {
    expectTypeOf<AsksOfPolicy<typeof everything>>().toEqualTypeOf<
      Members | Head | Partner | Birth | Lives | Rent | Kind | Marks | Card | Income | Vehicles | Category
    >()
  })

  it('make the type of a situation', () => {
    const anna: PersonIn<typeof everything> = {
      birth: between('1953-01-01', '1953-12-31'),
      rent: unknown('unavailable'),
      income: { 2024: euro(12_000) },
      partner: null,
      card: { from: '2020-01-01' },
      vehicles: [{ category: 'M1' }],
    }
    anna.members = [anna]
    // @ts-expect-error only what may be absent can be told to be
    anna.rent = null
    // @ts-expect-error a fact the policy does not ask
    anna.parkingCard = true
    // @ts-expect-error a vehicle has no rent
    anna.vehicles = [{ rent: euro(1) }]
    expectTypeOf<SubjectOf<typeof everything>['kind']>().extract<Unknown>().not.toBeNever()
  })
})

describe('what does not fit does not compile', () => {
  it('keeps units apart', () => {
    // @ts-expect-error days are no euros
    atMost(rent, days(30))
    // @ts-expect-error a bare number is no amount of money
    atMost(rent, 23_000)
    // @ts-expect-error an amount of money is no count
    atMost(count(members), euro(3))
    // @ts-expect-error an age is told in years
    atLeast(age(birth), 18)
    // @ts-expect-error increased reimbursement is yes or no, not an amount
    atMost(lives, ceiling)
    // @ts-expect-error euros and a percentage do not add up
    plus(rent, percent(3))
    // @ts-expect-error a percentage is granted of a price
    money(percent(3))
    expectTypeOf(count(members)).toEqualTypeOf(count(members))
    expectTypeOf<AsksOf<typeof lives>>().toEqualTypeOf<Lives>()
    expectTypeOf<Count>().not.toEqualTypeOf<Cents>()
  })

  it('asks subjects only what concerns them', () => {
    // @ts-expect-error a person has no category
    some(members, is(category, 'M1'))
    // @ts-expect-error the head of a household is a person
    of(head, is(category, 'M1'))
    policy({
      name: 'x',
      about: 'vehicle',
      // @ts-expect-error a vehicle does not live anywhere
      grounds: [ground('art. 1', lives)],
      benefit: money(euro(1)),
      period: calendarYear,
    })
  })

  it('wants a year for what is told per year', () => {
    // @ts-expect-error no year is guessed
    below(income, euro(3))
    // @ts-expect-error what is told on a date has no year
    inYear(year(2024), rent)
  })

  it('wants a word about what may be absent', () => {
    // @ts-expect-error there may be no partner
    all(of(partner, lives))
    // @ts-expect-error of nobody there is no smallest
    below(smallest(members, rent), euro(3))
  })

  it('wants the rule for the end of a month', () => {
    // @ts-expect-error a month after 31 January is not told
    later(birth, { months: 1 })
    // @ts-expect-error a length has its unit
    later(birth, 3, 'lastDay')
  })
})
