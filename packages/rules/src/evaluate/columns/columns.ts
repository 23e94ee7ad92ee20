import type { Fact } from '../../fact.ts'
import type { Policy } from '../../policy.ts'
import type { PolicyNode } from '../../tree.ts'
import type { IsoDate } from '../../unit.ts'
import { checkedDate } from '../closures.ts'
import type { Decision } from '../decision.ts'
import { compile } from '../generated/generated.ts'
import { askedToDecide, asksWho, everyFactOf } from './asked.ts'
import { formOf, oddRows, tableAt, toldAs } from './form.ts'
import type { Call } from './part.ts'
import { type Decide, loopsOf, type Output, placeOf, type Rest } from './program.ts'
import { situationsOf } from './situations.ts'
import { NO, type Path, type Table, type TableOf, UNKNOWN, YES } from './table.ts'

export {
  type Column,
  type DateColumn,
  ENDLESS_DATE,
  NO,
  NO_DATE,
  type NumberColumn,
  type Odd,
  type PeriodColumn,
  type Table,
  type TableOf,
  type TextColumn,
  type ThoseColumn,
  type ToldColumn,
  type TruthColumn,
  UNKNOWN,
  UNKNOWN_DATE,
  UNKNOWN_NUMBER,
  YES,
} from './table.ts'
export { toColumns } from './to-columns.ts'

/** What was decided of every row. */
export interface Decisions {
  readonly length: number
  /** 0 not eligible, 1 undetermined, 3 eligible. */
  readonly outcome: Int8Array
  /** The place among the policy's grounds of the first that holds; -1 where none is named. */
  readonly ground: Int16Array
  /** Of who is eligible, the least that the amount of the benefit can be; 0 of others, and where it has no single amount. */
  readonly least: Float64Array
  /** The most that it can be; the same array as `least` where no amount is open. */
  readonly most: Float64Array
  /** The whole decision about a row. */
  readonly decision: (row: number) => Decision
}

/** A policy, compiled to decide whole tables. */
export interface ColumnsDecider<Asks extends Fact, About extends string> {
  /**
   * Decides every row of a table.
   * @param on the reference date
   * @param into what an earlier call gave about as many rows; it is written again, and nothing has to be made
   * @throws {DocumentError} `bad-situation` when something is told that is not of the type of its fact
   * @throws {DefinitionError} `parameter-not-in-force` when a decision rests on a parameter without a value on the date
   */
  readonly decide: (table: TableOf<Asks, About>, on: IsoDate, into?: Decisions) => Decisions
}

/**
 * Compiles a policy to generated loops over columns: several times faster than a function written by hand over records.
 * What is not told as columns, or said in words that have no loop, is decided row by row: the same answers, slower.
 * @example
 * ```ts
 * import { fact, ground, inKind, period, policy } from '@vanzelf/rules'
 *
 * const registered = fact({ source: 'register', name: 'registered', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const bags = policy({
 *   name: 'bags',
 *   about: 'person',
 *   grounds: [ground('art. 1', registered)],
 *   benefit: inKind(2, { nl: 'zakken', en: 'bags' }),
 *   period: period('2026-01-01', '2027-01-01'),
 * })
 * const { decide } = compileColumns(bags)
 * const { outcome, least } = decide({ length: 3, facts: { registered: Int8Array.of(YES, NO, UNKNOWN) } }, '2026-03-01')
 *
 * Array.from(outcome) // => [3, 0, 1]
 * Array.from(least) // => [2, 0, 0]
 * ```
 */
export function compileColumns<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
): ColumnsDecider<Asks, About> {
  const facts = everyFactOf(policy)
  const asked = askedToDecide(policy)
  const byWho = asksWho(policy)
  const single = compile(policy as Policy)
  const known = new Map<string, Decide | undefined>()
  const room = rooms()

  /** The loops for tables of one form, made once. */
  const loopsFor = (table: Table): Decide | undefined => {
    const form = byWho ? undefined : formOf(asked, table)
    if (form === undefined) return undefined
    if (!known.has(form)) {
      const told = (path: Path, fact: Fact) => toldAs(fact, tableAt(table, path).facts[fact.name])
      known.set(form, loopsOf(policy, told))
    }
    return known.get(form)
  }

  return {
    decide: (columns, on, into) => {
      // What a policy asks of a kind of subject is what its table has: the types say so.
      const table = columns as unknown as Table
      const { length } = table
      const situation = situationsOf(table, policy.about, facts)
      const decision = (row: number) => single.decide(situation(row) as never, on)
      const output = outputFor(policy, length, into)
      const call: Call = { table: (path) => tableAt(table, path), on: checkedDate(on), room, largest: () => 0 }
      const rest = loopsFor(table)?.(call, length, output)
      const open = [...(rest?.open ?? [])]
      const alone = rest === undefined ? everyRow(length) : [...rest.left, ...oddRows(asked, table)]
      for (const row of alone) {
        const most = write(policy, output, row, decision(row))
        // Later ones count: a row that loops left open may be settled by itself.
        if (most !== output.least[row] || open.length > 0) open.push({ row, most })
      }
      return decisions(output, open, decision, into)
    },
  }
}

const everyRow = (length: number) => Array.from({ length }, (_, row) => row)

/** Arrays that calls write again. */
function rooms(): Call['room'] {
  const made = new Map<string, Int32Array>()
  return (name, length) => {
    const known = made.get(name)
    if (known !== undefined && known.length >= length) return known
    const room = new Int32Array(length)
    made.set(name, room)
    return room
  }
}

function outputFor({ grounds }: PolicyNode, length: number, into: Decisions | undefined): Output {
  const again = into?.length === length ? into : undefined
  return {
    outcome: again?.outcome ?? new Int8Array(length),
    ground: grounds.length === 1 ? undefined : (again?.ground ?? new Int16Array(length)),
    least: again?.least ?? new Float64Array(length),
  }
}

/** Writes the decision about a row, and gives the most that its amount can be. */
function write({ grounds }: PolicyNode, { outcome, ground, least }: Output, row: number, decision: Decision): number {
  const eligible = decision.outcome === 'eligible'
  outcome[row] = eligible ? YES : decision.outcome === 'undetermined' ? UNKNOWN : NO
  if (ground !== undefined) ground[row] = eligible ? placeOf(grounds, decision.ground) : -1
  const amount = eligible && 'amount' in decision.benefit ? decision.benefit.amount : 0
  least[row] = typeof amount === 'number' ? amount : amount.least
  return typeof amount === 'number' ? amount : amount.most
}

function decisions(
  { outcome, ground, least }: Output,
  open: Rest['open'],
  decision: Decisions['decision'],
  into: Decisions | undefined,
): Decisions {
  const most = open.length === 0 ? least : apart(least, into)
  for (const one of open) most[one.row] = one.most
  let places = ground
  return {
    length: outcome.length,
    outcome,
    least,
    most,
    decision,
    // Of one ground there is nothing to write while deciding: it is told when somebody asks.
    get ground() {
      places ??= Int16Array.from(outcome, (bits) => (bits === YES ? 0 : -1))
      return places
    },
  }
}

/** Another array with the same numbers; the one of an earlier call, where it had another. */
function apart(least: Float64Array, into: Decisions | undefined): Float64Array {
  if (into?.least !== least || into.most === least) return least.slice()
  into.most.set(least)
  return into.most
}
