import { type Period, type Unknown, unknown } from '@vanzelf/rules'
import { type Answer, type Answerer, type At, parserOf, type SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import { refuseWithoutBasis } from './basis.ts'
import type { Mapped } from './mapped.ts'
import { Misread } from './misread.ts'
import { noneOf } from './none.ts'
import type { Entry, Reader } from './reading.ts'
import type { Line, Rows } from './rows.ts'
import { type Dated, isDated, type Stretch, saidBy, same, shared, stepsOf } from './steps.ts'
import type { SubjectColumn } from './subject.ts'
import type { Written } from './written.ts'

/** With what a table answers. */
export interface Answering {
  readonly rows: Rows
  readonly subject: SubjectColumn
  readonly pseudonyms: Pseudonyms
  readonly written: Written
  /** The days of which the table tells. */
  readonly tellsOf: () => Stretch
  /** Whether a subject without rows is one of whom there is nothing. */
  readonly absentMeansNone: boolean
}

/** What the rows of one subject say; in doubt where one of them cannot be read. */
type Said = { readonly entries: readonly Entry[] } | { readonly doubt: true } | undefined

/** Answers a fact from a table, a batch by one query; by two where it asks for the members of a group. */
export function answererOf({ fact, reading }: Mapped, table: Answering): Answerer {
  const parse = parserOf(fact)
  const reader: Reader = { written: table.written, subjectOf: (number) => table.pseudonyms.of(number) }
  const answer = answering({ fact, reading }, table)
  return async (batch, signal) => {
    signal?.throwIfAborted()
    refuseWithoutBasis(batch)
    if (batch.subjects.length === 0) return []
    const keys = new Map<SubjectId, string | undefined>()
    for (const id of batch.subjects) if (!keys.has(id)) keys.set(id, keyOf(id, table))
    const fixed = timeOf(batch.at, reading, table.tellsOf())
    if ('unknown' in fixed) return batch.subjects.map((id) => (keys.get(id) === undefined ? notFound : fixed))
    const found = await saidOf([...keys.values()].filter(isText), { fact, reading }, table, reader).catch(failure)
    signal?.throwIfAborted()
    const answers = new Map<SubjectId, Answer>()
    for (const [id, key] of keys) {
      if (key === undefined) answers.set(id, notFound)
      else if ('unknown' in found) answers.set(id, found)
      else {
        const told = answer({ said: found.said.get(key), mayHide: found.mayHide }, fixed)
        // Bounds on how many there may be are seen only now.
        answers.set(id, 'unknown' in told ? told : parse(told.value, told.validity))
      }
    }
    return batch.subjects.map((id) => answers.get(id) ?? notFound)
  }
}

const notFound = unknown('not found')
const notAsked = unknown('not asked')
const inDoubt = unknown('in doubt')
const isText = (text: string | undefined): text is string => text !== undefined

function keyOf(id: SubjectId, { pseudonyms, subject }: Answering): string | undefined {
  const number = pseudonyms.reveal(id)
  return number === undefined ? undefined : subject.plainOf(number)
}

/** The time to answer about: the part of it of which the table tells, and the reading. */
type Time =
  | { readonly on: string; readonly of: Stretch }
  | { readonly year: number; readonly whole: boolean }
  | { readonly during: Stretch }

function timeOf(at: At, { by, elsewhereNone }: Mapped['reading'], tellsOf: Stretch): Time | Unknown {
  if ('year' in at) {
    const { year } = at
    const days = { from: `${year}-01-01`, until: `${year + 1}-01-01` } as const
    const told = by === 'year' ? shared(days, tellsOf) : undefined
    const whole = same(told, days)
    // What an amount came to, or a no, may be otherwise by the end of the year; that something was there stays so.
    return told && (whole || elsewhereNone) ? { year, whole } : notAsked
  }
  if (by !== 'day') return notAsked
  if ('on' in at) {
    const { from = '', until = '~' } = tellsOf
    return from <= at.on && at.on < until ? { on: at.on, of: tellsOf } : notAsked
  }
  const { from, until } = at.during
  const during = shared(until ? { from, until } : { from }, tellsOf)
  return during ? { during } : notAsked
}

/** What the rows of each subject say of a fact, and whether one may be hidden: its subject cannot be read. */
interface Found {
  readonly said: ReadonlyMap<string, Said>
  readonly mayHide: boolean
}

async function saidOf(
  keys: readonly string[],
  { fact, reading }: Mapped,
  table: Answering,
  reader: Reader,
): Promise<Found> {
  // To look for it is to look through all of a table.
  const byAbsence = noneOf(fact) !== undefined && (table.absentMeansNone || reading.elsewhereNone)
  const hidden = byAbsence || reading.together === 'gathered'
  const { lines: mine, mayHide } = await table.rows.ofSubjects(keys, { hidden })
  const own = bySubject(mine, reading, reader)
  if (!reading.members) return { said: own, mayHide }
  const groups = [...own.values()].flatMap((said) => (said && 'entries' in said ? said.entries : []))
  const texts = new Set(groups.map(({ value }) => value).filter((value) => typeof value === 'string'))
  const found = await table.rows.having(reading.column, [...texts])
  const lines = found.filter((line) => reading.concerns(line))
  const said = bySubject(lines, reading, reader)
  const members = new Map<string, Map<string, Member>>()
  for (const line of lines) {
    const group = line.text(reading.column) ?? ''
    const inGroup = members.get(group) ?? new Map<string, Member>()
    inGroup.set(line.key, { said: said.get(line.key), id: idOf(line.key, table) })
    members.set(group, inGroup)
  }
  return { said: new Map([...own].map(([key, mine]) => [key, together(mine, members)])), mayHide }
}

interface Member {
  readonly said: Said
  /** `undefined` of whom the number cannot be read. */
  readonly id: SubjectId | undefined
}

/** The members of the groups one is in, on the days on which both are. */
function together(own: Said, members: ReadonlyMap<string, ReadonlyMap<string, Member>>): Said {
  if (!own || 'doubt' in own) return own
  const entries: Entry[] = []
  for (const mine of own.entries.filter(isDated)) {
    if (typeof mine.value !== 'string') {
      entries.push(mine)
      continue
    }
    const inside: Dated[] = []
    for (const { said, id } of members.get(mine.value)?.values() ?? []) {
      // Who cannot be read may be a member or not.
      if (!said || 'doubt' in said || id === undefined) return { doubt: true }
      for (const theirs of said.entries.filter(isDated)) {
        const days = theirs.value === mine.value ? shared(mine, theirs) : undefined
        if (days) inside.push({ ...days, value: id })
      }
    }
    for (const step of stepsOf(inside, 'gathered', mine)) if ('value' in step) entries.push(step)
  }
  return { entries }
}

function idOf(key: string, { pseudonyms, subject }: Answering): SubjectId | undefined {
  try {
    return key === '' ? undefined : pseudonyms.of(subject.numberOf(subject.plain(key)))
  } catch (error) {
    if (error instanceof Misread) return undefined
    throw error
  }
}

function bySubject(lines: readonly Line[], reading: Mapped['reading'], reader: Reader): Map<string, Said> {
  const said = new Map<string, { readonly entries: Entry[] } | { readonly doubt: true }>()
  for (const line of lines) {
    const before = said.get(line.key)
    try {
      if (!reading.concerns(line)) continue
      const entries = reading.read(line, reader)
      if (!before) said.set(line.key, { entries: [...entries] })
      else if ('entries' in before) before.entries.push(...entries)
    } catch (error) {
      if (!(error instanceof Misread)) throw error
      // It was right when the table was checked: a database goes on living.
      said.set(line.key, { doubt: true })
    }
  }
  return said
}

type Told = { readonly value: unknown; readonly validity?: Period } | Unknown

/** What was found of one subject. */
interface FoundOfOne {
  readonly said: Said
  readonly mayHide: boolean
}

function answering({ fact, reading }: Mapped, { absentMeansNone }: Answering): (found: FoundOfOne, time: Time) => Told {
  const none = noneOf(fact)
  return ({ said, mayHide }, time) => {
    if (said && 'doubt' in said) return inDoubt
    // Of several that are asked together, one may be hidden.
    if (said && mayHide && reading.together === 'gathered') return inDoubt
    const absence = none && mayHide ? doubt : none
    const elsewhere = absentMeansNone || (said && reading.elsewhereNone) ? absence : undefined
    const entries = said?.entries ?? []
    if ('year' in time) {
      const values = entries.filter((entry) => 'year' in entry && entry.year === time.year).map(({ value }) => value)
      const value = saidBy(values, reading.together, time.whole ? elsewhere : undefined)
      if (value === undefined) return time.whole ? notFound : notAsked
      return 'doubt' in value ? inDoubt : value
    }
    // Of members the groups were one on each day; they themselves are gathered already.
    const steps = (within: Stretch) => stepsOf(entries.filter(isDated), reading.together, within, elsewhere)
    if ('on' in time) {
      const step = steps(time.of).find(({ from = '', until = '~' }) => from <= time.on && time.on < until)
      if (!step) return notFound
      if ('doubt' in step) return inDoubt
      const { from, until, value } = step
      return from ? { value, validity: until ? { from, until } : { from } } : { value }
    }
    const all = steps(time.during)
    const timeline = all.filter((step) => 'value' in step)
    return timeline.length > 0 ? { value: { timeline } } : all.length > 0 ? inDoubt : notFound
  }
}

const doubt = { doubt: true } as const

/** What goes wrong while asking: the table may be away, or may not tell us. */
function failure(error: unknown): Unknown {
  const { code } = error as { readonly code?: unknown }
  const shown = typeof code === 'string' && /^[A-Z0-9_]{3,20}$/.test(code) ? code : undefined
  return unknown(shown === '42501' ? 'not permitted' : 'unavailable', shown)
}
