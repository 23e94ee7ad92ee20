import type { Chapter } from '../../cases.ts'
import type { InKind, Money, Node, Share } from '../../tree.ts'
import type { Given } from '../decision.ts'
import { type Emit, type Emitted, type Site, valueOf } from './emitted.ts'
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
  const read = valueOf(emit(amountIn(node)))
  return { as: 'benefit', value: (site) => givenOf(node, read(site), emit.writer) }
}

function several(kind: 'composite' | 'alternative', parts: readonly Node[], emit: Emit): Emitted {
  const reads = parts.map((part) => valueOf(emit(part)))
  return {
    as: 'benefit',
    value: (site: Site) => `{ kind: "${kind}", parts: [${reads.map((read) => read(site)).join(', ')}] }`,
  }
}

export const benefit: Chapter<'benefit', Emit, Emitted> = {
  money: amounted,
  share: amounted,
  inKind: amounted,
  status: ({ what }, emit) => {
    const given: Given = Object.freeze({ kind: 'status', what })
    return { as: 'benefit', value: () => emit.writer.constant(given) }
  },
  composite: ({ parts }, emit) => several('composite', parts, emit),
  alternative: ({ parts }, emit) => several('alternative', parts, emit),
  nothing: (_, emit) => ({ as: 'benefit', value: () => emit.writer.constant(NOTHING) }),
}
