import type { Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import type { Writer } from './writer.ts'

/** Where generated source stands: the names of the variables that hold who is at hand, and when. */
export interface Site {
  readonly subject: string
  readonly on: string
  /** Whether the date at hand follows from the reference date alone. */
  readonly invariant: boolean
  /**
   * The statement that leaves the quick function for the careful one, run at a number, date, list or period that is not
   * settled. In the careful function there is none: there such values are ranges.
   */
  readonly leave: string | undefined
  /**
   * The statement that leaves the plain function for the quick one, run where a situation tells something else than a
   * plain value or nothing: so all that is for timelines and the like stands elsewhere, and what is short is inlined.
   */
  readonly odd: string | undefined
}

/** What is run where a criterion does not hold, and where it is not settled. */
export interface Ways {
  /** A jump. */
  readonly no: string
  /** A statement; where it does not jump, what follows is read as well. */
  readonly unsure: string
  /** Whether `unsure` only sets a variable that is forgotten at `no`: then it may be run though `no` follows. */
  readonly early?: true
}

/** Writes statements that fall through where a criterion holds. */
export type Test = (site: Site, ways: Ways) => void

/** The least and the most of a number or date, as expressions; the very same text where they cannot differ. */
export interface Ends {
  readonly low: string
  readonly high: string
  /** Whether it is a whole number for certain: there is nothing to mend. */
  readonly whole?: boolean | undefined
}

/**
 * An expression, ready to be written as source. Whatever gives expressions writes statements before them. Where a value
 * may be absent it is `null`; this and periods are for the quick function only.
 */
export type Emitted = EmittedTruth | EmittedEnds | EmittedValue | EmittedThose | EmittedPeriod

export interface EmittedTruth {
  readonly as: 'truth'
  readonly absent?: boolean | undefined
  readonly test: Test
  /** Where it holds as soon as one of these does: they. */
  readonly anyOf?: readonly Test[]
}
export interface EmittedEnds {
  readonly as: 'number' | 'date'
  readonly absent?: boolean | undefined
  readonly ends: (site: Site) => Ends
}
/** `undefined` where it is not known. */
export interface EmittedValue {
  readonly as: 'text' | 'texts' | 'one' | 'benefit'
  readonly absent?: boolean | undefined
  readonly value: (site: Site) => string
}
export interface EmittedThose {
  readonly as: 'those'
  readonly absent?: undefined
  /** The variable that holds all who may belong to it; in the careful function `undefined` where that is not known. */
  readonly list: (site: Site) => string
  /** Writes a loop over such a variable. `perhaps` holds whether it is unsure that this one belongs to it. */
  readonly each: (
    site: Site,
    list: string,
    body: (member: Site, next: string, perhaps: string | undefined) => void,
  ) => void
  readonly filtered: boolean
  /** Whether the careful function can say who they are. */
  readonly careful: boolean
}
export interface EmittedPeriod {
  readonly as: 'period'
  readonly absent?: boolean | undefined
  readonly edges: (site: Site) => { readonly from: string; readonly until: string }
  /** Of a fact: the variable with a period as it is told; `undefined` where it is not known. */
  readonly told?: ((site: Site) => string) | undefined
}

/** Recursion, with what it writes to, and the bounded twin of any part. */
export interface Emit {
  (node: Node): Emitted
  readonly writer: Writer
  readonly bounded: (node: Node) => Bounded
}

export function emittedAs<A extends Emitted['as']>(type: A, part: Emitted): Extract<Emitted, { readonly as: A }> {
  if (part.as !== type) throw unlike(part)
  return part as Extract<Emitted, { readonly as: A }>
}

export function endsOf(part: Emitted): EmittedEnds['ends'] {
  if (part.as !== 'number' && part.as !== 'date') throw unlike(part)
  return part.ends
}

export function valueAt(part: Emitted): EmittedValue['value'] {
  if (!('value' in part)) throw unlike(part)
  return part.value
}

const unlike = ({ as }: Emitted) => new TypeError(`a part that was checked to be something else is ${as}`)

/** Ends that are the same. */
export const settledAt = (value: string, whole?: boolean): Ends => ({ low: value, high: value, whole })

/** A variable with the truth of a criterion: 0, 1 or 2. */
export function truthIn(test: Test, site: Site, writer: Writer): string {
  const [truth, done] = [writer.name('t'), writer.name('l')]
  writer.line(`let ${truth} = 2; ${done}: {`)
  test(site, { no: `${truth} = 0; break ${done};`, unsure: `${truth} = 1; break ${done};` })
  writer.line('}')
  return truth
}

/** Whether an expression is a number above zero, written out. */
export const isAboveZero = (source: string): boolean => /^\(\d/.test(source) && source !== '(0)'
