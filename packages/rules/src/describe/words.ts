import type { Unit } from '../value-type.ts'

/** What an expression is called in a language: words for a sentence, and what is told below it. */
export interface Words {
  /** A clause for a criterion, a noun for a value; without capital and full stop. */
  readonly text: string
  /** The opposite clause, where there is one that reads well. */
  readonly denied?: string
  /** Whether it is a clause. */
  readonly clause?: true
  /** Points below, each a clause or a noun of its own, or a table. */
  readonly below: readonly Block[]
  /** Of points that are conditions: whether all have to hold, or one. */
  readonly join?: 'all' | 'any'
  /** What its values are measured in. */
  readonly measure?: Measure
  /** Of a step table: what its rows go by. */
  readonly by?: Measure
  /** Of a relation: the kind of subject it leads to. */
  readonly to?: string
  /** Whether it is arithmetic, or the choice of one of several: within other arithmetic it needs brackets. */
  readonly compound?: 'terms' | 'choice'
  /** Whether it is a figure, written out. */
  readonly figure?: true
}

export type Measure = Unit | 'date'

export type Block = Words | Table

/** A table of a regulation, in words. */
export interface Table {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const isTable = (block: Block): block is Table => 'heads' in block

/** Words for a value. */
export function noun(
  text: string,
  more: Omit<Words, 'text' | 'below'> & { readonly below?: readonly Block[] } = {},
): Words {
  return { text, below: [], ...more }
}

/** Words for a criterion, and for its opposite. */
export function clause(text: string, denied?: string, below: readonly Block[] = []): Words {
  return { text, clause: true, below, ...(denied !== undefined && { denied }) }
}

/** Of these measures the first that is known. */
export const measureOf = (...parts: readonly Words[]): { readonly measure?: Measure } => {
  const measure = parts.find((part) => part.measure !== undefined)?.measure
  return measure === undefined ? {} : { measure }
}
