import type { Node } from '../tree.ts'
import type { Unit } from '../value-type.ts'
import { partsOf, withParts } from '../walk.ts'

type UnitOf = (node: Node) => Unit | undefined

/**
 * Gives each bare number the unit of the place where it stands, so that every reading sees euros as euros.
 * @param unitOf the unit of an expression, where it has one
 * @param expected the unit that the place wants
 */
export function settleUnits(node: Node, unitOf: UnitOf, expected?: Unit): Node {
  if (node.kind === 'constant') {
    if (typeof node.value !== 'number' || node.unit !== undefined) return node
    return Object.freeze({ ...node, unit: expected ?? 'count' })
  }
  const own = unitOf(node) ?? expected
  const wanted = wants(node, own, unitOf)
  return withParts(node, (part) => settleUnits(part, unitOf, wanted(part)))
}

/** The unit that a node wants of each of its parts; where it wants none, the part has its own. */
function wants(node: Node, own: Unit | undefined, unitOf: UnitOf): (part: Node) => Unit | undefined {
  switch (node.kind) {
    case 'below':
    case 'atMost':
    case 'above':
    case 'atLeast':
    case 'is': {
      const shared = unitOf(node.left) ?? unitOf(node.right)
      return () => shared
    }
    case 'later':
    case 'earlier':
      return (part) => (part === node.by ? node.unit : undefined)
    case 'times':
    case 'dividedBy':
      return (part) => (part === node.by ? 'count' : own)
    case 'percentOf':
      return (part) => (part === node.share ? 'percentage' : own)
    case 'bracket': {
      return (part) => (part === node.by ? undefined : own)
    }
    case 'keyed':
      return (part) => (part === node.by ? undefined : own)
    case 'when': {
      const criteria = new Set(node.cases.map((one) => one.if))
      return (part) => (criteria.has(part) ? undefined : own)
    }
    case 'money':
      return () => 'money'
    case 'share':
      return () => 'percentage'
    case 'inKind':
      return () => 'count'
    case 'dayIn':
    case 'inYear':
      return () => 'year'
    case 'of':
      return (part) => (part === node.one ? undefined : own)
    case 'sum':
    case 'smallest':
    case 'largest':
      return (part) => (part === node.those ? undefined : own)
    case 'on':
      return (part) => (part === node.date ? undefined : own)
    default:
      return partsOf(node).length > 0 ? () => own : () => undefined
  }
}
