import { mkdirSync } from 'node:fs'
import { type LedgerOptions, openLedger } from '@vanzelf/ledger'
import { campaign, runCampaign, startCampaign, work } from '@vanzelf/proactive'
import { bags, campaignOf, cityOf } from './city.ts'
import { disturbed, late } from './connectors.ts'

/** What one process of a campaign is told; it tells what it did in lines on its output. */
export interface Job {
  /** `alone`: it runs the campaign itself · `together`: it works on what is in the queue, beside others. */
  readonly works: 'alone' | 'together'
  readonly ledger: LedgerOptions
  readonly folder: string
  readonly households: number
  readonly together: number
  /** The share of answers that is disturbed, and the most milliseconds that one is late. */
  readonly disturbed?: { readonly share: number; readonly delay: number }
  /** How many milliseconds each source takes for a batch. */
  readonly late?: number
}

const job = JSON.parse(process.argv[2] ?? '') as Job
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const { connectors, population } = cityOf(job.households)
mkdirSync(job.folder, { recursive: true })
const ledger = await openLedger(job.ledger)
say({ opened: (await ledger.campaigns.counts('torture')).batches.done })
const options = campaignOf({
  ledger,
  population,
  connectors: job.disturbed ? disturbed(connectors, job.disturbed) : late(connectors, job.late),
  folder: job.folder,
  together: job.together,
  onProgress: ({ batches }) => say({ done: batches.done }),
})
if (job.works === 'alone') await runCampaign(bags, options)
else {
  // Whoever comes first begins it. Who waits for a source that was disturbed is decided again until nobody does.
  await startCampaign(bags, options)
  await work(ledger, [campaign(bags, options)], { until: 'idle', decideAgainAfter: { first: 0, longest: 0 } })
}
say({ finished: (await ledger.campaigns.counts('torture')).batches.done })
await ledger.close()
