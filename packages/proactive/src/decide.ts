import { type Fact, type IsoDate, type Policy, RefusedError, type SituationOf } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import { compile } from '@vanzelf/rules/evaluate/generated'
import { compileMissing, type Missing, onlyDates, requirements } from '@vanzelf/rules/require'
import { type ConnectorsFor, type Purpose, purposeOf, type SubjectId } from '@vanzelf/source'
import { chunks } from './chunks.ts'
import { idOf, type Judged, type Person, people, reachableFrom } from './people.ts'
import { type Connectors, round } from './round.ts'
import { counted } from './telemetry/counted.ts'
import type { Log } from './telemetry/log-fields.ts'
import { measures } from './telemetry/measures.ts'

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
  /** Where it is told that a source failed, as `log` of `@vanzelf/proactive/log` makes one; nowhere unless told. */
  readonly log?: Log
}

/** What became of one subject. */
export interface Decided<About extends string = string, Asks extends Fact = Fact> {
  readonly subject: SubjectId
  readonly decision: Decision
  /** What is still not known and could change the decision: every source that may be asked has been. */
  readonly missing: readonly Missing[]
  /** How many facts were asked for it: what others of the same batch asked already is not counted again. */
  readonly asked: number
  /** For whom it is, where somebody is eligible and that is settled. */
  readonly recipient?: SubjectId
  /** Everybody who was met while deciding: a fact of somebody else changes nothing. */
  readonly about: readonly SubjectId[]
  /**
   * What was learned, as a situation: to explain the decision. It stays inside whoever runs this, and was learned for one
   * policy: another one that asks something else does not compile here, and any other is refused.
   * @throws {RefusedError} `other-purpose`
   */
  readonly learnedFor: (policy: Policy<About, Asks>) => SituationOf<Asks, About>
}

/** Enough for a source to answer in batches, few enough for memory to stay flat. */
export const TOGETHER = 2_000

/**
 * Decides subjects fact by fact: evaluate with what is known, ask what could still matter in one batch per fact, and
 * again, until each is decided or nothing more can be asked. Of a policy's parts the first open one is asked first, so
 * that nothing is asked that a refusal makes superfluous.
 * @param subjects by their pseudonyms; any number, read as they are needed
 * @returns those decided side by side, one batch after another, in the order of `subjects`
 * @throws {RefusedError} `no-legal-basis`, before anything is asked, when the policy names none for a fact
 * @throws {DocumentError} `answers-missing` when a connector does not answer one for one
 */
export async function* decideAll<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  subjects: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  options: DecideOptions<Asks>,
): AsyncGenerator<readonly Decided<About, Asks>[], void, undefined> {
  const decideSome = deciderOf(policy, options)
  for await (const some of chunks(subjects, options.together ?? TOGETHER)) {
    options.signal?.throwIfAborted()
    yield await decideSome(some)
  }
}

/** Decides one subject, as a counter does. */
export async function decideOne<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  subject: SubjectId,
  options: DecideOptions<Asks>,
): Promise<Decided<About, Asks>> {
  const [decided] = await deciderOf(policy, options)([subject])
  return decided as Decided<About, Asks>
}

interface Case<Asks extends Fact, About extends string> {
  readonly situation: SituationOf<Asks, About>
  readonly subject: SubjectId
  asked: number
}

/** What decides some subjects side by side, compiled once. */
export function deciderOf<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  { connectors, on, asker, signal, log, judged }: DecideOptions<Asks> & { readonly judged?: Judged },
) {
  const facts = requirements(policy).map(({ fact }) => fact)
  const purposes = new Map(facts.map((fact) => [fact, purposeOf(policy, fact, asker)]))
  const dates = onlyDates(policy, on)
  const { decide } = compile(policy)
  const { missing, next } = compileMissing<About, Asks>(policy)
  const measured = measures()

  return async (some: readonly SubjectId[]): Promise<readonly Decided<About, Asks>[]> => {
    const met = people(facts, judged)
    const cases = some.map(
      (subject): Case<Asks, About> => ({
        subject,
        situation: situationOf(met.person(policy.about, subject)),
        asked: 0,
      }),
    )
    let open: readonly Case<Asks, About>[] = cases
    while (open.length > 0) {
      const together = round({
        // The types of the connectors promise what is looked up here by name.
        connectors: connectors as unknown as Connectors,
        people: met,
        purposeOf: (fact) => purposes.get(fact) as Purpose,
        onOneDate: ({ about, name }) => dates.get(`${about} ${name}`) !== 'various',
        measures: measured,
        log,
      })
      open = open.filter((one) => {
        const asks = next(one.situation, on)
        one.asked += together.add(asks)
        return asks.length > 0
      })
      if (open.length > 0) await together.ask(signal)
    }
    const all = cases.map(({ subject, situation, asked }): Decided<About, Asks> => {
      const decision = decide(situation, on)
      const settled =
        decision.outcome === 'not eligible' || (decision.outcome === 'eligible' && decision.open.length === 0)
      const recipient = decision.outcome === 'eligible' && decision.recipient && idOf(decision.recipient)
      return {
        subject,
        decision,
        missing: settled ? NOTHING : missing(situation, on),
        asked,
        ...(recipient && { recipient }),
        about: reachableFrom(situation),
        learnedFor: (asking) => {
          if (asking !== policy) throw otherPurpose(policy, asking)
          return situation
        },
      }
    })
    for (const [outcome, count] of counted(all.map(({ decision }) => decision.outcome)))
      measured.decision(policy.name, outcome, count)
    return all
  }
}

const otherPurpose = ({ name }: Policy, asking: Policy) =>
  new RefusedError({
    code: 'other-purpose',
    what: `what was learned for \`${name}\` may not be read for another policy`,
    where: `policy \`${asking.name}\``,
    todo: 'decide that policy too: what it may know is asked for its own purpose',
  })

const NOTHING: readonly Missing[] = Object.freeze([])

/** What was learned of somebody is told as the policy's own types say, answer by answer: beyond the compiler. */
const situationOf = <Asks extends Fact, About extends string>(person: Person) =>
  person as unknown as SituationOf<Asks, About>
