import type { Fact, IsoDate } from '@vanzelf/rules'
import type { Answerer, At } from '@vanzelf/source'
import { conformance } from '@vanzelf/source/conformance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, bram, type City, carla, city, cityOver, dirk, people, purpose } from './city.ts'
import { apart, type Engine, folder, overCsv, overDuckDb, overParquet, postgresServer, type Server } from './engines.ts'

const files = folder()
let server: Server
beforeAll(async () => {
  server = await postgresServer()
}, 60_000)
afterAll(async () => {
  await server.stop()
  files.remove()
})

const engines: readonly (readonly [string, () => Engine])[] = [
  ['CSV', () => overCsv(files)],
  ['Parquet', () => overParquet(files)],
  ['DuckDB', () => overDuckDb(files)],
  ['PostgreSQL', () => server],
]

const trial = { subjects: [anna, bram], unknownSubject: 'nobody', on: '2026-02-15', purpose } as const
const year = { from: '2026-01-01', until: '2027-01-01' } as const
const marks = people.of(`#${Buffer.from('1-1').toString('hex')}`)
const eleven = people.of(`#${Buffer.from('11').toString('hex')}`)

// biome-ignore format: a table
const rows: readonly (readonly [fact: keyof typeof city.facts, who: string, id: string, at: At, answer: object])[] = [
  ['guided', 'Anna, on the last day', anna, { on: '2026-02-28' }, { value: true, validity: { from: '2024-01-01', until: '2026-03-01' } }],
  ['guided', 'Anna, the day after', anna, { on: '2026-03-01' }, { value: false, validity: { from: '2026-03-01' } }],
  ['guided', 'Anna, the day before', anna, { on: '2023-12-31' }, { value: false }],
  ['guided', 'Anna, over a year', anna, { during: year }, { value: { timeline: [{ from: '2026-01-01', until: '2026-03-01', value: true }, { from: '2026-03-01', until: '2027-01-01', value: false }] } }],
  ['guided', 'Bram, written with dots, without end', bram, { on: '2999-01-01' }, { value: true, validity: { from: '2025-01-01' } }],
  ['managed', 'Bram, until the end of time', bram, { on: '2999-01-01' }, { value: true, validity: { from: '2026-03-01' } }],
  ['managed', 'Anna, who has other rows only', anna, { on: '2026-01-01' }, { unknown: 'not found' }],
  ['guided', 'Dirk, who is in no row', dirk, { on: '2026-01-01' }, { unknown: 'not found' }],
  ['guided', 'Anna, for a year', anna, { year: 2026 }, { unknown: 'not asked' }],
  ['card', 'Anna, of two cards the one that ends last', anna, { on: '2025-12-15' }, { value: { from: '2025-12-01', until: '2031-01-01' }, validity: { from: '2025-12-01', until: '2031-01-01' } }],
  ['card', 'Anna, while there is one', anna, { on: '2025-11-30' }, { value: { from: '2020-01-01', until: '2026-01-01' }, validity: { from: '2020-01-01', until: '2025-12-01' } }],
  ['card', 'Anna, after its end', anna, { on: '2031-01-01' }, { value: null, validity: { from: '2031-01-01' } }],
  ['card', 'Bram, unlimited', bram, { on: '2026-01-01' }, { value: { from: '2026-01-01' }, validity: { from: '2026-01-01' } }],
  ['postcode', 'Anna, before she moves', anna, { on: '2026-01-31' }, { value: '9000', validity: { from: '2020-01-01', until: '2026-02-01' } }],
  ['postcode', 'Anna, on the day she moves', anna, { on: '2026-02-01' }, { value: '9030', validity: { from: '2026-02-01' } }],
  ['postcode', 'Anna, before it was noted', anna, { on: '2019-12-31' }, { unknown: 'not found' }],
  ['household', 'Bram, before Carla came', bram, { on: '2021-04-30' }, { value: [anna, bram].sort(), validity: { from: '2020-01-01', until: '2021-05-01' } }],
  ['household', 'Bram, with all three', bram, { on: '2026-01-31' }, { value: [anna, bram, carla].sort(), validity: { from: '2021-05-01', until: '2026-02-01' } }],
  ['household', 'Bram, after Anna left', bram, { on: '2026-02-01' }, { value: [bram, carla].sort(), validity: { from: '2026-02-01' } }],
  ['household', 'Anna, by herself', anna, { on: '2026-02-01' }, { value: [anna], validity: { from: '2026-02-01' } }],
  ['income', 'Anna', anna, { year: 2024 }, { value: 18250_10 }],
  ['income', 'Anna, a zero that stands there', anna, { year: 2025 }, { value: 0 }],
  ['income', 'Anna, no row for the year', anna, { year: 2023 }, { unknown: 'not found' }],
  ['income', 'Bram, a number that binary fractions miss', bram, { year: 2025 }, { value: 1_05 }],
  ['income', 'Carla, an empty cell', carla, { year: 2025 }, { unknown: 'not found' }],
  ['income', 'Anna, on a date', anna, { on: '2025-01-01' }, { unknown: 'not asked' }],
  ['granted', 'Anna, in a year with a row', anna, { year: 2025 }, { value: true }],
  ['granted', 'Anna, in a year without', anna, { year: 2026 }, { value: false }],
  ['enrolments', 'Anna, two that differ by a hyphen', anna, { on: '2026-01-01' }, { value: [marks, eleven].sort() }],
  ['doctor', 'Anna', anna, { on: '2026-01-01' }, { value: carla }],
  ['doctor', 'Carla, an empty cell', carla, { on: '2026-01-01' }, { unknown: 'not found' }],
  ['birthDate', 'Anna', anna, { on: '2026-01-01' }, { value: '1985-07-30' }],
  ['deathDate', 'Anna, an empty cell that says none', anna, { on: '2026-01-01' }, { value: null }],
  ['deathDate', 'Bram', bram, { on: '2026-01-01' }, { value: '2026-02-02' }],
  ['children', 'Bram, none', bram, { on: '2026-01-01' }, { value: 0 }],
  ['position', 'Anna, by its code', anna, { on: '2026-01-01' }, { value: 'couple' }],
  ['marks', 'Anna', anna, { on: '2026-01-01' }, { value: ['G', 'aG'] }],
  ['reduced', 'Anna', anna, { on: '2026-01-01' }, { value: true }],
  ['reduced', 'Bram', bram, { on: '2026-01-01' }, { value: false }],
  ['reduced', 'Carla, an empty cell', carla, { on: '2026-01-01' }, { unknown: 'not found' }],
]

/** One question, whatever the fact. */
async function ask({ connector }: City, name: string, at: At, subjects: readonly string[]) {
  const fact = (city.facts as { readonly [name: string]: Fact })[name] as Fact
  return (connector as unknown as { readonly [name: string]: Answerer })[name]?.({ fact, at, subjects, purpose })
}

describe.each(engines)('over %s', (_, engine) => {
  let open: City
  let closed: City
  beforeAll(async () => {
    open = await cityOver(engine())
    closed = await cityOver(apart(engine(), 'closed'))
    await closed.close()
  }, 60_000)
  afterAll(() => open.close())

  const late = {} as City['connector']
  const promised = conformance(city, late, { ...trial, failing: late }).map((check) => check.name)
  it.each(promised)('%s', async (promise) => {
    const checks = conformance(city, open.connector, { ...trial, failing: closed.connector })
    await checks.find((check) => check.name === promise)?.run()
  })

  it.each(rows)('%s of %s', async (fact, _, id, at, answer) =>
    expect(await ask(open, fact, at, [id])).toEqual([answer]),
  )
})

describe('an absence that is an answer', () => {
  let open: City
  beforeAll(async () => {
    open = await cityOver(apart(overCsv(files), 'absent'), { absent: 'means none' })
  })
  afterAll(() => open.close())
  const on = { on: '2026-01-01' } as const
  // biome-ignore format: a table
  it.each<[keyof typeof city.facts, string, string, At, object]>([
    ['guided', 'Dirk: a no', dirk, on, { value: false }],
    ['managed', 'Anna, who has other rows only: a no', anna, on, { value: false }],
    ['guided', 'Dirk over a period: no on each day', dirk, { during: year }, { value: { timeline: [{ ...year, value: false }] } }],
    ['card', 'Dirk: none', dirk, on, { value: null }],
    ['enrolments', 'Dirk: none of them', dirk, on, { value: [] }],
    ['granted', 'Dirk: a no', dirk, { year: 2025 }, { value: false }],
    ['income', 'Dirk: still not known', dirk, { year: 2025 }, { unknown: 'not found' }],
    ['household', 'Dirk: never nobody', dirk, on, { unknown: 'not found' }],
    ['reduced', 'Carla: an empty cell says nothing', carla, on, { unknown: 'not found' }],
    ['guided', 'somebody whose number is not known', 'nobody', on, { unknown: 'not found' }],
  ])('%s of %s', async (fact, _, id, at, answer) => expect(await ask(open, fact, at, [id])).toEqual([answer]))
})

describe('the days a table tells of', () => {
  let open: City
  beforeAll(async () => {
    open = await cityOver(apart(overCsv(files), 'told'), { tellsOf: { from: '2025-01-01', until: '2026-02-01' } })
  })
  afterAll(() => open.close())
  // biome-ignore format: a table
  it.each<[string, At, object]>([
    ['the day before', { on: '2024-12-31' }, { unknown: 'not asked' }],
    ['the first day', { on: '2025-01-01' }, { value: true, validity: { from: '2025-01-01', until: '2026-02-01' } }],
    ['the last day', { on: '2026-01-31' }, { value: true, validity: { from: '2025-01-01', until: '2026-02-01' } }],
    ['the day after', { on: '2026-02-01' }, { unknown: 'not asked' }],
    ['a period across the end', { during: year }, { value: { timeline: [{ from: '2026-01-01', until: '2026-02-01', value: true }] } }],
    ['a period outside', { during: { from: '2027-01-01' } }, { unknown: 'not asked' }],
  ])('%s', async (_, at, answer) => expect(await ask(open, 'guided', at, [anna])).toEqual([answer]))
})

describe('the years a table tells of', () => {
  const opened: City[] = []
  const until = async (day: IsoDate) => {
    const tellsOf = { from: '2020-01-01', until: day } as const
    const city = await cityOver(apart(overCsv(files), `years_${day.replaceAll('-', '')}`), {
      tellsOf,
      absent: 'means none',
    })
    opened.push(city)
    return city
  }
  afterAll(() => Promise.all(opened.map((city) => city.close())))

  // biome-ignore format: a table
  it.each<[string, IsoDate, keyof typeof city.facts, string, number, object]>([
    ['a yes of a year before its end', '2026-01-01', 'granted', anna, 2025, { value: true }],
    ['a no of a year before its end', '2026-01-01', 'granted', carla, 2023, { value: false }],
    ['the year after', '2026-01-01', 'granted', anna, 2026, { unknown: 'not asked' }],
    ['the year after, of which there is a row', '2026-01-01', 'granted', bram, 2026, { unknown: 'not asked' }],
    ['the year before the first', '2026-01-01', 'granted', anna, 2019, { unknown: 'not asked' }],
    ['a year less its last day: no row is no no', '2026-12-31', 'granted', anna, 2026, { unknown: 'not asked' }],
    ['a year less its last day: who is in no row', '2026-12-31', 'granted', dirk, 2026, { unknown: 'not asked' }],
    ['a year less its last day: a row is a yes', '2026-12-31', 'granted', bram, 2026, { value: true }],
    ['a year less its last day: an amount may grow', '2026-12-31', 'income', bram, 2026, { unknown: 'not asked' }],
    ['a year and its last day', '2027-01-01', 'granted', anna, 2026, { value: false }],
    ['a year and its last day: an amount', '2027-01-01', 'income', bram, 2026, { value: 20000_00 }],
  ])('%s (until %s: %s)', async (_, day, fact, id, year, answer) =>
    expect(await ask(await until(day), fact, { year }, [id])).toEqual([answer]))
})

it('answers a batch of a hundred thousand by one query', async () => {
  const open = await cityOver(apart(overCsv(files), 'many'))
  const others = Array.from({ length: 100_000 }, (_, index) => people.of(`${index}`.padStart(11, '9')))
  const answers = await ask(open, 'guided', { on: '2026-01-01' }, [...others, anna])
  expect(answers?.slice(-2)).toMatchObject([{ unknown: 'not found' }, { value: true }])
  await open.close()
}, 30_000)

it('asks nothing without a legal basis', async () => {
  const open = await cityOver(apart(overCsv(files), 'basis'))
  const batch = {
    fact: city.facts.guided,
    at: { on: '2026-01-01' },
    subjects: [anna],
    purpose: { ...purpose, basis: ' ' },
  } as const
  await expect(open.connector.guided(batch)).rejects.toMatchObject({ code: 'no-legal-basis' })
  await open.close()
})
