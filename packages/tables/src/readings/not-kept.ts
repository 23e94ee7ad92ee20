import type { When } from '@vanzelf/rules'
import { type Reading, reading } from '../reading.ts'

/**
 * A fact that the table does not keep: whoever asks it is answered that it was not asked.
 * @example
 * ```ts
 * notKept.columns // => []
 * ```
 */
export const notKept: Reading<never, When> = reading({
  columns: [],
  column: '',
  by: 'none',
  together: 'one',
  elsewhereNone: false,
  concerns: () => false,
  read: () => [],
})
