import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { tax } from '@vanzelf/source-tax'
import { answerer, type ToldAnswer } from './answerer.ts'
import { jointIncome, ownIncome } from './assessment-told.ts'
import type { Consult, Said } from './consultation.ts'
import type { Disclosed } from './disclosed.ts'
import { type Refusal, refusal } from './exceptions.ts'
import { joined } from './joined.ts'
import { type Assessment, assessment } from './services/assessment.ts'

type TaxFact = FactsOf<typeof tax>
type FactName = TaxFact['name']

interface Ask {
  readonly fact: FactName
  readonly at: At
  readonly subject: SubjectId
  readonly purpose: Purpose
}

export interface TaxOptions {
  readonly consult: Consult
  readonly today: () => IsoDate
  readonly disclosed: readonly Disclosed[]
  /** How many income years back an assessment is looked for. */
  readonly yearsBack: number
}

/** Personal income tax, by GeefAanslagbiljetPersonenbelasting: a request tells of one person and one income year. */
export function taxOver(options: TaxOptions): Connector<TaxFact> {
  const visit = joined(
    ({ subject, purpose }: Ask) => JSON.stringify([subject, purpose.policy, purpose.basis, purpose.asker]),
    (asks, signal) => visited(options, asks, signal),
  )
  const answers = <const Name extends FactName>(fact: Name) =>
    answerer<Extract<TaxFact, { readonly name: Name }>>((subject, { at, purpose }, signal) =>
      visit({ fact, at, subject, purpose }, signal),
    )
  return Object.freeze({
    jointTaxableIncome: answers('jointTaxableIncome'),
    latestAssessedYear: answers('latestAssessedYear'),
    taxableIncome: answers('taxableIncome'),
  })
}

/** All that is asked about one person at once: each income year is asked when first needed, and once. */
async function visited(
  { consult, today, disclosed, yearsBack }: TaxOptions,
  asks: readonly Ask[],
  signal: AbortSignal,
): Promise<readonly ToldAnswer[]> {
  const [{ subject, purpose } = asks[0] as Ask] = asks
  const day = today()
  const bills = new Map<number, Promise<Said<Assessment> | Refusal>>()
  const answers: ToldAnswer[] = []
  for (const { fact, at } of asks) answers.push(await answerOf(fact, at))
  return answers

  async function answerOf(fact: FactName, at: At): Promise<ToldAnswer> {
    // Assessments reach people at different times: which there were on an earlier day is not shown.
    if (fact === 'latestAssessedYear') return 'on' in at && at.on === day ? latestYear() : notAsked
    if (!('year' in at) || at.year > yearOf(day)) return notAsked
    const said = await billOf(at.year)
    if ('refusal' in said) return said.refusal
    return fact === 'taxableIncome'
      ? ownIncome(said.content)
      : jointIncome(said.content, disclosed.includes('jointTaxableIncome'))
  }

  async function latestYear(): Promise<ToldAnswer> {
    const last = yearOf(day) - 1
    let nothing: Unknown | undefined
    for (let year = last; year > last - yearsBack; year--) {
      const said = await billOf(year)
      if ('content' in said) return { value: year }
      const { unknown: reason, code } = said.refusal
      if (reason !== 'not found' || code === undefined || !withoutData.has(code)) return said.refusal
      if (code !== NO_ASSESSMENT) nothing = said.refusal
    }
    // Only of a year without assessment is it said that there is none; "no data" may be about the person.
    return nothing ?? { value: null }
  }

  function billOf(year: number): Promise<Said<Assessment> | Refusal> {
    const asked =
      bills.get(year) ??
      consult(assessment, (number) => ({ number, year }), { subject, purpose, signal }).then((said) =>
        'content' in said && said.content.year !== year ? refusal('in doubt') : said,
      )
    bills.set(year, asked)
    return asked
  }
}

/** For this income year there is no assessment, or not yet. */
const NO_ASSESSMENT = '45008'
const withoutData: ReadonlySet<string> = new Set([NO_ASSESSMENT, '30001', '40000', '50003'])

const yearOf = (day: IsoDate) => Number(day.slice(0, 4))

/** A day or a year to come, or a day that is past. */
const notAsked: Unknown = unknown('not asked')
