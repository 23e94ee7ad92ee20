import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import type { Language } from './language.ts'
import { sentence } from './sentence.ts'
import type { Telling } from './telling.ts'
import { type Measure, measureOf, type Words } from './words.ts'

export const comparison: Chapter<'comparison', Telling, Words> = {
  below: (node, telling) => compared(node, telling, 'below', 'atLeast'),
  atMost: (node, telling) => compared(node, telling, 'atMost', 'above'),
  above: (node, telling) => compared(node, telling, 'above', 'atMost'),
  atLeast: (node, telling) => compared(node, telling, 'atLeast', 'below'),

  is: ({ left, right }, telling) =>
    sentence(
      [telling.tell(left), telling.tell(right)],
      telling,
      (a = '', b = '') => ({ text: telling.in.comparison.is(a, b), denied: telling.in.comparison.isNot(a, b) }),
      { clause: true },
    ),

  oneOf: ({ left, among }, telling) =>
    sentence(
      [telling.tell(left), telling.tell(among)],
      telling,
      (a = '', b = '') => ({ text: telling.in.comparison.oneOf(a, b), denied: telling.in.comparison.notOneOf(a, b) }),
      { clause: true },
    ),
}

type Order = 'below' | 'atMost' | 'above' | 'atLeast'

function compared(
  node: { readonly left: Node; readonly right: Node },
  telling: Telling,
  order: Order,
  opposite: Order,
): Words {
  const operands = [telling.tell(node.left), telling.tell(node.right)]
  const { measure } = measureOf(...operands)
  return sentence(
    operands,
    telling,
    (a = '', b = '') => ({
      text: say(telling.in, order, a, b, measure),
      denied: say(telling.in, opposite, a, b, measure),
    }),
    { clause: true },
  )
}

const say = ({ comparison }: Language, order: Order, left: string, right: string, measure: Measure | undefined) =>
  comparison[order](left, right, measure)
