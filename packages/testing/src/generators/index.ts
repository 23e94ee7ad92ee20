export { COMPLETIONS, type Completion, type Level } from './datum.ts'
export { expressions } from './expressions.ts'
export { policies } from './policies.ts'
export {
  type How,
  type Narrator,
  narratorOf,
  narratorOfExpression,
  type Population,
  populations,
  referenceDates,
  type Telling,
} from './situations.ts'
export type { Want, Whom } from './want.ts'
export { inWords, policyInWords } from './words.ts'
