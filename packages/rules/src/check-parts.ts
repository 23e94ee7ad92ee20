import { isDate } from './calendar.ts'
import { DefinitionError } from './errors.ts'
import type { ParameterType, TableRow, Version } from './tree.ts'

/** Names become properties of situations: not the object's own machinery, nor what marks an unknown or a timeline. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype', 'unknown', 'timeline'])

export function checkName(name: string, where: string): void {
  if (typeof name === 'string' && name !== '' && !FORBIDDEN.has(name)) return
  throw new DefinitionError({
    code: 'bad-name',
    what: name === '' ? 'a name is empty' : `\`${String(name)}\` cannot be a name`,
    where,
    todo: 'give it a name in the words of the regulation',
  })
}

export function checkDate(date: string, where: string): string {
  if (isDate(date)) return date
  throw new DefinitionError({
    code: 'bad-date',
    what: `\`${date}\` is not a date of the calendar`,
    where,
    todo: 'write it as YYYY-MM-DD',
  })
}

export function checkCalendarDay(day: string): string {
  if (isDate(`2024-${day}`)) return day
  throw new DefinitionError({
    code: 'bad-date',
    what: `\`${day}\` is not a day of the calendar`,
    todo: 'write month and day as MM-DD',
  })
}

export function checkHistory(name: string, type: ParameterType, history: readonly Version[]): readonly Version[] {
  const where = `parameter \`${name}\``
  if (history.length === 0)
    throw new DefinitionError({
      code: 'no-history',
      what: 'it has no value at all',
      where,
      todo: 'give it a value, with the date from which it is in force and its article',
    })
  history.forEach(({ from, until, value }, index) => {
    checkDate(from, where)
    if (until !== undefined) checkDate(until, where)
    const next = history[index + 1]
    const end = until ?? next?.from
    if (
      (next !== undefined && next.from <= from) ||
      (end !== undefined && end <= from) ||
      (until !== undefined && next !== undefined && until > next.from)
    )
      throw new DefinitionError({
        code: 'history-unordered',
        what: `the value from ${from} does not end before the next one starts`,
        where,
        todo: 'order the values by date, and let each end at the latest where the next one starts',
      })
    checkVersionValue(type, value, `${where}, value from ${from}`)
  })
  return Object.freeze(history.map((version) => Object.freeze({ ...version })))
}

function checkVersionValue(type: ParameterType, value: Version['value'], where: string): void {
  const fits =
    type.type === 'truth'
      ? typeof value === 'boolean'
      : type.type === 'date'
        ? typeof value === 'string' && isDate(value)
        : type.type === 'text'
          ? typeof value === 'string'
          : type.type === 'texts'
            ? Array.isArray(value) && value.every((text) => typeof text === 'string')
            : type.type === 'brackets'
              ? Array.isArray(value)
              : type.type === 'keyed'
                ? typeof value === 'object' && !Array.isArray(value)
                : typeof value === 'number' && Number.isFinite(value)
  if (!fits)
    throw new DefinitionError({
      code: 'bad-value',
      what: `its value is not of the type \`${type.type}\` that it promises`,
      where,
      todo: 'change the value or the type',
    })
  if (type.type === 'keyed')
    for (const text of type.among ?? [])
      if (!Object.hasOwn(value as object, text))
        throw new DefinitionError({
          code: 'bad-table',
          what: `the table has no row for \`${text}\``,
          where,
          todo: 'give it that row, or leave the text out of `among`',
        })
  if (type.type === 'brackets') checkRows(value as readonly TableRow[], where)
}

export function checkRows(rows: readonly { from?: number | string; above?: number | string }[], where: string): void {
  if (rows.length === 0)
    throw new DefinitionError({
      code: 'bad-table',
      what: 'the table has no rows',
      where,
      todo: 'give it a row for each value',
    })
  rows.forEach(({ from, above }, index) => {
    const edge = from ?? above
    if (index === 0) return
    if (edge === undefined)
      throw new DefinitionError({
        code: 'rows-unordered',
        what: `row ${index + 1} does not say where it starts`,
        where,
        todo: 'give it `from` (the value itself included) or `above` (not included); only the first row may have neither',
      })
    const before = rows[index - 1]
    const last = before?.from ?? before?.above
    const rises =
      last === undefined || last < edge || (last === edge && before?.from !== undefined && above !== undefined)
    if (!rises)
      throw new DefinitionError({
        code: 'rows-unordered',
        what: `row ${index + 1} does not start above row ${index}`,
        where,
        todo: 'order the rows from low to high',
      })
  })
}
