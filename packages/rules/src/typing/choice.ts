import { hasEveryRow } from '../among.ts'
import type { Chapter } from '../cases.ts'
import { common, demand, demandOrdered, demandPresent, nameOf, refuse } from './demand.ts'
import { lowestOf } from './inputs.ts'
import { aboutOf, isNumeric, type Typed, type Typing, typed } from './typed.ts'

export const choice: Chapter<'choice', Typing, Typed> = {
  when: ({ cases, otherwise }, typing) => {
    const criteria = cases.map((one) => demand(typing.place, 'when', typing(one.if), 'truth'))
    const values = [...cases.map(({ then }) => typing(then)), typing(otherwise)]
    const both = chosen('when', common(typing.place, 'when', values), typing)
    return { ...both, about: aboutOf(both, ...criteria) }
  },
  bracket: ({ by, rows }, typing) => {
    const value = demandOrdered(typing.place, 'bracket', typing(by))
    if (Array.isArray(rows)) {
      const edges = rows.flatMap(({ from, above }) => from ?? above ?? [])
      const fits = edges.every((edge) => typeof edge === (value.type === 'date' ? 'string' : 'number'))
      if (!fits)
        refuse(
          typing.place,
          'wrong-unit',
          `\`bracket\` goes by ${nameOf(value)}, and its rows start at something else`,
          'let the rows start at values of that unit',
        )
      checkGap(value, lowestOf(rows), typing)
      const gives = chosen(
        'bracket',
        common(
          typing.place,
          'bracket',
          rows.map((row) => typing(row.value)),
        ),
        typing,
      )
      return { ...gives, about: aboutOf(value, gives) }
    }
    const table = typing(rows as never)
    if (table.type !== 'brackets' || table.gives === undefined)
      return refuse(
        typing.place,
        'wrong-type',
        `\`bracket\` wants a step table, not ${nameOf(table)}`,
        'give it rows, or a parameter of type `brackets`',
      )
    if (table.by !== value.type && !(value.type === 'number' && isNumeric(typed(table.by as Typed['type']))))
      refuse(
        typing.place,
        'wrong-unit',
        `\`bracket\` goes by ${nameOf(value)}, and its table by ${nameOf(typed(table.by as Typed['type']))}`,
        'give it a table that goes by that unit',
      )
    checkGap(value, table.least, typing)
    return { ...table.gives, about: value.about }
  },
  keyed: (node, typing) => {
    const { by, rows } = node
    const absent = !hasEveryRow(node)
    const value = demand(typing.place, 'keyed', typing(by), 'text')
    if ('kind' in rows && 'history' in rows) {
      const table = typing(rows as never)
      if (table.type !== 'keyed' || table.gives === undefined)
        return refuse(
          typing.place,
          'wrong-type',
          `\`keyed\` wants a table by text, not ${nameOf(table)}`,
          'give it rows, or a parameter of type `keyed`',
        )
      return { ...table.gives, about: value.about, absent }
    }
    const values = Object.values(rows as object).map((row) => typing(row))
    if (values.length === 0) return typed('number', { about: value.about, absent: true })
    const gives = chosen('keyed', demandPresent(typing.place, 'keyed', common(typing.place, 'keyed', values)), typing)
    return { ...gives, about: aboutOf(value, gives), absent }
  },
  isPresent: ({ part }, typing) => {
    const value = neverEmpty('isPresent', typing(part), typing)
    if (!value.absent)
      refuse(
        typing.place,
        'never-absent',
        `\`isPresent\` is given ${nameOf(value)} that is never absent`,
        'leave it out, or make the fact optional',
      )
    return typed('truth', { about: value.about })
  },
  ifAbsent: ({ part, otherwise }, typing) => {
    const [value, other] = [neverEmpty('ifAbsent', typing(part), typing), typing(otherwise)]
    return { ...common(typing.place, 'ifAbsent', [{ ...value, absent: false }, other]), absent: other.absent }
  },
}

function chosen(word: string, value: Typed, { place }: Typing): Typed {
  if (value.type === 'those')
    refuse(
      place,
      'wrong-type',
      `\`${word}\` cannot choose between lists of subjects`,
      'choose within: `filter(those, when(…).otherwise(…))`',
    )
  return value
}

/** Of subjects that are not there the list is empty; of one who is not there, nobody is asked for a list. */
function neverEmpty(word: string, value: Typed, { place }: Typing): Typed {
  if (value.type === 'those')
    refuse(
      place,
      'wrong-type',
      `\`${word}\` is given a list of subjects, and a list is never absent`,
      'say about the one who may be absent what is asked of the list: `of(one, count(those))`',
    )
  return value
}

function checkGap({ type, least }: Typed, lowest: number, { place }: Typing): void {
  const starts = type === 'date' ? lowest === Number.NEGATIVE_INFINITY : lowest <= least
  if (!starts)
    refuse(
      place,
      'bracket-gap',
      `a value of \`bracket\` may lie below its first row`,
      'start the first row lower, or without `from`; or give the fact its `least`',
    )
}
