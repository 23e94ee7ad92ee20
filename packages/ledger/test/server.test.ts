import { inspect } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../src/index.ts'
import { clock, grant, PASS } from './city.ts'
import { inMemory, onServer, type Server } from './engines.ts'
import { program } from './program.ts'

let server: Server
let admin: pg.Pool
beforeAll(async () => {
  server = await onServer()
  admin = new pg.Pool({ connectionString: server.connectionString, max: 2 })
  admin.on('error', () => {})
}, 120_000)
afterAll(async () => {
  await admin?.end()
  await server?.stop()
}, 60_000)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const by = 'counter'

describe('a server that cannot be reached', () => {
  it.each([
    ['where nothing listens', 'postgres://someone:s3cret-word@127.0.0.1:1/city', 'ECONNREFUSED'],
    ['at no address', 'postgres://someone:s3cret-word@', ''],
  ])('%s is told, without the connection string', async (_, connectionString, why) => {
    const error = await openLedger({ connectionString }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ledger-unreachable', message: expect.stringContaining(why) })
    expect(inspect(error)).not.toContain('s3cret-word')
  })

  it('because its password is another is told by its code', async () => {
    const connectionString = server.connectionString.replace('only-for-tests', 's3cret-word')
    const error = await openLedger({ connectionString }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ledger-unreachable', message: expect.stringContaining('28P01') })
    expect(inspect(error)).not.toContain('s3cret-word')
  })
})

describe('a connection that breaks', () => {
  it('in the middle of a write leaves nothing of it, and the next write has another', async () => {
    const ledger = await server.open()
    const broken = ledger.write(async ({ act, granted }) => {
      await act({ kind: 'noted', by: 'test' })
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'vanzelf ledger' and state = 'idle in transaction'`)
      await pause(50)
      await granted([grant('g1', 'p1')])
    })
    await expect(broken).rejects.toMatchObject({ code: 'ledger-unreachable' })
    await ledger.people.optOut('p1', { by })
    expect(await ledger.verify()).toMatchObject({ entries: 1 })
    expect(await ledger.grants.of('p1')).toEqual([])
  })

  it('with the whole server is taken up again when that is back', async () => {
    const ledger = await server.open()
    await ledger.people.optOut('p1', { by })
    await ledger.alone('work', async (lost) => {
      await server.restart()
      await expect.poll(() => lost.aborted).toBe(true)
    })
    // Those that were idle are told broken at the first query at the latest.
    for (let tries = 0; tries < 5; tries++) {
      const outcome = await ledger.people.optOut('p2', { by }).catch((error: { code?: string }) => error.code)
      if (outcome === undefined) break
      expect(outcome).toBe('ledger-unreachable')
    }
    expect(await ledger.alone('work', async () => 'again')).toBe('again')
    expect(await ledger.people.optedOut(PASS, ['p1', 'p2'])).toEqual(new Set(['p1', 'p2']))
  }, 60_000)
})

describe('work that one does alone', () => {
  it('is refused to another process, and let go of when the first is killed', async () => {
    const ledger = await server.open()
    const other = program('alone', server.connectionString, ledger.schema)
    expect(await other.until('taken')).toBe('taken')
    expect(await ledger.alone('campaign', async () => 'mine')).toBeUndefined()
    expect(await ledger.alone('another', async () => 'mine')).toBe('mine')
    await other.kill()
    await expect.poll(() => ledger.alone('campaign', async () => 'mine'), { timeout: 5_000 }).toBe('mine')
  }, 60_000)

  it('is told when its lock is lost, so that another may have it', async () => {
    const [ledger, other] = [await server.open({ schema: 'locks' }), await server.open({ schema: 'locks' })]
    await ledger.alone('work', async (lost) => {
      expect(await other.alone('work', async () => 1)).toBeUndefined()
      await admin.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`)
      await expect.poll(() => lost.aborted).toBe(true)
      expect(await other.alone('work', async () => 1)).toBe(1)
    })
    expect(await ledger.alone('work', async () => 2)).toBe(2)
  })
})

it('many programs that open a new ledger at once make it once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => server.open({ schema: 'at_once' })))
  await Promise.all(all.map((ledger, n) => ledger.people.optOut(`p${n}`, { by })))
  expect(await all[0]?.verify()).toMatchObject({ entries: 8 })
})

it('the settings of a server change no date and no digest, nor let two read the same head', async () => {
  const settings = [
    'datestyle = "SQL, DMY"',
    'timezone = "Asia/Kolkata"',
    'default_transaction_isolation = "repeatable read"',
  ]
  for (const setting of settings) await admin.query(`alter role tester set ${setting}`)
  const memory = await inMemory()
  try {
    const heads = []
    for (const engine of [server, memory]) {
      const ledger = await engine.open(clock('2026-03-05T00:30:00.123Z'))
      await ledger.write(({ granted }) =>
        granted([grant('g1', 'p1', { period: { from: '2026-02-01', until: '2026-12-11' } })]),
      )
      expect((await ledger.grants.of('p1'))[0]).toMatchObject({
        period: { from: '2026-02-01', until: '2026-12-11' },
        at: '2026-03-05T00:30:00.123Z',
      })
      heads.push(await ledger.head())
    }
    expect(heads[0]).toEqual(heads[1])
    const [one, other] = [await server.open({ schema: 'settings' }), await server.open({ schema: 'settings' })]
    await Promise.all(Array.from({ length: 40 }, (_, n) => [one, other][n % 2]?.people.optOut(`p${n}`, { by })))
    expect(await one.verify()).toMatchObject({ entries: 40 })
  } finally {
    await admin.query('alter role tester reset all')
    await memory.stop()
  }
}, 60_000)

it('a ledger that a later version made is not opened', async () => {
  const { db, schema } = await server.open()
  await sql`insert into ${sql.id(schema, 'kysely_migration')} (name, timestamp) values ('2031-01-01-later', 'x')`.execute(
    db,
  )
  await expect(openLedger({ connectionString: server.connectionString, schema })).rejects.toMatchObject({
    code: 'ledger-newer',
    message: expect.stringContaining('2031-01-01-later'),
  })
})

it('closing finishes what is being written, and lets go of everything', async () => {
  const schema = 'closing'
  const ledger = await openLedger({ connectionString: server.connectionString, schema })
  await ledger.alone('work', async () => {})
  const writing = Array.from({ length: 20 }, (_, n) => ledger.people.optOut(`p${n}`, { by }))
  await pause(5)
  const done = await Promise.allSettled(writing.concat(ledger.close()))
  const kept = done.filter(({ status }) => status === 'fulfilled').length - 1
  await expect(ledger.people.optOut('late', { by })).rejects.toThrow()
  const again = await server.open({ schema })
  expect((await again.verify()).entries).toBe(kept)
}, 60_000)
