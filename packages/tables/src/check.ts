import type { Fact } from '@vanzelf/rules'
import { schemaOf } from '@vanzelf/source'
import type { Mapped } from './mapped.ts'
import { Misread } from './misread.ts'
import type { Problems } from './problem.ts'
import type { Entry } from './reading.ts'
import type { Line, Rows } from './rows.ts'
import { isDated, same, shared } from './steps.ts'
import type { SubjectColumn } from './subject.ts'
import type { Written } from './written.ts'

/** Reads every row as an answer would, and tells what cannot be so. Of one subject's rows it tells which contradict. */
export async function check(
  rows: Rows,
  mapping: { readonly mapped: readonly Mapped[]; readonly subject: SubjectColumn; readonly written: Written },
  problems: Problems,
): Promise<void> {
  const { subject, written } = mapping
  const checks = mapping.mapped.map(({ fact, reading }) => ({ reading, fits: fitting(fact, reading.members) }))
  const reader = { written, subjectOf: (number: string) => number }
  let at: string | undefined
  let seen: readonly Seen[][] = checks.map(() => [])
  await rows.each((line) => {
    const key = keyOf(line, subject, problems)
    if (key === undefined) return
    if (key !== at) seen = checks.map(() => [])
    at = key
    // A column that several facts share is wrong once.
    const told = new Set<string>()
    const tell = (column: string, what: string) => {
      if (told.has(column)) return
      told.add(column)
      problems.add({ row: line.row, column, what })
    }
    checks.forEach(({ reading, fits }, index) => {
      try {
        if (!reading.concerns(line)) return
        for (const entry of reading.read(line, reader)) {
          if (entry.value === undefined) continue
          if (!fits(entry.value)) tell(reading.column, 'does not fit the fact: its bounds, or the texts it may be')
          const before = reading.together === 'one' && seen[index]?.find((other) => contradicts(other.entry, entry))
          if (before) tell(reading.column, `contradicts row ${before.row}`)
          seen[index]?.push({ row: line.row, entry })
        }
      } catch (error) {
        if (!(error instanceof Misread)) throw error
        tell(error.column, error.message)
      }
    })
  })
}

interface Seen {
  readonly row: number
  readonly entry: Entry
}

function keyOf(line: Line, { column, plain }: SubjectColumn, problems: Problems): string | undefined {
  const text = line.text(column)
  try {
    if (text !== undefined) return plain(text)
    problems.add({ row: line.row, column, what: 'is empty' })
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    problems.add({ row: line.row, column, what: error.message })
  }
  return undefined
}

/** Whether a value fits its fact. A row of members holds one of them: how many there are is seen when they are asked. */
function fitting(fact: Fact, members: true | undefined): (value: unknown) => boolean {
  if (members || fact.value.type === 'those') return (value) => typeof value === 'string'
  const schema = schemaOf(fact)
  return (value) => schema.safeParse(value).success
}

function contradicts(left: Entry, right: Entry): boolean {
  if (same(left.value, right.value)) return false
  if (isDated(left) && isDated(right)) return shared(left, right) !== undefined
  return !isDated(left) && !isDated(right) && left.year === right.year
}
