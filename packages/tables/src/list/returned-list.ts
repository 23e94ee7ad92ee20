import { type Fact, type FactValue, unknown } from '@vanzelf/rules'
import type { Answerer, FactsOf, Source, SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import { refuseWithoutBasis } from '../basis.ts'
import { Misread } from '../misread.ts'
import { problems } from '../problem.ts'
import type { From, Line } from '../rows.ts'
import type { SubjectColumn } from '../subject.ts'
import { TableError } from '../table-error.ts'
import type { MappedConnector } from '../tables.ts'
import type { ListSent } from './write-list.ts'

/** Rows of an answer: all of them, or those with one of some texts in a column. */
export type RowsAbout = 'every row' | RowsWith

/** Rows with one of some texts in a column; `''` is an empty cell. */
export interface RowsWith {
  readonly column: string
  readonly among: readonly string[]
}

/** Facts that are yes or no, and which rows say yes to each. */
type YesRows<S extends Source> = {
  readonly [F in FactsOf<S> as FactValue<F> extends boolean ? F['name'] : never]?: RowsAbout
}

/** The file that came back. */
export interface ListAnswer {
  readonly from: From
  readonly subject: SubjectColumn
  /** The rows of persons the receiver could not handle: of these nothing is known. */
  readonly rejected?: RowsAbout
  /**
   * The texts that say no, or nothing of what was asked. Another text in a column of `facts`, of a row that is not
   * rejected, is a problem: a code that nobody knows yet is no "no".
   */
  readonly no?: readonly RowsWith[]
  /** How many rows there are, where the receiver tells: half a file would make a "no" of each person it lacks. */
  readonly count?: number
}

/** What was asked, and what came back. */
export interface ReturnedListOptions<S extends Source, M extends YesRows<S>> {
  readonly source: S
  /** Which rows of the answer say yes to a fact. Who is on the list and in none of them is a no. */
  readonly facts: M
  readonly sent: ListSent
  /** What came back; left out while it has not. */
  readonly answer?: ListAnswer
  readonly pseudonyms: Pseudonyms
}

/**
 * A connector over a list that was sent and the part of it that comes back, days later: the entitled ones. Until then
 * each person on it is `unavailable`; after that who stands in the answer is a yes, who does not a no, who was rejected
 * `in doubt`. Another date, or somebody who was not on the list, was `not asked`.
 * @throws {TableError} `bad-table` when the answer cannot be read, has another number of rows than it says, names
 *   somebody who was not on the list, or holds a text of which nobody said what it means
 * @example
 * ```ts
 * import { increasedReimbursement, socialSecurity } from '@vanzelf/source-social-security'
 * import { pseudonyms } from '@vanzelf/source/pseudonyms'
 *
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const subjects = [people.of('85.67.30-033.60')]
 * const connector = await returnedList({
 *   source: socialSecurity,
 *   facts: { increasedReimbursement: 'every row' },
 *   sent: { on: '2026-01-01', subjects, leftOut: [] },
 *   pseudonyms: people,
 * })
 * const purpose = { policy: 'exampleville/bags', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * const answers = await connector.increasedReimbursement({ fact: increasedReimbursement, at: { on: '2026-01-01' }, subjects, purpose })
 * answers // => [{ unknown: 'unavailable', code: 'list not answered' }]
 * ```
 */
export async function returnedList<S extends Source, const M extends YesRows<S>>(
  options: ReturnedListOptions<S, M> & {
    readonly facts: { readonly [name in Exclude<keyof M, keyof YesRows<S>>]: never }
  },
): Promise<MappedConnector<S, M>> {
  const { source, sent, answer, pseudonyms } = options
  const facts = Object.entries<RowsAbout>({ ...options.facts })
  const returned = answer && (await read(answer, facts, sent, pseudonyms))
  const onList = new Set(sent.subjects)
  const leftOut = new Set(sent.leftOut)
  const outside = (id: SubjectId) =>
    leftOut.has(id) || pseudonyms.reveal(id) === undefined ? unknown('not found') : unknown('not asked')
  const answererOf = (name: string): Answerer<Fact<string, string, string, boolean>> => {
    const yes = returned?.yes.get(name)
    return async (batch, signal) => {
      signal?.throwIfAborted()
      refuseWithoutBasis(batch)
      const asked = 'on' in batch.at && batch.at.on === sent.on
      return batch.subjects.map((id) => {
        if (!onList.has(id)) return outside(id)
        if (!asked) return unknown('not asked')
        if (!returned) return unknown('unavailable', 'list not answered')
        return returned.rejected.has(id) ? unknown('in doubt', 'rejected') : { value: yes?.has(id) === true }
      })
    }
  }
  const names = facts.map(([name]) => name).filter((name) => name in source.facts)
  const connector = Object.fromEntries(names.map((name) => [name, answererOf(name)]))
  // Its names are those of the facts that are mapped, which is lost in the record of their entries.
  return Object.freeze(connector) as unknown as MappedConnector<S, M>
}

interface Returned {
  readonly yes: ReadonlyMap<string, ReadonlySet<SubjectId>>
  readonly rejected: ReadonlySet<SubjectId>
}

async function read(
  { from, subject, rejected, no = [], count }: ListAnswer,
  facts: readonly (readonly [string, RowsAbout])[],
  sent: ListSent,
  pseudonyms: Pseudonyms,
): Promise<Returned> {
  const found = problems(PROBLEMS)
  const yesses = facts.flatMap(([, about]) => (about === 'every row' ? [] : [about]))
  const known = textsOf(yesses, no)
  const others = rejected && rejected !== 'every row' ? [rejected.column] : []
  const columns = [subject.column, ...known.keys(), ...others]
  const rows = await from.open({ subject, columns: [...new Set(columns)], problems: found })
  if (!rows) throw new TableError(from.name, found)
  const onList = new Set(sent.subjects)
  const yes = new Map(facts.map(([name]) => [name, new Set<SubjectId>()]))
  const refused = new Set<SubjectId>()
  let seen = 0
  const take = (line: Line) => {
    seen += 1
    const place = { row: line.row, column: subject.column }
    try {
      const id = pseudonyms.of(subject.numberOf(subject.plain(line.text(subject.column) ?? '')))
      if (!onList.has(id)) return found.add({ ...place, what: 'names somebody who was not on the list' })
      if (rejected && isAbout(line, rejected)) return void refused.add(id)
      for (const [column, texts] of known)
        if (!texts.has(line.text(column) ?? ''))
          found.add({ row: line.row, column, what: `is none of ${[...texts].filter(Boolean).join(', ')}` })
      for (const [name, about] of facts) if (isAbout(line, about)) yes.get(name)?.add(id)
    } catch (error) {
      if (!(error instanceof Misread)) throw error
      found.add({ ...place, what: error.message })
    }
  }
  try {
    await rows.each(take)
  } finally {
    await rows.close()
  }
  if (count !== undefined && count !== seen) found.add({ what: `has ${seen} rows where there are to be ${count}` })
  if (found.count > 0) throw new TableError(from.name, found)
  return { yes, rejected: refused }
}

/** The texts that are known, in each column of `facts`. */
function textsOf(yes: readonly RowsWith[], no: readonly RowsWith[]): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Set(yes.map(({ column }) => column))
  const all = [...yes, ...no]
  return new Map(
    [...columns].map((column) => [column, new Set(all.flatMap((each) => (each.column === column ? each.among : [])))]),
  )
}

const PROBLEMS = 20

const isAbout = (line: Line, about: RowsAbout): boolean =>
  about === 'every row' || about.among.includes(line.text(about.column) ?? '')
