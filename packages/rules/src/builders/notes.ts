import type { Expression } from '../expression.ts'
import type { Fact } from '../fact.ts'
import type { Label } from '../label.ts'
import { nodeOf, seal } from '../seal.ts'

/**
 * Part of a rule, with the article it comes from: it changes no decision, and `explain` and `describe` tell it.
 * @example
 * ```ts
 * evaluate(article('art. 2, § 1', yes)) // => true
 * ```
 */
export function article<Value, A extends Fact, About extends string>(
  where: string,
  part: Expression<Value, A, About>,
): Expression<Value, A, About> {
  return seal({ kind: 'note', part: nodeOf(part), article: where })
}

/**
 * Part of a rule, with what it is called: a named criterion. It changes no decision, and `explain` and `describe` tell it.
 * @example
 * ```ts
 * evaluate(named({ nl: 'altijd', en: 'always' }, yes)) // => true
 * ```
 */
export function named<Value, A extends Fact, About extends string>(
  label: Label,
  part: Expression<Value, A, About>,
): Expression<Value, A, About> {
  return seal({ kind: 'note', part: nodeOf(part), label })
}
