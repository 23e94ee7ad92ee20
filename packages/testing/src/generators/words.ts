import type { Node, PolicyNode } from '@vanzelf/rules/tree'
import fc from 'fast-check'

/**
 * An expression as nested words, shorter than as data: for counterexamples.
 * @example
 * ```ts
 * inWords({ kind: 'not', part: { kind: 'is', left: { kind: 'self' }, right: { kind: 'applicant' } } }) // => 'not(is(self, applicant))'
 * ```
 */
export function inWords(node: Node): string {
  if (node.kind === 'fact' || node.kind === 'parameter') return node.name
  if (node.kind === 'constant') return JSON.stringify(node.value)
  const { kind, ...parts } = node
  const words = Object.values(parts)
    .filter((part) => !isLabel(part))
    .map(told)
  return words.length === 0 ? kind : `${kind}(${words.join(', ')})`
}

const isLabel = (value: unknown) => typeof value === 'object' && value !== null && 'nl' in value
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value

function told(value: unknown): string {
  if (isNode(value)) return inWords(value)
  if (Array.isArray(value)) return `[${value.map(told).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${told(part)}`)
      .join(', ')} }`
  return typeof value === 'string' ? value : String(value)
}

/** A policy as nested words, a line for each of its parts: for counterexamples. */
export function policyInWords({ about, requires, grounds, benefit, recipient, period }: PolicyNode): string {
  return [
    `policy about a ${about}`,
    ...(requires === undefined ? [] : [`  requires ${inWords(requires)}`]),
    ...grounds.map(({ article, criterion }) => `  ground ${article}: ${inWords(criterion)}`),
    `  benefit ${inWords(benefit)}`,
    `  recipient ${inWords(recipient)}`,
    `  period ${inWords(period)}`,
  ].join('\n')
}

/** The same value, and fast-check prints it so. */
export function printedAs<Value extends object>(value: Value, words: (value: Value) => string): Value {
  // Not enumerable: a comparison, a copy or a document does not see it.
  return Object.freeze(Object.defineProperty({ ...value }, fc.toStringMethod, { value: () => words(value) }))
}
