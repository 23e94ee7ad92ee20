import type { From } from '../rows.ts'
import { fileName, readable } from './file.ts'
import type { Relation } from './relation.ts'
import { fill, named, quoted, snapshot, unreadable } from './snapshot.ts'

/**
 * Rows of a table or query in a DuckDB file, read once when the table is opened; the file is free again after that.
 * @throws {DocumentError} when it is opened: `file-not-readable`, `table-not-readable`
 * @example
 * ```ts
 * duckdb('welfare.duckdb', { table: 'guidance' }).name // => 'table `guidance` of file `welfare.duckdb`'
 * ```
 */
export const duckdb = (path: string, relation: Relation): From => {
  const name = `${relation.table === undefined ? 'a query' : `table \`${relation.table}\``} of ${fileName(path)}`
  return {
    name,
    async open(wanted) {
      readable(path)
      const into = await snapshot(wanted)
      try {
        await into.connection.run(`attach ${quoted(path)} as city (read_only)`)
        await into.connection.run('use city')
      } catch (error) {
        into.discard()
        throw unreadable(name, error)
      }
      const rows = await fill(into, queryOf(relation), name, wanted)
      if (!rows) return undefined
      await into.connection.run('use memory')
      await into.connection.run('detach city')
      return rows
    },
  }
}

const queryOf = ({ table, schema, query }: Relation): string =>
  table === undefined ? query : `select * from ${schema === undefined ? '' : `${named(schema)}.`}${named(table)}`
