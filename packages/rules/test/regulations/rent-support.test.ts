import {
  age,
  all,
  atLeast,
  atMost,
  below,
  between,
  dividedBy,
  earlier,
  euro,
  fact,
  ground,
  howMany,
  lasting,
  lowest,
  money,
  on,
  type PersonIn,
  partialDate,
  percent,
  percentOf,
  plus,
  policy,
  round,
  startOfMonth,
  sum,
  thisDay,
  timeline,
  toTheEuro,
  unknown,
  when,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { missed, verdict } from './verdict.ts'

// Fictitious: Ville de Bramepont, aide à l'accès au logement. "Ressources: la moyenne des trois mois précédents de tous les
// occupants, sans les revenus des enfants de moins de 25 ans. Unités: 1, plus 0,5 par personne d'au moins 14 ans, 0,3 par enfant plus
// jeune. Les ressources par unité sont inférieures à 950 €. Le loyer ne dépasse pas 35 % des ressources. Au moins deux des quatre
// indices: expulsion, monoparentalité, handicap, surendettement. L'aide: un mois de loyer, au plus 600 €, à l'euro près."

const occupants = fact({
  source: 'city',
  name: 'occupants',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
}) // the others
const birthDate = fact({ source: 'city', name: 'birthDate', about: 'person', value: { type: 'date' }, when: ['date'] })
const isChild = fact({ source: 'city', name: 'isChild', about: 'person', value: { type: 'truth' }, when: ['date'] })
const resources = fact({
  source: 'tax',
  name: 'resources',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date', 'period'],
})
const rent = fact({
  source: 'lease',
  name: 'rent',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const truth = (name: 'eviction' | 'alone' | 'disabled' | 'overIndebted') =>
  fact({ source: 'social', name, about: 'person', value: { type: 'truth' }, when: ['date'] })
const eviction = truth('eviction')
const alone = truth('alone')
const disabled = truth('disabled')
const overIndebted = truth('overIndebted')

const monthBefore = (number: number) => startOfMonth(earlier(thisDay, { months: number }, 'lastDay'))
const counted = when(all(isChild, below(age(birthDate), years(25))), euro(0)).otherwise(resources)
const inMonth = (number: number) => on(monthBefore(number), plus(resources, sum(occupants, counted)))
const average = dividedBy(plus(inMonth(1), inMonth(2), inMonth(3)), 3)
const units = plus(1, sum(occupants, when(atLeast(age(birthDate), years(14)), 0.5).otherwise(0.3)))
const access = policy({
  name: 'bramepont/access',
  about: 'person',
  requires: all(below(dividedBy(average, units), euro(950)), atMost(rent, percentOf(percent(35), average))),
  grounds: [ground('art. 3', atLeast(howMany(eviction, alone, disabled, overIndebted), 2))],
  benefit: money(round(lowest(rent, euro(600)), toTheEuro)),
  period: lasting({ months: 1 }, 'lastDay'),
})
type T = PersonIn<typeof access>
const none = { eviction: false, alone: false, disabled: false, overIndebted: false }
const paul = (more: T = {}): T => ({
  resources: euro(900),
  rent: euro(300),
  occupants: [],
  ...none,
  eviction: true,
  alone: true,
  ...more,
})
const son: T = { birthDate: '2005-01-01', isChild: true, resources: euro(1_500) }
const day = '2026-04-15'

it.each<[string, T, string]>([
  ['two indices', paul(), '300.00'],
  ['one index', paul({ alone: false }), 'no'],
  ['one index, one unknown', paul({ alone: unknown('unavailable') }), 'open'],
  ['two indices, one unknown', paul({ disabled: unknown('unavailable') }), '300.00'],
  ['one index of which two unknown', paul({ eviction: false, alone: false, disabled: unknown('unavailable') }), 'no'],
  ['just below', paul({ resources: euro(949.99) }), '300.00'],
  ['at the limit', paul({ resources: euro(950) }), 'no'],
  [
    'the average counts',
    paul({
      resources: timeline({ until: '2026-02-01', value: euro(1_500) }, { from: '2026-02-01', value: euro(675) }),
    }),
    'no',
  ],
  [
    'the average counts, a cent lower',
    paul({
      resources: timeline({ until: '2026-02-01', value: euro(1_500) }, { from: '2026-02-01', value: euro(674.99) }),
    }),
    '300.00',
  ],
  ['a third of a month unknown', paul({ resources: timeline({ from: '2026-02-01', value: euro(1_500) }) }), 'no'],
  ['a third of a month unknown, low', paul({ resources: timeline({ from: '2026-02-01', value: euro(900) }) }), 'open'],
  ['the rent at a share', paul({ resources: euro(857.15) }), '300.00'],
  ['the rent above it', paul({ resources: euro(857.14) }), 'no'],
  ['a son of 21 earns', paul({ occupants: [son] }), '300.00'],
  ['a son of 25 earns', paul({ occupants: [{ ...son, birthDate: '2000-12-01' }] }), 'no'],
  [
    'a son who turned 25 in the last month',
    paul({ resources: euro(924), occupants: [{ ...son, birthDate: '2001-02-15' }] }),
    '300.00',
  ],
  ['a son born in 2001, some day', paul({ occupants: [{ ...son, birthDate: partialDate('2001') }] }), 'open'],
  ['a son born in 2002, some day', paul({ occupants: [{ ...son, birthDate: partialDate('2002') }] }), '300.00'],
  [
    'a rent beyond the cap',
    paul({
      resources: euro(1_800),
      rent: euro(620),
      occupants: [
        { ...son, isChild: false, resources: euro(0) },
        { ...son, isChild: false, resources: euro(0) },
      ],
    }),
    '600.00',
  ],
  ['a rent between', paul({ rent: between(euro(299.5), euro(310)) }), '300.00–310.00'],
  ['occupants unknown', paul({ occupants: unknown('unavailable') }), 'open'],
])('%s', (_, situation, said) => expect(verdict(access, situation, day)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(access, paul({ disabled: unknown('unavailable') }), day)).toEqual([])
  expect(
    missed(
      access,
      paul({ alone: unknown('unavailable'), occupants: [{ ...son, birthDate: partialDate('2001') }] }),
      day,
    ),
  ).toEqual(['birthDate', 'alone'])
})
