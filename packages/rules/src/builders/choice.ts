import { checkRows } from '../check-parts.ts'
import type { AboutOf, AsksOf, Criterion, Expression, Operand, ValueOf, Yielded, Yields } from '../expression.ts'
import type { Fact } from '../fact.ts'
import { nodeOf, seal } from '../seal.ts'
import type { Case, Node, Parameter, Row } from '../tree.ts'
import type { Ordered } from '../unit.ts'
import type { Brackets, Keyed } from '../value-type.ts'
import type { RowOf } from './inputs.ts'

/** A choice under way: further cases, then what holds otherwise. */
export interface Choice<Value, Asks extends Fact, About extends string> {
  when<const C extends Criterion, const V extends Operand<Value>>(
    criterion: C,
    value: V,
  ): Choice<Value | Yielded<V>, Asks | AsksOf<C> | AsksOf<V>, About | AboutOf<C> | AboutOf<V>>
  otherwise<const V extends Operand<Value>>(
    value: V,
  ): Expression<Value | Yielded<V>, Asks | AsksOf<V>, About | AboutOf<V>>
}

/**
 * One value where a criterion holds, another where it does not: the first case that holds counts.
 * @example
 * ```ts
 * evaluate(when(no, 1).when(yes, 2).otherwise(3)) // => 2
 * ```
 */
export function when<const C extends Criterion, const V>(
  criterion: C,
  value: V,
): Choice<Yielded<V>, AsksOf<C> | AsksOf<V>, AboutOf<C> | AboutOf<V>> {
  return choice([{ if: nodeOf(criterion), then: nodeOf(value) }])
}

function choice<Value, Asks extends Fact, About extends string>(cases: readonly Case[]): Choice<Value, Asks, About> {
  return Object.freeze({
    when: (criterion: unknown, value: unknown) => choice([...cases, { if: nodeOf(criterion), then: nodeOf(value) }]),
    otherwise: (value: unknown) => seal({ kind: 'when', cases: Object.freeze(cases), otherwise: nodeOf(value) }),
  }) as Choice<Value, Asks, About>
}

/**
 * The value of the row in which `by` falls: a step table, written here or a parameter's. A row runs `from` its value
 * on (itself included), or `above` it (itself not), up to the next row; a first row with neither has no lower limit.
 * @returns unknown while what is known of `by` still falls in rows with different values
 * @throws {DefinitionError} `rows-unordered`; and from the policy's check `bracket-gap`, where `by` may lie below the first row
 * @example
 * ```ts
 * evaluate(bracket(constant(2), [{ from: 0, value: 42 }, { from: 2, value: 84 }])) // => 84
 * ```
 */
export function bracket<
  By extends Ordered,
  A extends Fact,
  About extends string,
  const Rows extends readonly RowOf<NoInfer<By>, unknown>[],
>(
  by: Expression<By, A, About>,
  rows: Rows,
): Expression<Yielded<Given<Rows>>, A | AsksOf<Given<Rows>>, About | AboutOf<Given<Rows>>>
export function bracket<By extends Ordered, A extends Fact, About extends string, Gives>(
  by: Expression<By, A, About>,
  table: Yields<Brackets<NoInfer<By>, Gives>>,
): Expression<Gives, A, About>
export function bracket(by: unknown, table: unknown): Expression {
  return seal({ kind: 'bracket', by: nodeOf(by), rows: Array.isArray(table) ? rowsOf(table) : (table as Parameter) })
}

/** What the rows of a table give. */
type Given<Rows extends readonly { readonly value: unknown }[]> = Rows[number]['value']

function rowsOf(rows: readonly { from?: number | string; above?: number | string; value: unknown }[]): readonly Row[] {
  checkRows(rows, 'a bracket')
  return Object.freeze(
    rows.map(({ from, above, value }) =>
      Object.freeze({
        ...(from !== undefined && { from }),
        ...(above !== undefined && { above }),
        value: nodeOf(value),
      }),
    ),
  )
}

/** A table lacks a row for some text, unless it has one for each that it can be asked for. */
type Lacking<By extends string, Keys> = string extends By | Keys ? null : [By] extends [Keys] ? never : null

/**
 * The value of the row with this text: written here or a parameter's. Absent where no row has it: `ifAbsent` says what
 * then. It is never absent where the fact says `among` which texts there are, and the table has a row for each of them: a
 * parameter promises that with an `among` of its own.
 * @returns unknown while rows of texts that are still possible differ
 * @example
 * ```ts
 * const household = fact({ source: 's', name: 'household', about: 'person', value: { type: 'text', among: ['single', 'couple'] }, when: ['date'] })
 * evaluate(keyed(household, { single: 1, couple: 2 }), { household: 'couple' }) // => 2
 * evaluate(ifAbsent(keyed(household, { single: 1 }), 0), { household: 'couple' }) // => 0
 * ```
 */
export function keyed<
  By extends string,
  A extends Fact,
  About extends string,
  const Rows extends { readonly [key: string]: unknown },
>(
  by: Expression<By, A, About>,
  rows: Rows,
): Expression<
  Yielded<Rows[keyof Rows]> | Lacking<By, keyof Rows>,
  A | AsksOf<Rows[keyof Rows]>,
  About | AboutOf<Rows[keyof Rows]>
>
export function keyed<By extends string, A extends Fact, About extends string, Gives, Among extends string>(
  by: Expression<By, A, About>,
  table: Yields<Keyed<Gives, Among>>,
): Expression<Gives | Lacking<By, Among>, A, About>
export function keyed(by: unknown, table: unknown): Expression {
  return seal({ kind: 'keyed', by: nodeOf(by), rows: isParameter(table) ? table : keyedRows(table as object) })
}

const isParameter = (table: unknown): table is Parameter =>
  typeof table === 'object' && table !== null && 'kind' in table && 'history' in table

const keyedRows = (rows: object): { readonly [key: string]: Node } =>
  Object.freeze(Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, nodeOf(value)])))

/**
 * Whether there is such a value at all.
 * @example
 * ```ts
 * const death = fact({ source: 'register', name: 'death', about: 'person', value: { type: 'date' }, when: ['date'], optional: true })
 * evaluate(isPresent(death), { death: null }) // => false
 * ```
 */
export function isPresent<const Part extends Yields<unknown>>(
  part: Part,
): Expression<boolean, AsksOf<Part>, AboutOf<Part>> {
  return seal({ kind: 'isPresent', part: nodeOf(part) })
}

/**
 * A value, or where there is none another: "there is none" is an answer, and the rule says what it means.
 * @example
 * ```ts
 * const debt = fact({ source: 'register', name: 'debt', about: 'person', value: { type: 'money', least: 0 }, when: ['date'], optional: true })
 * evaluate(ifAbsent(debt, euro(0)), { debt: null }) // => 0
 * evaluate(ifAbsent(debt, euro(0)), {}) // => { least: 0, most: Infinity }
 * ```
 */
export function ifAbsent<const Part extends Yields<unknown>, const Other extends Operand<NonNullable<ValueOf<Part>>>>(
  part: Part,
  otherwise: Other,
): Expression<NonNullable<ValueOf<Part>>, AsksOf<Part> | AsksOf<Other>, AboutOf<Part> | AboutOf<Other>> {
  return seal({ kind: 'ifAbsent', part: nodeOf(part), otherwise: nodeOf(otherwise) })
}
