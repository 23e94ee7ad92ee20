import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DefinitionError, VanzelfError } from '@vanzelf/rules'
import PQueue from 'p-queue'
import {
  type Channel,
  type Outcome,
  type Refused,
  refused,
  type ToRetry,
  toRetry,
  type Withdrawal,
  type WithdrawalOutcome,
} from '../channel.ts'
import type { Delivery, RecipientsOf } from '../delivery.ts'
import { recipientsFor } from '../recipients.ts'
import { digestOf, digestOfDelivery } from './digest.ts'
import { csvOf, type Layout } from './layout.ts'
import { type Manifest, type Written, writtenIn } from './manifest.ts'
import { writeWhole } from './write-whole.ts'

/** What every channel of files is told. */
export interface FileOptions<Data> {
  /** Where files are put; made where it is not there. One program at a time writes in it. */
  readonly folder: string
  /** What names of files begin with: small letters, digits and hyphens. */
  readonly name: string
  /** What stands in the file about recipients. */
  readonly recipients: RecipientsOf<Data>
  readonly layout?: Layout
}

/** What one delivery comes to: its lines, and how much money in all. */
export interface Lines {
  readonly lines: readonly (readonly string[])[]
  readonly sum?: number
}

/** What a kind of file adds. */
export interface FileKind<Data> {
  readonly headings: readonly string[]
  readonly linesOf: (delivery: Delivery, data: Data) => Lines | Refused
}

/**
 * A channel of which each batch is a file with its manifest. A file's name follows from the deliveries in it, so that a
 * batch of which the writing was cut off is written over it, byte for byte.
 */
export function fileChannel<Data>(
  { folder, name, recipients, layout = {} }: FileOptions<Data>,
  { headings, linesOf }: FileKind<Data>,
): Channel {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /(^|-)withdrawn$/.test(name))
    throw new DefinitionError({
      code: 'bad-option',
      what: '`name` is not small letters, digits and hyphens, or ends in `withdrawn`',
      where: 'options of a file channel',
      todo: 'name what the file is, as in `waste-bag-vouchers`',
    })
  // What was written is read first, and two calls must not both find nothing. A turn lasts until its file is written:
  // the queue is not told of a signal, on which it would let the next one begin.
  const turns = new PQueue({ concurrency: 1 })

  return Object.freeze({
    name,
    deliver: (batch: readonly Delivery[], signal = new AbortController().signal) =>
      turns.add(() => deliver(batch, signal)),
    withdraw: (batch: readonly Withdrawal[], signal = new AbortController().signal) =>
      turns.add(() => withdraw(batch, signal)),
  })

  async function deliver(batch: readonly Delivery[], signal: AbortSignal): Promise<readonly Outcome[]> {
    signal.throwIfAborted()
    const before = await writtenBefore()
    if ('outcome' in before) return batch.map(() => before)
    const fresh = new Map<string, Delivery>()
    const settled = batch.map((delivery): Outcome | undefined => {
      const { id } = delivery
      if (before.withdrawn.has(id)) return refused('withdrawn')
      const earlier = before.delivered.get(id)
      if (earlier && earlier.digest !== digestOfDelivery(delivery)) return refused('delivered-otherwise')
      if (earlier) return { outcome: 'already delivered', receipt: receiptOf(earlier.file, id) }
      const twin = fresh.get(id)
      if (twin && digestOfDelivery(twin) !== digestOfDelivery(delivery)) return refused('id-used-twice')
      fresh.set(id, delivery)
      return undefined
    })
    // Of whom it is delivered already, nothing is asked again.
    const asked = [...fresh.values()]
    const data = await recipientsFor(recipients, asked, signal)
    signal.throwIfAborted()
    const entries = new Map<string, Entry>()
    const stopped = new Map<string, Refused | ToRetry>()
    asked.forEach((delivery, index) => {
      const lines = 'outcome' in data ? data : linesFor(delivery, data[index])
      if ('outcome' in lines) stopped.set(delivery.id, lines)
      else entries.set(delivery.id, { ...lines, digest: digestOfDelivery(delivery) })
    })
    const file = await written(entries, 'deliveries', headings)
    return batch.map(({ id }, index): Outcome => {
      const known = settled[index] ?? stopped.get(id)
      if (known) return known
      return typeof file === 'string' ? { outcome: 'delivered', receipt: receiptOf(file, id) } : file
    })
  }

  async function withdraw(batch: readonly Withdrawal[], signal: AbortSignal): Promise<readonly WithdrawalOutcome[]> {
    signal.throwIfAborted()
    const before = await writtenBefore()
    if ('outcome' in before) return batch.map(() => before)
    const entries = new Map<string, Entry>()
    const settled = batch.map(({ delivery, receipt }): WithdrawalOutcome | undefined => {
      const { id } = delivery
      const earlier = before.delivered.get(id)
      if (!earlier || receiptOf(earlier.file, id) !== receipt) return refused('receipt-unknown')
      if (before.withdrawn.has(id)) return { outcome: 'already withdrawn' }
      entries.set(id, { lines: [[id, earlier.file]], digest: earlier.digest })
      return undefined
    })
    const file = await written(entries, 'withdrawals', ['reference', 'file'])
    return settled.map((known) => known ?? (typeof file === 'string' ? { outcome: 'withdrawn' } : file))
  }

  function linesFor(delivery: Delivery, data: Data | undefined): Lines | Refused {
    return data === undefined ? refused('recipient-unknown') : linesOf(delivery, data)
  }

  async function writtenBefore(): Promise<Written | ToRetry> {
    try {
      await mkdir(folder, { recursive: true })
      return await writtenIn(folder, name)
    } catch (error) {
      if (error instanceof VanzelfError) throw error
      return toRetry('folder-not-readable')
    }
  }

  async function written(entries: ReadonlyMap<string, Entry>, of: Manifest['of'], first: readonly string[]) {
    if (entries.size === 0) return ''
    const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
    const rows = sorted.flatMap(([, { lines }]) => lines)
    const content = csvOf(layout, [first, ...rows])
    const place = digestOf(JSON.stringify(sorted.map(([id]) => id))).slice(0, 12)
    const stem = `${name}${of === 'withdrawals' ? '-withdrawn' : ''}-${place}`
    const file = `${stem}.csv`
    const sums = sorted.flatMap(([, { sum }]) => sum ?? [])
    const manifest: Manifest = {
      file,
      of,
      sha256: digestOf(content),
      count: rows.length,
      ...(sums.length > 0 && { sum: sums.reduce((all, sum) => all + sum, 0) }),
      deliveries: Object.fromEntries(sorted.map(([id, { digest }]) => [id, digest])),
    }
    try {
      await writeWhole(join(folder, file), content)
      await writeWhole(join(folder, `${stem}.manifest.json`), `${JSON.stringify(manifest, null, 2)}\n`)
      return file
    } catch {
      return toRetry('file-not-written')
    }
  }
}

interface Entry extends Lines {
  readonly digest: string
}

const receiptOf = (file: string, id: string) => `${file}#${id}`
