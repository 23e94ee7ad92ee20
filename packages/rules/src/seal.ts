import type { Expression } from './expression.ts'
import type { Fact } from './fact.ts'
import type { Node, Scalar } from './tree.ts'

/** A node becomes an expression: frozen, and seen through the types its builder promises. */
export function seal<Value, Asks extends Fact, About extends string>(node: Node): Expression<Value, Asks, About> {
  // The only maker of expressions: the phantom types exist for the compiler alone.
  return Object.freeze(node) as unknown as Expression<Value, Asks, About>
}

/** An expression as a reading sees it; a constant becomes a node of its own. */
export function nodeOf(operand: unknown): Node {
  if (isNode(operand)) return operand
  return Object.freeze({ kind: 'constant', value: operand as Scalar })
}

export function nodesOf(operands: readonly unknown[]): readonly Node[] {
  return Object.freeze(operands.map(nodeOf))
}

function isNode(operand: unknown): operand is Node {
  return typeof operand === 'object' && operand !== null && 'kind' in operand
}
