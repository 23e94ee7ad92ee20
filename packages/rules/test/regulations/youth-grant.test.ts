import {
  age,
  all,
  alternative,
  applicant,
  atLeast,
  atSomeTimeIn,
  below,
  bracket,
  during,
  earlier,
  endOf,
  euro,
  fact,
  ground,
  type IsoDate,
  is,
  later,
  lowest,
  money,
  none,
  not,
  of,
  on,
  type PersonIn,
  partialDate,
  period,
  policy,
  schoolYear,
  self,
  startOf,
  status,
  thisDay,
  throughout,
  timeline,
  unknown,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Stad Hagebeek, jongerenfiets. "Aan het gezin, voor een kind dat op 1 september 6 maar nog geen 18 is. De
// referentiepersoon woonde op enig ogenblik in de laatste vijf jaar twaalf maanden aan één stuk in de stad. Geen enkel lid van het gezin,
// behalve het kind zelf, heeft een bedrijfswagen. Naar keuze een fiets, of per leeftijd (6–11: 120 €, vanaf 12: 180 €) een bedrag.
// Tot de 18e verjaardag, maar niet voorbij het einde van het schooljaar."

const household = fact({
  source: 'register',
  name: 'household',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const referencePerson = fact({
  source: 'register',
  name: 'referencePerson',
  about: 'person',
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
const livesHere = fact({
  source: 'register',
  name: 'livesHere',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})
const companyCar = fact({
  source: 'vehicles',
  name: 'companyCar',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})

const yearHere = atSomeTimeIn(
  period(earlier(thisDay, { years: 5 }, 'lastDay'), later(earlier(thisDay, { years: 1 }, 'lastDay'), { days: 1 })),
  throughout(period(thisDay, later(thisDay, { years: 1 }, 'lastDay')), livesHere),
)
const then = startOf(schoolYear)
const bike = policy({
  name: 'hagebeek/bike',
  about: 'person',
  requires: on(then, all(atLeast(age(birthDate), years(6)), below(age(birthDate), years(18)))),
  grounds: [
    ground('art. 2', all(of(referencePerson, yearHere), none(household, all(companyCar, not(is(self, applicant)))))),
  ],
  benefit: alternative(
    status({ nl: 'fiets', en: 'bike' }),
    money(on(then, bracket(age(birthDate), [{ value: euro(120) }, { from: years(12), value: euro(180) }]))),
  ),
  recipient: referencePerson,
  period: period(thisDay, lowest(endOf(schoolYear), later(birthDate, { years: 18 }, 'lastDay'))),
})
type T = PersonIn<typeof bike>
const family = (born: IsoDate, parent: T = { livesHere: true, companyCar: false }, more: T = {}): T => {
  const child: T = { birthDate: born, companyCar: false, referencePerson: parent, ...more }
  child.household = [parent, child]
  return child
}
const day = '2026-03-01'
const parent = (more: T): T => ({ livesHere: true, companyCar: false, ...more })

it.each<[string, T, string, string?]>([
  ['12 on 1 September', family('2013-09-01'), 'bike or 180.00', '2026-03-01 2026-09-01'],
  ['12 the day after', family('2013-09-02'), 'bike or 120.00'],
  ['6 on 1 September', family('2019-09-01'), 'bike or 120.00'],
  ['6 the day after', family('2019-09-02'), 'no'],
  ['18 on 1 September', family('2007-09-01'), 'no'],
  ['18 tomorrow', family('2008-03-02'), 'bike or 180.00', '2026-03-01 2026-03-02'],
  [
    'born in 2013, some day',
    family('2013-01-01', undefined, { birthDate: partialDate('2013') }),
    'bike or 120.00–180.00',
    '2026-03-01 2026-09-01',
  ],
  [
    'born in 2014, some day',
    family('2013-01-01', undefined, { birthDate: partialDate('2014') }),
    'bike or 120.00',
    '2026-03-01 2026-09-01',
  ],
  [
    'born in March 2008, some day',
    family('2008-03-01', undefined, { birthDate: partialDate('2008-03') }),
    'bike or 180.00',
    'open',
  ],
  ['born in 2019, some day', family('2013-01-01', undefined, { birthDate: partialDate('2019') }), 'open'],
  [
    'a year here, long ago',
    family('2013-09-01', parent({ livesHere: during({ from: '2021-03-01', until: '2022-03-01' }) })),
    'bike or 180.00',
  ],
  [
    'a day less than a year',
    family('2013-09-01', parent({ livesHere: during({ from: '2021-03-02', until: '2022-03-01' }) })),
    'no',
  ],
  [
    'twice half a year',
    family(
      '2013-09-01',
      parent({
        livesHere: during({ from: '2021-06-01', until: '2022-01-01' }, { from: '2023-01-01', until: '2023-09-01' }),
      }),
    ),
    'no',
  ],
  ['the last year', family('2013-09-01', parent({ livesHere: during({ from: '2025-03-01' }) })), 'bike or 180.00'],
  [
    'residence not known before last year',
    family('2013-09-01', parent({ livesHere: timeline({ from: '2025-06-01', value: true }) })),
    'open',
  ],
  ['a company car of the parent', family('2013-09-01', parent({ companyCar: true })), 'no'],
  ['a company car of the parent unknown', family('2013-09-01', { livesHere: true }), 'open'],
  [
    'of the child itself unknown',
    family('2013-09-01', undefined, { companyCar: unknown('unavailable') }),
    'bike or 180.00',
  ],
])('%s', (_, situation, said, until) => {
  expect(verdict(bike, situation, day)).toBe(said)
  if (until !== undefined) expect(granted(bike, situation, day)).toBe(until)
})
it('asks only what can matter', () => {
  expect(missed(bike, family('2013-09-01', { livesHere: true }), day)).toEqual(['companyCar'])
  expect(missed(bike, family('2008-03-01', undefined, { birthDate: partialDate('2008-03') }), day)).toEqual([
    'birthDate',
  ])
})
