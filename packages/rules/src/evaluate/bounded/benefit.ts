import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { amountOf, type Given } from '../decision.ts'
import type { Compile } from './bounded.ts'
import { as, type Bounded } from './bounded.ts'

const NOTHING: Given = Object.freeze({ kind: 'nothing' })

function amounted(node: Node, compile: Compile, give: (amount: ReturnType<typeof amountOf>) => Given): Bounded {
  const { read } = as('number', compile(node))
  return {
    as: 'benefit',
    read: (frame) => {
      const low = read(frame)
      return give(amountOf(low, frame.high))
    },
  }
}

function several(kind: 'composite' | 'alternative', parts: readonly Node[], compile: Compile): Bounded {
  const reads = parts.map((part) => as('benefit', compile(part)).read)
  return { as: 'benefit', read: (frame) => ({ kind, parts: reads.map((read) => read(frame)) }) }
}

export const benefit: Chapter<'benefit', Compile, Bounded> = {
  money: ({ amount }, compile) => amounted(amount, compile, (given) => ({ kind: 'money', amount: given })),
  share: ({ share, of }, compile) => amounted(share, compile, (amount) => ({ kind: 'share', amount, of })),
  inKind: ({ count, what }, compile) => amounted(count, compile, (amount) => ({ kind: 'inKind', amount, what })),
  status: ({ what }) => {
    const given: Given = Object.freeze({ kind: 'status', what })
    return { as: 'benefit', read: () => given }
  },
  composite: ({ parts }, compile) => several('composite', parts, compile),
  alternative: ({ parts }, compile) => several('alternative', parts, compile),
  nothing: () => ({ as: 'benefit', read: () => NOTHING }),
}
