import type { Fact } from '../../fact.ts'
import type { Chapters, Node, NodeOf } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import type { Told } from './form.ts'
import type { Path, Table } from './table.ts'

/** What one call decides: tables by the lists that lead to them, and a date. */
export interface Call {
  readonly table: (path: Path) => Table
  readonly on: string
  /** Room for whole numbers, shared by all who name it. */
  readonly room: (name: string, length: number) => Int32Array
  /** All bits of the numbers that were added up of the members at a path; their signs left out. */
  readonly largest: (path: Path) => number
}

/** A function with one loop over the rows of a table. */
export interface Loop {
  readonly path: Path
  readonly index: string
  /** Statements of the loop, in order. */
  readonly lines: string[]
  /** Those that stand before all others. */
  readonly head: string[]
  /** Whether a row is left to be decided by itself: conditions, any of which suffices. */
  readonly rare: Set<string>
  /** The most members that a row may have, else it is left too: limits, by the expression for how many it has. */
  readonly limits: Map<string, Set<string>>
  /** Whether a number of a row is not settled, likewise: in the quick loop, which leaves it to the careful one. */
  readonly open: Set<string>
  /** Statements before the loop. */
  readonly before: string[]
  /** The inputs it names. */
  readonly inputs: Set<string>
  /** The names of what is read more than once. */
  readonly known: Map<string, string>
  /** Over members: words in which they are counted, a few counts each. */
  readonly words: Word[]
  /** Whether it goes from the first row to the last. */
  readonly inOrder: boolean
}

/** A whole number in which members are counted, ten bits a count. */
export interface Word {
  readonly room: string
  /** The input in which it is kept. */
  readonly array: string
  readonly counts: string[]
  used: number
}

/** Where source is written, and for which date: a date that follows from the reference date. */
export interface Site {
  readonly loop: Loop
  readonly on: (reference: string) => string
  /** Whether numbers are taken to be settled; a row where one is not is done again with care. */
  readonly quick: boolean
}

/** What is known of a number, as names in the source: the very same text where it is settled. */
export interface Ends {
  readonly low: string
  readonly high: string
  /** Whether it is whole. */
  readonly whole: boolean
  /** Whether it is whole and fits 32 bits, at both ends where they are finite. */
  readonly short: boolean
  /** What an unsettled one lies between at least, whatever the row. */
  readonly least: number
  readonly most: number
}

/** A whole number as a column tells it, a bit whether it is not known, and what it then lies between. */
export type ReadTold = (site: Site) => Whole | undefined
export interface Whole {
  readonly value: string
  readonly unknown: string
  readonly least: number
  readonly most: number
}

/** An expression over columns. */
export type Part =
  /** An expression in bits: 0 no, 1 unknown, 3 yes. */
  | { readonly as: 'truth'; readonly bits: (site: Site) => string }
  | { readonly as: 'number' | 'date'; readonly ends: (site: Site) => Ends; readonly told?: ReadTold | undefined }
  /** The place of a text in its dictionary, and the input that is its dictionary. */
  | {
      readonly as: 'text'
      readonly code: (site: Site) => { readonly code: string; readonly texts: (call: Call) => readonly string[] }
    }
  | { readonly as: 'texts'; readonly list: (site: Site) => (call: Call) => readonly string[] }
  | { readonly as: 'period'; readonly edges: (site: Site) => { readonly from: string; readonly until: string } }
  | PartThose

export interface Rows {
  readonly path: Path
  readonly from: string
  readonly until: string
  /** Whether they start where those of the row before end. */
  readonly following: boolean
}

export interface PartThose {
  readonly as: 'those'
  /** Variables with the rows of its members, in the table at this path. */
  readonly rows: (site: Site) => Rows
  /** Whether a member belongs to it. */
  readonly member?: ((member: Site) => string) | undefined
}

export interface Emit {
  (node: Node): Part
  readonly bounded: (node: Node) => Bounded
  readonly fresh: (prefix: string) => string
  /** The name of a value that a call reads before its loops. */
  readonly input: (loop: Loop, read: (call: Call) => unknown) => string
  /** The loop over the members at a path: it runs before the one over the rows. */
  readonly loopOver: (path: Path) => Loop
  /** How the numbers of a fact are told at a path: whole ones of 32 bits, or any; or not as a column. */
  readonly told: (path: Path, fact: Fact) => Told
}

/** A reading that has no case for some kinds: a policy with such a kind is decided row by row. */
export type SomeCases<C extends keyof Chapters> = {
  readonly [k in Chapters[C]['kind']]?: (node: NodeOf<k>, emit: Emit) => Part
}

/** Thrown while source is written, and caught there. */
export class RowByRow extends Error {}

export function rowByRow(): never {
  throw new RowByRow('this is not said over columns')
}

export function as<A extends Part['as']>(type: A, part: Part): Extract<Part, { readonly as: A }> {
  if (part.as !== type) return rowByRow()
  return part as Extract<Part, { readonly as: A }>
}

export function endsOf(part: Part): (site: Site) => Ends {
  return 'ends' in part ? part.ends : rowByRow()
}

/** Ends that are the same, of a number that is written out or computed once. */
export const settledAt = (value: string, whole: boolean, short = false): Ends => ({
  low: value,
  high: value,
  whole,
  short,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
})

/** Gives an expression a name. */
export function named(expression: string, { loop }: Site, emit: Emit): string {
  if (/^\w+$/.test(expression)) return expression
  const name = emit.fresh('v')
  loop.lines.push(`const ${name} = ${expression};`)
  return name
}
