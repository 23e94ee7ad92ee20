import type { Batch, Contender, Load } from '../contender.ts'
import { engines } from '../contenders/contenders.ts'
import { inWords, NOT_ELIGIBLE } from '../outcome.ts'
import type { Work } from '../work/work.ts'
import { works } from '../work/works.ts'
import { type Case, cases } from './case.ts'
import type { Entry, Message, Mistakes, Outcome, Protocol } from './protocol.ts'

// The process of one engine: no other engine warms its code, changes its shapes or fills its heap. It answers one
// question at a time and computes nothing in between.

interface Prepared {
  readonly batch: Batch
  readonly decisions: number
  readonly passes: number
}
type Record = never

let contenders: readonly Contender[] = []
const prepared = new Map<string, Prepared>()
const populations = new Map<string, readonly Record[]>()

const handlers: {
  readonly [V in keyof Protocol]: (question: Parameters<Protocol[V]>[0]) => Promise<ReturnType<Protocol[V]>>
} = {
  async open({ engine }) {
    contenders = await engines[engine]()
    return contenders.map((contender) => ({
      name: contender.name,
      cases: cases.filter(({ manner, letter }) => contender[manner]?.[letter]).map(({ name }) => name),
    }))
  },

  async prepare({ records, milliseconds, ...entry }) {
    const load = loadOf(entry)
    const all = population(entry.case, records)
    let decisions = Math.min(LEAST, all.length)
    let batch = load(all.slice(0, decisions))
    while (decisions < all.length && (await timed(batch)) < milliseconds / 3) {
      decisions = Math.min(all.length, decisions * 3)
      batch = load(all.slice(0, decisions))
    }
    const start = performance.now()
    let passes = 0
    do {
      await batch.pass()
      passes++
    } while (performance.now() - start < WARMING * milliseconds)
    prepared.set(keyOf(entry), { batch, decisions, passes: Math.max(1, Math.round(passes / WARMING)) })
    return { records: decisions }
  },

  async slice(entry) {
    const { batch, decisions, passes } = prepared.get(keyOf(entry)) ?? missing(entry)
    const start = performance.now()
    for (let pass = 0; pass < passes; pass++) {
      const done = batch.pass()
      // An engine that answers at once is not charged for a promise.
      if (done instanceof Promise) await done
    }
    return ((performance.now() - start) * 1e6) / (passes * decisions)
  },

  async check({ records, ...entry }) {
    const all = population(entry.case, records)
    prepared.delete(keyOf(entry))
    return mistakesIn(await loadOf(entry)(all).answers(), all, workOf(entry.case))
  },
}

/** The fewest records a slice is made of, however slow the engine. */
const LEAST = 60
/** Time slices of warming up. */
const WARMING = 4

function mistakesIn(answers: ArrayLike<unknown>, records: readonly Record[], { decide }: Work<Record>): Mistakes {
  let wrong = 0
  let falseNo = 0
  let example: string | undefined
  records.forEach((record, place) => {
    const expected = decide(record)
    const answer = answers[place]
    if (answer === expected) return
    wrong++
    if (answer === NOT_ELIGIBLE) falseNo++
    example ??= `${typeof answer === 'number' ? inWords(answer) : String(answer)} instead of ${inWords(expected)}`
  })
  return { wrong, falseNo, ...(example !== undefined && { example }) }
}

async function timed(batch: Batch): Promise<number> {
  const start = performance.now()
  await batch.pass()
  return performance.now() - start
}

const keyOf = (entry: Entry) => `${entry.contender} ${entry.case.name}`
// A case names its decision by a letter: that its records fit the contender's function is beyond the compiler.
const workOf = ({ letter }: Case) => works[letter] as unknown as Work<Record>
const loadOf = (entry: Entry) =>
  (contenders[entry.contender]?.[entry.case.manner]?.[entry.case.letter] ?? missing(entry)) as Load<Record>

function population(one: Case, count: number): readonly Record[] {
  const key = `${one.letter} ${one.unknownShare} ${count}`
  const records = populations.get(key) ?? workOf(one).population(count, one.unknownShare)
  populations.set(key, records)
  return records
}

function missing(entry: Entry): never {
  throw new Error(`contender ${entry.contender} of this process has nothing for case ${entry.case.name}`)
}

process.on('message', async ({ verb, question }: Message) => {
  const answer = (outcome: Outcome) => process.send?.(outcome)
  try {
    answer({ reply: await handlers[verb](question as never) })
  } catch (failure) {
    answer({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
  }
})
