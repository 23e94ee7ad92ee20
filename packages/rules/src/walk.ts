import type { Node } from './tree.ts'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string'

/** The parts of an expression, found by shape: properties that are expressions, or that hold some. */
export function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = []
  // A parameter's history and a fact's description hold no expressions.
  if (node.kind === 'parameter' || node.kind === 'fact') return parts
  for (const value of Object.values(node)) collect(value, parts)
  return parts
}

function collect(value: unknown, parts: Node[]): void {
  if (isNode(value)) parts.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, parts)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, parts)
}

/** Every expression below a node, itself first, each as often as it stands there. */
export function* everyNode(node: Node): Generator<Node> {
  yield node
  for (const part of partsOf(node)) yield* everyNode(part)
}

/** The same expression with other parts; the very same one where no part changed. */
export function withParts(node: Node, change: (part: Node) => Node): Node {
  if (node.kind === 'parameter' || node.kind === 'fact') return node
  let changed = false
  const visit = (value: unknown): unknown => {
    if (isNode(value)) {
      const next = change(value)
      if (next !== value) changed = true
      return next
    }
    if (Array.isArray(value)) return Object.freeze(value.map(visit))
    if (typeof value === 'object' && value !== null)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item)])))
    return value
  }
  const next = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]))
  // Only parts were exchanged for parts: the kind and its shape stay.
  return changed ? Object.freeze(next as unknown as Node) : node
}
