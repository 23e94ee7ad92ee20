import {
  type AsksOf,
  all,
  any,
  applicant,
  type Brackets,
  bracket,
  type Cents,
  type Count,
  calendarYear,
  composite,
  type Expression,
  earlier,
  type Fact,
  ground,
  type IsoDate,
  january1,
  type Label,
  lowest,
  money,
  on,
  oncePer,
  type Policy,
  policy,
  some,
  status,
  thisDay,
  when,
  type Yields,
} from '@vanzelf/rules'
import {
  type BudgetGuidance,
  type BudgetManagement,
  budgetHelp,
  type DebtMediation,
  debtMediation,
} from '@vanzelf/source-municipal-welfare'
import {
  type HouseholdMembers,
  type HouseholdPosition,
  householdMembers,
  isReferencePerson,
  livesIn,
  type Municipality,
  numberOfDependants,
} from '@vanzelf/source-population-register'
import { type IncreasedReimbursement, increasedReimbursement } from '@vanzelf/source-social-security'
import { LABELS } from './labels.ts'

/** An amount of money by the number of dependants. */
export type ByDependants = Yields<Brackets<Count, Cents>>

/** What the policy asks, whatever the city. */
export type WasteBagsFacts =
  | Municipality
  | HouseholdPosition
  | HouseholdMembers
  | IncreasedReimbursement
  | BudgetGuidance
  | BudgetManagement
  | DebtMediation

/** What a city fills in. */
export interface WasteBagsOptions<BagZone> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** The NIS code of the municipality. */
  readonly municipality: string
  /** What it is called; without it a citizen reads the code. */
  readonly municipalityName?: Label
  /** The allowance in money, by the number of dependants of the reference person. */
  readonly allowance: ByDependants
  /** What is put on the household's account besides, by the same number. */
  readonly extraCredit: ByDependants
  /** The day on which residence, household and increased reimbursement count; without it 1 January. */
  readonly referenceDate?: Expression<IsoDate>
  /** Whether increased reimbursement that is obtained after that day, by the date of the decision, counts as well. */
  readonly obtainedLater: 'counts' | 'does not count'
  /**
   * Whether a person's address lies in the zone of bags, where the allowance is a voucher; elsewhere it is a credit for
   * collections. Without it the policy grants the amount and leaves the form to who delivers it.
   */
  readonly bagZone?: BagZone
  /**
   * Where there are two rounds in a year: the day from which what entitles comes too late for the first. Without it the
   * benefit names no round.
   */
  readonly cutOff?: Expression<IsoDate>
  /** Where the regulation names each ground. */
  readonly articles: {
    readonly increasedReimbursement: string
    readonly budgetHelp: string
    readonly debtMediation: string
  }
  /** The legal basis on which each source may be asked, that of `bagZone` included. */
  readonly basis: {
    readonly [source in Exclude<(WasteBagsFacts | AsksOf<BagZone>)['source'], 'discretion'>]: string
  }
}

/**
 * An allowance for waste bags or collections, once in a calendar year, to the reference person of a household: where a
 * member has increased reimbursement, has budget guidance or management by the welfare centre, or debt mediation. That
 * nobody has debt mediation is said of the centre's own file: "not eligible" may leave out who brought it no certificate
 * of another mediator.
 *
 * Residence, increased reimbursement on the reference date and the amount are read of the household of that date; help
 * of the welfare centre, and increased reimbursement obtained later, of the household of the day of the decision. That is
 * a reading: who joined since brings a status along, and counts for no amount.
 *
 * The amount is money in either form, for the regulation fixes a value in euros and no number of bags: the voucher and
 * the credit are how it is carried to the household, and a zone that is not known leaves the form open, never the
 * amount. The round of the year likewise: `formOf` and `roundOf` read them from a decision. A city that gives a number of
 * bags writes a policy of its own with `inKind`.
 * @param options what differs between cities
 * @throws {DefinitionError} when an amount does not fit, such as a table with a gap
 * @example
 * ```ts
 * import { euro, parameter } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const byDependants = { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money' } } as const
 * const amounts = (name: string, single: number, more: number) =>
 *   parameter({
 *     name,
 *     value: byDependants,
 *     history: [{ from: '2026-01-01', value: [{ from: 0, value: euro(single) }, { from: 1, value: euro(more) }], article: 'art. 4' }],
 *   })
 * const ours = wasteBags({
 *   name: 'exampleville/waste-bags',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   municipality: '99999',
 *   allowance: amounts('allowance', 30, 50),
 *   extraCredit: amounts('extraCredit', 10, 10),
 *   obtainedLater: 'does not count',
 *   articles: { increasedReimbursement: 'art. 3, 1°', budgetHelp: 'art. 3, 2°', debtMediation: 'art. 3, 3°' },
 *   basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
 * })
 * const anna = { municipality: '99999', householdPosition: '01', householdMembers: [{ increasedReimbursement: true }] }
 * decide(ours, anna, '2026-01-01') // => { outcome: 'eligible', ground: 'art. 3, 1°', … }
 * ```
 */
export function wasteBags<const BagZone extends Expression<boolean, Fact, 'person'> = never>(
  options: WasteBagsOptions<BagZone>,
): Policy<'person', WasteBagsFacts | AsksOf<BagZone>>
export function wasteBags(options: WasteBagsOptions<Expression<boolean, Fact, 'person'>>): Policy<'person'> {
  const { municipality, municipalityName, articles, referenceDate = january1, obtainedLater, bagZone, cutOff } = options
  const someMemberHasIt = some(householdMembers, increasedReimbursement)
  const then = on(referenceDate, someMemberHasIt)
  const byReimbursement = obtainedLater === 'counts' ? any(then, someMemberHasIt) : then
  const dependants = on(referenceDate, numberOfDependants)
  const amount = money(bracket(dependants, options.allowance))
  const extra = money(bracket(dependants, options.extraCredit))
  return policy({
    name: options.name,
    label: LABELS.policy,
    regulation: options.regulation,
    about: 'person',
    requires: on(referenceDate, all(livesIn(municipality, municipalityName), isReferencePerson)),
    grounds: [
      ground(articles.increasedReimbursement, byReimbursement),
      ground(articles.budgetHelp, some(householdMembers, budgetHelp)),
      ground(articles.debtMediation, some(householdMembers, debtMediation)),
    ],
    benefit: composite(
      amount,
      ...(bagZone ? [formIn(bagZone)] : []),
      extra,
      ...(cutOff ? [roundBy(cutOff, then, obtainedLater === 'counts')] : []),
    ),
    recipient: applicant,
    period: calendarYear,
    quota: oncePer('household', calendarYear),
    basis: options.basis,
  })
}

const formIn = (bagZone: Expression<boolean, Fact, 'person'>) =>
  when(bagZone, status(LABELS.bags)).otherwise(status(LABELS.collections))

/**
 * Whoever is entitled by what held before the cut-off belongs to the first round, also when it is decided later. Of the
 * household as it is today the statuses are read on the last day before: who lived in it then, no register is asked.
 */
function roundBy(cutOff: Expression<IsoDate>, then: Expression<boolean, WasteBagsFacts, 'person'>, later: boolean) {
  const inTime = lowest(thisDay, earlier(cutOff, { days: 1 }))
  const entitles = later ? any(increasedReimbursement, budgetHelp, debtMediation) : any(budgetHelp, debtMediation)
  return when(any(then, some(householdMembers, on(inTime, entitles))), status(LABELS.first)).otherwise(
    status(LABELS.second),
  )
}
