import { DefinitionError, DocumentError, type Fact, type IsoDate, type Period, unknown } from '@vanzelf/rules'
import type { Ask } from '@vanzelf/rules/require'
import type { Answer, Answerer, At, Purpose, SubjectId } from '@vanzelf/source'
import { id, type People, type Person } from './people.ts'
import { rememberer } from './remember.ts'
import { askTold } from './telemetry/ask-told.ts'
import type { Log } from './telemetry/log-fields.ts'
import type { Measures } from './telemetry/measures.ts'

/** Connectors as they are found while deciding: by source, then by fact. */
export interface Connectors {
  readonly [source: string]: { readonly [fact: string]: Answerer } | undefined
}

/** One fact at one time, of everybody of whom it is asked in this round. */
interface Batch {
  readonly fact: Fact
  readonly at: At
  readonly people: Person[]
  readonly asked: Set<Person>
}

/** Everything that is asked together. */
export interface Round {
  /** Adds what has to be asked next; says how much of it nobody else asks in this round. */
  readonly add: (asks: readonly Ask[]) => number
  /** Asks it, one batch for each fact and time, and remembers the answers. */
  readonly ask: (signal?: AbortSignal) => Promise<void>
}

export interface RoundOptions {
  readonly connectors: Connectors
  readonly people: People
  readonly purposeOf: (fact: Fact) => Purpose
  /** Whether a fact is read on one date only: then its value needs no date beside it. */
  readonly onOneDate: (fact: Fact) => boolean
  readonly measures: Measures
  readonly log: Log | undefined
}

export function round({ connectors, people, purposeOf, onOneDate, measures, log }: RoundOptions): Round {
  const batches = new Map<Fact, Map<string, Batch>>()
  return {
    add: (asks) => {
      let added = 0
      for (const { fact, at, subject } of asks) {
        const batch = batchFor(batches, fact, at)
        // The rules hand back the very people they were given.
        const person = subject as Person
        if (batch.asked.has(person)) continue
        batch.asked.add(person)
        batch.people.push(person)
        added++
      }
      return added
    },
    ask: async (signal) => {
      const all = [...batches.values()].flatMap((times) => [...times.values()])
      await Promise.all(
        all.map(async ({ fact, at, people: asked }) => {
          const answerer = connectors[fact.source]?.[fact.name] ?? noConnector(fact)
          const purpose = purposeOf(fact)
          const told = { fact, policy: purpose.policy, subjects: asked.length, measures, log, signal }
          const answers = await answersOf(fact, asked, signal, (subjects) =>
            askTold(told, () => answerer({ fact, at, subjects, purpose }, signal)),
          )
          const remember = rememberer(fact, at, people, onOneDate(fact))
          asked.forEach((person, index) => {
            remember(person, answers[index] as Answer)
          })
        }),
      )
    },
  }
}

function batchFor(batches: Map<Fact, Map<string, Batch>>, fact: Fact, at: Ask['at']): Batch {
  let times = batches.get(fact)
  if (times === undefined) {
    times = new Map()
    batches.set(fact, times)
  }
  const key = 'on' in at ? at.on : 'year' in at ? String(at.year) : `${at.during.from} ${at.during.until}`
  let batch = times.get(key)
  if (batch === undefined) {
    batch = { fact, at: timeOf(at), people: [], asked: new Set() }
    times.set(key, batch)
  }
  return batch
}

/** The rules write a period without end as the end of the calendar. */
function timeOf(at: Ask['at']): At {
  if (!('during' in at)) return at as At
  const { from, until } = at.during
  return { during: (until === ENDLESS ? { from } : { from, until }) as Period }
}
const ENDLESS = '9999-12-31' satisfies IsoDate

/** A source that fails has answered: that it is unavailable. Only a cancelled question is none. */
async function answersOf(
  fact: Fact,
  people: readonly Person[],
  signal: AbortSignal | undefined,
  ask: (subjects: readonly SubjectId[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  let answers: readonly Answer[]
  try {
    answers = await ask(people.map((person) => person[id]))
  } catch (error) {
    signal?.throwIfAborted()
    return people.map(() => unknown('unavailable', error instanceof Error ? error.name : undefined))
  }
  if (answers.length === people.length) return answers
  throw new DocumentError({
    code: 'answers-missing',
    what: `${people.length} subjects were asked and ${answers.length} answers came`,
    where: `the connector of source \`${fact.source}\`, fact \`${fact.name}\``,
    todo: 'answer one for one, in the order of the subjects: the conformance suite of @vanzelf/source shows where',
  })
}

function noConnector(fact: Fact): never {
  throw new DefinitionError({
    code: 'no-connector',
    what: `nothing answers fact \`${fact.name}\``,
    where: `the connector of source \`${fact.source}\``,
    todo: 'give a connector that answers it',
  })
}
