import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { common, demandOrdered, nameOf, refuse } from './demand.ts'
import { aboutOf, type Typed, type Typing, typed } from './typed.ts'

function compared(word: string, { left, right }: { left: Node; right: Node }, typing: Typing): Typed {
  const sides = [typing(left), typing(right)]
  for (const side of sides) demandOrdered(typing.place, word, side)
  return typed('truth', { about: common(typing.place, word, sides).about })
}

export const comparison: Chapter<'comparison', Typing, Typed> = {
  below: (node, typing) => compared('below', node, typing),
  atMost: (node, typing) => compared('atMost', node, typing),
  above: (node, typing) => compared('above', node, typing),
  atLeast: (node, typing) => compared('atLeast', node, typing),
  is: ({ left, right }, typing) => {
    const both = common(typing.place, 'is', [typing(left), typing(right)])
    if (
      ![
        'truth',
        'text',
        'date',
        'one',
        'number',
        'money',
        'count',
        'days',
        'months',
        'years',
        'year',
        'percentage',
      ].includes(both.type)
    )
      refuse(
        typing.place,
        'wrong-type',
        `\`is\` cannot compare ${nameOf(both)}`,
        'compare yes or no, numbers, dates, texts or subjects',
      )
    return typed('truth', { about: both.about })
  },
  oneOf: ({ left, among }, typing) => {
    const [text, list] = [typing(left), typing(among)]
    if (text.type !== 'text' && text.type !== 'date')
      refuse(typing.place, 'wrong-type', `\`oneOf\` wants a text, not ${nameOf(text)}`, 'give it a text')
    if (list.type !== 'texts')
      refuse(
        typing.place,
        'wrong-type',
        `\`oneOf\` wants a list of texts, not ${nameOf(list)}`,
        'give it a list of texts',
      )
    return typed('truth', { about: aboutOf(text, list) })
  },
}
