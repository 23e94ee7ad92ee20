import { isDate } from '../calendar.ts'
import type { Row, Scalar, TableRow, VersionValue } from '../tree.ts'
import type { ScalarType } from '../value-type.ts'
import type { Language, Stretch } from './language.ts'
import type { Measure, Table } from './words.ts'

/** A figure of the regulation, written out. */
export function figure(value: Scalar | readonly string[], measure: Measure | undefined, { values }: Language): string {
  if (typeof value === 'number') return values.quantity(value, measure === 'date' ? undefined : measure)
  if (typeof value === 'boolean') return values.truth(value)
  if (typeof value === 'string') return isDate(value) ? values.date(value) : values.text(value)
  return values.texts(value)
}

export function measureOfType({ type }: { readonly type: string }): Measure | undefined {
  return MEASURES.find((measure) => measure === type)
}
const MEASURES: readonly Measure[] = ['money', 'count', 'days', 'months', 'years', 'year', 'percentage', 'date']

/** The value of a parameter as rows and columns, where it is a table. */
export function tableOf(
  value: VersionValue,
  by: string,
  gives: ScalarType,
  byMeasure: Measure | undefined,
  language: Language,
): Table | undefined {
  if (typeof value !== 'object') return undefined
  const measure = measureOfType(gives)
  const heads = [by, language.choice.head(measure)]
  if (isRows(value))
    return {
      heads,
      rows: value.map((row, index) => [
        stretch(value, index, byMeasure, language),
        figure(row.value, measure, language),
      ]),
    }
  if (isTexts(value)) return undefined
  return {
    heads,
    rows: Object.entries(value).map(([key, item]) => [language.values.text(key), figure(item, measure, language)]),
  }
}

const isRows = (value: object): value is readonly TableRow[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object')
const isTexts = (value: object): value is readonly string[] => Array.isArray(value)

/** Where a row of a step table starts and ends, in words. */
export function stretch(
  rows: readonly (TableRow | Row)[],
  index: number,
  measure: Measure | undefined,
  language: Language,
): string {
  const edge = (value: number | string) => figure(value, measure, language)
  const { from, above } = rows[index] ?? {}
  const next = rows[index + 1]
  const ends: Stretch = {
    ...(from !== undefined && { from: edge(from) }),
    ...(above !== undefined && { above: edge(above) }),
    ...(next?.from !== undefined && { below: edge(next.from) }),
    ...(next?.above !== undefined && { upTo: edge(next.above) }),
  }
  return language.choice.stretch(ends, measure)
}
