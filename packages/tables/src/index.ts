export { type CsvOptions, csv } from './from/csv.ts'
export { duckdb } from './from/duckdb.ts'
export { parquet } from './from/parquet.ts'
export { type PostgresOptions, postgres } from './from/postgres.ts'
export type { Relation } from './from/relation.ts'
export {
  type ListAnswer,
  type ReturnedListOptions,
  type RowsAbout,
  type RowsWith,
  returnedList,
} from './list/returned-list.ts'
export { type ListLayout, type ListSent, type WriteListOptions, writeList } from './list/write-list.ts'
export type { Problem } from './problem.ts'
export type { Cell, Reading } from './reading.ts'
export { periodBetween, truthDuring, whileValid } from './readings/dated.ts'
export type { Days } from './readings/days.ts'
export { dateIn, moneyIn, numberIn, orNone, textIn, textsIn, truthIn } from './readings/in-column.ts'
export { notKept } from './readings/not-kept.ts'
export { membersBy, oneIn, thoseIn } from './readings/relations.ts'
export { rowsWhere } from './readings/rows-where.ts'
export { byYear, truthInYear } from './readings/yearly.ts'
export type { From } from './rows.ts'
export { identifier, nationalNumber, numberPlate, type SubjectColumn } from './subject.ts'
export { TableError } from './table-error.ts'
export { type DaysTold, type MappedConnector, type Mapping, type Tables, type TablesOptions, tables } from './tables.ts'
export type { DateForm, Written } from './written.ts'
