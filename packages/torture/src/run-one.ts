import { mkdirSync } from 'node:fs'
import { type LedgerOptions, openLedger } from '@vanzelf/ledger'
import { retryCampaign, runCampaign } from '@vanzelf/proactive'
import { bags, campaignOf, cityOf } from './city.ts'
import { disturbed, late } from './connectors.ts'

/** What one process of a campaign is told; it tells what it did in lines on its output. */
export interface Job {
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
await runCampaign(bags, options)
while (job.disturbed) {
  const { decided } = await retryCampaign(bags, options)
  say({ again: decided })
  if (decided === 0) break
}
say({ finished: (await ledger.campaigns.counts('torture')).batches.done })
await ledger.close()
