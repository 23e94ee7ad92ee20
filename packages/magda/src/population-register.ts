import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Connector, FactsOf, Known, Purpose, SubjectId } from '@vanzelf/source'
import type { populationRegister } from '@vanzelf/source-population-register'
import { addressOf, atAddress } from './address-told.ts'
import { answerer, type ToldAnswer } from './answerer.ts'
import type { Consult, Said } from './consultation.ts'
import { dayAfter, earliest } from './day.ts'
import type { Disclosed } from './disclosed.ts'
import type { Refusal } from './exceptions.ts'
import type { Asking } from './exchange.ts'
import { addressSinceOf, birthDateOf, deathDateOf, municipalityOf, postcodeOf } from './file-told.ts'
import { byComposition, byFile, type HouseholdTold, type Since } from './household-told.ts'
import { joined } from './joined.ts'
import type { Numbers } from './numbers.ts'
import { address } from './services/address.ts'
import { household } from './services/household.ts'
import { type PersonFile, person } from './services/person.ts'
import { whereabouts } from './whereabouts.ts'

type RegisterFact = FactsOf<typeof populationRegister>
type FactName = RegisterFact['name']

interface Ask {
  readonly fact: FactName
  readonly at: At
  readonly subject: SubjectId
  readonly purpose: Purpose
}

export interface PopulationRegisterOptions {
  readonly consult: Consult
  readonly numbers: Numbers
  readonly today: () => IsoDate
  /** Facts of which a missing element means that there is none. */
  readonly disclosed: readonly Disclosed[]
}

/**
 * The population register, by GeefPersoon, GeefGezinssamenstelling and ZoekPersoonOpAdres. Which of them answers is chosen for the least
 * that is told: a file tells of one person, a composition of everybody in the household.
 */
export function populationRegisterOver(options: PopulationRegisterOptions): Connector<RegisterFact> {
  const visit = joined(
    ({ subject, purpose }: Ask) => JSON.stringify([subject, purpose.policy, purpose.basis, purpose.asker]),
    (asks, signal) => visited(options, asks, signal),
  )
  const answers = <const Name extends FactName>(fact: Name) =>
    answerer<Extract<RegisterFact, { readonly name: Name }>>((subject, { at, purpose }, signal) =>
      visit({ fact, at, subject, purpose }, signal),
    )
  return Object.freeze({
    addressSince: answers('addressSince'),
    birthDate: answers('birthDate'),
    deathDate: answers('deathDate'),
    householdMembers: answers('householdMembers'),
    householdPosition: answers('householdPosition'),
    municipality: answers('municipality'),
    postcode: answers('postcode'),
    referencePerson: answers('referencePerson'),
    registeredAtSameAddress: answers('registeredAtSameAddress'),
  })
}

/** All that is asked about one person at once: each service is asked when first needed, and once. */
async function visited(
  { consult, numbers, today, disclosed }: PopulationRegisterOptions,
  asks: readonly Ask[],
  signal: AbortSignal,
): Promise<readonly ToldAnswer[]> {
  const [{ subject, purpose } = asks[0] as Ask] = asks
  const asking: Asking = { subject, purpose, signal }
  const day = today()
  const file = once(() => consult(person, (number) => ({ number }), asking))
  const composition = once(() => consult(household, (number) => ({ number }), asking))
  const wantsMembers = asks.some(({ fact, at }) => fact === 'householdMembers' && isOn(at, day))
  const answers: ToldAnswer[] = []
  for (const { fact, at } of asks) answers.push(await answerOf(fact, at))
  return answers

  async function answerOf(fact: FactName, at: At): Promise<ToldAnswer> {
    if (numbers.numberOf(subject) === undefined) return unknown('not found')
    if (fact === 'birthDate') return ofFile((said) => birthDateOf(said, day))
    // The register speaks of today and before.
    if (startOf(at) > day) return unknown('not asked')
    if (fact === 'deathDate') return ofFile((said) => deathDateOf(said, at, day, disclosed.includes('deathDate')))
    if (fact === 'municipality') return ofFile((said) => municipalityOf(said, at, day))
    if (fact === 'postcode') return ofFile((said) => postcodeOf(said, at, day))
    if (fact === 'addressSince') return ofFile((said) => addressSinceOf(said, at, day))
    if (fact === 'householdMembers') return isOn(at, day) ? members(at) : unknown('not asked')
    if (fact === 'registeredAtSameAddress') return isOn(at, day) ? atSameAddress(at) : unknown('not asked')
    return relation(fact, at)
  }

  async function ofFile(read: (said: Said<PersonFile>) => ToldAnswer): Promise<ToldAnswer> {
    const said = await file()
    return 'refusal' in said ? said.refusal : read(said)
  }

  /** Who is where in the household: the person's own file says it of that person alone. */
  function relation(fact: 'householdPosition' | 'referencePerson', at: At): Promise<ToldAnswer> {
    const ways = wantsMembers ? [theComposition, ownFile] : [ownFile, theComposition]
    const told =
      fact === 'householdPosition'
        ? ({ position }: HouseholdTold) => position
        : ({ referencePerson }: HouseholdTold) => referencePerson
    return firstKnown(
      ways.map((way) => async () => onDay(told(await way()), at, day)),
      (value) => (fact === 'referencePerson' ? numbers.subjectOf(value) : value),
    )
  }

  /** Who the members are: the composition says it at once, the files only by way of the reference person's. */
  function members(at: At): Promise<ToldAnswer> {
    const ways = [theComposition, ownFile, fileOfReferencePerson]
    return firstKnown(
      ways.map((way) => async () => onDay((await way()).members, at, day)),
      (value) => value.map((number) => numbers.subjectOf(number)),
    )
  }

  /** Who has the same address: the own file says which one that is, the search who is registered there. */
  async function atSameAddress(at: At): Promise<ToldAnswer> {
    const said = await file()
    if ('refusal' in said) return said.refusal
    const asked = addressOf(said.content, whereabouts(said.content, day), said.oneOfSeveral)
    if ('unknown' in asked) return asked
    const found = await consult(address, () => asked, asking)
    if ('refusal' in found) return found.refusal
    const there = atAddress(found.content, asked)
    return 'unknown' in there ? there : onDay({ value: there.map((number) => numbers.subjectOf(number)) }, at, day)
  }

  async function theComposition(): Promise<HouseholdTold> {
    const said = await composition()
    return 'refusal' in said ? refused(said) : byComposition(said.content, said.number, day)
  }

  async function ownFile(): Promise<HouseholdTold> {
    return toldBy(await file())
  }

  async function fileOfReferencePerson(): Promise<HouseholdTold> {
    const said = await file()
    if ('refusal' in said) return refused(said)
    const { referencePerson } = toldBy(said)
    if ('unknown' in referencePerson) return refused({ refusal: referencePerson, passing: false })
    if (referencePerson.value === said.number) return toldBy(said)
    const reference = numbers.subjectOf(referencePerson.value)
    const theirs = toldBy(await consult(person, (number) => ({ number }), { ...asking, subject: reference }))
    const lists = 'value' in theirs.members && theirs.members.value.includes(said.number)
    return 'value' in theirs.members && !lists ? refused({ refusal: unknown('in doubt'), passing: false }) : theirs
  }

  function toldBy(said: Said<PersonFile> | Refusal): HouseholdTold {
    return 'refusal' in said
      ? refused(said)
      : byFile(said.content, whereabouts(said.content, day), said.oneOfSeveral, day)
  }
}

const refused = ({ refusal }: Refusal): HouseholdTold => ({
  position: refusal,
  referencePerson: refusal,
  members: refusal,
})

/** Goes one way after another until one knows: the next is gone only when the one before has nothing to say. */
async function firstKnown<Value>(
  ways: readonly (() => Promise<Told<Value>>)[],
  report: (value: Value) => unknown,
): Promise<ToldAnswer> {
  const unknowns: Unknown[] = []
  for (const way of ways) {
    const told = await way()
    if (!('unknown' in told)) return { ...told, value: report(told.value) }
    unknowns.push(told)
    if (told.unknown === 'unavailable' || told.unknown === 'not asked') return told
  }
  const doubt = unknowns.find((told) => told.unknown === 'in doubt')
  return doubt ?? unknowns.find(({ code }) => code !== undefined) ?? unknowns.at(-1) ?? unknown('not asked')
}

type Told<Value> = Known<Value> | Unknown

/** What is told of today, about a day: it held then when it has surely been so since. */
function onDay<Value>(told: Since<Value> | Unknown, at: At, today: IsoDate): Told<Value> {
  if ('unknown' in told) return told
  const from = told.since ?? today
  return 'on' in at && from <= at.on
    ? { value: told.value, validity: { from: earliest(from, today), until: dayAfter(today) } }
    : unknown('not asked')
}

const isOn = (at: At, day: IsoDate) => 'on' in at && at.on === day

/** The first day of what is asked. */
const startOf = (at: At) => ('on' in at ? at.on : 'during' in at ? at.during.from : `${at.year}-01-01`)

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => {
    made ??= make()
    return made
  }
}
