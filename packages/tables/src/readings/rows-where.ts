import type { When } from '@vanzelf/rules'
import { type Reading, reading } from '../reading.ts'

/**
 * A reading of those rows only that have one of some texts in a column. A subject with other rows only counts as absent
 * for this fact.
 * @example
 * ```ts
 * const days = { from: 'start', until: 'end', lastDay: 'included' } as const
 * rowsWhere('kind', ['BB'], truthDuring(days)).columns // => ['kind', 'start', 'end']
 * ```
 */
export const rowsWhere = <Value, At extends When>(
  column: string,
  among: readonly string[],
  inner: Reading<Value, At>,
): Reading<Value, At> =>
  reading({
    ...inner,
    columns: [column, ...inner.columns],
    concerns: (line) => among.includes(line.text(column) ?? '') && inner.concerns(line),
  })
