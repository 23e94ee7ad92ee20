import type { Recorded } from '@vanzelf/ledger'
import { DocumentError, type Fact, type Policy } from '@vanzelf/rules'
import { chunks } from '../chunks.ts'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import type { Report } from './report.ts'
import { sendDue } from './send-due.ts'
import { tally } from './tally.ts'
import { worker } from './worker.ts'

/**
 * Decides again those of a campaign that wait for a source, and puts into effect what became certain. Who misses only
 * what a citizen or a person must tell is not asked about again. One process at a time does it: where another does, this one
 * leaves it to that, and has decided nobody.
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
  await ledger.alone(`retry of ${id}`, async () => {
    for await (const some of chunks(waiting(ledger.decisions.of(id)), together)) {
      signal?.throwIfAborted()
      await work.again(some)
      for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
    }
  })
  const { subjects, batches } = await ledger.campaigns.counts(id)
  return { campaign: id, state: campaign.state, subjects, batches, ...counts.report() }
}

/** Those of whom a source may still tell what is missing. */
export async function* waiting(pages: AsyncGenerator<readonly Recorded[]>): AsyncGenerator<string> {
  for await (const page of pages)
    for (const { subject, missing } of page)
      if (missing.some(({ next }) => next === 'wait' || next === 'ask the source')) yield subject
}
