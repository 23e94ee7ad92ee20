import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LedgerOptions, openLedger } from '@vanzelf/ledger'
import { parse } from 'csv-parse/sync'
import { bags } from './city.ts'

/** How a campaign ended. */
export interface State {
  readonly outcomes: { readonly [outcome: string]: number }
  readonly grants: number
  readonly delivered: number
  /** Ids that stand in the files more than once. */
  readonly deliveredTwice: number
  /** Deliveries that are due still, or of which the ledger and the files do not say the same. */
  readonly amiss: readonly string[]
  /** Of each decision and each grant, and of each line that was delivered, whatever the order. */
  readonly digest: string
  readonly entries: number
}

export async function stateOf(options: LedgerOptions, folder: string): Promise<State> {
  const ledger = await openLedger(options)
  try {
    const lines: string[] = []
    const amiss: string[] = []
    const outcomes: Record<string, number> = {}
    for await (const page of ledger.decisions.of('torture'))
      for (const { subject, outcome, ground, grant, missing } of page) {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
        lines.push(JSON.stringify([subject, outcome, ground, grant, missing]))
      }
    const granted = new Set<string>()
    for await (const page of ledger.grants.under(bags.name))
      for (const { id, revision, kind, state, subject, recipient, benefit, period } of page) {
        granted.add(`${id}.${revision}`)
        lines.push(JSON.stringify([id, revision, kind, state, subject, recipient, benefit, period]))
      }
    const delivered = new Map<string, number>()
    for (const id of deliveredIn(folder)) delivered.set(id, (delivered.get(id) ?? 0) + 1)
    for (const id of delivered.keys()) {
      lines.push(`delivered ${id}`)
      if (!granted.has(id)) amiss.push(`${id} was delivered and not granted`)
    }
    for (const id of granted) if (!delivered.has(id)) amiss.push(`${id} was granted and not delivered`)
    for (const { channel, state, count } of await ledger.deliveries.count())
      if (state !== 'done') amiss.push(`${count} deliveries of ${channel} are ${state}`)
    const { broken, entries } = await ledger.verify()
    if (broken) amiss.push(`the chain is broken at ${broken.seq}: ${broken.what}`)
    return {
      outcomes,
      grants: granted.size,
      delivered: delivered.size,
      deliveredTwice: [...delivered.values()].filter((times) => times > 1).length,
      amiss,
      digest: createHash('sha256').update(lines.sort().join('\n')).digest('hex'),
      entries,
    }
  } finally {
    await ledger.close()
  }
}

/** A file counts from the moment that its manifest is there. */
function* deliveredIn(folder: string): Iterable<string> {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.csv') || !existsSync(join(folder, name.replace(/csv$/, 'manifest.json')))) continue
    const rows: { readonly reference: string }[] = parse(readFileSync(join(folder, name)), {
      columns: true,
      bom: true,
      delimiter: ';',
    })
    for (const { reference } of rows) yield reference
  }
}
