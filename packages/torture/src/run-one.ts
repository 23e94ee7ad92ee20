import { mkdirSync } from 'node:fs'
import { creditFile } from '@vanzelf/delivery'
import { type LedgerOptions, openLedger } from '@vanzelf/ledger'
import { type CampaignOptions, retryCampaign, runCampaign } from '@vanzelf/proactive'
import { unknown } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import type { Answerer } from '@vanzelf/source'
import { inMemory } from '@vanzelf/testing'
import { bags, cityOf, holders, ON } from './city.ts'

/** What one process of a campaign is told; it tells what it did in lines on its output. */
export interface Job {
  readonly ledger: LedgerOptions
  readonly folder: string
  readonly households: number
  readonly together: number
  /** The share of answers that is disturbed, and the most milliseconds that one is late. */
  readonly disturbed?: { readonly share: number; readonly delay: number }
}

const job = JSON.parse(process.argv[2] ?? '') as Job
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const { city, population } = cityOf(job.households)
const connectors = inMemory(city)
mkdirSync(job.folder, { recursive: true })
const ledger = await openLedger(job.ledger)
say({ opened: (await ledger.campaigns.counts('torture')).batches.done })
const options: CampaignOptions = {
  ledger,
  id: 'torture',
  connectors: (job.disturbed ? disturbed(connectors, job.disturbed) : connectors) as never,
  on: ON,
  asker: 'Tortureville',
  population,
  holders: holders as never,
  takesEffect: 'automatically',
  lost: { then: 'keep', law: 'art. 10' },
  channels: [
    creditFile({
      folder: job.folder,
      name: 'bags',
      // What somebody is called stands in no file here.
      amountOf: everyCent,
      recipients: (batch) => batch.map(({ recipient }) => ({ account: recipient })),
    }),
  ],
  together: job.together,
  onProgress: ({ batches }) => say({ done: batches.done }),
}
await runCampaign(bags, options as never)
while (job.disturbed) {
  const { decided } = await retryCampaign(bags, options as never)
  say({ again: decided })
  if (decided === 0) break
}
say({ finished: (await ledger.campaigns.counts('torture')).batches.done })
await ledger.close()

type Connectors = { readonly [source: string]: { readonly [fact: string]: Answerer } }

/** All money of a benefit, whatever its parts are for. */
function everyCent(benefit: Given): number {
  if (benefit.kind === 'composite') return benefit.parts.reduce((sum, part) => sum + everyCent(part), 0)
  return benefit.kind === 'money' && typeof benefit.amount === 'number' ? benefit.amount : 0
}

/** Of the answers some fail, some come late, and some later than those that were asked after them. */
function disturbed(connectors: object, { share, delay }: NonNullable<Job['disturbed']>): Connectors {
  const each = Object.entries(connectors as Connectors).map(([source, facts]) => [
    source,
    Object.fromEntries(
      Object.entries(facts).map(([name, answer]): [string, Answerer] => [
        name,
        async (batch, signal) => {
          const answers = await answer(batch, signal)
          // A third is disturbed: of that a third fails, a third is late, and a third is overtaken.
          if (Math.random() < share / 3) await moment(Math.random() * delay)
          if (Math.random() < share / 3) await moment(delay)
          return answers.map((one) => (Math.random() < share / 3 ? unknown('unavailable') : one))
        },
      ]),
    ),
  ])
  return Object.fromEntries(each)
}

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
