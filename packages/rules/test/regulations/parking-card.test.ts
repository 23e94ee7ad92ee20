import {
  above,
  all,
  calendarYear,
  composite,
  covers,
  endOf,
  fact,
  ground,
  type IsoDate,
  ifAbsent,
  is,
  later,
  lowest,
  not,
  of,
  oncePer,
  oneOf,
  percent,
  period,
  policy,
  type SubjectOf,
  share,
  some,
  status,
  thisDay,
  unknown,
  when,
} from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Gemeente Zuiderzijl, bewonersparkeren voor mensen met een beperking. "Eén voertuig (categorie M1, ten hoogste
// 3.500 kg) van de houder, of van een huisgenoot, als de houder of huisgenoot een geldige parkeerkaart heeft. De vrijstelling
// loopt tot de kaart afloopt, en ten hoogste vijf jaar."

const category = fact({ source: 'rdw', name: 'category', about: 'vehicle', value: { type: 'text' }, when: ['date'] })
const mass = fact({ source: 'rdw', name: 'mass', about: 'vehicle', value: { type: 'count', least: 0 }, when: ['date'] })
const holder = fact({
  source: 'rdw',
  name: 'holder',
  about: 'vehicle',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  optional: true,
})
const postcode = fact({ source: 'brp', name: 'postcode', about: 'person', value: { type: 'text' }, when: ['date'] })
const coResidents = fact({
  source: 'brp',
  name: 'coResidents',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const card = fact({
  source: 'rdw',
  name: 'card',
  about: 'person',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
})

const hasCard = covers(card, thisDay)
const exemption = policy({
  name: 'zuiderzijl/parking',
  about: 'vehicle',
  requires: all(
    is(category, 'M1'),
    not(above(mass, 3_500)),
    ifAbsent(of(holder, oneOf(postcode, ['8801', '8802'])), false),
  ),
  grounds: [
    ground('art. 2, a', ifAbsent(of(holder, hasCard), false)),
    ground('art. 2, b', ifAbsent(of(holder, some(coResidents, hasCard)), false)),
  ],
  benefit: composite(
    status({ nl: 'vrijstelling', en: 'exemption' }),
    share(percent(100), { nl: 'tarief', en: 'the rate' }),
  ),
  period: period(
    thisDay,
    lowest(
      later(thisDay, { years: 5 }, 'lastDay'),
      when(ifAbsent(of(holder, hasCard), false), ifAbsent(of(holder, endOf(card)), thisDay)).otherwise(
        later(thisDay, { years: 1 }, 'lastDay'),
      ),
    ),
  ),
  quota: oncePer('household', calendarYear),
})

type V = SubjectOf<typeof exemption>
const holding = (more: object = {}): V => ({
  category: 'M1',
  mass: 1_800,
  holder: { postcode: '8801', coResidents: [], card: { from: '2025-01-01', until: '2028-01-01' }, ...more },
})
const mate = { card: { from: '2025-01-01' as IsoDate, until: null } }
const yes = 'exemption + 100% of the rate'

it.each<[string, V, IsoDate, string, string?]>([
  ['a valid card', holding(), '2026-05-01', yes, '2026-05-01 2028-01-01'],
  ['its first day', holding(), '2025-01-01', yes, '2025-01-01 2028-01-01'],
  ['the day before', holding(), '2024-12-31', 'no'],
  ['its last day', holding(), '2027-12-31', yes, '2027-12-31 2028-01-01'],
  ['the day after', holding(), '2028-01-01', 'no'],
  ['a card without end', holding({ card: { from: '2025-01-01' } }), '2026-05-01', yes, '2026-05-01 2031-05-01'],
  [
    'without end, from 29 February',
    holding({ card: { from: '2020-01-01', until: null } }),
    '2024-02-29',
    yes,
    '2024-02-29 2029-02-28',
  ],
  ['a co-resident has one', holding({ card: null, coResidents: [mate] }), '2026-05-01', yes, '2026-05-01 2027-05-01'],
  ['nobody has one', holding({ card: null, coResidents: [{ card: null }] }), '2026-05-01', 'no'],
  ['no holder', { ...holding(), holder: null }, '2026-05-01', 'no'],
  ['holder unknown', { ...holding(), holder: unknown('unavailable') }, '2026-05-01', 'open'],
  ['holder unknown, too heavy', { ...holding(), mass: 3_501, holder: unknown('unavailable') }, '2026-05-01', 'no'],
  ['at the mass', { ...holding(), mass: 3_500 }, '2026-05-01', yes],
  ['another category', { ...holding(), category: 'N1' }, '2026-05-01', 'no'],
  ['another postcode', holding({ postcode: '8803' }), '2026-05-01', 'no'],
  ['postcode unknown', holding({ postcode: unknown('unavailable') }), '2026-05-01', 'open'],
  [
    'own card unknown, a co-resident has one',
    holding({ card: unknown('unavailable'), coResidents: [mate] }),
    '2026-05-01',
    yes,
    'open',
  ],
  ['own card unknown', holding({ card: unknown('unavailable') }), '2026-05-01', 'open'],
  [
    'the end of the card known by its year',
    holding({ card: { from: '2025-01-01', until: '2028-00-00' } }),
    '2026-05-01',
    yes,
    'open',
  ],
])('%s', (_, situation, on, said, until) => {
  expect(verdict(exemption, situation, on)).toBe(said)
  if (until !== undefined) expect(granted(exemption, situation, on)).toBe(until)
})

it('asks only what can matter', () => {
  expect(missed(exemption, { ...holding(), mass: 3_501, holder: unknown('unavailable') }, '2026-05-01')).toEqual([])
  expect(missed(exemption, holding({ card: unknown('unavailable'), coResidents: [mate] }), '2026-05-01')).toEqual([
    'card',
  ])
})
it('explains', () =>
  expect(explain(exemption, holding({ card: null, coResidents: [mate] }), '2026-05-01').grounds.at(-1)?.article).toBe(
    'art. 2, b',
  ))
