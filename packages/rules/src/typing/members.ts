import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { demand, demandOrdered, nameOf, refuse } from './demand.ts'
import { aboutOf, isNumeric, type Typed, type Typing, typed } from './typed.ts'

/** A part about each of those: its own subjects are the members, not whoever is at hand outside. */
function each(
  word: string,
  node: { readonly those: Node; readonly part: Node },
  typing: Typing,
): { readonly those: Typed; readonly part: Typed } {
  const those = demand(typing.place, word, typing(node.those), 'those')
  return { those, part: aboutThem(word, those, typing(node.part), typing) }
}

function aboutThem(word: string, relation: Typed, part: Typed, { place }: Typing): Typed {
  for (const about of part.about)
    if (relation.to !== undefined && about !== relation.to)
      refuse(
        place,
        'wrong-subject',
        `\`${word}\` asks a ${relation.to} for something about a ${about}`,
        'ask it of the right subject, with `of`',
      )
  return part
}

function criterion(word: string, node: { readonly those: Node; readonly part: Node }, typing: Typing): Typed {
  const { those, part } = each(word, node, typing)
  demand(typing.place, word, part, 'truth')
  return typed('truth', { about: those.about })
}

export const members: Chapter<'members', Typing, Typed> = {
  of: ({ one, part }, typing) => {
    const relation = typing(one)
    if (relation.type !== 'one')
      refuse(
        typing.place,
        'wrong-type',
        `\`of\` wants one subject, not ${nameOf(relation)}`,
        'use `some`, `every` or `sum` for several',
      )
    const value = aboutThem('of', relation, typing(part), typing)
    return { ...value, about: relation.about, absent: value.absent || relation.absent }
  },
  some: (node, typing) => criterion('some', node, typing),
  every: (node, typing) => criterion('every', node, typing),
  none: (node, typing) => criterion('none', node, typing),
  count: ({ those }, typing) => {
    const list = demand(typing.place, 'count', typing(those), 'those')
    return typed('count', { about: list.about, least: Math.max(0, list.least), most: list.most })
  },
  sum: (node, typing) => {
    const { those, part } = each('sum', node, typing)
    demandOrdered(typing.place, 'sum', part)
    if (!isNumeric(part))
      refuse(
        typing.place,
        'wrong-type',
        `\`sum\` wants numbers, not ${nameOf(part)}`,
        'use `smallest` or `largest` for dates',
      )
    return {
      ...part,
      about: those.about,
      least: part.least >= 0 ? Math.max(0, those.least) * part.least : Number.NEGATIVE_INFINITY,
      most: part.most <= 0 ? 0 : Number.POSITIVE_INFINITY,
    }
  },
  filter: (node, typing) => {
    const { those, part } = each('filter', node, typing)
    demand(typing.place, 'filter', part, 'truth')
    return { ...those, least: 0 }
  },
  smallest: (node, typing) => extreme('smallest', node, typing),
  largest: (node, typing) => extreme('largest', node, typing),
}

function extreme(word: string, node: { readonly those: Node; readonly part: Node }, typing: Typing): Typed {
  const { those, part } = each(word, node, typing)
  demandOrdered(typing.place, word, part)
  return { ...part, about: aboutOf(those), absent: true }
}
