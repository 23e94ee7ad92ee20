import {
  age,
  all,
  atLeast,
  below,
  bracket,
  completedMonths,
  composite,
  count,
  covers,
  discretion,
  fact,
  filter,
  ground,
  highest,
  type IsoDate,
  ifAbsent,
  inKind,
  largest,
  later,
  lowest,
  months,
  none,
  nothing,
  percent,
  period,
  policy,
  share,
  smallest,
  startOf,
  startOfMonth,
  sum,
  thisDay,
  when,
  years,
} from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Stadt Neuhafen, Kulturpass für Familien. Antragstellerin ist ein Haushalt. "Der jüngste Kind ist jünger als 12; der
// Haushalt bezieht seit mindestens sechs vollen Monaten Grundsicherung, oder die älteste Person ist 63 oder älter und niemand arbeitet, oder
// die Gemeinde erkennt einen Härtefall an. An die Bezugsperson, ab dem nächsten Monatsersten, bis zum 12. Geburtstag des jüngsten Kindes,
// längstens zwei Jahre. Ermäßigung: 1 Kind 30 %, 2 Kinder 50 %, ab 3 Kindern 70 %; ab drei Kindern zusätzlich 2 Freikarten je Kind."

const members = fact({
  source: 'register',
  name: 'members',
  about: 'household',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
})
const reference = fact({
  source: 'register',
  name: 'reference',
  about: 'household',
  value: { type: 'one', to: 'person' },
  when: ['date'],
})
const birthDate = fact({
  source: 'register',
  name: 'birthDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
})
const isChild = fact({ source: 'register', name: 'isChild', about: 'person', value: { type: 'truth' }, when: ['date'] })
const works = fact({ source: 'tax', name: 'works', about: 'person', value: { type: 'truth' }, when: ['date'] })
const support = fact({
  source: 'welfare',
  name: 'support',
  about: 'household',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
})
const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnend', en: 'hardship' } })

const children = count(members, isChild)
const youngestBorn = ifAbsent(largest(filter(members, isChild), birthDate), '1900-01-01')
const eldestBorn = ifAbsent(smallest(members, birthDate), '9999-12-31')
const start = startOfMonth(later(thisDay, { months: 1 }, 'lastDay'))
const culture = policy({
  name: 'neuhafen/culture',
  about: 'household',
  requires: below(age(youngestBorn), years(12)),
  grounds: [
    ground(
      '§ 2 a',
      all(covers(support, thisDay), atLeast(completedMonths(ifAbsent(startOf(support), thisDay), thisDay), months(6))),
    ),
    ground('§ 2 b', all(atLeast(age(eldestBorn), years(63)), none(members, works))),
    ground('§ 5', hardship),
  ],
  benefit: composite(
    share(
      bracket(highest(children, 1), [
        { from: 1, value: percent(30) },
        { from: 2, value: percent(50) },
        { from: 3, value: percent(70) },
      ]),
      { nl: 'toegang', en: 'admission' },
    ),
    when(
      atLeast(children, 3),
      inKind(sum(members, when(isChild, 2).otherwise(0)), { nl: 'vrijkaarten', en: 'tickets' }),
    ).otherwise(nothing),
  ),
  recipient: reference,
  period: period(start, lowest(later(youngestBorn, { years: 12 }, 'lastDay'), later(start, { years: 2 }, 'lastDay'))),
})
const p = (born: string, more = {}) => ({ birthDate: born as IsoDate, isChild: true, works: false, ...more })
const mum = p('1990-01-01', { isChild: false, works: true })
const home = (members: object[], more = {}) =>
  ({ members, reference: members[0], support: null, hardship: false, ...more }) as never
const day = '2026-03-15'
const helped = { support: { from: '2025-09-15' } }

it.each<[string, never, string, string?]>([
  [
    'six months to the day',
    home([mum, p('2018-01-01')], helped),
    '30% of admission + nothing',
    '2026-04-01 2028-04-01',
  ],
  ['a day less', home([mum, p('2018-01-01')], { support: { from: '2025-09-16' } }), 'no'],
  ['no longer', home([mum, p('2018-01-01')], { support: { from: '2024-01-01', until: '2026-03-15' } }), 'no'],
  ['two children', home([mum, p('2018-01-01'), p('2010-01-01')], helped), '50% of admission + nothing'],
  [
    'three children',
    home([mum, p('2018-01-01'), p('2010-01-01'), p('2012-01-01')], helped),
    '70% of admission + 6 tickets',
  ],
  ['the youngest is 12 today', home([mum, p('2014-03-15')], helped), 'no'],
  [
    'the youngest is 12 tomorrow',
    home([mum, p('2014-03-16')], helped),
    '30% of admission + nothing',
    '2026-04-01 2026-03-16',
  ],
  ['the youngest born in 2014, some day', home([mum, p('2014-00-00')], helped), 'open'],
  ['a grandmother of 63', home([p('1963-03-15', { isChild: false }), p('2020-01-01')]), '30% of admission + nothing'],
  ['a grandmother of 62', home([p('1963-03-16', { isChild: false }), p('2020-01-01')]), 'no'],
  ['a grandmother born in 1963', home([p('1963', { isChild: false }), p('2020-01-01')]), 'open'],
  ['somebody works', home([p('1950-01-01', { isChild: false }), mum, p('2020-01-01')]), 'no'],
  ['hardship', home([mum, p('2020-01-01')], { hardship: true }), '30% of admission + nothing'],
  ['hardship not decided', home([mum, p('2020-01-01')], { hardship: undefined }), 'open'],
  [
    'whether one is a child unknown',
    home([mum, p('2020-01-01'), p('2008-01-01', { isChild: undefined })], helped),
    '30–50% of admission + nothing',
  ],
  ['support unknown', home([mum, p('2020-01-01')], { support: undefined }), 'open'],
  [
    'only the year of its start known',
    home([mum, p('2020-01-01')], { support: { from: '2024-00-00' } }),
    '30% of admission + nothing',
  ],
  ['only that year, the last', home([mum, p('2020-01-01')], { support: { from: '2025-00-00' } }), 'open'],
])('%s', (_, situation, said, until) => {
  expect(verdict(culture, situation, day)).toBe(said)
  if (until !== undefined) expect(granted(culture, situation, day)).toBe(until)
})
it('asks only what can matter', () => {
  expect(missed(culture, home([mum, p('2020-01-01')], { support: { from: '2025-00-00' } }), day)).toEqual(['support'])
  expect(missed(culture, home([mum, p('2020-01-01')], { hardship: undefined }), day)).toEqual(['hardship'])
  expect(explain(culture, home([mum, p('2020-01-01')], helped), day).grounds.at(-1)?.article).toBe('§ 2 a')
})
