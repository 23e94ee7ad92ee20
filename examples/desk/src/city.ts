import type { SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import { type Disturbance, inMemory, type SyntheticCity } from '@vanzelf/testing'
import type { Connectors } from './rights.ts'

/**
 * The registers of a synthetic city, which answer about pseudonyms as those of a real city do: the number behind one is
 * revealed here and nowhere else, and who is named in an answer gets a pseudonym before it is handed on.
 */
export function registersOf(city: SyntheticCity, people: Pseudonyms, disturbance: Disturbance): Connectors {
  const {
    'population-register': register,
    'social-security': security,
    'municipal-welfare': welfare,
  } = inMemory(city, disturbance)
  const translated = <C extends object>(connector: C) => translate(connector, city, people)
  return {
    'population-register': translated(register),
    'social-security': translated(security),
    'municipal-welfare': translated(welfare),
  }
}

/** Everybody of a city, or those for whom a household is decided, as pseudonyms. */
export function* residentsOf(city: SyntheticCity, people: Pseudonyms, who: 'everybody' | 'reference persons') {
  if (who === 'everybody') for (const { nationalNumber } of city.residents()) yield people.of(nationalNumber)
  else for (const id of city.referencePersons()) yield pseudonymOf(id, city, people)
}

interface Asked {
  readonly subjects: readonly SubjectId[]
  readonly fact: { readonly value: { readonly type: string } }
}
type Answers = (batch: Asked, signal?: AbortSignal) => Promise<readonly object[]>

function translate<C extends object>(connector: C, city: SyntheticCity, people: Pseudonyms): C {
  const idOf = (subject: SubjectId) => city.withNationalNumber(people.reveal(subject) ?? '')?.id ?? 'nobody'
  const named = (answer: unknown): unknown => {
    if (typeof answer === 'string') return pseudonymOf(answer, city, people)
    if (Array.isArray(answer)) return answer.map(named)
    if (typeof answer !== 'object' || answer === null) return answer
    if ('timeline' in answer && Array.isArray(answer.timeline))
      return { timeline: answer.timeline.map((step) => ({ ...step, value: named(step.value) })) }
    return answer
  }
  const wrapped = Object.entries(connector).map(([name, answerer]) => {
    const answers: Answers = async (batch, signal) => {
      const told = await (answerer as Answers)({ ...batch, subjects: batch.subjects.map(idOf) }, signal)
      const isRelation = ['one', 'those'].includes(batch.fact.value.type)
      return isRelation ? told.map((one) => ('value' in one ? { ...one, value: named(one.value) } : one)) : told
    }
    return [name, answers] as const
  })
  // Each answerer is replaced by one of the same fact, which a list of entries cannot say.
  return Object.fromEntries(wrapped) as C
}

function pseudonymOf(id: SubjectId, city: SyntheticCity, people: Pseudonyms): SubjectId {
  const resident = city.resident(id)
  return resident === undefined ? id : people.of(resident.nationalNumber)
}
