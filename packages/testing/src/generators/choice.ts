import { type Bracket, type Fact, hasEveryRow, type KeyedTable, type Node, type Row } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { TEXTS } from './inputs.ts'
import { type Bracketed, edgesOf, factsFor, keyedTablesFor, stepTablesFor, stepTablesFromZero } from './vocabulary.ts'
import { type Growths, ORDERED, type Part, UNITS, type Want } from './want.ts'

/** A list of subjects is not chosen, and never absent. */
const canBeChosen = ({ type }: Want) => type !== 'those'

function rowsBy(by: Bracketed, want: Want, part: Part): fc.Arbitrary<readonly Row[]> {
  const [low, high] = edgesOf(by) as readonly [number | string, number | string]
  const edge = fc.boolean().map(
    (included) =>
      (start: number | string, value: Node): Row =>
        included ? { from: start, value } : { above: start, value },
  )
  return fc
    .tuple(part(want), fc.array(fc.tuple(edge, part(want)), { maxLength: 2 }))
    .map(([first, further]) => [
      { value: first },
      ...further.map(([row, value], index) => row(index === 0 ? low : high, value)),
    ])
}

function brackets(by: Bracketed, want: Want, part: Part): fc.Arbitrary<Bracket> {
  const tables = want.absent === 'never' ? stepTablesFor(by, want) : []
  const rows = rowsBy(by, want, part)
  return fc.record({
    kind: fc.constant('bracket' as const),
    by: part({ type: by }),
    rows: tables.length === 0 ? rows : fc.oneof<fc.Arbitrary<Bracket['rows']>[]>(rows, fc.constantFrom(...tables)),
  })
}

/** How many there are is never below zero: a table may start there. */
function bracketsOfMembers(want: Want, part: Part): fc.Arbitrary<Bracket>[] {
  const tables = want.absent === 'never' ? stepTablesFromZero(want) : []
  if (tables.length === 0) return []
  const by = part({ type: 'those', to: 'person' }).map((those): Node => ({ kind: 'count', those }))
  return [fc.record({ kind: fc.constant('bracket' as const), by, rows: fc.constantFrom(...tables) })]
}

/** What a test asks: any value that is perhaps not there. */
const PERHAPS_THERE = [...ORDERED, 'truth', 'text', 'texts', 'period', 'one'] as const

const isOneOfSome = ({ value }: Fact) => value.type === 'text' && value.among !== undefined

/** A table that has a row for whatever it is asked is asked for something else. */
const lackingARow = (node: KeyedTable): KeyedTable =>
  hasEveryRow(node) ? { ...node, by: { kind: 'constant', value: 'elsewhere' } } : node

export const choice: Growths<'choice'> = {
  when: (want, part) => {
    if (!canBeChosen(want)) return undefined
    const cases = fc.array(fc.record({ if: part({ type: 'truth' }), then: part(want) }), { minLength: 1, maxLength: 2 })
    return fc.record({ kind: fc.constant('when' as const), cases, otherwise: part(want) })
  },
  bracket: (want, part) =>
    canBeChosen(want)
      ? fc.oneof(
          ...(['count', 'date', ...(want.type === 'benefit' ? [] : UNITS)] as const).map((by) =>
            brackets(by, want, part),
          ),
          ...bracketsOfMembers(want, part),
        )
      : undefined,
  keyed: (want, part) => {
    if (!canBeChosen(want)) return undefined
    const kind = fc.constant('keyed' as const)
    const row = part({ ...want, absent: 'never' })
    // Of a text of which all are known, a table with all rows always gives something.
    if (want.absent === 'never')
      return fc.record({
        kind,
        by: fc.constantFrom(...factsFor({ ...want, type: 'text' }).filter(isOneOfSome)),
        rows: fc.record({ a: row, b: row, c: row }, { noNullPrototype: true }),
      })
    const by = part({ type: 'text' })
    const tables = keyedTablesFor(want)
    const rows = fc.dictionary(fc.constantFrom(...TEXTS), row, { minKeys: 1, maxKeys: 2, noNullPrototype: true })
    const written = fc.record({ kind, by, rows })
    return (
      tables.length === 0 ? written : fc.oneof(written, fc.record({ kind, by, rows: fc.constantFrom(...tables) }))
    ).map(lackingARow)
  },
  isPresent: ({ type, absent }, part) =>
    type === 'truth' && absent === 'never'
      ? fc
          .oneof(...PERHAPS_THERE.map((of) => part({ type: of, absent: 'perhaps' })))
          .map((one) => ({ kind: 'isPresent', part: one }))
      : undefined,
  ifAbsent: (want, part) =>
    canBeChosen(want)
      ? fc.record({
          kind: fc.constant('ifAbsent' as const),
          part: part({ ...want, absent: 'perhaps' }),
          otherwise: part(want),
        })
      : undefined,
}
