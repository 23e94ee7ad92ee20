import type { Chapter } from '../../cases.ts'
import type { InKind, Money, Node, Share } from '../../tree.ts'
import type { Given } from '../decision.ts'
import { quickOnly } from './closure.ts'
import { type Emit, type Emitted, endsOf, valueAt } from './emitted.ts'
import type { Writer } from './writer.ts'

const NOTHING: Given = Object.freeze({ kind: 'nothing' })

/** A benefit that is an amount of something. */
export type Amounted = Money | Share | InKind

export const amountIn = (node: Amounted): Node =>
  node.kind === 'money' ? node.amount : node.kind === 'share' ? node.share : node.count

/** Such a benefit, of an amount that was written before. */
export function givenOf(node: Amounted, amount: string, writer: Writer): string {
  const what =
    node.kind === 'share'
      ? `, of: ${writer.constant(node.of)}`
      : node.kind === 'inKind'
        ? `, what: ${writer.constant(node.what)}`
        : ''
  return `{ kind: "${node.kind}", amount: ${amount}${what} }`
}

function amounted(node: Amounted, emit: Emit): Emitted {
  const read = endsOf(emit(amountIn(node)))
  return quickOnly(node, { as: 'benefit', value: (site) => givenOf(node, read(site).low, emit.writer) }, emit)
}

function several(node: Extract<Node, { readonly kind: 'composite' | 'alternative' }>, emit: Emit): Emitted {
  const reads = node.parts.map((part) => valueAt(emit(part)))
  return quickOnly(
    node,
    {
      as: 'benefit',
      value: (site) => `{ kind: "${node.kind}", parts: [${reads.map((read) => read(site)).join(', ')}] }`,
    },
    emit,
  )
}

export const benefit: Chapter<'benefit', Emit, Emitted> = {
  money: amounted,
  share: amounted,
  inKind: amounted,
  status: ({ what }, { writer }) => {
    const given: Given = Object.freeze({ kind: 'status', what })
    return { as: 'benefit', value: () => writer.constant(given) }
  },
  composite: several,
  alternative: several,
  nothing: (_, { writer }) => ({ as: 'benefit', value: () => writer.constant(NOTHING) }),
}
