import type { Chapter } from '../cases.ts'
import { sentence } from './sentence.ts'
import type { Telling } from './telling.ts'
import { noun, type Words } from './words.ts'

export const benefit: Chapter<'benefit', Telling, Words> = {
  money: ({ amount }, telling) => telling.tell(amount),

  share: ({ share, of }, telling) =>
    sentence([telling.tell(share)], telling, (part = '') => telling.in.benefit.share(part, telling.call(of, of.nl))),

  inKind: ({ count, what }, telling) => {
    const number = telling.tell(count)
    const { benefit } = telling.in
    const things = telling.call(what, what.nl)
    return sentence([number], telling, (text = '') =>
      number.figure ? benefit.inKind(text, things) : benefit.inKindCounted(text, things),
    )
  },

  status: ({ what }, telling) => noun(telling.call(what, what.nl)),

  composite: ({ parts }, telling) =>
    noun(telling.in.benefit.composite, { below: parts.map((part) => telling.tell(part)) }),

  alternative: ({ parts }, telling) =>
    noun(telling.in.benefit.alternative, { below: parts.map((part) => telling.tell(part)) }),

  nothing: (_, telling) => noun(telling.in.benefit.nothing),
}
