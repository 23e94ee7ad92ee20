import type { Fact, Node, NodeOf } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { days } from './inputs.ts'
import { CALENDAR_DAYS } from './moments.ts'
import { factsFor } from './vocabulary.ts'
import type { Growth, Growths, Part, Want } from './want.ts'

const THIS_DAY: Node = { kind: 'thisDay' }

const isDate = ({ type, absent }: Want) => type === 'date' && absent === 'never'

function shortPeriod(from: fc.Arbitrary<Node>, most: number): fc.Arbitrary<Node> {
  return fc.tuple(from, fc.integer({ min: 0, max: most })).map(
    ([start, length]): Node => ({
      kind: 'period',
      from: start,
      until: {
        kind: 'later',
        date: start,
        unit: 'days',
        by: { kind: 'constant', value: length, unit: 'days' },
        monthEnd: 'lastDay',
      },
    }),
  )
}

/** A period to go through day by day: where that is done for each day of another, a few days only. */
const toGoThrough = ({ swept }: Want, part: Part): fc.Arbitrary<Node> =>
  swept
    ? fc.oneof(
        shortPeriod(fc.constant(THIS_DAY), 2),
        shortPeriod(
          days.map((value): Node => ({ kind: 'constant', value })),
          40,
        ),
      )
    : fc.oneof(
        { weight: 5, arbitrary: shortPeriod(part({ type: 'date' }), 40) },
        { weight: 1, arbitrary: part({ type: 'period' }) },
      )

const goneThrough =
  <Kind extends 'throughout' | 'atSomeTimeIn' | 'daysIn'>(
    kind: Kind,
    type: Want['type'],
  ): Growth<{ readonly kind: Kind; readonly period: Node; readonly part: Node }> =>
  (want, part) =>
    want.type === type && want.absent === 'never'
      ? fc.record({
          kind: fc.constant(kind),
          period: toGoThrough(want, part),
          part: part({ type: 'truth', over: 'period', swept: true }),
        })
      : undefined

const moved =
  <Kind extends 'later' | 'earlier'>(kind: Kind): Growth<NodeOf<Kind>> =>
  (want, part) =>
    isDate(want)
      ? (fc
          .oneof(
            ...(['days', 'months', 'years'] as const).map((unit) =>
              fc.record({
                date: part({ type: 'date' }),
                unit: fc.constant(unit),
                by: part({ type: unit, whole: true }),
                monthEnd: fc.constantFrom('lastDay' as const, 'nextFirst' as const),
              }),
            ),
          )
          // The kind is one of two, and so is the node.
          .map((node) => ({ kind, ...node })) as fc.Arbitrary<NodeOf<Kind>>)
      : undefined

const between =
  <Kind extends 'completedYears' | 'completedMonths' | 'daysBetween'>(
    kind: Kind,
    type: Want['type'],
  ): Growth<{ readonly kind: Kind; readonly from: Node; readonly until: Node }> =>
  (want, part) =>
    want.type === type && want.absent === 'never'
      ? fc.record({ kind: fc.constant(kind), from: part({ type: 'date' }), until: part({ type: 'date' }) })
      : undefined

const calendarDay = fc.constantFrom(...CALENDAR_DAYS)

export const time: Growths<'time'> = {
  thisDay: (want) => (isDate(want) ? fc.constant({ kind: 'thisDay' }) : undefined),
  referenceDate: (want) => (isDate(want) ? fc.constant({ kind: 'referenceDate' }) : undefined),
  on: (want, part) =>
    fc.record({
      kind: fc.constant('on' as const),
      date: part({ type: 'date' }),
      part: part({ ...want, over: 'date' }),
    }),
  inYear: (want, part) => {
    const facts = factsFor(want, 'year')
    return facts.length === 0
      ? undefined
      : fc.record({
          kind: fc.constant('inYear' as const),
          year: part({ type: 'year', whole: true }),
          fact: fc.constantFrom<Fact>(...facts),
        })
  },
  throughout: goneThrough('throughout', 'truth'),
  atSomeTimeIn: goneThrough('atSomeTimeIn', 'truth'),
  daysIn: goneThrough('daysIn', 'days'),
  later: moved('later'),
  earlier: moved('earlier'),
  lastDay: (want, part) =>
    isDate(want)
      ? fc.record({ kind: fc.constant('lastDay' as const), day: calendarDay, date: part({ type: 'date' }) })
      : undefined,
  nextDay: (want, part) =>
    isDate(want)
      ? fc.record({ kind: fc.constant('nextDay' as const), day: calendarDay, date: part({ type: 'date' }) })
      : undefined,
  dayIn: (want, part) =>
    isDate(want)
      ? fc.record({ kind: fc.constant('dayIn' as const), day: calendarDay, year: part({ type: 'year', whole: true }) })
      : undefined,
  startOfMonth: (want, part) =>
    isDate(want) ? part({ type: 'date' }).map((date) => ({ kind: 'startOfMonth', date })) : undefined,
  yearOf: ({ type, absent }, part) =>
    type === 'year' && absent === 'never'
      ? part({ type: 'date' }).map((date) => ({ kind: 'yearOf', date }))
      : undefined,
  monthOf: ({ type, absent }, part) =>
    type === 'count' && absent === 'never'
      ? part({ type: 'date' }).map((date) => ({ kind: 'monthOf', date }))
      : undefined,
  completedYears: between('completedYears', 'years'),
  completedMonths: between('completedMonths', 'months'),
  daysBetween: between('daysBetween', 'days'),
  period: ({ type, absent }, part) =>
    type === 'period' && absent === 'never'
      ? fc.record({ kind: fc.constant('period' as const), from: part({ type: 'date' }), until: part({ type: 'date' }) })
      : undefined,
  startOf: ({ type, absent }, part) =>
    type === 'date' ? part({ type: 'period', absent }).map((period) => ({ kind: 'startOf', period })) : undefined,
  endOf: ({ type, absent }, part) =>
    type === 'date' ? part({ type: 'period', absent }).map((period) => ({ kind: 'endOf', period })) : undefined,
  covers: ({ type, absent }, part) =>
    type === 'truth' && absent === 'never'
      ? fc.record({
          kind: fc.constant('covers' as const),
          period: fc.oneof(part({ type: 'period' }), part({ type: 'period', absent: 'perhaps' })),
          date: part({ type: 'date' }),
        })
      : undefined,
}
