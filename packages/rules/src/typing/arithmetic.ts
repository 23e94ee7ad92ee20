import type { Chapter } from '../cases.ts'
import { exact, product, quotient } from '../number.ts'
import type { Node } from '../tree.ts'
import { common, demand, demandOrdered, nameOf, refuse } from './demand.ts'
import { aboutOf, isNumeric, type Typed, type Typing } from './typed.ts'

function numbers(
  word: string,
  parts: readonly Node[],
  typing: Typing,
): { readonly all: readonly Typed[]; readonly both: Typed } {
  const all = parts.map((part) => typing(part))
  for (const part of all) {
    demandOrdered(typing.place, word, part)
    if (!isNumeric(part))
      refuse(
        typing.place,
        'wrong-type',
        `\`${word}\` wants numbers, not ${nameOf(part)}`,
        'use `later` and `earlier` to move dates',
      )
  }
  return { all, both: common(typing.place, word, all) }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

export const arithmetic: Chapter<'arithmetic', Typing, Typed> = {
  plus: ({ parts }, typing) => {
    const { all, both } = numbers('plus', parts, typing)
    return { ...both, least: sum(all.map(({ least }) => least)), most: sum(all.map(({ most }) => most)) }
  },
  minus: ({ left, right }, typing) => {
    const { all, both } = numbers('minus', [left, right], typing)
    const [a, b] = all as readonly [Typed, Typed]
    return { ...both, least: a.least - b.most, most: a.most - b.least }
  },
  times: ({ left, by }, typing) => {
    const { all } = numbers('times', [left], typing)
    const [a, b] = [all[0] as Typed, demand(typing.place, 'times', typing(by), 'count', 'days', 'months', 'years')]
    return { ...a, ...product(a, b), about: aboutOf(a, b), whole: a.whole && b.whole }
  },
  dividedBy: ({ left, by }, typing) => {
    const { all } = numbers('dividedBy', [left], typing)
    const [a, b] = [all[0] as Typed, demand(typing.place, 'dividedBy', typing(by), 'count', 'days', 'months', 'years')]
    if (b.least <= 0)
      refuse(
        typing.place,
        'may-divide-by-zero',
        '`dividedBy` is given a divisor that may be zero or less',
        'prove that it is above zero: `highest(n, 1)`, or a fact with `least: 1`',
      )
    return { ...a, ...quotient(a, b), about: aboutOf(a, b), whole: false }
  },
  percentOf: ({ share, of }, typing) => {
    const { all } = numbers('percentOf', [of], typing)
    const [part, a] = [demand(typing.place, 'percentOf', typing(share), 'percentage'), all[0] as Typed]
    const { least, most } = product(a, part)
    return { ...a, least: exact(least / 100), most: exact(most / 100), about: aboutOf(a, part), whole: false }
  },
  round: ({ part, step }, typing) => {
    const { both } = numbers('round', [part], typing)
    return {
      ...both,
      least: Math.floor(both.least / step) * step,
      most: Math.ceil(both.most / step) * step,
      whole: Number.isInteger(step),
    }
  },
  lowest: ({ parts }, typing) => {
    const all = parts.map((part) => demandOrdered(typing.place, 'lowest', typing(part)))
    return { ...common(typing.place, 'lowest', all), most: Math.min(...all.map(({ most }) => most)) }
  },
  highest: ({ parts }, typing) => {
    const all = parts.map((part) => demandOrdered(typing.place, 'highest', typing(part)))
    return { ...common(typing.place, 'highest', all), least: Math.max(...all.map(({ least }) => least)) }
  },
}
