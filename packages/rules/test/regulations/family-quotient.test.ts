import {
  atLeast,
  below,
  between,
  count,
  dividedBy,
  downToTheEuro,
  euro,
  fact,
  ground,
  highest,
  inYear,
  lowest,
  minus,
  money,
  parameter,
  percent,
  percentOf,
  plus,
  policy,
  round,
  type SubjectOf,
  schoolYear,
  sum,
  thisDay,
  times,
  toTheCent,
  unknown,
  when,
  yearOf,
  yearsBefore,
} from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import { expect, it } from 'vitest'
import { missed, verdict } from './verdict.ts'

// Fictitious: Valmont-sur-Orge, règlement de la restauration scolaire. "Le quotient familial est égal au douzième des
// revenus de l'année n−2, augmenté des prestations mensuelles, divisé par le nombre de parts, arrondi à l'euro inférieur.
// Deux parts pour le couple ou le parent isolé, une demi-part par enfant, une demi-part de plus pour le troisième et par
// enfant handicapé. La participation est de 0,65 % du quotient, au minimum 0,80 €, au maximum 5,40 €; la ville prend en
// charge la différence avec le prix de revient (8,20 €) lorsque le quotient est inférieur à 900 €."

const yearlyIncome = fact({
  source: 'tax',
  name: 'yearlyIncome',
  about: 'household',
  value: { type: 'money', least: 0 },
  when: ['year'],
})
const monthlyBenefits = fact({
  source: 'caf',
  name: 'monthlyBenefits',
  about: 'household',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const children = fact({
  source: 'caf',
  name: 'children',
  about: 'household',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const disabled = fact({ source: 'mdph', name: 'disabled', about: 'person', value: { type: 'truth' }, when: ['date'] })

const rate = parameter({
  name: 'rate',
  value: { type: 'percentage', decimals: true },
  history: [
    { from: '2024-09-01', value: percent(0.6), article: 'art. 3' },
    { from: '2025-09-01', value: percent(0.65), article: 'art. 3' },
  ],
})

const parts = plus(
  sum(children, when(disabled, 1).otherwise(0.5)),
  when(atLeast(count(children), 3), 0.5).otherwise(0),
  2,
)
const income = inYear(yearsBefore(yearOf(thisDay), 2), yearlyIncome)
const quotient = round(dividedBy(plus(dividedBy(income, 12), monthlyBenefits), parts), downToTheEuro)
const share = lowest(highest(round(percentOf(rate, quotient), toTheCent), euro(0.8)), euro(5.4))
const canteen = policy({
  name: 'valmont/canteen',
  about: 'household',
  grounds: [ground('art. 2', below(quotient, euro(900)))],
  benefit: money(minus(times(share, -1), euro(-8.2))),
  period: schoolYear,
})

const plain = { disabled: false }
const household = (euros: number, kids: number, more: SubjectOf<typeof canteen> = {}): SubjectOf<typeof canteen> => ({
  yearlyIncome: { 2023: euro(euros), 2024: euro(euros) },
  monthlyBenefits: euro(0),
  children: Array.from({ length: kids }, () => plain),
  ...more,
})

it.each<[string, SubjectOf<typeof canteen>, '2026-03-01' | '2025-03-01', string]>([
  ['quotient 899: two parts', household(21_599.99, 0), '2026-03-01', '2.80'],
  ['quotient 900', household(21_600, 0), '2026-03-01', 'no'],
  ['quotient 800', household(24_000, 1), '2026-03-01', '3.00'],
  ['the same, at the earlier rate', household(24_000, 1), '2025-03-01', '3.40'],
  ['three children: four parts', household(24_000, 3), '2026-03-01', '4.95'],
  [
    'one of three disabled: four and a half',
    household(24_000, 3, { children: [plain, plain, { disabled: true }] }),
    '2026-03-01',
    '5.31',
  ],
  ['at the minimum', household(0, 1), '2026-03-01', '7.40'],
  ['benefits count', household(24_000, 1, { monthlyBenefits: euro(250) }), '2026-03-01', 'no'],
  ['benefits just below', household(24_000, 1, { monthlyBenefits: euro(249.99) }), '2026-03-01', '2.80'],
  ['unknown benefits', household(24_000, 1, { monthlyBenefits: unknown('unavailable') }), '2026-03-01', 'open'],
  [
    'unknown benefits, income beyond',
    household(27_000, 1, { monthlyBenefits: unknown('unavailable') }),
    '2026-03-01',
    'no',
  ],
  [
    'benefits between',
    household(24_000, 1, { monthlyBenefits: between(euro(0), euro(100)) }),
    '2026-03-01',
    '2.80–3.00',
  ],
  ['income unknown', household(0, 1, { yearlyIncome: { 2024: unknown('not found') } }), '2026-03-01', 'open'],
  ['disability unknown', household(24_000, 1, { children: [{}] }), '2026-03-01', '3.00–3.87'],
  ['disability unknown at the edge', household(28_000, 1, { children: [{}] }), '2026-03-01', 'open'],
  ['disability unknown, at the minimum', household(0, 1, { children: [{}] }), '2026-03-01', '7.40'],
  ['children unknown', household(24_000, 0, { children: unknown('not asked') }), '2026-03-01', 'open'],
  [
    'children unknown, quotient low',
    household(12_000, 0, { children: unknown('not asked') }),
    '2026-03-01',
    '4.95–7.40',
  ],
])('%s', (_, situation, on, said) => expect(verdict(canteen, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(canteen, household(24_000, 1, { children: [{}] }), '2026-03-01')).toEqual(['disabled'])
  expect(missed(canteen, household(27_000, 1, { monthlyBenefits: unknown('unavailable') }), '2026-03-01')).toEqual([])
  expect(missed(canteen, {}, '2026-03-01')).toEqual(['yearlyIncome', 'monthlyBenefits', 'children'])
})

it('explains', () => expect(explain(canteen, household(21_600, 0), '2026-03-01').grounds[0]?.holds).toBe('no'))
