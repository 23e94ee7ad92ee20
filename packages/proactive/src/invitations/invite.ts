import { createHash } from 'node:crypto'
import type { AskedFact, Channel } from '@vanzelf/delivery'
import type { Ledger, Recorded, Writing } from '@vanzelf/ledger'
import type { SubjectId } from '@vanzelf/source'
import { sendDue } from '../campaign/send-due.ts'
import { chunks } from '../chunks.ts'

/** Who is invited, and who carries it. */
export interface InviteOptions {
  readonly campaign: string
  /** A channel of letters, of which each is written from the `asks` of its delivery; it is handed nothing but these. */
  readonly channel: Channel
  readonly signal?: AbortSignal
}

/** What came of it. */
export interface Invited {
  /** How many were invited now, and had not been. */
  readonly invited: number
  /** How many are not invited yet: a source that does not answer may settle it. */
  readonly waiting: number
}

/**
 * Invites those of a campaign of whom it cannot be decided for want of what only they can tell, to tell exactly that: each
 * person once for each missing fact of a policy, however often this is called and wherever it is killed. Nobody is asked for what a
 * source may still answer, nor whoever opted out, nor whoever was decided since.
 * @example
 * ```ts
 * import { calendarYear, euro, fact, ground, money, policy, unknown } from '@vanzelf/rules'
 * import { openLedger } from '@vanzelf/ledger'
 * import { runCampaign } from '@vanzelf/proactive'
 *
 * const foster = fact({ source: 'declaration', name: 'foster', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const support = policy({ name: 'support', about: 'person', grounds: [ground('art. 3', foster)], benefit: money(euro(50)), period: calendarYear, basis: { declaration: 'art. 5' } })
 * const ledger = await openLedger({})
 * const connectors = { declaration: { foster: async () => [unknown('not found')] } }
 * await runCampaign(support, { ledger, connectors, id: 'support 2026', on: '2026-03-10', asker: 'Exampleville', population: () => ['anna'], takesEffect: 'automatically', lost: { then: 'keep', law: 'art. 9' } })
 * const sent: unknown[] = []
 * const channel = {
 *   name: 'letters',
 *   deliver: async (batch: readonly { readonly id: string; readonly asks?: unknown }[]) =>
 *     batch.map(({ id, asks }) => {
 *       sent.push(asks)
 *       return { outcome: 'delivered', receipt: id } as const
 *     }),
 *   withdraw: async () => [],
 * }
 * await invite(ledger, { campaign: 'support 2026', channel }) // => { invited: 1, waiting: 0 }
 * await invite(ledger, { campaign: 'support 2026', channel }) // => { invited: 0, waiting: 0 }
 * sent // => [[{ source: 'declaration', name: 'foster' }]]
 * await ledger.close()
 * ```
 */
export async function invite(ledger: Ledger, { campaign, channel, signal }: InviteOptions): Promise<Invited> {
  let [invited, waiting] = [0, 0]
  for await (const some of chunks(undetermined(ledger, campaign), TOGETHER)) {
    signal?.throwIfAborted()
    const asked = some.filter((one) => !waitsForSource(one))
    waiting += some.length - asked.length
    const wanted = await stillWanted(ledger, asked)
    invited += await ledger.write(async (writing) => {
      let count = 0
      for (const decision of wanted) if (await invitedNow(writing, decision, channel.name)) count++
      return count
    })
  }
  await sendDue(ledger, channel, signal && { signal })
  return { invited, waiting }
}

/** Few enough that others need not wait long for their turn to write. */
const TOGETHER = 100

/** Those who lack what they can tell themselves. */
async function* undetermined(ledger: Ledger, campaign: string): AsyncGenerator<Recorded> {
  for await (const page of ledger.decisions.of(campaign))
    for (const decision of page) if (decision.outcome === 'undetermined' && askedOf(decision).length > 0) yield decision
}

const waitsForSource = ({ missing }: Recorded): boolean =>
  missing.some(({ next }) => next === 'wait' || next === 'ask the source')

/** What a quota counts is no fact that anybody could tell. */
const askedOf = ({ missing }: Recorded): readonly AskedFact[] =>
  missing.flatMap(({ source, name, next }) =>
    next === 'ask the citizen' && source !== 'quota' ? [{ source, name }] : [],
  )

/** Leaves out who opted out, and who was decided by another campaign since. */
async function stillWanted(ledger: Ledger, decisions: readonly Recorded[]): Promise<readonly Recorded[]> {
  const [first] = decisions
  if (first === undefined) return []
  const subjects = decisions.map(({ subject }) => subject)
  const [out, latest] = await Promise.all([
    ledger.people.optedOut(first.policy, subjects),
    ledger.decisions.latest(first.policy, subjects),
  ])
  return decisions.filter(({ subject, campaign }) => !out.has(subject) && latest.get(subject)?.campaign === campaign)
}

/** Invites somebody for what they were not invited for yet, if anything. */
async function invitedNow(writing: Writing, decision: Recorded, channel: string): Promise<boolean> {
  const { policy, subject, campaign, on } = decision
  const before = await writing.actsAbout({ kind: 'invited', policy, subject })
  const keys = new Set(before.flatMap(({ content }) => factsIn(content)).map(keyOf))
  const asks = askedOf(decision).filter((fact) => !keys.has(keyOf(fact)))
  if (asks.length === 0) return false
  const by = campaign ?? policy
  await writing.act({
    kind: 'invited',
    policy,
    subject,
    by,
    ...(campaign !== undefined && { campaign }),
    content: { asks },
  })
  const id = invitationId(policy, subject, asks)
  const nothing = { benefit: { kind: 'nothing' }, period: { from: on, until: on } } as const
  const delivery = { id, policy, recipient: subject, ...nothing, asks }
  await writing.handOver([{ id, grant: id, channel, action: 'deliver', delivery }])
  return true
}

const keyOf = ({ source, name }: AskedFact): string => JSON.stringify([source, name])

function factsIn(content: object | undefined): readonly AskedFact[] {
  // As `invitedNow` wrote it, in the chain of the ledger.
  return (content as { readonly asks: readonly AskedFact[] } | undefined)?.asks ?? []
}

/** The same invitation has the same id, so that a channel that was told twice sends it once. */
function invitationId(policy: string, subject: SubjectId, asks: readonly AskedFact[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['invitation', policy, subject, asks.map(keyOf).toSorted()]))
    .digest('hex')
    .slice(0, 32)
}
