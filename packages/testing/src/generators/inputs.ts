import type { Constant, Unit } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { DAYS, EDGES, FAR_DAYS, YEARS } from './moments.ts'
import { factsFor, parametersFor } from './vocabulary.ts'
import { type Growths, isNumeric, type Want } from './want.ts'

/** Texts that facts and tables speak of. */
export const TEXTS = ['a', 'b', 'c'] as const

export const days = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...DAYS) },
  { weight: 2, arbitrary: fc.constantFrom(...FAR_DAYS) },
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
)

/** Few amounts, so that they often meet. */
const NUMBERS: { readonly [unit in Unit]: readonly number[] } = {
  count: [0, 1, 2, 3, -1, 5],
  money: [0, 120, 500, 1000, -120, 101],
  days: [0, 1, 30, 31, 40, -1],
  months: [0, 1, 6, 12, -1, 13],
  years: [0, 1, 18, 65, -1, 2],
  year: YEARS,
  percentage: [0, 25, 50, 100, -25, 150],
}
const DECIMALS = [0.5, 1.1, 12.5, 0.333]

export const numbers = (unit: Unit, whole: boolean): fc.Arbitrary<number> =>
  whole
    ? fc.constantFrom(...NUMBERS[unit])
    : fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...NUMBERS[unit]) },
        { weight: 1, arbitrary: fc.constantFrom(...DECIMALS) },
      )

function constants({ type, whole }: Want): fc.Arbitrary<Constant['value']> | undefined {
  if (isNumeric(type)) return numbers(type as Unit, whole)
  if (type === 'truth') return fc.boolean()
  if (type === 'date') return days
  if (type === 'text') return fc.constantFrom(...TEXTS)
  return type === 'texts' ? fc.subarray([...TEXTS]) : undefined
}

const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> | undefined =>
  values.length === 0 ? undefined : fc.constantFrom(...values)

export const inputs: Growths<'inputs'> = {
  fact: (want) => oneOf(factsFor(want)),
  parameter: (want) => {
    const [lasting, ...interrupted] = parametersFor(want)
    if (lasting === undefined) return undefined
    // What is not in force on the day ends a decision: seldom.
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant(lasting) },
      ...interrupted.map((parameter) => ({ weight: 1, arbitrary: fc.constant(parameter) })),
    )
  },
  constant: (want) => {
    if (want.absent === 'perhaps') return undefined
    const bare = constants(want)?.map((value): Constant => ({ kind: 'constant', value }))
    if (bare === undefined || !isNumeric(want.type)) return bare
    // A bare number takes the unit of its place; elsewhere it brings its own.
    return fc
      .tuple(bare, fc.boolean())
      .map(([constant, stands]) => (stands ? constant : { ...constant, unit: want.type as Unit }))
  },
  applicant: ({ type, to, applicant, absent }) =>
    type === 'one' && to === applicant && absent === 'never' ? fc.constant({ kind: 'applicant' }) : undefined,
  self: ({ type, to, about, absent }) =>
    type === 'one' && to === about && absent === 'never' ? fc.constant({ kind: 'self' }) : undefined,
  discretion: ({ type, absent }) =>
    type === 'truth' && absent === 'never'
      ? fc.constant({ kind: 'discretion', name: 'hardship', label: { nl: 'schrijnend', en: 'hardship' } })
      : undefined,
}
