import { fact, type IsoDate, parameter, type ValueType, type When } from '@vanzelf/rules'
import {
  type Fact,
  nodeOf,
  type Parameter,
  type ScalarType,
  type TableRow,
  type VersionValue,
} from '@vanzelf/rules/tree'
import { UNITS, type Want, type Whom } from './want.ts'

/** What a fact's name adds to its type: the ways in which facts of one type differ. */
interface Manner {
  readonly name: string
  readonly when: readonly When[]
  readonly optional?: true
  readonly value?: object
}
const ALWAYS: readonly When[] = ['date', 'period']
const plain: Manner = { name: '', when: ALWAYS }
const maybe: Manner = { name: 'Maybe', when: ALWAYS, optional: true }
const yearly: Manner = { name: 'Yearly', when: ['year'] }
const yearlyMaybe: Manner = { name: 'YearlyMaybe', when: ['year'], optional: true }

const aNumber: readonly Manner[] = [
  { ...plain, value: { least: 0 } },
  { name: 'Open', when: ALWAYS },
  { name: 'Fine', when: ALWAYS, value: { decimals: true } },
  { ...maybe, value: { least: 0, most: 2000 } },
  { ...yearly, value: { least: 0 } },
  yearlyMaybe,
]
const MANNERS: { readonly [type in ValueType['type']]: readonly Manner[] } = {
  truth: [
    plain,
    { name: 'Other', when: ALWAYS },
    { name: 'OnDate', when: ['date'] },
    { name: 'InPeriod', when: ['period'] },
    maybe,
    yearly,
    yearlyMaybe,
  ],
  count: [...aNumber, { name: 'Positive', when: ALWAYS, value: { least: 1 } }],
  money: aNumber,
  days: aNumber,
  months: aNumber,
  years: aNumber,
  year: aNumber,
  percentage: aNumber,
  date: [plain, { name: 'Other', when: ALWAYS }, maybe, yearly, yearlyMaybe],
  text: [{ ...plain, value: { among: ['a', 'b', 'c'] } }, { name: 'Open', when: ALWAYS }, maybe, yearly, yearlyMaybe],
  texts: [plain, maybe, yearly, yearlyMaybe],
  period: [plain, maybe, yearly, yearlyMaybe],
  one: [plain, maybe, yearlyMaybe],
  those: [plain, { name: 'Some', when: ALWAYS, value: { least: 1, most: 3 } }, yearly],
}

const TYPES = Object.keys(MANNERS) as readonly ValueType['type'][]
const RELATIONS: ReadonlySet<string> = new Set(['one', 'those'])

function factsAbout(about: Whom): readonly Fact[] {
  return TYPES.flatMap((type) =>
    MANNERS[type].flatMap(({ name, when, optional, value }) =>
      (RELATIONS.has(type) ? (['person', 'vehicle'] as const) : [undefined]).map(
        (to) =>
          // The type of each fact is data here: what the compiler would derive from it is lost on a generator.
          nodeOf(
            fact({
              source: 'exampleville',
              name: `${to === undefined ? type : to === 'person' ? (type === 'one' ? 'head' : 'members') : type === 'one' ? 'car' : 'cars'}${name}`,
              about,
              value: { type, ...(to !== undefined && { to }), ...value } as ValueType,
              when,
              ...(optional && { optional }),
            }),
          ) as Fact,
      ),
    ),
  )
}
const FACTS: { readonly [about in Whom]: readonly Fact[] } = {
  person: factsAbout('person'),
  vehicle: factsAbout('vehicle'),
}

/** The facts that give what is wanted; `yearly`: of those that are told by year. */
export function factsFor(want: Want, when: When = want.over): readonly Fact[] {
  return FACTS[want.about].filter(
    ({ value, when: times, optional }) =>
      value.type === want.type &&
      times.includes(when) &&
      (optional === true) === (want.absent === 'perhaps') &&
      (!('to' in value) || value.to === want.to) &&
      !(want.whole && 'decimals' in value),
  )
}

/** Counts that are never below one. */
export const positive = (about: Whom): Fact => FACTS[about].find(({ name }) => name === 'countPositive') as Fact

const SOME_VALUES: { readonly [type in ScalarType['type']]: readonly (boolean | number | string)[] } = {
  truth: [true, false, true],
  count: [2, 0, 5],
  money: [500, 120, 1000],
  days: [1, 40, 30],
  months: [12, 1, 6],
  years: [18, 1, 65],
  year: [2021, 2022, 2020],
  percentage: [25, 0, 100],
  date: ['2021-01-31', '2020-02-29', '2024-01-01'],
  text: ['a', 'b', 'a'],
}
const SCALARS = Object.keys(SOME_VALUES) as readonly ScalarType['type'][]
const isScalar = (type: Want['type']): type is ScalarType['type'] => type in SOME_VALUES

const CHANGES: readonly IsoDate[] = ['0000-01-01', '2020-02-29', '2022-07-01']

/** In force from the first day there is, with two changes. */
const lasting = (values: readonly VersionValue[]) =>
  values.map((value, index) => ({ from: CHANGES[index] as IsoDate, value, article: `art. ${index + 1}` }))
/** In force for some years, not for half a year, and then again. */
const interrupted = (values: readonly VersionValue[]) => [
  { from: '2020-01-01' as const, until: '2021-09-01' as const, value: values[0] as VersionValue, article: 'art. 1' },
  { from: '2022-02-28' as const, value: values[1] as VersionValue, article: 'art. 2' },
]

function parameterOf(name: string, value: object, history: readonly unknown[]): Parameter {
  return nodeOf(parameter({ name, value: value as { readonly type: 'count' }, history: history as never })) as Parameter
}

const PARAMETERS: readonly Parameter[] = [
  ...SCALARS.flatMap((type) => [
    parameterOf(`${type}Set`, { type }, lasting(SOME_VALUES[type])),
    parameterOf(`${type}SetAtTimes`, { type }, interrupted(SOME_VALUES[type])),
  ]),
  parameterOf('textsSet', { type: 'texts' }, lasting([['a', 'b'], [], ['c', 'a']])),
]

/** The parameters that give what is wanted. */
export function parametersFor(want: Want): readonly Parameter[] {
  return want.absent === 'perhaps' ? [] : PARAMETERS.filter(({ value }) => value.type === want.type)
}

const EDGES: { readonly [type in (typeof UNITS)[number] | 'date']: readonly (number | string)[] } = {
  count: [1, 3],
  money: [120, 1000],
  days: [1, 31],
  months: [1, 12],
  years: [18, 65],
  year: [2020, 2022],
  percentage: [0, 50],
  date: ['2020-02-29', '2022-07-01'],
}

const rows = (by: Bracketed, gives: ScalarType['type'], turn: number, first: object): readonly TableRow[] => {
  const values = SOME_VALUES[gives]
  const value = (index: number) => values[(index + turn) % values.length] as boolean | number | string
  const [low, high] = EDGES[by] as readonly [number | string, number | string]
  return [
    { ...first, value: value(0) },
    { from: low, value: value(1) },
    { above: turn === 0 ? high : low, value: value(2) },
  ]
}
export type Bracketed = (typeof UNITS)[number] | 'date'

const stepTables = (by: Bracketed, least: object) =>
  SCALARS.map((gives) =>
    parameterOf(
      `${gives}By${by}${'from' in least ? 'FromZero' : ''}`,
      { type: 'brackets', by: { type: by }, gives: { type: gives } },
      lasting([rows(by, gives, 0, least), rows(by, gives, 1, least)]),
    ),
  )
const STEPS = [...UNITS, 'date' as const].flatMap((by) => stepTables(by, {}))
const STEPS_FROM_ZERO = stepTables('count', { from: 0 })
const KEYS = SCALARS.map((gives) => {
  const [one, other, third] = SOME_VALUES[gives]
  return parameterOf(
    `${gives}ByText`,
    { type: 'keyed', gives: { type: gives } },
    lasting([{ a: one as string, b: other as string }, { a: third as string }]),
  )
})

const gives = (type: Want['type']) => (table: Parameter) => 'gives' in table.value && table.value.gives.type === type

/** The step tables that go by a type and give what is wanted. */
export function stepTablesFor(by: Bracketed, { type }: Want): readonly Parameter[] {
  if (!isScalar(type)) return []
  return STEPS.filter(gives(type)).filter(({ value }) => value.type === 'brackets' && value.by.type === by)
}
/** The step tables whose first row starts at nobody. */
export const stepTablesFromZero = ({ type }: Want): readonly Parameter[] => STEPS_FROM_ZERO.filter(gives(type))
export const keyedTablesFor = ({ type }: Want): readonly Parameter[] => KEYS.filter(gives(type))

/** The edges at which rows of generated step tables start, by what they go by. */
export const edgesOf = (by: Bracketed): readonly (number | string)[] => EDGES[by]
