import type { One, Those } from '@vanzelf/rules'
import { type Cell, cell, type Reader, type Reading, reading } from '../reading.ts'
import type { Line } from '../rows.ts'
import type { SubjectColumn } from '../subject.ts'
import { columnsOf, type Days, daysOf } from './days.ts'

/**
 * The one subject that a column names: a reference person, the holder of a vehicle.
 * @example
 * ```ts
 * oneIn(nationalNumber('holder_insz')).columns // => ['holder_insz']
 * ```
 */
export const oneIn = (named: SubjectColumn): Cell<One<never>> =>
  cell(named.column, (line, reader) => subjectIn(named, line, reader))

/**
 * The subjects that a column names, one in each row: the enrolments of a child. On days that no row has there are none,
 * of whoever is in the table.
 * @example
 * ```ts
 * thoseIn(identifier('enrolment')).columns // => ['enrolment']
 * ```
 */
export const thoseIn = (named: SubjectColumn): Cell<Those<never>> =>
  cell(named.column, (line, reader) => subjectIn(named, line, reader), { together: 'gathered', elsewhereNone: true })

/**
 * All who are in the same group, oneself included: a household by its number. A row puts its subject in a group, on its
 * days where they are given; nobody is in two groups on one day.
 * @example
 * ```ts
 * membersBy('household', { from: 'since', until: 'left', lastDay: 'excluded' }).columns // => ['since', 'left', 'household']
 * ```
 */
export const membersBy = (group: string, days?: Days): Reading<Those<never>, 'date' | 'period'> =>
  reading({
    columns: [...(days ? columnsOf(days) : []), group],
    column: group,
    by: 'day',
    together: 'one',
    elsewhereNone: false,
    members: true,
    concerns: () => true,
    read(line, { written }) {
      return [{ ...(days && daysOf(line, days, written)), value: line.text(group) }]
    },
  })

function subjectIn(named: SubjectColumn, line: Line, { subjectOf }: Reader): string | undefined {
  const text = line.text(named.column)
  return text === undefined ? undefined : subjectOf(named.numberOf(named.plain(text)))
}
