import type { Fact } from '@vanzelf/rules'
import { compile, type Decision } from '@vanzelf/rules/evaluate'
import { compileExplain, factsOf } from '@vanzelf/rules/explain'
import { compileMissing, discretions } from '@vanzelf/rules/require'
import { narratorOf, policies, policyInWords, referenceDates } from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_WHILE, runs, somePopulations, unlessNotInForce } from './generated.ts'

const isSettled = (decision: Decision) =>
  decision.outcome === 'not eligible' || (decision.outcome === 'eligible' && decision.open.length === 0)

describe('what is missing', () => {
  it(
    'is nothing once a decision is settled, and something while it is not',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          const narrator = narratorOf(policy)
          const [{ decide }, { missing }] = [compile(policy), compileMissing(policy)]
          for (const population of populations) {
            const told = narrator.tell(population, { level: 'at first' })
            const decision = unlessNotInForce(() => decide(told.subject, on))
            if (decision === undefined) continue
            const asked = unlessNotInForce(() => missing(told.subject, on))
            // A period without end that is gone through day by day is left open though everything is known.
            if (asked?.length === 0 && goesThroughDays(policyInWords(policy))) continue
            if (asked === undefined || isSettled(decision) === (asked.length === 0)) continue
            throw new Error(`${decision.outcome}, ${asked.length} missing\n${policyInWords(policy)}\non ${on}\n${told}`)
          }
        }),
        runs(500),
      ),
    A_WHILE,
  )
})

describe('a proof', () => {
  it(
    'rests on facts that alone reproduce the outcome',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          const narrator = narratorOf(policy)
          const [{ decide }, { explain }] = [compile(policy), compileExplain(policy)]
          const decided = discretions(policy).map(({ name }) => name)
          for (const population of populations) {
            const told = narrator.tell(population, { level: 'at first' })
            const decision = unlessNotInForce(() => decide(told.subject, on))
            if (decision === undefined || decision.outcome === 'undetermined') continue
            const proof = unlessNotInForce(() => explain(told.subject, on))
            if (proof === undefined) continue
            expect(proof.decision.outcome).toBe(decision.outcome)
            const again = unlessNotInForce(() => decide(alone(told.subject, factsOf(proof), decided), on))
            if (again === undefined || again.outcome === decision.outcome) continue
            throw new Error(`${decision.outcome}, then ${again.outcome}\n${policyInWords(policy)}\non ${on}\n${told}`)
          }
        }),
        runs(500),
      ),
    A_WHILE,
  )
})

const goesThroughDays = (words: string) => /throughout|atSomeTimeIn|daysIn/.test(words)

type Told = { [name: string]: unknown }

/** A situation of these facts and no others, about the same people; what a person has decided stays decided. */
function alone(
  subject: object,
  facts: readonly { readonly fact: Fact; readonly subject: object }[],
  decided: readonly string[],
): object {
  const people = new Map<object, Told>()
  const person = (one: object): Told => {
    const known = people.get(one) ?? Object.fromEntries(decided.map((name) => [name, (one as Told)[name]]))
    people.set(one, known)
    return known
  }
  for (const { fact, subject: whom } of facts) person(whom)[fact.name] = copied((whom as Told)[fact.name], fact, person)
  return person(subject)
}

/** What is told of a fact, with the people in it exchanged. */
function copied(told: unknown, fact: Fact, person: (one: object) => object): unknown {
  if (fact.value.type !== 'one' && fact.value.type !== 'those') return told
  if (typeof told !== 'object' || told === null || 'unknown' in told) return told
  if ('timeline' in told)
    return {
      timeline: (told.timeline as readonly { readonly value: unknown }[]).map((step) => ({
        ...step,
        value: copied(step.value, fact, person),
      })),
    }
  // A narrator tells of any year that is asked: the copy asks on.
  if (fact.when.includes('year'))
    return new Proxy(told, { get: (years, year) => toldOf(Reflect.get(years, year), person) })
  return toldOf(told, person)
}

function toldOf(value: unknown, person: (one: object) => object): unknown {
  if (Array.isArray(value)) return value.map((one: object) => person(one))
  return typeof value === 'object' && value !== null && !('unknown' in value) ? person(value) : value
}
