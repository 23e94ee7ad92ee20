export { answersOf, type DeclaredAnswers, type Held } from './answers-of.ts'
export { declaration } from './declaration.ts'
export {
  type DeclarationStatus,
  type Declared,
  type DeclaredType,
  declared,
  type Evidenced,
  type Stated,
  type StatusOf,
} from './declared.ts'
export { type DeclaredFacts, factsOf } from './facts-of.ts'
export { isEvidenced } from './is-evidenced.ts'
