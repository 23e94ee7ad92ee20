import type { Label } from '../label.ts'
import type { Node } from '../tree.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

/** In which surroundings an expression is told. */
export interface Surroundings {
  /** The day whose figures are told; absent where none was asked, or where the rule speaks of another day. */
  readonly on: string | undefined
  /** Whether the date at hand is another than the reference date. */
  readonly shifted: boolean
  /** The kind of subject at hand. */
  readonly about: string | undefined
  /** The kind of the policy's own subject. */
  readonly applicant: string | undefined
}

/** How a case tells the parts of its node. */
export interface Telling extends Surroundings {
  readonly in: Language
  tell(node: Node, change?: Partial<Surroundings>): Words
  /** A label in the language, or else the name. */
  call(label: Label | undefined, name: string): string
  /** What a named part is called: its label, numbered where one label names several. */
  define(label: Label, part: Node): string
  /** A letter for what is told below; letters are given in the order of the text. */
  letter(): string
}

/** The surroundings within a word that shifts when. */
export const ANOTHER_DAY: Partial<Surroundings> = { on: undefined, shifted: true }
