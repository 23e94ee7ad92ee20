export { type GhentIncomeDiscountFacts, ghentIncomeDiscount } from './ghent.ts'
export { type IncomeDiscountFacts, type IncomeDiscountOptions, incomeDiscount } from './income-discount.ts'
export { careIncome, mealsDiscount, mealsIncome } from './parameters.ts'
