import type { Node } from '../../tree.ts'
import type { Given } from '../decision.ts'
import type { Frame, Subject } from '../frame.ts'

/** Truth is ordered: no < unknown < yes. */
export const NO = 0
export const PERHAPS = 1
export const YES = 2
export type Truth = 0 | 1 | 2

export type ReadTruth = (frame: Frame) => Truth
/** Gives the least; the most is left in `frame.high`. */
export type ReadNumber = (frame: Frame) => number
/** Gives the earliest; the latest is left in `frame.last`. */
export type ReadDate = (frame: Frame) => string
export type ReadText = (frame: Frame) => string | undefined
export type ReadTexts = (frame: Frame) => readonly string[] | undefined
export type ReadOne = (frame: Frame) => Subject | undefined
export type ReadThose = (frame: Frame) => readonly Subject[] | undefined
export type ReadBenefit = (frame: Frame) => Given

/** An expression, compiled to closures that compute with what is known. `present`: whether there is such a value. */
export type Bounded =
  | { readonly as: 'truth'; readonly read: ReadTruth; readonly present?: ReadTruth | undefined }
  | { readonly as: 'number'; readonly read: ReadNumber; readonly present?: ReadTruth | undefined }
  | { readonly as: 'date'; readonly read: ReadDate; readonly present?: ReadTruth | undefined }
  | { readonly as: 'text'; readonly read: ReadText; readonly present?: ReadTruth | undefined }
  | { readonly as: 'texts'; readonly read: ReadTexts; readonly present?: ReadTruth | undefined }
  | { readonly as: 'one'; readonly read: ReadOne; readonly present?: ReadTruth | undefined }
  | BoundedThose
  | BoundedPeriod
  | { readonly as: 'benefit'; readonly read: ReadBenefit; readonly present?: ReadTruth | undefined }

/** A list, and who of it belongs to it; `least` and `most` bound its length while the list is not known. */
export interface BoundedThose {
  readonly as: 'those'
  readonly read: ReadThose
  readonly member?: ReadTruth | undefined
  readonly least: number
  readonly most: number
  readonly present?: undefined
}
export interface BoundedPeriod {
  readonly as: 'period'
  readonly from: ReadDate
  readonly until: ReadDate
  readonly present?: ReadTruth | undefined
}

/** Compiles an expression to closures. */
export type Compile = (node: Node) => Bounded

export type As = Bounded['as']

/** A part in the form its place wants; the policy's check has promised it. */
export function as<A extends As>(type: A, part: Bounded): Extract<Bounded, { readonly as: A }> {
  if (part.as !== type) throw new TypeError(`a part that was checked to be ${type} is ${part.as}`)
  return part as Extract<Bounded, { readonly as: A }>
}

export const least = (a: Truth, b: Truth): Truth => (a < b ? a : b)
export const most = (a: Truth, b: Truth): Truth => (a > b ? a : b)
export const opposite = (truth: Truth): Truth => (YES - truth) as Truth

/** Whether both are there; where the first is not, the second is not looked for. */
export function bothPresent(a: ReadTruth | undefined, b: ReadTruth | undefined): ReadTruth | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return (frame) => {
    const first = a(frame)
    return first === NO ? NO : least(first, b(frame))
  }
}
