import { source } from '@vanzelf/source'
import { jointTaxableIncome } from './joint-taxable-income.ts'
import { latestAssessedYear } from './latest-assessed-year.ts'
import { taxableIncome } from './taxable-income.ts'

/** The federal tax administration, which assesses personal income tax. */
export const tax = source({
  name: 'tax',
  authority: { nl: 'FOD Financiën', en: 'Federal Public Service Finance', fr: 'SPF Finances', de: 'FÖD Finanzen' },
  facts: { jointTaxableIncome, latestAssessedYear, taxableIncome },
})
