import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { sentence, shifted } from './sentence.ts'
import type { Telling } from './telling.ts'
import { measureOf, noun, type Words } from './words.ts'

export const members: Chapter<'members', Telling, Words> = {
  of: ({ one, part }, telling) => {
    const subject = telling.tell(one)
    const told = telling.tell(part, { about: subject.to })
    const { members } = telling.in
    if (told.clause) return shifted([subject], told, telling, (clause, who = '') => members.of(who, clause), true)
    return belonging(subject, told, telling, (value, who) => members.valueOf(who, value))
  },

  some: ({ those, part }, telling) => each(those, part, telling, telling.in.members.some),
  every: ({ those, part }, telling) => each(those, part, telling, telling.in.members.every),
  none: ({ those, part }, telling) => each(those, part, telling, telling.in.members.none),

  count: ({ those }, telling) =>
    sentence([telling.tell(those)], telling, (text = '') => telling.in.members.count(text), { measure: 'count' }),

  sum: ({ those, part }, telling) => over(those, part, telling, telling.in.members.sum),
  smallest: ({ those, part }, telling) => over(those, part, telling, telling.in.members.smallest),
  largest: ({ those, part }, telling) => over(those, part, telling, telling.in.members.largest),

  filter: ({ those, part }, telling) => {
    const subjects = telling.tell(those)
    const told = telling.tell(part, { about: subjects.to })
    const { text, below } = shifted([subjects], told, telling, (clause, who = '') =>
      telling.in.members.filter(who, clause),
    )
    return noun(text, { below, ...(subjects.to !== undefined && { to: subjects.to }) })
  },
}

function each(those: Node, part: Node, telling: Telling, say: (those: string, clause: string) => string): Words {
  const subjects = telling.tell(those)
  return shifted([subjects], telling.tell(part, { about: subjects.to }), telling, (clause, who = '') =>
    say(who, clause),
  )
}

type OverThose = (those: string, value: string, measure: Words['measure']) => string

function over(those: Node, part: Node, telling: Telling, say: OverThose): Words {
  const subjects = telling.tell(those)
  const value = telling.tell(part, { about: subjects.to })
  const { measure } = value
  return sentence([subjects, value], telling, (who = '', what = '') => say(who, what, measure), measureOf(value))
}

/** A value of another: what it is measured in, and to whom it leads, it keeps. */
function belonging(subject: Words, value: Words, telling: Telling, say: (value: string, who: string) => string): Words {
  const { text, below } = sentence([subject], telling, (who = '') => say(value.text, who), {}, value.below)
  const { figure: _, ...kept } = value
  return { ...kept, text, below }
}
