import type { Fact, IsoDate, Policy, SituationOf } from '@vanzelf/rules'
import { compile, type Decision } from '@vanzelf/rules/evaluate'
import { compileMissing, type Missing, requirements } from '@vanzelf/rules/require'
import { type ConnectorsFor, type Purpose, purposeOf, type SubjectId } from '@vanzelf/source'
import { id, people, type Person } from './people.ts'
import { type Connectors, round } from './round.ts'

/** How subjects are decided through connectors. */
export interface DecideOptions<Asks extends Fact> {
  /** What answers the facts: a record by source. */
  readonly connectors: ConnectorsFor<Asks>
  /** The reference date. */
  readonly on: IsoDate
  /** The organisation that asks, or a role within it. */
  readonly asker: string
  /** How many subjects are decided side by side: their questions go out together. */
  readonly together?: number
  readonly signal?: AbortSignal
}

/** What became of one subject. */
export interface Decided<About extends string = string, Asks extends Fact = Fact> {
  readonly subject: SubjectId
  readonly decision: Decision
  /** What is still not known and could change the decision: every source that may be asked has been. */
  readonly missing: readonly Missing[]
  /** How many facts were asked for it: what others of the same batch asked already is not counted again. */
  readonly asked: number
  /** What was learned, as a situation: to explain the decision. It stays inside whoever runs this. */
  readonly situation: SituationOf<Asks, About>
}

/** Enough for a source to answer in batches, few enough for memory to stay flat. */
const TOGETHER = 2_000

/**
 * Decides subjects fact by fact: evaluate with what is known, ask what could still matter in one batch per fact, and
 * again, until each is decided or nothing more can be asked. Of a policy's parts the first open one is asked first, so
 * that nothing is asked that a refusal makes superfluous.
 * @param subjects by their pseudonyms; any number, read as they are needed
 * @throws {RefusedError} `no-legal-basis`, before anything is asked, when the policy names none for a fact
 * @throws {DocumentError} `answers-missing` when a connector does not answer one for one
 */
export async function* decideAll<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  subjects: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  options: DecideOptions<NoInfer<Asks>>,
): AsyncGenerator<Decided<About, Asks>, void, undefined> {
  const decideSome = someOf(policy, options)
  for await (const some of chunks(subjects, options.together ?? TOGETHER)) {
    options.signal?.throwIfAborted()
    yield* await decideSome(some)
  }
}

/** Decides one subject, as a counter does. */
export async function decideOne<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  subject: SubjectId,
  options: DecideOptions<NoInfer<Asks>>,
): Promise<Decided<About, Asks>> {
  const [decided] = await someOf(policy, options)([subject])
  return decided as Decided<About, Asks>
}

interface Case {
  readonly person: Person
  missing: readonly Missing[]
  asked: number
}

function someOf<About extends string, Asks extends Fact>(policy: Policy<About, Asks>, { connectors, on, asker, signal }: DecideOptions<Asks>) {
  const needed = requirements(policy)
  const purposes = new Map<Fact, Purpose>()
  for (const { fact } of needed) purposes.set(fact, purposeOf(policy, fact, asker))
  const { decide } = compile(policy)
  const { missing } = compileMissing<About, Asks>(policy)
  const facts = needed.map(({ fact }) => fact)

  return async (some: readonly SubjectId[]): Promise<readonly Decided<About, Asks>[]> => {
    const met = people(facts)
    const cases = some.map((subject): Case => ({ person: met.person(policy.about, subject), missing: [], asked: 0 }))
    let open: readonly Case[] = cases
    while (open.length > 0) {
      // The types of the connectors promise what is looked up here by name.
      const next = round({ connectors: connectors as unknown as Connectors, people: met, purposeOf: (fact) => purposes.get(fact) as Purpose })
      const asking: Case[] = []
      for (const one of open) {
        one.missing = missing(situationOf<Asks, About>(one.person), on)
        const asked = one.missing.length === 0 ? 0 : next.add(one.missing)
        one.asked += asked
        if (asked > 0 || isWaiting(one.missing)) asking.push(one)
      }
      if (asking.length > 0) await next.ask(signal)
      open = asking
    }
    return cases.map(({ person, missing, asked }) => {
      const situation = situationOf<Asks, About>(person)
      return { subject: person[id], decision: decide(situation, on), missing, asked, situation }
    })
  }
}

/** What somebody else's question of this round will answer. */
const isWaiting = (missing: readonly Missing[]): boolean => missing.some((one) => one.kind === 'fact' && one.because === 'not asked' && one.neededFor !== 'ground')

/** What was learned of somebody is told as the policy's own types say, answer by answer: beyond the compiler. */
const situationOf = <Asks extends Fact, About extends string>(person: Person) => person as unknown as SituationOf<Asks, About>

async function* chunks<Item>(items: Iterable<Item> | AsyncIterable<Item>, size: number): AsyncGenerator<readonly Item[]> {
  let chunk: Item[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

