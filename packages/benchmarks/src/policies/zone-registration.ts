import { all, any, calendarYear, covers, fact, ground, inKind, not, oneOf, policy } from '@vanzelf/rules'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'

const category = fact({
  source: 'vehicles',
  name: 'category',
  about: 'vehicle',
  value: { type: 'text' },
  when: ['date'],
})
const plateRegisteredToHolder = fact({
  source: 'vehicles',
  name: 'plateRegisteredToHolder',
  about: 'vehicle',
  value: { type: 'truth' },
  when: ['date'],
})
const otherRegisteredVehicle = fact({
  source: 'city',
  name: 'otherRegisteredVehicle',
  about: 'vehicle',
  value: { type: 'truth' },
  when: ['date'],
})
const increasedReimbursement = fact({
  source: 'social-security',
  name: 'increasedReimbursement',
  about: 'vehicle',
  value: { type: 'truth' },
  when: ['date'],
})
const parkingCard = fact({
  source: 'social-security',
  name: 'parkingCard',
  about: 'vehicle',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
})

export const zoneRegistrationPolicy = policy({
  name: 'benchmarks/zone-registration',
  about: 'vehicle',
  requires: all(not(otherRegisteredVehicle), plateRegisteredToHolder, oneOf(category, CATEGORIES)),
  grounds: [ground('C, 1°', any(increasedReimbursement, covers(parkingCard, DAY)))],
  benefit: inKind(1, { nl: 'registratie', en: 'registration' }),
  period: calendarYear,
})
