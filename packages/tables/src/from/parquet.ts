import type { From } from '../rows.ts'
import { fileName, readable } from './file.ts'
import { fill, quoted, snapshot } from './snapshot.ts'

/**
 * Rows of a Parquet file, read once when the table is opened.
 * @throws {DocumentError} when it is opened: `file-not-readable`, `table-not-readable`
 * @example
 * ```ts
 * parquet('income.parquet').name // => 'file `income.parquet`'
 * ```
 */
export const parquet = (path: string): From => ({
  name: fileName(path),
  async open(wanted) {
    readable(path)
    return fill(await snapshot(wanted), `select * from read_parquet(${quoted(path)})`, fileName(path), wanted)
  },
})
