import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { demand, refuse } from './demand.ts'
import { aboutOf, type Typed, type Typing, typed } from './typed.ts'

function granted(word: string, parts: readonly Node[], typing: Typing): Typed {
  if (parts.length === 0)
    refuse(typing.place, 'no-parts', `\`${word}\` is given nothing`, 'give it at least one benefit')
  return typed('benefit', {
    about: aboutOf(...parts.map((part) => demand(typing.place, word, typing(part), 'benefit'))),
  })
}

export const benefit: Chapter<'benefit', Typing, Typed> = {
  money: ({ amount }, typing) => {
    const cents = demand(typing.place, 'money', typing(amount), 'money')
    if (!cents.whole)
      refuse(
        typing.place,
        'needs-rounding',
        'the amount of `money` may have fractions of a cent',
        'say how it is rounded: `round(amount, toTheCent)`',
      )
    return typed('benefit', { about: cents.about })
  },
  share: ({ share }, typing) =>
    typed('benefit', { about: demand(typing.place, 'share', typing(share), 'percentage').about }),
  inKind: ({ count }, typing) =>
    typed('benefit', { about: demand(typing.place, 'inKind', typing(count), 'count').about }),
  status: () => typed('benefit'),
  composite: ({ parts }, typing) => granted('composite', parts, typing),
  alternative: ({ parts }, typing) => granted('alternative', parts, typing),
  nothing: () => typed('benefit'),
}
