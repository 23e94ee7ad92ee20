import { afterAll, beforeAll, expect, it } from 'vitest'
import { postgres } from '../src/from/postgres.ts'
import { truthDuring } from '../src/readings/dated.ts'
import { membersBy } from '../src/readings/relations.ts'
import { nationalNumber } from '../src/subject.ts'
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
  const reader = connectionString.replace('tester:tester', 'reader:reader')
  await expect(opening({ connectionString: reader, table: 'poor' })).rejects.toMatchObject({
    what: expect.stringContaining('42501'),
  })
})

it('answers that it is not permitted, and unavailable when the server is away', async () => {
  await server.run(`create table rights (insz text, start text, "end" text); grant select on rights to reader`)
  const connectionString = server.connectionString.replace('tester:tester', 'reader:reader')
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
