import {
  age,
  atMost,
  below,
  count,
  euro,
  fact,
  ground,
  inYear,
  is,
  lowest,
  money,
  oncePer,
  parameter,
  policy,
  schoolYear,
  sum,
  thisDay,
  times,
  yearOf,
  years,
  yearsBefore,
} from '@vanzelf/rules'

// The facts: what a source can say about a person, and when.
const register = { source: 'register', about: 'person', when: ['date'] } as const
const municipality = fact({
  ...register,
  name: 'municipality',
  value: { type: 'text' },
  optional: true,
  label: { nl: 'gemeente', en: 'municipality' },
})
const birthDate = fact({
  ...register,
  name: 'birthDate',
  value: { type: 'date' },
  label: { nl: 'geboortedatum', en: 'date of birth' },
})
const householdMembers = fact({
  ...register,
  name: 'householdMembers',
  value: { type: 'those', to: 'person', least: 1 },
  label: { nl: 'gezinsleden', en: 'members of the household' },
})
const livingWage = fact({
  source: 'welfare',
  name: 'livingWage',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: { nl: 'leefloon', en: 'living wage' },
})
const taxableIncome = fact({
  source: 'tax',
  name: 'taxableIncome',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
  label: { nl: 'belastbaar inkomen', en: 'taxable income' },
})

// The figures of the regulation, with their dates and articles.
const incomeCeiling = parameter({
  name: 'incomeCeiling',
  value: { type: 'money' },
  label: { nl: 'inkomensgrens', en: 'income ceiling' },
  history: [
    { from: '2024-09-01', value: euro(23_000), article: 'art. 2, 2°', verified: true },
    { from: '2026-09-01', value: euro(24_500), article: 'art. 2, 2°, as changed in 2026', verified: true },
  ],
})

// The rule, in the words of the regulation.
const householdIncome = sum(householdMembers, inYear(yearsBefore(yearOf(thisDay), 2), taxableIncome))
const childrenUnder12 = count(householdMembers, below(age(birthDate), years(12)))

export const meals = policy({
  name: 'exampleville/school-meals',
  label: { nl: 'korting op schoolmaaltijden', en: 'discount on school meals' },
  regulation: 'Exampleville, council decision 2024/12',
  about: 'person',
  requires: is(municipality, '99999'),
  grounds: [ground('art. 2, 1°', livingWage), ground('art. 2, 2°', atMost(householdIncome, incomeCeiling))],
  benefit: money(lowest(times(euro(50), childrenUnder12), euro(150))),
  period: schoolYear,
  quota: oncePer('household', schoolYear),
  basis: { register: 'art. 6, 1°', welfare: 'art. 6, 2°', tax: 'art. 6, 3°' },
})
