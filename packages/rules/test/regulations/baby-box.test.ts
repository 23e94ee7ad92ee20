import {
  all,
  alternative,
  any,
  applicant,
  discretion,
  during,
  euro,
  fact,
  ground,
  type IsoDate,
  inKind,
  is,
  later,
  lowest,
  money,
  nextDay,
  of,
  oneOf,
  onOrBefore,
  type PersonIn,
  parameter,
  partialDate,
  period,
  policy,
  since,
  some,
  thisDay,
  unknown,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Gemeinde Oberweiler, Babybox. "Für ein Kind, das in Oberweiler geboren ist, bis sechs Monate nach der Geburt; endet
// der Monat früher, am letzten Tag. Ein Elternteil wohnt seit der Geburt ununterbrochen hier. Staatsangehörigkeit der EU oder
// Aufenthaltstitel der Liste; in Härtefällen kann die Gemeinde davon absehen. Nach Wahl: Paket oder 80 €. Die Zusage gilt bis
// zum ersten Geburtstag, längstens bis 31. August."

const birthDate = fact({
  source: 'register',
  name: 'birthDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
})
const birthPlace = fact({
  source: 'register',
  name: 'birthPlace',
  about: 'person',
  value: { type: 'text' },
  when: ['date'],
  optional: true,
})
const parents = fact({
  source: 'register',
  name: 'parents',
  about: 'person',
  value: { type: 'those', to: 'person', least: 0, most: 2 },
  when: ['date'],
})
const livesHere = fact({
  source: 'register',
  name: 'livesHere',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})
const nationality = fact({
  source: 'register',
  name: 'nationality',
  about: 'person',
  value: { type: 'text' },
  when: ['date'],
})
const permit = fact({
  source: 'register',
  name: 'permit',
  about: 'person',
  value: { type: 'text' },
  when: ['date'],
  optional: true,
})
const eu = parameter({
  name: 'eu',
  value: { type: 'texts' },
  history: [
    { from: '2020-02-01', value: ['DE', 'AT', 'FR', 'BE', 'NL'], article: '§ 2' },
    { from: '2026-01-01', value: ['DE', 'AT', 'FR', 'BE', 'NL', 'XX'], article: '§ 2' },
  ],
})
const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnend', en: 'hardship' } })

const inTime = onOrBefore(thisDay, later(birthDate, { months: 6 }, 'lastDay'))
const parentHere = some(parents, since(of(applicant, birthDate), livesHere))
const box = policy({
  name: 'oberweiler/baby-box',
  about: 'person',
  requires: all(is(birthPlace, 'Oberweiler'), inTime, parentHere),
  grounds: [ground('§ 2 Abs. 1', any(oneOf(nationality, eu), oneOf(permit, ['A', 'C']))), ground('§ 5', hardship)],
  benefit: alternative(inKind(1, { nl: 'pakket', en: 'parcel' }), money(euro(80))),
  period: period(thisDay, lowest(later(birthDate, { years: 1 }, 'lastDay'), nextDay('09-01'))),
})

type T = PersonIn<typeof box>
const mother: T = { livesHere: true }
const baby = (born: IsoDate, more: T = {}): T => ({
  birthDate: born,
  birthPlace: 'Oberweiler',
  parents: [mother],
  nationality: 'DE',
  permit: null,
  hardship: false,
  ...more,
})
const yes = '1 parcel or 80.00'

it.each<[string, T, IsoDate, string, string?]>([
  ['six months to the day', baby('2025-11-15'), '2026-05-15', yes, '2026-05-15 2026-09-01'],
  ['a day later', baby('2025-11-15'), '2026-05-16', 'no'],
  ['born on 31 August: the last of February', baby('2025-08-31'), '2026-02-28', yes, '2026-02-28 2026-08-31'],
  ['born on 31 August: 1 March', baby('2025-08-31'), '2026-03-01', 'no'],
  ['born on 30 August, in a leap year', baby('2023-08-30'), '2024-02-29', yes],
  ['born elsewhere', baby('2026-01-01', { birthPlace: 'Anderswo' }), '2026-02-01', 'no'],
  ['no birth place on record', baby('2026-01-01', { birthPlace: null }), '2026-02-01', 'no'],
  ['birth place unknown', baby('2026-01-01', { birthPlace: unknown('not found') }), '2026-02-01', 'open'],
  [
    'one of the parents here since',
    baby('2026-01-01', { parents: [{ livesHere: false }, { livesHere: during({ from: '2026-01-01' }) }] }),
    '2026-02-01',
    yes,
  ],
  [
    'here a day after the birth',
    baby('2026-01-01', { parents: [{ livesHere: during({ from: '2026-01-02' }) }] }),
    '2026-02-01',
    'no',
  ],
  [
    'moved out today',
    baby('2026-01-01', { parents: [{ livesHere: during({ until: '2026-02-01' }) }] }),
    '2026-02-01',
    'no',
  ],
  [
    'residence of one parent unknown',
    baby('2026-01-01', { parents: [{}, { livesHere: false }] }),
    '2026-02-01',
    'open',
  ],
  [
    'residence of one parent unknown, the other lives here',
    baby('2026-01-01', { parents: [{}, mother] }),
    '2026-02-01',
    yes,
  ],
  [
    'born in January, some day, a parent from the second',
    baby('2026-01-01', { birthDate: partialDate('2026-01'), parents: [{ livesHere: during({ from: '2026-01-02' }) }] }),
    '2026-02-01',
    'open',
  ],
  [
    'born in January, some day',
    baby('2026-01-01', { birthDate: partialDate('2026-01') }),
    '2026-02-01',
    yes,
    '2026-02-01 2026-09-01',
  ],
  ['born in August, some day', baby('2025-08-01', { birthDate: partialDate('2025-08') }), '2026-02-28', 'open'],
  [
    'born in December, some day, decided the next autumn',
    baby('2025-12-01', { birthDate: partialDate('2025-12') }),
    '2026-05-31',
    yes,
    '2026-05-31 2026-09-01'.replace('05-31', '05-31'),
  ],
  ['another nationality', baby('2025-12-01', { nationality: 'XX' }), '2025-12-31', 'no'],
  ['the day the list grew', baby('2025-12-01', { nationality: 'XX' }), '2026-01-01', yes],
  ['a permit of the list', baby('2026-01-01', { nationality: 'YY', permit: 'C' }), '2026-02-01', yes],
  ['another permit', baby('2026-01-01', { nationality: 'YY', permit: 'D' }), '2026-02-01', 'no'],
  ['permit unknown', baby('2026-01-01', { nationality: 'YY', permit: unknown('unavailable') }), '2026-02-01', 'open'],
  [
    'hardship not decided',
    baby('2026-01-01', { nationality: 'YY', hardship: unknown('not asked') }),
    '2026-02-01',
    'open',
  ],
  ['hardship', baby('2026-01-01', { nationality: 'YY', hardship: true }), '2026-02-01', yes],
])('%s', (_, situation, on, said, until) => {
  expect(verdict(box, situation, on)).toBe(said)
  if (until !== undefined) expect(granted(box, situation, on)).toBe(until)
})

it('asks only what can matter', () => {
  expect(missed(box, baby('2026-01-01', { nationality: 'YY', hardship: unknown('not asked') }), '2026-02-01')).toEqual([
    'hardship',
  ])
  expect(
    missed(box, baby('2026-01-01', { birthPlace: 'Anderswo', parents: unknown('not asked') }), '2026-02-01'),
  ).toEqual([])
})
