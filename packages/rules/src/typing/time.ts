import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { demand, refuse } from './demand.ts'
import { factType } from './inputs.ts'
import { aboutOf, type Typed, type Typing, typed } from './typed.ts'

const date = (word: string, node: Node, typing: Typing): Typed => demand(typing.place, word, typing(node), 'date')

function over(
  word: string,
  { period, part }: { readonly period: Node; readonly part: Node },
  typing: Typing,
): ReadonlySet<string> {
  const time = demand(typing.place, word, typing(period), 'period')
  const criterion = demand(typing.place, word, typing(part, { over: 'period' }), 'truth')
  return aboutOf(time, criterion)
}

function moved(
  word: string,
  node: { readonly date: Node; readonly by: Node; readonly unit: 'days' | 'months' | 'years' },
  typing: Typing,
): Typed {
  const by = demand(typing.place, word, typing(node.by), node.unit)
  if (!by.whole)
    refuse(typing.place, 'not-whole', `\`${word}\` is given ${node.unit} with decimals`, 'round them first')
  return typed('date', { about: aboutOf(date(word, node.date, typing), by) })
}

function wholeYear(word: string, node: Node, typing: Typing): Typed {
  const year = demand(typing.place, word, typing(node), 'year')
  if (!year.whole) refuse(typing.place, 'not-whole', `\`${word}\` is given a year with decimals`, 'round it first')
  return year
}

function span(
  word: string,
  type: 'days' | 'months' | 'years',
  { from, until }: { readonly from: Node; readonly until: Node },
  typing: Typing,
): Typed {
  return typed(type, { about: aboutOf(date(word, from, typing), date(word, until, typing)) })
}

function edge(word: string, node: Node, typing: Typing): Typed {
  const period = typing(node)
  if (period.type !== 'period') demand(typing.place, word, period, 'period')
  return typed('date', { about: period.about, absent: period.absent })
}

export const time: Chapter<'time', Typing, Typed> = {
  thisDay: () => typed('date'),
  referenceDate: () => typed('date'),
  on: (node, typing) => {
    const day = date('on', node.date, typing)
    const part = typing(node.part, { over: 'date' })
    return { ...part, about: aboutOf(day, part) }
  },
  inYear: ({ year, fact }, typing) => {
    const which = wholeYear('inYear', year, typing)
    if (!fact.when.includes('year'))
      refuse(
        typing.place,
        'wrong-time',
        `fact \`${fact.name}\` is asked for a year, and its source answers ${fact.when.join(', ')} only`,
        'ask it on a date, without `inYear`',
      )
    const value = factType(fact)
    return { ...value, about: aboutOf(which, value) }
  },
  throughout: (node, typing) => typed('truth', { about: over('throughout', node, typing) }),
  atSomeTimeIn: (node, typing) => typed('truth', { about: over('atSomeTimeIn', node, typing) }),
  daysIn: (node, typing) => typed('days', { about: over('daysIn', node, typing), least: 0 }),
  later: (node, typing) => moved('later', node, typing),
  earlier: (node, typing) => moved('earlier', node, typing),
  lastDay: (node, typing) => typed('date', { about: date('lastDay', node.date, typing).about }),
  nextDay: (node, typing) => typed('date', { about: date('nextDay', node.date, typing).about }),
  dayIn: (node, typing) => typed('date', { about: wholeYear('dayIn', node.year, typing).about }),
  startOfMonth: (node, typing) => typed('date', { about: date('startOfMonth', node.date, typing).about }),
  yearOf: (node, typing) => typed('year', { about: date('yearOf', node.date, typing).about, least: 0, most: 9999 }),
  monthOf: (node, typing) => typed('count', { about: date('monthOf', node.date, typing).about, least: 1, most: 12 }),
  completedYears: (node, typing) => span('completedYears', 'years', node, typing),
  completedMonths: (node, typing) => span('completedMonths', 'months', node, typing),
  daysBetween: (node, typing) => span('daysBetween', 'days', node, typing),
  period: ({ from, until }, typing) =>
    typed('period', { about: aboutOf(date('period', from, typing), date('period', until, typing)) }),
  startOf: (node, typing) => edge('startOf', node.period, typing),
  endOf: (node, typing) => edge('endOf', node.period, typing),
  covers: (node, typing) => {
    const period = typing(node.period)
    if (period.type !== 'period') demand(typing.place, 'covers', period, 'period')
    return typed('truth', { about: aboutOf(period, date('covers', node.date, typing)) })
  },
}
