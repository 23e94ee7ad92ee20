import { type Cents, cents, type Year, year } from '@vanzelf/rules'
import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { tax } from '@vanzelf/source-tax'
import { type Assessments, assessmentsOf } from '../city/assessments.ts'
import type { Columns } from '../city/columns.ts'
import { dayOf } from '../city/day.ts'
import { NOT_FOUND, type Reader } from './reader.ts'
import type { Readers } from './readers.ts'

const NONE: Known<null> = Object.freeze(known(null))

/** An amount of the assessment of a year; without an assessment it is not found, and never zero. */
const amount =
  ({ of }: Assessments, which: 'own' | 'joint'): Reader<Cents> =>
  (at) => {
    if (!('year' in at)) return () => NOT_FOUND
    const assessment = of(at.year)
    return (resident) => {
      const found = assessment(resident)
      return found === undefined ? NOT_FOUND : known(cents(found[which]))
    }
  }

/** What the tax administration says of a city. */
export function taxOf(columns: Columns): Readers<FactsOf<typeof tax>> {
  const assessments = assessmentsOf(columns)
  const latestAssessedYear: Reader<Year | null> = (at) => {
    if (!('on' in at)) return () => NOT_FOUND
    const latest = assessments.latestYear(dayOf(at.on))
    return (resident) => {
      const found = latest(resident)
      return found === undefined ? NONE : known(year(found))
    }
  }
  return {
    jointTaxableIncome: amount(assessments, 'joint'),
    latestAssessedYear,
    taxableIncome: amount(assessments, 'own'),
  }
}
