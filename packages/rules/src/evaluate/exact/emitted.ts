import type { Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import type { Writer } from './writer.ts'

/** Where generated source stands: the names of the variables that hold who is at hand, and when. */
export interface Site {
  readonly subject: string
  readonly on: string
  /** Whether the date at hand follows from the reference date alone. */
  readonly invariant: boolean
}

/**
 * An expression, ready to be written as source. `test` falls through where it holds and runs `ifNot`, a jump, where it
 * does not; `value` writes statements and gives an expression, which is `null` where the value is absent.
 */
export type Emitted = EmittedTruth | EmittedValue | EmittedThose | EmittedPeriod

export interface EmittedTruth {
  readonly as: 'truth'
  readonly absent?: boolean | undefined
  readonly test: (site: Site, ifNot: string) => void
  readonly value: (site: Site) => string
}
export interface EmittedValue {
  readonly as: 'number' | 'date' | 'text' | 'texts' | 'one' | 'benefit'
  readonly absent?: boolean | undefined
  readonly value: (site: Site) => string
}
export interface EmittedThose {
  readonly as: 'those'
  readonly absent?: undefined
  /** Writes a loop; `body` is written for each member, and jumps to the next one by `skip`. */
  readonly each: (site: Site, body: (member: Site, skip: string) => void) => void
  /** Of a list that is not filtered: its length. */
  readonly length: ((site: Site) => string) | undefined
}
export interface EmittedPeriod {
  readonly as: 'period'
  readonly absent?: boolean | undefined
  readonly edges: (site: Site) => { readonly from: string; readonly until: string }
}

/** Recursion, with what it writes to, and the bounded twin of any part. */
export interface Emit {
  (node: Node): Emitted
  readonly writer: Writer
  readonly bounded: (node: Node) => Bounded
}

export function emittedAs<A extends Emitted['as']>(type: A, part: Emitted): Extract<Emitted, { readonly as: A }> {
  if (part.as !== type) throw new TypeError(`a part that was checked to be ${type} is ${part.as}`)
  return part as Extract<Emitted, { readonly as: A }>
}

/** The value of a part that is neither a list nor a period. */
export function valueOf(part: Emitted): (site: Site) => string {
  if (part.as === 'those' || part.as === 'period')
    throw new TypeError(`a part that was checked to be a value is ${part.as}`)
  return part.value
}

/** A criterion whose value is written by its test. */
export function truth(writer: Writer, test: EmittedTruth['test']): EmittedTruth {
  return {
    as: 'truth',
    test,
    value: (site) => {
      const holds = writer.name('t')
      const label = writer.name('l')
      writer.line(`let ${holds} = false; ${label}: {`)
      test(site, `break ${label};`)
      writer.line(`${holds} = true; }`)
      return holds
    },
  }
}

/** A criterion that is tested by its value. */
export function tested(writer: Writer, value: (site: Site) => string, absent?: boolean): EmittedTruth {
  return { as: 'truth', absent, value, test: (site, ifNot) => writer.line(`if (!${value(site)}) { ${ifNot} }`) }
}
