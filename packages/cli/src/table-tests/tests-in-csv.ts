import { APPLICANT, checkMemberName, EVERYONE, type Layer } from '../told/cast.ts'
import { badFile } from '../written/bad-file.ts'
import { type Cell, fromCsv, type Row } from '../written/from-csv.ts'
import type { Entry, Place, Written } from '../written/written.ts'
import { EXPECTED } from './expectation.ts'
import type { WrittenTest } from './table-test.ts'

const OF_TEST = ['why', 'policy', 'on', 'subject', 'expect']
const EXPECTATIONS: readonly string[] = EXPECTED.filter((name) => name !== 'outcome')

/** The tests of a table, one for each row: `why`, `on`, `expect` and what is given, under `name.fact`. */
export function testsInCsv(text: string, file: string): readonly (() => WrittenTest)[] {
  const rows = fromCsv(text, file)
  if (rows.length === 0) badFile({ file }, 'there are no tests', 'write headings, and below them a row for each test')
  return rows.map((row) => () => testIn(row))
}

function testIn({ cells, headings, place }: Row): WrittenTest {
  const entry = (name: string): Entry | undefined => {
    const cell = cells.find(({ column }) => column === name)
    return cell && { key: name, value: cell.value, place: cell.value.place }
  }
  const subject = entry('subject')
  const name = subject?.value.kind === 'text' ? subject.value.text : APPLICANT
  return {
    place,
    why: entry('why'),
    policy: entry('policy'),
    on: entry('on'),
    subject,
    expect: expectationIn(cells, entry('expect')?.value),
    shared: namedIn(headings, name, place),
    own: layerIn(cells, name, place),
  }
}

function expectationIn(cells: readonly Cell[], outcome: Written | undefined): Written | undefined {
  if (outcome === undefined) return undefined
  const more = cells.filter(({ column }) => EXPECTATIONS.includes(column))
  if (more.length === 0) return outcome
  const entries = more.map(({ column, value }) => ({ key: column, value: parts(value), place: value.place }))
  return {
    kind: 'map',
    entries: [{ key: 'outcome', value: outcome, place: outcome.place }, ...entries],
    place: outcome.place,
  }
}

/** In a cell several amounts or things stand with a plus between them. */
function parts(value: Written): Written {
  if (value.kind !== 'text' || !value.text.includes(' + ')) return value
  return {
    kind: 'list',
    items: value.text.split(' + ').map((text) => ({ ...value, text: text.trim() })),
    place: value.place,
  }
}

function layerIn(cells: readonly Cell[], subject: string, place: Place): Layer {
  const told = new Map<string, Entry[]>()
  for (const { column, value } of cells) {
    if (!isOfFact(column)) continue
    const { name, fact, year } = headingOf(column)
    checkMemberName(name ?? fact, place)
    const owner = ownerOf(name, subject)
    const facts = told.get(owner) ?? []
    told.set(owner, facts)
    addTo(facts, fact, year, value)
  }
  const members = [...told].filter(([name]) => name !== EVERYONE)
  return {
    everyone: told.get(EVERYONE) ?? [],
    members: new Map(members.map(([name, facts]) => [name, { facts, place }])),
  }
}

/** Who has a heading is there, also in a row that tells nothing of them. */
function namedIn(headings: readonly string[], subject: string, place: Place): Layer {
  const named = headings.filter(isOfFact).map((column) => headingOf(column).name)
  for (const name of named) checkMemberName(name ?? '', place)
  const owners = named.map((name) => ownerOf(name, subject)).filter((name) => name !== EVERYONE)
  return { everyone: [], members: new Map(owners.map((name) => [name, { facts: [], place }])) }
}

const isOfFact = (column: string) => column !== '' && !OF_TEST.includes(column) && !EXPECTATIONS.includes(column)
const ownerOf = (name: string | undefined, subject: string) =>
  name === undefined || name === APPLICANT ? subject : name

/** `fact`, `name.fact`, `fact.2024` or `name.fact.2024`. */
function headingOf(column: string): { readonly name?: string; readonly fact: string; readonly year?: string } {
  const segments = column.split('.')
  const last = segments.at(-1) ?? ''
  const year = segments.length > 1 && /^\d{4}$/.test(last) ? { year: last } : {}
  const path = 'year' in year ? segments.slice(0, -1) : segments
  const fact = path.at(-1) ?? ''
  return path.length === 1 ? { fact, ...year } : { name: path.slice(0, -1).join('.'), fact, ...year }
}

function addTo(facts: Entry[], fact: string, year: string | undefined, value: Written): void {
  const { place } = value
  if (year === undefined) {
    facts.push({ key: fact, value, place })
    return
  }
  const index = facts.findIndex(({ key }) => key === fact)
  const before = facts[index]?.value
  const entries = before?.kind === 'map' ? before.entries : []
  const byYear: Written = { kind: 'map', entries: [...entries, { key: year, value, place }], place }
  facts.splice(index < 0 ? facts.length : index, index < 0 ? 0 : 1, { key: fact, value: byYear, place })
}
