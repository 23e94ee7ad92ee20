import type { Node } from '../tree.ts'
import { everyNode } from '../walk.ts'

const OF_SOMEBODY: ReadonlySet<Node['kind']> = new Set(['fact', 'applicant', 'self', 'discretion'])

/** Whether an expression asks nobody anything: it follows from the date alone. */
export function isFree(node: Node): boolean {
  for (const part of everyNode(node)) if (OF_SOMEBODY.has(part.kind)) return false
  return true
}
