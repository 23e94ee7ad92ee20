import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import { boundsOf } from './register-date.ts'
import type { Composition } from './services/household.ts'
import type { PersonFile, Relative } from './services/person.ts'
import { isCurrent, type Whereabouts } from './whereabouts.ts'

/** What one answer tells of a household, each part with the day since which it surely is so; without one, today. */
export interface HouseholdTold {
  readonly position: Since<string> | Unknown
  readonly referencePerson: Since<string> | Unknown
  readonly members: Since<readonly string[]> | Unknown
}
export interface Since<Value> {
  readonly value: Value
  readonly since?: IsoDate | undefined
}

/** Information type 141, as far as it is minded here. */
const REFERENCE_PERSON = '01'
const IN_A_COMMUNITY = '20'
const descendants: ReadonlySet<string> = new Set(['03', '05', '14'])
const PARENT = '06'

const saysNothing = unknown('not permitted')
const inDoubt = unknown('in doubt')
const nothing: HouseholdTold = { position: saysNothing, referencePerson: saysNothing, members: saysNothing }
const doubtful: HouseholdTold = { position: inDoubt, referencePerson: inDoubt, members: inDoubt }

/** The household as its composition tells it: everybody with number and position. */
export function byComposition(composition: Composition, number: string, today: IsoDate): HouseholdTold {
  const members = composition.filter((member) => isCurrent(member, today))
  const numbers = members.map((member) => member.number)
  const own = members.find((member) => member.number === number)
  const [reference, second] = members.filter(({ position }) => position === REFERENCE_PERSON)
  if (!own || second || new Set(numbers).size < numbers.length) return doubtful
  const position = { value: own.position, since: own === reference ? sinceMembersOf(members, own) : sinceOf(own) }
  const inCommunity = own.position === IN_A_COMMUNITY
  if (!reference)
    return {
      position,
      referencePerson: inCommunity ? unknown('not found') : inDoubt,
      members: inCommunity ? { value: numbers } : inDoubt,
    }
  return { position, referencePerson: { value: reference.number, since: position.since }, members: { value: numbers } }
}

/**
 * The household as a person's own file tells it: the file of the reference person lists the other members, that of
 * another member names the reference person. A file with one entry that has no number and position 01 is of somebody
 * who lives alone.
 */
export function byFile(
  file: PersonFile,
  { gone }: Whereabouts,
  oneOfSeveral: readonly string[],
  today: IsoDate,
): HouseholdTold {
  if (gone)
    return { position: unknown('not found'), referencePerson: unknown('not found'), members: unknown('not found') }
  if (['Referentiepersoon', 'Gezinsleden', 'Gezinslid'].some((name) => oneOfSeveral.includes(name))) return doubtful
  const reference = file.reference && isCurrent(file.reference, today) ? file.reference : undefined
  const members = file.members.filter((member) => isCurrent(member, today))
  if (reference && reference.number !== file.number) return members.length > 0 ? doubtful : asMember(file, reference)
  if (members.length === 0) return nothing
  const own = members.find(({ number }) => number === file.number)
  const others = members.filter((member) => member !== own)
  if (own)
    return own.position === REFERENCE_PERSON
      ? asReference(file, others, sinceOf(own))
      : { ...doubtful, position: { value: own.position, since: sinceOf(own) } }
  const [only] = others
  if (others.length === 1 && only?.number === undefined)
    return only?.position === REFERENCE_PERSON ? asReference(file, [], sinceOf(only)) : doubtful
  return asReference(file, others, sinceMembersOf(others))
}

function asReference(file: PersonFile, others: readonly Relative[], since: IsoDate | undefined): HouseholdTold {
  if (others.some(({ position }) => position === REFERENCE_PERSON)) return doubtful
  const numbers = others.flatMap(({ number }) => number ?? [])
  return {
    position: { value: REFERENCE_PERSON, since },
    referencePerson: { value: file.number, since },
    // A member whose number is not shown cannot be asked about: the list would lack somebody.
    members: numbers.length < others.length ? saysNothing : { value: [...new Set([file.number, ...numbers])] },
  }
}

function asMember(file: PersonFile, reference: Relative): HouseholdTold {
  const { position, number } = reference
  const since = sinceOf(reference)
  const told = isPossible(file, reference) && position !== REFERENCE_PERSON ? { value: position, since } : inDoubt
  if (position === IN_A_COMMUNITY)
    return { position: told, referencePerson: unknown('not found'), members: saysNothing }
  return {
    position: told,
    referencePerson: number === undefined ? saysNothing : { value: number, since },
    members: saysNothing,
  }
}

/** Nobody is older than a parent, nor younger than a child: some files give the position the other way around. */
function isPossible(file: PersonFile, { position, birthDate }: Relative): boolean {
  const own = boundsOf(file.birth?.date)
  const theirs = boundsOf(birthDate)
  if (!own || !theirs) return true
  if (descendants.has(position)) return own.most >= theirs.least
  return position !== PARENT || own.least <= theirs.most
}

const sinceOf = ({ since }: { readonly since?: string | undefined }) => boundsOf(since)?.most

/** Somebody is the reference person at least since the first of those who are members now joined. */
const sinceMembersOf = (members: readonly { readonly since?: string | undefined }[], except?: object) =>
  members
    .filter((member) => member !== except)
    .flatMap((member) => sinceOf(member) ?? [])
    .sort()[0]
