import { all, any, bracket, calendarYear, count, fact, ground, inKind, oneOf, policy, some } from '@vanzelf/rules'
import { CITY } from '../population/households.ts'
import { ROLLS } from '../work/waste-bags.ts'

const postcode = fact({
  source: 'register',
  name: 'postcode',
  about: 'household',
  value: { type: 'text' },
  when: ['date'],
})
const registered = fact({
  source: 'register',
  name: 'registered',
  about: 'household',
  value: { type: 'truth' },
  when: ['date'],
})
const members = fact({
  source: 'register',
  name: 'members',
  about: 'household',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
})
const increasedReimbursement = fact({
  source: 'social-security',
  name: 'increasedReimbursement',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})
const livingWage = fact({
  source: 'social-security',
  name: 'livingWage',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})

export const wasteBagsPolicy = policy({
  name: 'benchmarks/waste-bags',
  about: 'household',
  // What most often refuses comes before what is dearer to compare.
  grounds: [
    ground('A', all(registered, some(members, any(increasedReimbursement, livingWage)), oneOf(postcode, CITY))),
  ],
  benefit: inKind(bracket(count(members), ROLLS), { nl: 'rollen huisvuilzakken', en: 'rolls of waste bags' }),
  period: calendarYear,
})
