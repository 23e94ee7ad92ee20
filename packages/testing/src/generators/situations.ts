import type { Fact, SituationOf } from '@vanzelf/rules'
import { everyNode, everyNodeOf, type Node, type PolicyNode } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { drawFrom } from '../city/draw.ts'
import { mix, mixText } from '../city/mix.ts'
import { type Completion, type Datum, datumOf, discretionOf, isReference, type Level, type Numbers } from './datum.ts'
import { DAYS, FAR_DAYS } from './moments.ts'
import { EVERYBODY, type Whom } from './want.ts'

/**
 * A few people and vehicles with everything that can be asked about them, related to each other in any way, cycles
 * included. What is asked of them is drawn only then, so that a smaller policy meets the same population.
 */
export interface Population {
  readonly seed: number
  readonly persons: number
  readonly vehicles: number
  /** Of ten things, how many are not known at first. */
  readonly dimness: number
}

/** Populations, from those of whom all is known to those of whom hardly anything is. */
export function populations({ dimness = 6 }: { readonly dimness?: number } = {}): fc.Arbitrary<Population> {
  return fc.record({
    seed: fc.nat(),
    persons: fc.integer({ min: 1, max: 3 }),
    vehicles: fc.integer({ min: 1, max: 2 }),
    dimness: fc.nat(dimness),
  })
}

/** Days on which to decide. */
export const referenceDates = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...DAYS) },
  { weight: 1, arbitrary: fc.constantFrom(...FAR_DAYS) },
)

/** What is told of a population: one subject to decide for, and everybody it is related to. */
export interface Telling {
  readonly subject: SituationOf<Fact, string>
  /** Who somebody is, in any telling of the same population. */
  readonly nameOf: (member: unknown) => string | undefined
  /** Everything that is told, as a text: for counterexamples. */
  readonly toString: () => string
}

/** What of a population is told. */
export interface How {
  /** `at first`: with everything that is not known; a number: one of its completions, everything known. */
  readonly level: Level
  /** Of what is not known at first, what is told after all; a number draws it. */
  readonly alsoTold?: { readonly from: Completion; readonly draw: number }
}

interface Asked {
  readonly facts: readonly Fact[]
  readonly discretions: readonly string[]
}

function askedIn(nodes: Iterable<Node>): Asked {
  const facts = new Map<string, Fact>()
  const discretions = new Set<string>()
  for (const node of nodes) {
    if (node.kind === 'fact') facts.set(`${node.about} ${node.name}`, node)
    if (node.kind === 'discretion') discretions.add(node.name)
  }
  return { facts: [...facts.values()], discretions: [...discretions] }
}

/** Tells a population to whoever asks a rule about it. */
export interface Narrator {
  readonly tell: (population: Population, how: How) => Telling
}

/** Tells what a policy asks. */
export const narratorOf = (policy: PolicyNode): Narrator => narrator(askedIn(everyNodeOf(policy)), policy.about as Whom)
/**
 * Tells what an expression asks.
 * @example
 * ```ts
 * const population = { seed: 1, persons: 2, vehicles: 1, dimness: 0 }
 * const { subject, nameOf } = narratorOfExpression({ kind: 'self' }).tell(population, { level: 'at first' })
 *
 * nameOf(subject) // => 'person 1'
 * ```
 */
export const narratorOfExpression = (node: Node, about: Whom = 'person'): Narrator =>
  narrator(askedIn(everyNode(node)), about)

function narrator({ facts, discretions }: Asked, about: Whom): Narrator {
  return {
    tell: (population, how) => {
      const numbers: Numbers = { person: population.persons, vehicle: population.vehicles }
      const members: { readonly [whom in Whom]: { [fact: string]: unknown }[] } = {
        person: Array.from({ length: numbers.person }, () => ({})),
        vehicle: Array.from({ length: numbers.vehicle }, () => ({})),
      }
      const dimness = population.dimness / 10
      for (const whom of EVERYBODY)
        members[whom].forEach((member, number) => {
          const about = mixText(mix(population.seed, number), whom)
          for (const fact of facts)
            if (fact.about === whom)
              tell(
                member,
                fact.name,
                datumOf(drawFrom(mixText(about, fact.name)), fact, numbers, dimness),
                mixText(about, fact.name),
              )
          for (const name of discretions)
            tell(member, name, discretionOf(drawFrom(mixText(about, name)), dimness), mixText(about, name))
        })
      const names = new Map<unknown, string>(
        EVERYBODY.flatMap((whom) => members[whom].map((member, number) => [member, `${whom} ${number + 1}`] as const)),
      )
      return {
        // What was drawn fits the facts that were asked.
        subject: members[about][0] as SituationOf<Fact, string>,
        nameOf: (member) => names.get(member),
        toString: () =>
          EVERYBODY.flatMap((whom) =>
            members[whom].map(
              (member, number) => `${whom} ${number + 1}: ${JSON.stringify(member, short(member, names))}`,
            ),
          ).join('\n'),
      }

      function tell(member: { [fact: string]: unknown }, name: string, datum: Datum, drawn: number): void {
        const { level, alsoTold } = how
        const told =
          alsoTold !== undefined && mix(alsoTold.draw, drawn) % 2 === 0 ? datum.at(alsoTold.from) : datum.at(level)
        if (told !== undefined) member[name] = related(told)
      }

      /** References become the members themselves. */
      function related(told: unknown): unknown {
        if (isReference(told)) return members[told.refersTo as Whom][told.number]
        if (Array.isArray(told)) return told.map(related)
        if (typeof told === 'object' && told !== null && 'timeline' in told)
          return {
            timeline: (told.timeline as readonly { readonly value: unknown }[]).map((step) => ({
              ...step,
              value: related(step.value),
            })),
          }
        if (typeof told === 'object' && told !== null && holdsReferences(told))
          return new Proxy(told, { get: (years, year, receiver) => related(Reflect.get(years, year, receiver)) })
        return told
      }
    },
  }
}

/** Of a fact that is told by year, about relations. */
const holdsReferences = (told: object) => '2020' in told

/** Members within members stand by their names. */
const short = (member: object, names: ReadonlyMap<unknown, string>) =>
  function (this: unknown, _: string, value: unknown): unknown {
    return value === member && this !== undefined && (this as { ''?: unknown })[''] === member
      ? value
      : (names.get(value) ?? value)
  }
