import { DefinitionError, type IsoDate, RefusedError } from '@vanzelf/rules'
import type { Purpose, SubjectId } from '@vanzelf/source'
import { dayBefore, isDay } from '../day.ts'
import type { Pseudonyms } from '../numbers.ts'
import { MOST_STATUSES, type StatusAsked } from '../services/social-status.ts'
import { sharedNames } from '../social-security.ts'
import { profilesOf, type StatusProfile } from '../status-profile.ts'
import { allPlaced, forgotten, type Prepared, prepared } from './placing.ts'
import { fileOf } from './status-list-file.ts'

/** The day, or the days, about which a list asks; `until` is no longer one of them. */
export type StatusListAt =
  | { readonly on: IsoDate }
  | { readonly during: { readonly from: IsoDate; readonly until: IsoDate } }

/** What is asked, of whom, and where the files are made. */
export interface WriteStatusListOptions<FactName extends string> {
  /** Where the exchange of files picks them up. */
  readonly folder: string
  /** Which facts are asked, at most eight. */
  readonly facts: readonly FactName[]
  readonly at: StatusListAt
  /** Who is on the list; somebody twice stands on it once. */
  readonly subjects: readonly SubjectId[]
  readonly pseudonyms: Pseudonyms
  readonly purpose: Purpose
  /** What stands in `Operatie`: no values of it are public, your agreement has it. */
  readonly operation: string
  /** One for each list, at most 29 characters: a file has it with its place behind. */
  readonly reference: string
  /** Statuses of your own and how they are asked, as those of `magda`. Of an age a list asks one end only. */
  readonly statuses?: { readonly [fact: string]: StatusProfile }
  /** The names of your authorisation, as those of `magda`. */
  readonly allowedStatuses?: readonly string[]
  /** How many persons go into one file; 5000 unless said. */
  readonly personsPerFile?: number
  /** The name of a file; its reference and `.xml` unless said. */
  readonly fileName?: (file: { readonly reference: string; readonly place: number; readonly of: number }) => string
}

/** One file that was sent. */
export interface StatusListFile {
  readonly name: string
  /** What the answer repeats. */
  readonly reference: string
  /** How many of the subjects stand in it: the next ones, in their order. */
  readonly count: number
}

/** What was sent: plain data without national numbers, to keep until the answers come back. */
export interface StatusListSent<FactName extends string = string> {
  readonly at: StatusListAt
  /** The status that was asked for each fact. */
  readonly statuses: { readonly [fact in FactName]: string }
  /** Who stands on the list, in its order. */
  readonly subjects: readonly SubjectId[]
  /** Who was left out: the number behind the subject is not known here. */
  readonly leftOut: readonly SubjectId[]
  readonly files: readonly StatusListFile[]
}

/**
 * Writes the files of GeefSociaalStatuutVoorLijst 02.00: the same statuses asked of a whole list at once, answered by
 * files that come later. Each file is whole when it is seen, and only its owner may read it; names, encryption and
 * transport are the exchange's. All files are placed or none; a list that broke off can be written again, as it was: a
 * file that stands there with the same bytes counts as placed.
 * @throws {RefusedError} `no-legal-basis` when the purpose names none
 * @throws {DefinitionError} `bad-option` when an option does not fit
 * @throws {DocumentError} `file-not-writable` when another file is there already, or the folder is not writable
 * @example
 * ```ts
 * import { mkdtempSync, rmSync } from 'node:fs'
 * import { pseudonyms } from '@vanzelf/source/pseudonyms'
 *
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const folder = mkdtempSync('list-')
 * const sent = await writeStatusList({
 *   folder,
 *   facts: ['increasedReimbursement'],
 *   at: { on: '2026-01-01' },
 *   subjects: [people.of('85.67.30-033.60'), 'nobody'],
 *   pseudonyms: people,
 *   purpose: { policy: 'exampleville/bags', basis: 'authorisation 2026/3', asker: 'Exampleville' },
 *   operation: 'EXAMPLE',
 *   reference: 'bags-2026',
 * })
 * sent.files // => [{ name: 'bags-2026-1.xml', reference: 'bags-2026-1', count: 1 }]
 * sent.leftOut // => ['nobody']
 * rmSync(folder, { recursive: true })
 * ```
 */
export async function writeStatusList<const FactName extends string>(
  options: WriteStatusListOptions<FactName>,
): Promise<StatusListSent<FactName>> {
  const { folder, at, operation, pseudonyms } = options
  const asked = askedOf(options)
  const { ids, leftOut } = listed(options)
  const files = filesOf(options, ids.length)
  const ready: Prepared[] = []
  try {
    let start = 0
    for (const { name, reference, count } of files) {
      const numbers = ids.slice(start, start + count).map((id) => pseudonyms.reveal(id) ?? '')
      const content = fileOf({ operation, statuses: asked.map(({ status }) => status), numbers }, reference)
      ready.push(await prepared(folder, name, content))
      start += count
    }
    // None is seen before all are ready: a full disk leaves no half list.
    await allPlaced(ready)
  } finally {
    await Promise.all(ready.map(forgotten))
  }
  const statuses = Object.fromEntries(asked.map(({ fact, status }) => [fact, status.profile.name]))
  // Its names are those of the facts asked, which is lost in the record of their entries.
  return { at, statuses: statuses as StatusListSent<FactName>['statuses'], subjects: ids, leftOut, files }
}

function listed({ subjects, pseudonyms }: WriteStatusListOptions<string>) {
  const ids: SubjectId[] = []
  const leftOut: SubjectId[] = []
  for (const id of new Set(subjects)) (/^\d{11}$/.test(pseudonyms.reveal(id) ?? '') ? ids : leftOut).push(id)
  return { ids, leftOut }
}

function askedOf(options: WriteStatusListOptions<string>): readonly { fact: string; status: StatusAsked }[] {
  const { facts, at, purpose, operation, statuses = {}, allowedStatuses = sharedNames } = options
  if (!purpose.basis.trim())
    throw new RefusedError({
      code: 'no-legal-basis',
      what: 'a list may not be asked: no legal basis is named for it',
      where: `policy \`${purpose.policy}\``,
      todo: 'give the purpose its `basis`',
    })
  const days = 'on' in at ? [at.on] : [at.during.from, at.during.until]
  if (!days.every(isDay) || ('during' in at && at.during.until <= at.during.from))
    throw bad('`at` is no day, or no period of a day or more', 'write dates as YYYY-MM-DD, `until` after `from`')
  if (operation.length < 1 || operation.length > 120)
    throw bad('`operation` has not 1 to 120 characters', 'write it as your agreement with the platform does')
  const profiles = profilesOf(statuses, allowedStatuses)
  const when = 'on' in at ? at.on : { from: at.during.from, last: dayBefore(at.during.until) }
  const asked = [...new Set(facts)].map((fact) => {
    const profile = profiles.get(fact)
    if (!profile || !allowedStatuses.includes(profile.name))
      throw bad(`no allowed status answers the fact \`${fact}\``, 'give it in `statuses` and `allowedStatuses`')
    if (profile.age?.least !== undefined && profile.age.most !== undefined)
      throw bad(`the fact \`${fact}\` is asked between two ages`, 'a list takes `least` or `most`: ask the other apart')
    if (profile.within && 'place' in profile.within && profile.within.place.length > 2)
      throw bad(`the fact \`${fact}\` is asked within a place of more than two characters`, 'give its postcodes')
    return { fact, status: { profile, at: when } }
  })
  const names = new Set(asked.map(({ status }) => status.profile.name))
  if (asked.length < 1 || asked.length > MOST_STATUSES || names.size < asked.length)
    throw bad(
      `\`facts\` are not 1 to ${MOST_STATUSES}, or two of them have one status`,
      'write a list for each: an answer tells statuses apart by their names only',
    )
  return asked
}

function filesOf(options: WriteStatusListOptions<string>, persons: number): readonly StatusListFile[] {
  const { reference: ofList, personsPerFile: size = 5000, fileName = ({ reference }) => `${reference}.xml` } = options
  if (!Number.isInteger(size) || size < 1)
    throw bad('`personsPerFile` is not a whole number above zero', 'say how many persons go into one file')
  if (!/^[\w.-]{1,29}$/.test(ofList))
    throw bad(
      '`reference` is not 1 to 29 letters, digits, dots, hyphens and underscores',
      'make one for each list: by it answers are told apart',
    )
  const of = Math.ceil(persons / size)
  const files = Array.from({ length: of }, (_, index) => {
    const reference = `${ofList}-${index + 1}`
    const name = fileName({ reference, place: index + 1, of })
    return { name, reference, count: Math.min(size, persons - index * size) }
  })
  if (new Set(files.map(({ name }) => name)).size < of || files.some(({ name }) => !/^[^./\\][^/\\]*$/.test(name)))
    throw bad('`fileName` gives two files one name, or one that is hidden or in another folder', 'name each file apart')
  return files
}

const bad = (what: string, todo: string) =>
  new DefinitionError({ code: 'bad-option', what, where: 'options of `writeStatusList`', todo })
