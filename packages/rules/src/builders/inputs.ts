import { checkDate, checkHistory, checkName } from '../check-parts.ts'
import { DefinitionError } from '../errors.ts'
import type { Expression, Stands, Widen } from '../expression.ts'
import type { Fact, FactDefinition, FactWhen, When } from '../fact.ts'
import type { Label } from '../label.ts'
import type { One } from '../relation.ts'
import { nodeOf, seal } from '../seal.ts'
import type { Parameter, ParameterType, Version } from '../tree.ts'
import type { IsoDate } from '../unit.ts'
import type { Described, TableType, ValueType } from '../value-type.ts'

/** A fact as it stands in a rule: by its name, or, where it is told per year only, within `inYear`. */
export type Usable<F extends Fact> =
  'year' extends FactWhen<F> ? (FactWhen<F> extends 'year' ? F : Stands<F>) : Stands<F>

/**
 * One thing a source can say about a subject.
 * @throws {DefinitionError} `bad-name` when a name is empty or not allowed as a property
 * @example
 * ```ts
 * const livingWage = fact({
 *   source: 'social-security',
 *   name: 'livingWage',
 *   about: 'person',
 *   value: { type: 'truth' },
 *   when: ['date', 'period'],
 *   label: { nl: 'leefloon', en: 'living wage' },
 * })
 * livingWage.name // => 'livingWage'
 * ```
 */
export function fact<
  const Source extends string,
  const Name extends string,
  const About extends string,
  const Type extends ValueType,
  const At extends When,
  const Optional extends true | undefined = undefined,
>(definition: {
  readonly source: Source
  readonly name: Name
  readonly about: About
  readonly value: Type
  readonly when: readonly At[]
  readonly optional?: Optional
  readonly label?: Label
}): Usable<Fact<Source, Name, About, Described<Type> | (Optional extends true ? null : never), At>>
export function fact<F extends Fact>(definition: FactDefinition<F>): Usable<F>
export function fact(definition: object): Fact {
  const { source, name, about, value, when, optional, label } = definition as Fact
  const where = `fact \`${name}\` of source \`${source}\``
  for (const part of [source, name, about]) checkName(part, where)
  if (when.includes('year') && when.length > 1)
    throw new DefinitionError({
      code: 'wrong-time',
      what: 'it is told per year and by date, and a situation can tell it in one way only',
      where,
      todo: 'make two facts of it',
    })
  const node = {
    kind: 'fact',
    source,
    name,
    about,
    value,
    when,
    ...(optional && { optional }),
    ...(label && { label }),
  }
  // A fact's value type and its times exist for the compiler alone, as in `seal`.
  return Object.freeze(node) as unknown as Fact
}

/** What the author of a parameter writes of one value. */
export interface VersionOf<Value> {
  /** The first day it is in force. */
  readonly from: IsoDate
  /** The first day it no longer is; without it the value holds until the next one. */
  readonly until?: IsoDate
  readonly value: Value
  /** Where the regulation says so. */
  readonly article: string
  /** Whether somebody saw the source; what is not verified may inform an advice, never a grant by itself. */
  readonly verified?: boolean
  readonly note?: string
}

/** A row of a step table: `from` a value on, or `above` it; the first row may have neither and starts at the lowest. */
export type RowOf<By, Gives> =
  | { readonly from?: By; readonly above?: never; readonly value: Gives }
  | { readonly from?: never; readonly above?: By; readonly value: Gives }

type Told<T extends ParameterType> = T extends TableType & { readonly type: 'brackets' }
  ? readonly RowOf<Described<T['by']>, Described<T['gives']>>[]
  : T extends TableType & { readonly type: 'keyed'; readonly among: readonly (infer Among extends string)[] }
    ? { readonly [key in Among]: Described<T['gives']> } & { readonly [key: string]: Described<T['gives']> }
    : T extends TableType & { readonly type: 'keyed' }
      ? { readonly [key: string]: Described<T['gives']> }
      : Described<T>

/**
 * A number, text, list or table of the regulation, with the dates it is in force. In a rule it is read on the date at
 * hand; on a date without a value in force, deciding throws: never a silent zero, never the previous value.
 * @throws {DefinitionError} `bad-date`, `history-unordered`, `bad-table`
 * @example
 * ```ts
 * const ceiling = parameter({
 *   name: 'incomeCeiling',
 *   value: { type: 'money' },
 *   history: [
 *     { from: '2020-09-01', value: euro(23_000), article: 'art. 4', verified: true },
 *     { from: '2024-09-01', value: euro(25_000), article: 'art. 4, as changed in 2024' },
 *   ],
 * })
 * evaluate(ceiling, {}, '2025-01-01') // => 25_000_00
 * ```
 */
export function parameter<const Type extends ParameterType>(definition: {
  readonly name: string
  readonly value: Type
  readonly history: readonly VersionOf<Told<NoInfer<Type>>>[]
  readonly label?: Label
}): Expression<Described<Type>> {
  const { name, value, history, label } = definition
  checkName(name, `parameter \`${name}\``)
  const versions = checkHistory(name, value, history as readonly Version[])
  return seal({ kind: 'parameter', name, value, history: versions, ...(label && { label }) } satisfies Parameter)
}

/**
 * A value as an expression: needed only where a word wants one.
 * @example
 * ```ts
 * evaluate(constant('9000')) // => '9000'
 * ```
 */
export function constant<const Value extends boolean | number | string | readonly string[]>(
  value: Value,
): Expression<Widen<Value>> {
  if (typeof value === 'string' && looksLikeDate(value)) checkDate(value, 'a constant')
  return seal(nodeOf(value))
}

const looksLikeDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/**
 * Always so.
 * @example
 * ```ts
 * evaluate(yes) // => true
 * ```
 */
export const yes: Expression<boolean> = seal({ kind: 'constant', value: true })
/**
 * Never so.
 * @example
 * ```ts
 * evaluate(no) // => false
 * ```
 */
export const no: Expression<boolean> = seal({ kind: 'constant', value: false })

/**
 * The policy's own subject, from any depth: `of(applicant, x)`.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const born = fact({ source: 's', name: 'born', about: 'person', value: { type: 'date' }, when: ['date'] })
 * evaluate(count(members, before(born, of(applicant, born))), { born: '2000-01-01', members: [{ born: '1980-01-01' }, { born: '2010-01-01' }] }) // => 1
 * ```
 */
export const applicant: Expression<One<never>> = seal({ kind: 'applicant' })

/**
 * The subject at hand, to compare with another: `not(is(self, applicant))`. The same object in a situation is the same subject.
 * @example
 * ```ts
 * const members = fact({ source: 's', name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const anna: { members?: object[] } = {}
 * anna.members = [anna, {}]
 * evaluate(count(members, not(is(self, applicant))), anna) // => 1
 * ```
 */
export const self: Expression<One<never>> = seal({ kind: 'self' })

/** The fact behind a discretion: told by the person who decides. */
export type DiscretionFact<Name extends string> = Fact<'discretion', Name, string, boolean, 'date'>

/**
 * What no data settles and a person must decide. Until somebody did, it is unknown; a situation tells it like a fact.
 * @example
 * ```ts
 * const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnende situatie', en: 'hardship' } })
 * evaluate(hardship, { hardship: true }) // => true
 * ```
 */
export function discretion<const Name extends string>(definition: {
  readonly name: Name
  readonly label: Label
}): Expression<boolean, DiscretionFact<Name>, never> {
  checkName(definition.name, `discretion \`${definition.name}\``)
  return seal({ kind: 'discretion', name: definition.name, label: definition.label })
}
