import { unknown } from '@vanzelf/rules'
import type { Answerer, SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import type { DebtMediation } from '@vanzelf/source-municipal-welfare'
import { type Disturbance, inMemory, type Resident, type SyntheticCity } from '@vanzelf/testing'
import type { Connectors, Right } from './rights.ts'

/**
 * The registers of a synthetic city, which answer about pseudonyms as those of a real city do: the number behind one is
 * revealed in this file and nowhere else, and who is named in an answer gets a pseudonym before it is handed on.
 */
export function registersOf(city: SyntheticCity, people: Pseudonyms, disturbance: Disturbance): Connectors {
  const {
    'population-register': register,
    'social-security': security,
    'municipal-welfare': welfare,
    childcare,
    education,
  } = inMemory(city, disturbance)
  const translated = <C extends object>(connector: C) => translate(connector, city, people)
  return {
    'population-register': translated(register),
    'social-security': translated(security),
    'municipal-welfare': translated({ ...welfare, debtMediation: certifiedOf(welfare.debtMediation) }),
    childcare: translated(childcare),
    education: translated(education),
  }
}

/** Those of a city for whom a right is decided, as pseudonyms. */
export function* residentsOf(city: SyntheticCity, people: Pseudonyms, { decidedFor }: Pick<Right, 'decidedFor'>) {
  if (decidedFor === 'reference persons') for (const id of city.referencePersons()) yield pseudonymOf(id, city, people)
  else
    for (const { nationalNumber, birthDate } of city.residents())
      if (decidedFor === 'everybody' || isChild(birthDate, city.on)) yield people.of(nationalNumber)
}

/** The resident behind a pseudonym, for who writes a letter to them. */
export const residentBehind = (subject: SubjectId, city: SyntheticCity, people: Pseudonyms): Resident | undefined =>
  city.withNationalNumber(people.reveal(subject) ?? '')

/** Of who turned 18 in an earlier year nothing is asked: they are in no school or care that a right of children is about. */
const isChild = (birthDate: string, on: string) => Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) <= 18

/**
 * Debt mediation by others than the city's own welfare centre: there the register finds nothing, and whoever has the
 * certificate of it must tell. Here of one resident in a hundred.
 */
const certifiedOf =
  (registered: Answerer<DebtMediation>): Answerer<DebtMediation> =>
  async (batch, signal) => {
    const answers = await registered(batch, signal)
    return answers.map((answer, index) => (batch.subjects[index]?.endsWith('77') ? unknown('not found') : answer))
  }

interface Asked {
  readonly subjects: readonly SubjectId[]
  readonly fact: { readonly about: string; readonly value: { readonly type: string } }
}
type Answers = (batch: Asked, signal?: AbortSignal) => Promise<readonly object[]>

function translate<C extends object>(connector: C, city: SyntheticCity, people: Pseudonyms): C {
  const residentId = (subject: SubjectId) => residentBehind(subject, city, people)?.id ?? 'nobody'
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
      // An enrolment is nobody, and goes by its own id.
      const subjects = batch.fact.about === 'person' ? batch.subjects.map(residentId) : batch.subjects
      const told = await (answerer as Answers)({ ...batch, subjects }, signal)
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
