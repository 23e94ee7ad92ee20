import { looksLikeNationalNumber } from '../national-number.ts'
import { suggestion } from '../nearest.ts'
import { badFile } from '../written/bad-file.ts'
import type { Entry, Place, Written } from '../written/written.ts'
import type { Tellables } from './tellable.ts'

/** Whoever the policy decides on, where nobody gave another name. */
export const APPLICANT = 'applicant'
/** What holds for everyone of whom nothing else is told. */
export const EVERYONE = 'everyone'

/** Somebody of whom facts are told, by a name that a file gave. */
export interface Member {
  readonly facts: readonly Entry[]
  readonly place: Place
}
/** What one part of a file tells: of everyone, and of some by name. */
export interface Layer {
  readonly everyone: readonly Entry[]
  readonly members: ReadonlyMap<string, Member>
}

export const NOBODY: Layer = { everyone: [], members: new Map() }

/** Who plays a part, and what is told of them: what is shared first, what is of this case last. */
export interface Cast {
  readonly subject: string
  readonly shared: Layer
  readonly own: Layer
  readonly place: Place
}

/** What stands under `given`: names, and under each its facts. */
export function layerOf(given: Written): Layer {
  if (given.kind !== 'map')
    return badFile(given.place, '`given` names nobody', 'write a name, and below it, indented, its facts')
  const members = new Map<string, Member>()
  let everyone: readonly Entry[] = []
  for (const { key, value, place } of given.entries) {
    checkMemberName(key, place)
    if (value.kind !== 'map')
      badFile(
        place,
        `of \`${key}\` no facts are told`,
        `write them below the name, or \`${key}: {}\` where none is known`,
      )
    if (key === EVERYONE) everyone = value.entries
    else members.set(key, { facts: value.entries, place })
  }
  return { everyone, members }
}

/** @throws {UsageError} where somebody goes by a national number, which the error does not repeat */
export function checkMemberName(name: string, place: Place): void {
  if (looksLikeNationalNumber(name))
    badFile(place, 'somebody goes by what looks like a national number', 'give a first name of your own making')
}

/** Refuses a fact that the policy never asks, of whomever it is told: most likely it is misspelt. */
export function checkFactNames({ names, policy }: Tellables, { everyone, members }: Layer): void {
  for (const { key, place } of [...everyone, ...[...members.values()].flatMap(({ facts }) => facts)]) {
    checkMemberName(key, place)
    if (!names.includes(key)) badFile(place, `\`${policy}\` asks no fact \`${key}\``, suggestion(key, names))
  }
}
