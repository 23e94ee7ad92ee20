import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgres } from '../src/from/postgres.ts'
import { truthDuring } from '../src/readings/dated.ts'
import { membersBy, thoseIn } from '../src/readings/relations.ts'
import { identifier, nationalNumber, numberPlate } from '../src/subject.ts'
import { tables } from '../src/tables.ts'
import { anna, bram, city, numbers, people, purpose } from './city.ts'
import { postgresServer, type Server } from './engines.ts'

let server: Server
let running = true
beforeAll(async () => {
  server = await postgresServer()
}, 60_000)
afterAll(async () => {
  if (running) await server.stop()
})

const common = { source: city, subject: nationalNumber('insz'), pseudonyms: people, tellsOf: 'every day' } as const
const facts = { guided: truthDuring({ from: 'start', until: 'end', lastDay: 'included' }) }
const asked = { fact: city.facts.guided, at: { on: '2026-01-01' }, subjects: [anna, bram], purpose } as const

async function guidedIn(name: string) {
  const columns = { insz: 'text', start: 'text', end: 'text' } as const
  const from = await server.put({ name, columns, rows: [[numbers.anna, '2024-01-01', '']] })
  return tables({ ...common, from, facts })
}

it('answers what has changed since it was opened', async () => {
  const table = await guidedIn('living')
  await server.run(`insert into living values ('${numbers.bram}', '2025-01-01', '')`)
  expect(await table.connector.guided(asked)).toMatchObject([{ value: true }, { value: true }])
  await table.check()
  await table.close()
})

it('is in doubt about a subject of whom a row went wrong, and about no other', async () => {
  const table = await guidedIn('spoiled')
  await server.run(`insert into spoiled values ('${numbers.bram}', 'soon', '')`)
  expect(await table.connector.guided(asked)).toMatchObject([{ value: true }, { unknown: 'in doubt' }])
  await expect(table.check()).rejects.toMatchObject({ code: 'bad-table', problems: [{ row: 2, column: 'start' }] })
  await table.close()
})

describe('a number that cannot be read, added after the check', () => {
  const insz = 'insz text, start text, "end" text'
  const open = async (
    name: string,
    more: Partial<Parameters<typeof tables>[0]> = {},
    number = nationalNumber('insz'),
  ) => {
    await server.run(
      `create table ${name} (${insz}); insert into ${name} values ('${numbers.anna}', '2024-01-01', '2025-12-31')`,
    )
    const { connectionString } = server
    return tables({
      ...common,
      subject: number,
      from: postgres({ connectionString, table: name }),
      facts,
      ...(more.absent && { absent: more.absent }),
    })
  }
  const during = { ...asked, at: { on: '2025-06-01' } } as const

  it.each([
    ['wrong digits', `'${numbers.bram.slice(0, 10)}${(Number(numbers.bram.at(-1)) + 1) % 10}'`],
    ['a digit less', `'${numbers.bram.slice(1)}'`],
    ['a name', "'Bram'"],
    ['nothing', 'null'],
  ])('makes no absence an answer until it is mended: %s', async (what, number) => {
    const name = `hidden_${what.replaceAll(' ', '_')}`
    const table = await open(name, { absent: 'means none' })
    expect(await table.connector.guided(asked)).toMatchObject([{ value: false }, { value: false }])
    await server.run(`insert into ${name} values (${number}, '2024-01-01', '')`)
    expect(await table.connector.guided(asked)).toEqual([{ unknown: 'in doubt' }, { unknown: 'in doubt' }])
    // What stands in a row stays so.
    expect(await table.connector.guided(during)).toMatchObject([{ value: true }, { unknown: 'in doubt' }])
    const period = { during: { from: '2025-01-01', until: '2027-01-01' } } as const
    expect(await table.connector.guided({ ...asked, at: period })).toEqual([
      { value: { timeline: [{ from: '2025-01-01', until: '2026-01-01', value: true }] } },
      { unknown: 'in doubt' },
    ])
    await server.run(`delete from ${name} where insz is distinct from '${numbers.anna}'`)
    expect(await table.connector.guided(asked)).toMatchObject([{ value: false }, { value: false }])
    await table.close()
  })

  it('hides nobody where an absence says nothing, and makes no "no" of who is there', async () => {
    const table = await open('hidden_plain')
    await server.run(`insert into hidden_plain values ('Bram', '2024-01-01', '')`)
    expect(await table.connector.guided(asked)).toEqual([{ unknown: 'in doubt' }, { unknown: 'not found' }])
    await table.close()
  })

  it('is none that is written with dots, is of this century, or lacks its zeros where they may be missing', async () => {
    const table = await open(
      'written',
      { absent: 'means none' },
      nationalNumber('insz', { leadingZeros: 'may be missing' }),
    )
    const { carla } = numbers
    await server.run(
      `insert into written values (' ${carla.slice(0, 6)}-${carla.slice(6)}', '2020-01-01', '2020-12-31'), ('${carla.replace(/^0+/, '')}', '2020-01-01', '2020-12-31')`,
    )
    await table.check()
    expect(await table.connector.guided(asked)).toMatchObject([{ value: false }, { value: false }])
    await table.close()
  })

  it('may leave out one of several, where all of them are asked', async () => {
    const columns = { insz: 'text', enrolment: 'text' } as const
    const from = await server.put({ name: 'hidden_enrolments', columns, rows: [[numbers.anna, '1']] })
    const table = await tables({ ...common, from, facts: { enrolments: thoseIn(identifier('enrolment')) } })
    await server.run(`insert into hidden_enrolments values ('Anna', '2')`)
    const batch = { ...asked, fact: city.facts.enrolments, subjects: [anna] }
    expect(await table.connector.enrolments(batch)).toEqual([{ unknown: 'in doubt' }])
    await table.close()
  })

  it('is a number plate of other signs, and never an identifier', async () => {
    for (const [name, subject, wrong, answer] of [
      ['hidden_plates', numberPlate('insz'), '1-ABC-23?', { unknown: 'in doubt' }],
      ['hidden_files', identifier('insz'), '1/2?', { value: false }],
    ] as const) {
      const table = await open(name, { absent: 'means none' }, subject)
      await server.run(`insert into ${name} values ('${wrong}', '2024-01-01', '')`)
      const subjects = [people.of(subject.numberOf('1ABC234'))]
      expect(await table.connector.guided({ ...asked, subjects })).toMatchObject([answer])
      await table.close()
    }
  })
})

it('is in doubt about a household of which a member cannot be read', async () => {
  const from = await server.put({
    name: 'homes',
    columns: { insz: 'text', home: 'text' },
    rows: [
      [numbers.anna, '7'],
      [numbers.bram, '8'],
    ],
  })
  const table = await tables({ ...common, from, facts: { household: membersBy('home') } })
  await server.run(`insert into homes values ('nobody', '7')`)
  const batch = { ...asked, fact: city.facts.household }
  expect(await table.connector.household(batch)).toEqual([{ unknown: 'in doubt' }, { value: [bram] }])
  await table.close()
})

it('counts rows by a column, and reads a query and a schema', async () => {
  await server.run(`create schema welfare; create table welfare.helped (id integer, insz text, start text, "end" text);
    insert into welfare.helped values (2, '${numbers.bram}', 'soon', null), (1, '${numbers.anna}', '2024-01-01', null)`)
  const { connectionString } = server
  const from = postgres({ connectionString, schema: 'welfare', table: 'helped', orderedBy: 'id' })
  await expect(tables({ ...common, from, facts })).rejects.toMatchObject({ problems: [{ row: 2, column: 'start' }] })
  const query = 'select * from welfare.helped where id = 1'
  await (await tables({ ...common, from: postgres({ connectionString, query }), facts })).close()
})

it('says which column is missing, which table, and who may not read it', async () => {
  const { connectionString } = server
  await server.run(`create table poor (insz text); create role reader login password 'reader'`)
  const opening = (from: Parameters<typeof postgres>[0]) => tables({ ...common, from: postgres(from), facts })
  await expect(opening({ connectionString, table: 'poor' })).rejects.toMatchObject({
    problems: [
      { column: 'start', what: 'is missing' },
      { column: 'end', what: 'is missing' },
    ],
  })
  await expect(opening({ connectionString, table: 'absent' })).rejects.toMatchObject({
    code: 'database-not-readable',
    what: expect.stringContaining('relation "absent" does not exist'),
  })
  const reader = connectionString.replace('tester:only-for-tests', 'reader:reader')
  await expect(opening({ connectionString: reader, table: 'poor' })).rejects.toMatchObject({
    what: expect.stringContaining('42501'),
  })
})

it('answers that it is not permitted, and unavailable when the server is away', async () => {
  await server.run(`create table rights (insz text, start text, "end" text); grant select on rights to reader`)
  const connectionString = server.connectionString.replace('tester:only-for-tests', 'reader:reader')
  const table = await tables({
    ...common,
    from: postgres({ connectionString, table: 'rights', timeout: 2_000 }),
    facts,
  })
  await server.run('revoke select on rights from reader')
  expect(await table.connector.guided(asked)).toMatchObject([
    { unknown: 'not permitted', code: '42501' },
    { unknown: 'not permitted' },
  ])
  running = false
  await server.stop()
  expect(await table.connector.guided(asked)).toMatchObject([{ unknown: 'unavailable' }, { unknown: 'unavailable' }])
  await table.close()
}, 30_000)

it('says that the server cannot be reached', async () => {
  const from = postgres({ connectionString: 'postgres://a:b@127.0.0.1:1/a', table: 'a', timeout: 2_000 })
  await expect(tables({ ...common, from, facts })).rejects.toMatchObject({
    code: 'database-not-readable',
    what: expect.stringContaining('ECONNREFUSED'),
  })
})
