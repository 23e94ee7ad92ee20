import type { Period } from '@vanzelf/rules'
import { type Cell, type Reading, reading } from '../reading.ts'
import { columnsOf, type Days, daysOf } from './days.ts'

/**
 * Yes on the days of each row; on other days no, of whoever is in the table. Rows may overlap.
 * @example
 * ```ts
 * truthDuring({ from: 'start', until: 'end', lastDay: 'included' }).columns // => ['start', 'end']
 * ```
 */
export const truthDuring = (days: Days): Reading<boolean, 'date' | 'period'> =>
  reading({
    columns: columnsOf(days),
    column: days.from,
    by: 'day',
    together: 'one',
    elsewhereNone: true,
    concerns: () => true,
    read: (line, { written }) => [{ ...daysOf(line, days, written), value: true }],
  })

/**
 * The period of a row, on each of its days: a card and the days on which it is valid. Of several that are valid on a
 * day, the one that ends last. On other days there is none, of whoever is in the table.
 * @example
 * ```ts
 * periodBetween({ from: 'delivered', until: 'valid_until', lastDay: 'included' }).columns // => ['delivered', 'valid_until']
 * ```
 */
export const periodBetween = (days: Days): Reading<Period, 'date' | 'period'> =>
  reading({
    columns: columnsOf(days),
    column: days.from,
    by: 'day',
    together: 'last to end',
    elsewhereNone: true,
    concerns: () => true,
    read(line, { written }) {
      const period = daysOf(line, days, written)
      return [{ ...period, value: period }]
    },
  })

/**
 * What stands in a column, on the days of its row; on other days it is not known. Rows that overlap must say the same.
 * @example
 * ```ts
 * whileValid({ from: 'since' }, textIn('postcode')).columns // => ['since', 'postcode']
 * ```
 */
export const whileValid = <Value>(days: Days, inner: Cell<Value>): Reading<Value, 'date' | 'period'> =>
  reading({
    ...inner,
    columns: [...columnsOf(days), ...inner.columns],
    by: 'day',
    read(line, reader) {
      return [{ ...daysOf(line, days, reader.written), value: inner.cell(line, reader) }]
    },
  })
