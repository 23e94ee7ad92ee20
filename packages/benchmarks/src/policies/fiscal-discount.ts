import {
  bracket,
  calendarYear,
  cents,
  constant,
  fact,
  ground,
  minus,
  percent,
  policy,
  share,
  some,
  sum,
  times,
  when,
  yes,
} from '@vanzelf/rules'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'

const adults = fact({
  source: 'register',
  name: 'adults',
  about: 'child',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const dependentChildren = fact({
  source: 'register',
  name: 'dependentChildren',
  about: 'child',
  value: { type: 'count', least: 0 },
  when: ['date'],
})
const income = fact({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const livingWage = fact({
  source: 'social-security',
  name: 'livingWage',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})

/** The limits are raised for each child: the same as lowering the income. */
const above = minus(sum(adults, income), times(constant(cents(PER_CHILD)), dependentChildren))
/** The percentage below each limit holds from the limit before it. */
const rows = [
  { value: percent(BRACKETS[0].percent) },
  { from: cents(BRACKETS[0].below), value: percent(BRACKETS[1].percent) },
  { from: cents(BRACKETS[1].below), value: percent(BRACKETS[2].percent) },
  { from: cents(BRACKETS[2].below), value: percent(0) },
]

export const fiscalDiscountPolicy = policy({
  name: 'benchmarks/fiscal-discount',
  about: 'child',
  grounds: [ground('B', yes)],
  // No bracket gives more than a living wage does: where there is one, no income is added up.
  benefit: share(when(some(adults, livingWage), percent(WITH_A_LIVING_WAGE)).otherwise(bracket(above, rows)), {
    nl: 'opvang',
    en: 'child care',
  }),
  period: calendarYear,
})
