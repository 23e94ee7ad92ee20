import { basename } from 'node:path'
import { DocumentError, type Unknown, unknown } from '@vanzelf/rules'
import type { Answerer, At, FactsOf, SubjectId } from '@vanzelf/source'
import type { StatusProfile as StatusFact, socialSecurity } from '@vanzelf/source-social-security'
import { answerer, type ToldAnswer } from '../answerer.ts'
import { dayBefore } from '../day.ts'
import type { Pseudonyms } from '../numbers.ts'
import { type Reply, repliekOf } from '../reply.ts'
import type { StatusAsked } from '../services/social-status.ts'
import { answerOf } from '../status-told.ts'
import { answerAt, type Step } from '../told.ts'
import { Misfit, readXml } from '../xml.ts'
import { areAlike, contentOf, filesIn, isSameFolder } from './exchange-folder.ts'
import { fileName } from './file-errors.ts'
import { moved } from './placing.ts'
import { statusList } from './status-list-file.ts'
import type { StatusListFile, StatusListSent } from './write-status-list.ts'

type SharedFact = FactsOf<typeof socialSecurity>
type FactNamed<Name extends string> = Name extends SharedFact['name']
  ? Extract<SharedFact, { readonly name: Name }>
  : StatusFact<Name>

/** Answers the facts that a list asked. */
export type StatusListConnector<FactName extends string> = {
  readonly [Name in FactName]: Answerer<FactNamed<Name>>
}

/** What was asked, and where its answers come. */
export interface ReturnedStatusListOptions<FactName extends string> {
  readonly sent: StatusListSent<FactName>
  readonly answers: {
    /** Where the exchange of files puts them; files that answer none of this list stay as they are. */
    readonly folder: string
    /** Where they go once they are read, and are read again from then on; they stay where they are unless said. */
    readonly archive?: string
  }
  readonly pseudonyms: Pseudonyms
}

/**
 * A connector over a list that was sent and the files that have come back by now. Whose file is not answered yet is
 * `unavailable`; who stands in the question and not in its answer is `in doubt`; another time, or somebody who was not
 * on the list, was `not asked`. Answers are found by their reference, whatever the name of their file.
 * @throws {DocumentError} `bad-document` when an answer is not whole, answers a request that another file answers too,
 *   or names somebody who was not asked; `file-not-readable`, `file-not-writable`
 * @example
 * ```ts
 * import { mkdtempSync, rmSync } from 'node:fs'
 * import { increasedReimbursement } from '@vanzelf/source-social-security'
 *
 * const folder = mkdtempSync('list-')
 * const connector = await returnedStatusList({
 *   sent: {
 *     at: { on: '2026-01-01' },
 *     statuses: { increasedReimbursement: 'BIM_BVT' },
 *     subjects: ['p1'],
 *     leftOut: [],
 *     files: [{ name: 'bags-1.xml', reference: 'bags-1', count: 1 }],
 *   },
 *   answers: { folder },
 *   pseudonyms: { of: (number) => number, reveal: (id) => id },
 * })
 * const purpose = { policy: 'exampleville/bags', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * const batch = { fact: increasedReimbursement, at: { on: '2026-01-01' }, subjects: ['p1'], purpose } as const
 * await connector.increasedReimbursement(batch) // => [{ unknown: 'unavailable', code: 'list not answered' }]
 * rmSync(folder, { recursive: true })
 * ```
 */
export async function returnedStatusList<const FactName extends string>({
  sent,
  answers,
  pseudonyms,
}: ReturnedStatusListOptions<FactName>): Promise<StatusListConnector<FactName>> {
  const told = new Map<SubjectId, ToldOf>()
  const references = new Map(portionsOf(sent).map((portion) => [portion.file.reference, portion]))
  const answered = new Set<string>()
  const { archived, arrived, archive } = await standing(answers)
  const read = new Set<string>()
  for (const path of [...archived, ...arrived.filter(({ twin }) => twin === undefined).map(({ path }) => path)]) {
    const reference = await readAnswer(path, { sent, references, pseudonyms, told })
    if (reference === undefined) continue
    if (answered.has(reference)) throw bad(path, 'answers a request that another file answers too')
    answered.add(reference)
    read.add(path)
  }
  if (archive !== undefined)
    for (const { path, twin } of arrived) if (read.has(twin ?? path)) await moved(path, archive)

  const onList = new Set(sent.subjects)
  const leftOut = new Set(sent.leftOut)
  const outside = (id: SubjectId) =>
    leftOut.has(id) || pseudonyms.reveal(id) === undefined ? unknown('not found') : unknown('not asked')
  const names = Object.keys(sent.statuses)
  const connector = Object.fromEntries(
    names.map((fact, place) => [
      fact,
      answerer((id, { at }) => {
        if (!onList.has(id)) return Promise.resolve(outside(id))
        const said = told.get(id)
        return Promise.resolve(
          answerFor(
            sent,
            at,
            said === undefined ? notAnswered : 'unknown' in said ? said : (said[place] ?? notInAnswer),
          ),
        )
      }),
    ]),
  )
  // Its names are those of the facts sent, which is lost in the record of their entries.
  return Object.freeze(connector) as unknown as StatusListConnector<FactName>
}

/** What stands in the folders; of what arrived, its twin in the archive, where a move broke off between the two. */
async function standing({ folder, archive }: ReturnedStatusListOptions<string>['answers']) {
  const paths = await filesIn(folder)
  if (archive === undefined || (await isSameFolder(folder, archive)))
    return { archived: [], arrived: paths.map((path) => ({ path, twin: undefined })), archive: undefined }
  const archived = await filesIn(archive)
  const arrived: { readonly path: string; readonly twin: string | undefined }[] = []
  for (const path of paths) {
    const named = archived.find((each) => basename(each) === basename(path))
    arrived.push({ path, twin: named !== undefined && (await areAlike(named, path)) ? named : undefined })
  }
  return { archived, arrived, archive }
}

const notAnswered = unknown('unavailable', 'list not answered')
const notInAnswer = unknown('in doubt', 'not in the answer')
// What they may hold is not documented: that the source has no data, perhaps.
const noWithDetails = unknown('in doubt', 'details beside a no')

/** Of one person: an answer for each fact in its order, or why there is none. */
type ToldOf = readonly ToldAnswer[] | Unknown

/** The subjects of one file. */
interface Portion {
  readonly file: StatusListFile
  readonly subjects: readonly SubjectId[]
}

function portionsOf({ files, subjects }: StatusListSent): readonly Portion[] {
  let start = 0
  return files.map((file) => {
    const portion = { file, subjects: subjects.slice(start, start + file.count) }
    start += file.count
    return portion
  })
}

interface Reading {
  readonly sent: StatusListSent
  readonly references: ReadonlyMap<string, Portion>
  readonly pseudonyms: Pseudonyms
  readonly told: Map<SubjectId, ToldOf>
}

/** Reads one file, and tells which request it answers: one of the list, or none. */
async function readAnswer(path: string, { sent, references, pseudonyms, told }: Reading): Promise<string | undefined> {
  const xml = await contentOf(path)
  // Long before it is parsed: the files of other lists may be many, and need not be ours to judge.
  if (![...references.keys()].some((reference) => xml.includes(`>${reference}<`))) return undefined
  const { reference, reply } = await replyIn(path, xml)
  const portion = references.get(reference ?? '')
  if (!portion) return undefined
  if (!reply || 'replacedBy' in reply) throw bad(path, 'is not a whole answer to a list')
  if ('refusal' in reply) {
    // Without a code it is no word of the platform, but our reading of what does not fit.
    if (reply.refusal.code === undefined) throw bad(path, 'is not a whole answer to a list')
    for (const id of portion.subjects) told.set(id, reply.refusal)
    return reference
  }
  for (const id of portion.subjects) told.set(id, notInAnswer)
  const asked = askedOf(sent)
  const inFile = new Set(portion.subjects)
  const seen = new Set<SubjectId>()
  for (const { number, statuses } of reply.content) {
    const id = pseudonyms.of(number)
    if (!inFile.has(id)) throw bad(path, 'names somebody who was not asked in its request')
    const answers = asked.map((one) => {
      const said = statuses.filter(({ name }) => name === one.profile.name)
      return said.some(({ result, hasDetails }) => result === '0' && hasDetails)
        ? noWithDetails
        : answerOf(said, one, undefined)
    })
    told.set(id, seen.has(id) ? unknown('in doubt') : answers)
    seen.add(id)
  }
  return reference
}

async function replyIn(path: string, xml: string) {
  const repliek = `//*[local-name()="${statusList.name}Response"]/Repliek`
  try {
    return await readXml(xml, {}, (document) => {
      const reference = document.text(`${repliek}/Antwoorden/Antwoord/Referte`)
      const read = (below: Parameters<typeof repliekOf>[1]): Reply<Content> =>
        repliekOf(statusList, below, reference ?? '')
      return { reference, reply: document.one(repliek, read) }
    })
  } catch (error) {
    if (error instanceof Misfit) throw bad(path, 'is not a whole answer to a list')
    throw error
  }
}

type Content = ReturnType<(typeof statusList)['shape']['parse']>

function askedOf({ at, statuses }: StatusListSent): readonly StatusAsked[] {
  const when = 'on' in at ? at.on : { from: at.during.from, last: dayBefore(at.during.until) }
  return Object.values(statuses).map((name) => ({ profile: { name }, at: when }))
}

/** What was told of the time that was sent, at the time that is asked now: that very day, or days within the period. */
function answerFor({ at: sent }: StatusListSent, at: At, told: ToldAnswer): ToldAnswer {
  if ('year' in at) return notAsked
  if ('on' in sent) return 'on' in at && at.on === sent.on ? told : notAsked
  const { from, until } = sent.during
  const touches =
    'on' in at ? from <= at.on && at.on < until : at.during.from < until && (!at.during.until || from < at.during.until)
  if (!touches) return notAsked
  if ('unknown' in told) return told
  // Over a period `answerOf` tells a timeline.
  const { timeline } = told.value as { readonly timeline: readonly Step<boolean>[] }
  return answerAt(at, timeline, () => notAsked)
}

const notAsked = unknown('not asked')

const bad = (path: string, what: string) =>
  new DocumentError({
    code: 'bad-document',
    what,
    where: fileName(path),
    todo: 'see whether all of it has arrived, and once; then read the list again',
  })
