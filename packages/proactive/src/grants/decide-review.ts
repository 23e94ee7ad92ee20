import type { DecisionRecord, Ledger, Opinion, Recorded, Review } from '@vanzelf/ledger'
import { type Fact, type IsoDate, type Policy, RefusedError } from '@vanzelf/rules'
import { everyNodeOf } from '@vanzelf/rules/tree'
import type { SubjectId } from '@vanzelf/source'
import { putIntoEffect } from '../campaign/effect.ts'
import type { GrantOneOptions } from '../campaign/grant-one.ts'
import { checkMayRun } from '../campaign/refusal.ts'
import type { Effect } from '../campaign/report.ts'
import { sendDue } from '../campaign/send-due.ts'
import type { Step } from '../campaign/step.ts'
import { recorder } from '../campaign/to-record.ts'
import { deciderOf } from '../decide.ts'
import { recorded } from '../recorded.ts'

/** What one person decides about somebody who waits for a person. */
export interface ReviewSaid extends Pick<Opinion, 'by' | 'outcome' | 'reason'> {
  readonly subject: SubjectId
}

/** How what people decide is put into effect: the options of the campaign that is reviewed will do. */
export type ReviewOptions<Asks extends Fact, About extends string> = Omit<
  GrantOneOptions<Asks, About>,
  'id' | 'on' | 'lost' | 'corrects'
>

/** What came of it: nothing until as many people agree as must. */
export type ReviewPutIntoEffect =
  | { readonly state: 'another person' }
  | { readonly state: 'settled'; readonly effect: Effect; readonly decision?: DecisionRecord }

/**
 * Records what one person decides about somebody who waits for one, and once as many agree as `reviewers` says, puts it
 * into effect in the same transaction, under their name and with their reason.
 *
 * `grant` says yes to each discretion that is open, keeps what somebody would lose, and gives again what ended. `refuse` says
 * no, and leaves what ended; where the question is a discretion or what somebody would lose, it takes that from the day on
 * which it is said (all of it, or what is too much), and where anything else was asked, nothing. How much it is, for whom
 * and until when, the policy says: where a discretion was open the subject is decided again, on the same day.
 * @throws {RefusedError} `nothing-to-review`, `no-reason`, `another-person-needed`, before anything is asked;
 * `nothing-to-grant` when the policy gives nothing even so, `decided-since` when another decision came in meanwhile, and
 * `opted-out`: then nothing was recorded
 * @example
 * ```ts
 * import { calendarYear, discretion, euro, ground, money, policy } from '@vanzelf/rules'
 * import { openLedger } from '@vanzelf/ledger'
 * import { runCampaign } from '@vanzelf/proactive'
 *
 * const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnende situatie', en: 'hardship' } })
 * const support = policy({ name: 'support', about: 'person', grounds: [ground('art. 3', hardship)], benefit: money(euro(50)), period: calendarYear })
 * const ledger = await openLedger({})
 * const options = { ledger, connectors: {}, asker: 'Exampleville', lost: { then: 'keep', law: 'art. 9' }, takesEffect: 'automatically', reviewers: 2 } as const
 * await runCampaign(support, { ...options, id: 'support 2026', on: '2026-03-10', population: () => ['anna'] })
 * const said = { subject: 'anna', outcome: 'grant', reason: 'saw the file' } as const
 * await decideReview(support, { ...said, by: 'reviewer 1' }, options) // => { state: 'another person' }
 * await decideReview(support, { ...said, by: 'reviewer 2' }, options) // => { state: 'settled', effect: 'started', … }
 * await ledger.close()
 * ```
 */
export async function decideReview<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  said: ReviewSaid,
  options: ReviewOptions<Asks, About>,
): Promise<ReviewPutIntoEffect> {
  const { ledger, reviewers = 1, channels = [], signal } = options
  const { by, outcome, reason } = said

  let open: Recorded | undefined
  const back = new Error('to be decided again first')
  const put = (again?: DecisionRecord) =>
    ledger.write(async (writing): Promise<ReviewPutIntoEffect> => {
      const { state, review } = await writing.reviewed({ ...said, policy: policy.name, people: reviewers })
      if (state === 'another person') return { state }
      const known = review.decision
      if (again === undefined && known && isOpen(known)) {
        open = known
        throw back
      }
      if (again !== undefined && JSON.stringify(known) !== JSON.stringify(open)) throw decidedSince(policy)
      if (again !== undefined) await writing.decided([again])
      const decision = again ?? known
      // What is written is dated by the ledger: an instant that begins with its day.
      const on = writing.at.slice(0, 10) as IsoDate
      const judged = { outcome: outcome === 'refuse' && isAboutLosing(review) ? 'take' : outcome, reason, on } as const
      const effects = decision && (await putIntoEffect(writing, [decision], { ...carriersOf(options), id: by, judged }))
      const effect = (decision && effects?.get(decision)) ?? 'nothing'
      if (outcome === 'grant' && effect === 'nothing') throw nothingToGrant(policy, decision)
      return { state, effect, ...(decision && { decision }) }
    })

  if (outcome === 'grant') await checkNotOptedOut(ledger, policy, said.subject)
  const settled = await put().catch(async (error: unknown) => {
    if (error !== back || open === undefined) throw error
    return put(await decidedAgain(policy, open, said, options))
  })
  for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
  return settled
}

async function checkNotOptedOut(ledger: Ledger, policy: Policy, subject: SubjectId): Promise<void> {
  if ((await ledger.people.optedOut(policy.name, [subject])).has(subject))
    throw refused(
      policy,
      'opted-out',
      'the subject opted out: no register is read about them, and nothing granted',
      'record that they opted in, where they did',
    )
}

/** Whether the policy has not said yet what is granted: it waits for what a person judges, or for a fact. */
const isOpen = ({ outcome, grant }: DecisionRecord): boolean => outcome !== 'not eligible' && grant === undefined

/** Who asks for something else, such as for more, does not lose by it what the law lets them keep. */
const isAboutLosing = ({ asked, decision }: Review): boolean =>
  asked.some(({ reason }) => reason === ('would-lose' satisfies Step['review'])) ||
  (decision?.missing.some(({ source }) => source === 'discretion') ?? false)

const carriersOf = ({ channels, channelOf }: Pick<ReviewOptions<Fact, string>, 'channels' | 'channelOf'>) => ({
  ...(channels && { channels }),
  ...(channelOf && { channelOf }),
})

/** Decides somebody again on the day of the decision, with an answer to each discretion: also to what is open only then. */
async function decidedAgain<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  { subject, on, campaign }: Recorded,
  { by, outcome }: ReviewSaid,
  options: ReviewOptions<Asks, About>,
): Promise<DecisionRecord> {
  const { ledger, connectors, holders, now } = options
  checkMayRun(policy, { ...options, on, takesEffect: { approvals: 1 } })
  await checkNotOptedOut(ledger, policy, subject)
  const judged = Object.fromEntries(
    [...everyNodeOf(policy)].flatMap((node) => (node.kind === 'discretion' ? [[node.name, outcome === 'grant']] : [])),
  )
  const decide = deciderOf(policy, { ...options, on, connectors: recorded(connectors, ledger, now), judged })
  const [decided] = await decide([subject])
  // One subject was given, and each that is given is decided.
  if (decided === undefined) throw new TypeError('nobody was decided')
  return recorder(policy, { id: campaign ?? by, on, ...(holders && { holders }) })(decided)
}

function nothingToGrant(policy: Policy, decision: DecisionRecord | undefined): RefusedError {
  const open = decision?.missing.map(({ name, source }) => `\`${name}\` of \`${source}\``) ?? []
  const why =
    decision === undefined
      ? 'nothing was decided about the subject yet'
      : open.length > 0
        ? `it is not known what it would be, for want of ${open.join(', ')}`
        : 'by the policy there is no right to it'
  return refused(
    policy,
    'nothing-to-grant',
    `${why}, also with what was judged`,
    'have what is wrong or wanting mended at its source and decide again, or refuse',
  )
}

const decidedSince = (policy: Policy): RefusedError =>
  refused(
    policy,
    'decided-since',
    'the subject was decided again while this was put into effect',
    'look at the new decision, and say it again',
  )

const refused = ({ name }: Policy, code: string, what: string, todo: string) =>
  new RefusedError({ code, what, where: `a review under \`${name}\``, todo })
