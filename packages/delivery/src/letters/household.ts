import type { Fact } from '@vanzelf/rules'
import { everyNode, everyNodeOf, type Node, type PolicyNode } from '@vanzelf/rules/tree'

/**
 * Whether a policy looks at others than its subject. Then a letter tells of the household, never of one of them.
 *
 * INVARIANT: of such a policy a letter follows from its outcome, benefit and period alone. Which ground held, which part
 * refused and even which fact is still missing can tell who has a status: "the applicant" is one ground and "a member of
 * the household" the next.
 */
export const looksAtOthers = (policy: PolicyNode): boolean => [...everyNodeOf(policy)].some((node) => isRelation(node))

const isRelation = (node: Node) => node.kind === 'fact' && (node.value.type === 'those' || node.value.type === 'one')

/** Whether what a policy gives may come to nothing: its benefit depends on a fact. */
export const mayGiveNothing = ({ benefit }: PolicyNode): boolean =>
  [...everyNode(benefit)].some(({ kind }) => kind === 'fact' || kind === 'discretion')

/** The statuses of which one suffices, where that is all that a criterion asks of anybody; undefined where it asks more. */
export function statusesOf(node: Node): readonly Fact[] | undefined {
  switch (node.kind) {
    case 'fact':
      return node.about === 'person' && node.value.type === 'truth' ? [node] : undefined
    case 'covers':
      return node.period.kind === 'fact' && node.period.about === 'person' && node.date.kind === 'thisDay'
        ? [node.period]
        : undefined
    case 'any': {
      const parts = node.parts.map(statusesOf)
      return parts.every((part) => part !== undefined) ? [...new Set(parts.flat())] : undefined
    }
    case 'some':
      return node.those.kind === 'fact' ? statusesOf(node.part) : undefined
    case 'of':
      return node.one.kind === 'fact' ? statusesOf(node.part) : undefined
    case 'on':
      return statusesOf(node.part)
    case 'note':
      return node.label === undefined ? statusesOf(node.part) : undefined
    default:
      return undefined
  }
}
