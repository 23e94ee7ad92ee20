import { checkCalendarDay, checkDate } from '../check-parts.ts'
import { DefinitionError } from '../errors.ts'
import type { AboutOf, AsksOf, Criterion, Expression, Operand, ValueOf, Yields } from '../expression.ts'
import type { Fact, FactValue, FactWhen } from '../fact.ts'
import { nodeOf, seal } from '../seal.ts'
import type { MonthEnd, Node } from '../tree.ts'
import type { Count, Days, IsoDate, Months, Period, Year, Years } from '../unit.ts'

/**
 * The date at hand: the reference date, or the day to which `on`, `throughout` or `atSomeTimeIn` shifted it.
 * @example
 * ```ts
 * evaluate(thisDay, {}, '2026-03-10') // => '2026-03-10'
 * ```
 */
export const thisDay: Expression<IsoDate> = seal({ kind: 'thisDay' })

/**
 * The date for which the policy is decided, from any depth.
 * @example
 * ```ts
 * evaluate(on('2024-05-01', referenceDate), {}, '2026-03-10') // => '2026-03-10'
 * ```
 */
export const referenceDate: Expression<IsoDate> = seal({ kind: 'referenceDate' })

/**
 * Something as it is on another date: facts and parameters below are read there.
 * @example
 * ```ts
 * evaluate(on('2024-05-01', yearOf(thisDay)), {}, '2026-01-01') // => 2024
 * ```
 */
export function on<const D extends Operand<IsoDate>, const Part extends Yields<unknown>>(
  date: D,
  part: Part,
): Expression<ValueOf<Part>, AsksOf<D> | AsksOf<Part>, AboutOf<D> | AboutOf<Part>> {
  return seal({ kind: 'on', date: dateOf(date), part: nodeOf(part) })
}

type YearFact = Fact<string, string, string, unknown, 'year'>

/**
 * A fact that is told per calendar year, for one year: `inYear(year(2024), taxableIncome)`. While the year is not settled, as
 * wide as what is told of all the years that it may be.
 * @example
 * ```ts
 * const income = fact({ source: 's', name: 'income', about: 'person', value: { type: 'money', least: 0 }, when: ['year'] })
 * evaluate(inYear(year(2024), income), { income: { 2024: euro(20_000) } }) // => 20_000_00
 * ```
 */
export function inYear<const Y extends Operand<Year>, const F extends Fact>(
  which: Y,
  fact: F & ('year' extends FactWhen<F> ? unknown : YearFact),
): Expression<FactValue<F>, F | AsksOf<Y>, F['about'] | AboutOf<Y>> {
  return seal({ kind: 'inYear', year: nodeOf(which), fact })
}

/**
 * Holds on every day of a period. Of a period without days: yes. One day on which it certainly does not settles it; a day on
 * which it is not known leaves it unknown. Facts below it are those that a source can answer over a period.
 * @example
 * ```ts
 * const wage = fact({ source: 's', name: 'wage', about: 'person', value: { type: 'truth' }, when: ['date', 'period'] })
 * const spring = period('2026-03-01', '2026-06-01')
 * evaluate(throughout(spring, wage), { wage: during({ from: '2026-03-01', until: '2026-06-01' }) }, '2026-07-01') // => true
 * evaluate(throughout(spring, wage), { wage: during({ from: '2026-03-02' }) }, '2026-07-01') // => false
 * ```
 */
export function throughout<const P extends Yields<Period>, const C extends Criterion>(
  period: P,
  criterion: C,
): Expression<boolean, AsksOf<P> | AsksOf<C>, AboutOf<P> | AboutOf<C>> {
  return seal({ kind: 'throughout', period: nodeOf(period), part: nodeOf(criterion) })
}

/**
 * Holds on at least one day of a period. Of a period without days: no. One day on which it certainly does settles it.
 * @example
 * ```ts
 * const wage = fact({ source: 's', name: 'wage', about: 'person', value: { type: 'truth' }, when: ['date', 'period'] })
 * const spring = period('2026-03-01', '2026-06-01')
 * evaluate(atSomeTimeIn(spring, wage), { wage: during({ from: '2026-05-31' }) }, '2026-07-01') // => true
 * evaluate(atSomeTimeIn(spring, wage), { wage: during({ from: '2026-06-01' }) }, '2026-07-01') // => false
 * ```
 */
export function atSomeTimeIn<const P extends Yields<Period>, const C extends Criterion>(
  period: P,
  criterion: C,
): Expression<boolean, AsksOf<P> | AsksOf<C>, AboutOf<P> | AboutOf<C>> {
  return seal({ kind: 'atSomeTimeIn', period: nodeOf(period), part: nodeOf(criterion) })
}

/**
 * On how many days of a period it holds. Days on which it is not known widen the bounds.
 * @example
 * ```ts
 * const wage = fact({ source: 's', name: 'wage', about: 'person', value: { type: 'truth' }, when: ['date', 'period'] })
 * evaluate(daysIn(period('2026-03-01', '2026-06-01'), wage), { wage: during({ from: '2026-05-01' }) }, '2026-07-01') // => 31
 * ```
 */
export function daysIn<const P extends Yields<Period>, const C extends Criterion>(
  period: P,
  criterion: C,
): Expression<Days, AsksOf<P> | AsksOf<C>, AboutOf<P> | AboutOf<C>> {
  return seal({ kind: 'daysIn', period: nodeOf(period), part: nodeOf(criterion) })
}

/**
 * Has held since a date without interruption, that date and the day at hand included.
 * @example
 * ```ts
 * const wage = fact({ source: 's', name: 'wage', about: 'person', value: { type: 'truth' }, when: ['date', 'period'] })
 * evaluate(since('2026-02-01', wage), { wage: during({ from: '2026-02-01' }) }, '2026-03-10') // => true
 * evaluate(since('2026-01-31', wage), { wage: during({ from: '2026-02-01' }) }, '2026-03-10') // => false
 * ```
 */
export function since<const D extends Operand<IsoDate>, const C extends Criterion>(
  date: D,
  criterion: C,
): Expression<boolean, AsksOf<D> | AsksOf<C>, AboutOf<D> | AboutOf<C>> {
  return throughout(period(date, later(thisDay, { days: 1 })), criterion)
}

/** A length of time in days: `{ days: 30 }`. */
export interface InDays {
  readonly days: number | Yields<Days>
}
/** A length of time in months or years, and perhaps days: `{ months: 6 }`, `{ years: 1, days: 1 }`. */
export interface InMonths {
  readonly years?: number | Yields<Years>
  readonly months?: number | Yields<Months>
  readonly days?: number | Yields<Days>
}
type Length = InDays | InMonths
/** What a length of time has to say besides: a length in days alone says nothing of the end of a month. */
type AtMonthEnd<L> = L extends { readonly years: unknown } | { readonly months: unknown }
  ? [monthEnd: MonthEnd]
  : [monthEnd?: MonthEnd]
type Moved<D, L> = Expression<IsoDate, AsksOf<D> | AsksOf<L[keyof L]>, AboutOf<D> | AboutOf<L[keyof L]>>

/**
 * A date some time later. Months and years need a rule for days that the month lacks: a month after 31 January is
 * `'lastDay'`, 28 February, or `'nextFirst'`, 1 March. The regulation decides, so there is no default.
 * @example
 * ```ts
 * evaluate(later('2025-01-31', { months: 1 }, 'lastDay')) // => '2025-02-28'
 * ```
 */
export function later<const D extends Operand<IsoDate>, const L extends Length>(
  date: D,
  by: L,
  ...[monthEnd = 'lastDay']: AtMonthEnd<L>
): Moved<D, L> {
  return seal(moved('later', dateOf(date), by, monthEnd))
}

/**
 * A date some time earlier, with the same rule for days that a month lacks.
 * @example
 * ```ts
 * evaluate(earlier('2024-03-31', { months: 1 }, 'lastDay')) // => '2024-02-29'
 * ```
 */
export function earlier<const D extends Operand<IsoDate>, const L extends Length>(
  date: D,
  by: L,
  ...[monthEnd = 'lastDay']: AtMonthEnd<L>
): Moved<D, L> {
  return seal(moved('earlier', dateOf(date), by, monthEnd))
}

/** Years first, then months, then days: one node each. */
function moved(kind: 'later' | 'earlier', date: Node, by: InMonths, monthEnd: MonthEnd): Node {
  if (typeof by !== 'object' || by === null || Object.keys(by).length === 0)
    throw new DefinitionError({
      code: 'bad-length',
      what: `\`${kind}\` is given no length of time`,
      todo: 'write it as `{ days: 30 }`, `{ months: 6 }` or `{ years: 1 }`',
    })
  let to = date
  for (const unit of ['years', 'months', 'days'] as const) {
    const length = by[unit]
    if (length === undefined) continue
    const constant: Node | undefined =
      typeof length === 'number' ? Object.freeze({ kind: 'constant', value: length, unit }) : undefined
    to = Object.freeze({ kind, date: to, unit, by: constant ?? nodeOf(length), monthEnd })
  }
  return to
}

/** A day of the calendar, month and day: `'09-01'`. */
export type CalendarDay = `${number}-${number}`

/**
 * A day of the calendar the last time it came, the given date (or the date at hand) included.
 * @example
 * ```ts
 * evaluate(lastDay('09-01'), {}, '2026-03-10') // => '2025-09-01'
 * ```
 */
export function lastDay<const D extends Operand<IsoDate> = Expression<IsoDate>>(
  day: CalendarDay,
  date?: D,
): Expression<IsoDate, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'lastDay', day: checkCalendarDay(day), date: dateOf(date ?? thisDay) })
}

/**
 * A day of the calendar the next time it comes, after the given date (or the date at hand).
 * @example
 * ```ts
 * evaluate(nextDay('04-30'), {}, '2026-04-30') // => '2027-04-30'
 * ```
 */
export function nextDay<const D extends Operand<IsoDate> = Expression<IsoDate>>(
  day: CalendarDay,
  date?: D,
): Expression<IsoDate, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'nextDay', day: checkCalendarDay(day), date: dateOf(date ?? thisDay) })
}

/**
 * A day of the calendar in a given year; 29 February in other years is 1 March.
 * @example
 * ```ts
 * evaluate(dayIn(year(2026), '05-31')) // => '2026-05-31'
 * ```
 */
export function dayIn<const Y extends Operand<Year>>(
  which: Y,
  day: CalendarDay,
): Expression<IsoDate, AsksOf<Y>, AboutOf<Y>> {
  return seal({ kind: 'dayIn', day: checkCalendarDay(day), year: nodeOf(which) })
}

/**
 * The first day of the month of a date.
 * @example
 * ```ts
 * evaluate(startOfMonth('2026-03-10')) // => '2026-03-01'
 * ```
 */
export function startOfMonth<const D extends Operand<IsoDate>>(date: D): Expression<IsoDate, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'startOfMonth', date: dateOf(date) })
}

/**
 * The first day of the month after that of a date: "from the first of the following month".
 * @example
 * ```ts
 * evaluate(startOfNextMonth('2026-01-31')) // => '2026-02-01'
 * ```
 */
export function startOfNextMonth<const D extends Operand<IsoDate>>(
  date: D,
): Expression<IsoDate, AsksOf<D>, AboutOf<D>> {
  return later(startOfMonth(date), { months: 1 }, 'lastDay') as Expression<IsoDate, AsksOf<D>, AboutOf<D>>
}

/**
 * The calendar year of a date.
 * @example
 * ```ts
 * evaluate(yearOf('2026-03-10')) // => 2026
 * ```
 */
export function yearOf<const D extends Operand<IsoDate>>(date: D): Expression<Year, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'yearOf', date: dateOf(date) })
}

/**
 * The month of a date, 1 to 12.
 * @example
 * ```ts
 * evaluate(monthOf('2026-03-10')) // => 3
 * ```
 */
export function monthOf<const D extends Operand<IsoDate>>(date: D): Expression<Count, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'monthOf', date: dateOf(date) })
}

/**
 * The calendar year before another, some years back: `yearsBefore(yearOf(thisDay), 2)`.
 * @example
 * ```ts
 * evaluate(yearsBefore(yearOf(thisDay), 2), {}, '2026-03-10') // => 2024
 * ```
 */
export function yearsBefore<const Y extends Operand<Year>>(
  which: Y,
  number: number,
): Expression<Year, AsksOf<Y>, AboutOf<Y>> {
  return seal({
    kind: 'minus',
    left: nodeOf(which),
    right: Object.freeze({ kind: 'constant', value: number, unit: 'year' }),
  })
}

type Between<From, Until, Value> = Expression<Value, AsksOf<From> | AsksOf<Until>, AboutOf<From> | AboutOf<Until>>

/**
 * Whole years from one date to another. Of 29 February, in a year without one, a year is complete on 1 March.
 * @example
 * ```ts
 * evaluate(completedYears('2008-02-29', '2026-02-28')) // => 17
 * ```
 */
export function completedYears<const From extends Operand<IsoDate>, const Until extends Operand<IsoDate>>(
  from: From,
  until: Until,
): Between<From, Until, Years> {
  return seal({ kind: 'completedYears', from: dateOf(from), until: dateOf(until) })
}

/**
 * Whole months from one date to another. Of the 31st, in a shorter month, a month is complete on the first day of the next.
 * @example
 * ```ts
 * evaluate(completedMonths('2026-01-31', '2026-02-28')) // => 0
 * evaluate(completedMonths('2026-01-31', '2026-03-01')) // => 1
 * ```
 */
export function completedMonths<const From extends Operand<IsoDate>, const Until extends Operand<IsoDate>>(
  from: From,
  until: Until,
): Between<From, Until, Months> {
  return seal({ kind: 'completedMonths', from: dateOf(from), until: dateOf(until) })
}

/**
 * Days from one date to another: to the day itself 0, to the next day 1, to the day before -1.
 * @example
 * ```ts
 * evaluate(daysBetween('2026-02-28', '2026-03-01')) // => 1
 * ```
 */
export function daysBetween<const From extends Operand<IsoDate>, const Until extends Operand<IsoDate>>(
  from: From,
  until: Until,
): Between<From, Until, Days> {
  return seal({ kind: 'daysBetween', from: dateOf(from), until: dateOf(until) })
}

/**
 * The age in completed years on the date at hand: `age(birthDate)`. Born on 29 February: a year older on 1 March in
 * years without one.
 * @example
 * ```ts
 * evaluate(age('2008-11-24'), {}, '2026-11-24') // => 18
 * ```
 */
export function age<const D extends Operand<IsoDate>>(birthDate: D): Expression<Years, AsksOf<D>, AboutOf<D>> {
  return seal({ kind: 'completedYears', from: dateOf(birthDate), until: nodeOf(thisDay) })
}

/**
 * The age by year of birth: the calendar year at hand less the year of birth, whatever the day.
 * @example
 * ```ts
 * evaluate(ageByYearOfBirth('2008-12-31'), {}, '2026-01-01') // => 18
 * ```
 */
export function ageByYearOfBirth<const D extends Operand<IsoDate>>(
  birthDate: D,
): Expression<Years, AsksOf<D>, AboutOf<D>> {
  return seal({
    kind: 'completedYears',
    from: Object.freeze({
      kind: 'dayIn',
      day: '01-01',
      year: Object.freeze({ kind: 'yearOf', date: dateOf(birthDate) }),
    }),
    until: nodeOf(lastDay('01-01')),
  })
}

/**
 * A period from one date until another, which no longer belongs to it. Where `until` does not lie after `from` it has no days.
 * @example
 * ```ts
 * evaluate(period('2026-01-01', '2026-02-01')) // => { from: '2026-01-01', until: '2026-02-01' }
 * ```
 */
export function period<const From extends Operand<IsoDate>, const Until extends Operand<IsoDate>>(
  from: From,
  until: Until,
): Between<From, Until, Period> {
  return seal({ kind: 'period', from: dateOf(from), until: dateOf(until) })
}

type Edge<P> = Expression<IsoDate | Extract<ValueOf<P>, null>, AsksOf<P>, AboutOf<P>>

/**
 * The first day of a period; of a period that is absent: absent.
 * @example
 * ```ts
 * evaluate(startOf(schoolYear), {}, '2026-03-10') // => '2025-09-01'
 * ```
 */
export function startOf<const P extends Yields<Period | null>>(which: P): Edge<P> {
  return seal({ kind: 'startOf', period: nodeOf(which) })
}

/**
 * The first day after a period: `endless` where it has no end. Of a period that is absent: absent, so that
 * `ifAbsent(endOf(parkingCard), thisDay)` says what then.
 * @example
 * ```ts
 * evaluate(endOf(schoolYear), {}, '2026-03-10') // => '2026-09-01'
 * ```
 */
export function endOf<const P extends Yields<Period | null>>(which: P): Edge<P> {
  return seal({ kind: 'endOf', period: nodeOf(which) })
}

/**
 * Whether a day lies in a period, its first day included, its `until` not: `covers(parkingCard, thisDay)`. Of a period that is
 * absent: no.
 * @example
 * ```ts
 * const card = fact({ source: 's', name: 'card', about: 'person', value: { type: 'period' }, when: ['date'], optional: true })
 * evaluate(covers(card, thisDay), { card: { from: '2020-01-01', until: '2026-03-10' } }, '2026-03-10') // => false
 * evaluate(covers(card, thisDay), { card: { from: '2020-01-01' } }, '2026-03-10') // => true
 * ```
 */
export function covers<const P extends Yields<Period | null>, const D extends Operand<IsoDate>>(
  which: P,
  date: D,
): Expression<boolean, AsksOf<P> | AsksOf<D>, AboutOf<P> | AboutOf<D>> {
  return seal({ kind: 'covers', period: nodeOf(which), date: dateOf(date) })
}

/**
 * The end of what has no end; moved, it stays endless.
 * @example
 * ```ts
 * evaluate(period('2026-01-01', endless)) // => { from: '2026-01-01', until: null }
 * ```
 */
export const endless: Expression<IsoDate> = seal({ kind: 'constant', value: '9999-12-31' })

/**
 * 1 January of the year at hand.
 * @example
 * ```ts
 * evaluate(january1, {}, '2026-03-10') // => '2026-01-01'
 * ```
 */
export const january1: Expression<IsoDate> = lastDay('01-01')

/**
 * The calendar year at hand, as a period.
 * @example
 * ```ts
 * evaluate(calendarYear, {}, '2026-03-10') // => { from: '2026-01-01', until: '2027-01-01' }
 * ```
 */
export const calendarYear: Expression<Period> = period(january1, nextDay('01-01'))

/**
 * The school year at hand, 1 September until 1 September, as a period.
 * @example
 * ```ts
 * evaluate(schoolYear, {}, '2026-03-10') // => { from: '2025-09-01', until: '2026-09-01' }
 * ```
 */
export const schoolYear: Expression<Period> = period(lastDay('09-01'), nextDay('09-01'))

/**
 * Has held for some time on end, at least once within a period: "twelve uninterrupted months in the last five years" is
 * `atAStretch({ months: 12 }, preceding({ years: 5 }, 'lastDay'), criterion, 'lastDay')`. The whole stretch lies within
 * the period.
 * @example
 * ```ts
 * const housed = fact({ source: 'register', name: 'housed', about: 'person', value: { type: 'truth' }, when: ['date', 'period'] })
 * const year2025 = period('2025-01-01', '2026-01-01')
 * const since = (from: IsoDate, until: IsoDate) => evaluate(atAStretch({ days: 30 }, year2025, housed), { housed: during({ from, until }) }, '2026-01-01')
 * since('2025-03-01', '2025-03-31') // => true
 * since('2025-03-02', '2025-03-31') // => false
 * ```
 */
export function atAStretch<const L extends Length, const P extends Yields<Period>, const C extends Criterion>(
  length: L,
  over: P,
  criterion: C,
  ...[monthEnd = 'lastDay']: AtMonthEnd<L>
): Expression<boolean, AsksOf<L[keyof L]> | AsksOf<P> | AsksOf<C>, AboutOf<L[keyof L]> | AboutOf<P> | AboutOf<C>> {
  const moving = (kind: 'later' | 'earlier', from: Node) => moved(kind, from, length, monthEnd)
  const day = nodeOf(thisDay)
  const lastStart = moving('earlier', Object.freeze({ kind: 'endOf', period: nodeOf(over) }))
  const starts: Node = Object.freeze({
    kind: 'period',
    from: Object.freeze({ kind: 'startOf', period: nodeOf(over) }),
    until: moved('later', lastStart, { days: 1 }, 'lastDay'),
  })
  const stretch: Node = Object.freeze({ kind: 'period', from: day, until: moving('later', day) })
  const part: Node = Object.freeze({ kind: 'throughout', period: stretch, part: nodeOf(criterion) })
  return seal({ kind: 'atSomeTimeIn', period: starts, part })
}

/**
 * A period of some length that starts on the date at hand: `lasting({ years: 1 }, 'lastDay')`.
 * @example
 * ```ts
 * evaluate(lasting({ years: 1 }, 'lastDay'), {}, '2026-03-10') // => { from: '2026-03-10', until: '2027-03-10' }
 * ```
 */
export function lasting<const L extends Length>(length: L, ...monthEnd: AtMonthEnd<L>): Lasting<L> {
  return period(thisDay, later(thisDay, length, ...monthEnd))
}
type Lasting<L> = Expression<Period, AsksOf<L[keyof L]>, AboutOf<L[keyof L]>>

/**
 * A period of some length that ends with the date at hand, which no longer belongs to it: `preceding({ months: 36 },
 * 'lastDay')`.
 * @example
 * ```ts
 * evaluate(preceding({ days: 30 }), {}, '2026-03-31') // => { from: '2026-03-01', until: '2026-03-31' }
 * ```
 */
export function preceding<const L extends Length>(length: L, ...monthEnd: AtMonthEnd<L>): Lasting<L> {
  return period(earlier(thisDay, length, ...monthEnd), thisDay)
}

function dateOf(date: unknown) {
  if (typeof date === 'string') checkDate(date, 'a rule')
  return nodeOf(date)
}
