import type { Campaign, DecisionRecord, Ledger } from '@vanzelf/ledger'
import { DocumentError, type Fact, type Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { chunks } from '../chunks.ts'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import type { Report } from './report.ts'
import { sendDue } from './send-due.ts'
import { tally } from './tally.ts'
import { worker } from './worker.ts'

/**
 * Decides again those of a campaign that wait for a source, and puts into effect what became certain. Who misses only
 * what a citizen or a person must tell is not asked about again, nor is who was decided since by another campaign of the
 * policy. One process at a time does it: where another does, this one leaves it to that, and has decided nobody.
 * @throws {DocumentError} `not-decided-yet` while the campaign itself is not done
 */
export async function retryCampaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<Asks, About>,
): Promise<Report> {
  checkMayRun(policy, options)
  const { ledger, id, together = 500, channels = [], signal } = options
  const campaign = await ledger.campaigns.find(id)
  if (campaign?.state !== 'done')
    throw new DocumentError({
      code: 'not-decided-yet',
      what: `campaign \`${id}\` is ${campaign ? `\`${campaign.state}\`` : 'not in the ledger'}`,
      where: 'the ledger',
      todo: 'run it until it is done: then those who wait can be decided again',
    })
  const counts = tally()
  const work = worker(policy, options, counts)
  await ledger.alone(`retry of ${id}`, async (lost) => {
    for await (const some of chunks(waiting(ledger, campaign), together)) {
      signal?.throwIfAborted()
      lost.throwIfAborted()
      await work.again(some)
      for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
    }
  })
  const { subjects, batches } = await ledger.campaigns.counts(id)
  return { campaign: id, state: campaign.state, subjects, batches, ...counts.report() }
}

/**
 * Those of whom a source may still tell what is missing. What another campaign decided of them since stands: for the day of
 * this one, which may be long ago, they could lose it. A counter decides nobody again, so whom it asked about waits here.
 */
export async function* waiting(
  ledger: Ledger,
  { id, policy }: Pick<Campaign, 'id' | 'policy'>,
): AsyncGenerator<SubjectId> {
  const isAnother = async (campaign = id) => campaign !== id && (await ledger.campaigns.find(campaign)) !== undefined
  for await (const page of ledger.decisions.of(id)) {
    const latest = await ledger.decisions.latest(
      policy,
      page.filter(waits).map(({ subject }) => subject),
    )
    for (const [subject, decision] of latest)
      if (waits(decision) && !(await isAnother(decision.campaign))) yield subject
  }
}

const waits = ({ missing }: DecisionRecord): boolean =>
  missing.some(({ next }) => next === 'wait' || next === 'ask the source')
