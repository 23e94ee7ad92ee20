import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger, type Queue } from '../src/index.ts'
import { type Engine, inMemory, onServer, type Server, type TestLedger } from './engines.ts'
import { program } from './program.ts'

/** What jobs say here. */
interface Job {
  readonly batch: number
}

/** Does all that is due, and tells what. */
async function doneIn(queue: Queue<Job>): Promise<readonly number[]> {
  const done: number[] = []
  while (
    await queue.work(async ({ batch }) => {
      done.push(batch)
    })
  );
  return done
}

/** As if so many seconds had passed for all jobs. */
const pass = ({ db, schema }: TestLedger, seconds: number) =>
  sql`update ${sql.id(`${schema}_jobs`, 'job')} set start_after = start_after - ${`${seconds} seconds`}::interval,
    started_on = started_on - ${`${seconds} seconds`}::interval`.execute(db)

const failing = async () => {
  throw Object.assign(new Error('a message that may tell too much'), { code: 'answers-missing' })
}

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('jobs on %s', (_, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  it('are done once, in the order in which they were sent', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    for (const batch of [1, 2, 3]) await queue.send([{ job: { batch } }])
    expect(await queue.counts()).toEqual({ due: 3, working: 0, later: 0, failed: 0 })
    expect(await doneIn(queue)).toEqual([1, 2, 3])
    expect(await queue.counts()).toEqual({ due: 0, working: 0, later: 0, failed: 0 })
  })

  it('of one queue are none of another', async () => {
    const ledger = await engine.open()
    const [letters, vouchers] = [
      await ledger.jobs.queue<Job>('letters'),
      await ledger.jobs.queue<Job>("vouchers of O'Neill"),
    ]
    await vouchers.send([{ job: { batch: 1 } }])
    expect(await doneIn(letters)).toEqual([])
    expect(await doneIn(vouchers)).toEqual([1])
  })

  it('that wait under one key are one; what is begun is not what waits', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    await queue.send([{ job: { batch: 1 }, once: 'first' }])
    await queue.send([{ job: { batch: 2 }, once: 'second' }])
    await queue.send([{ job: { batch: 3 }, once: 'first' }])
    await queue.work(() => queue.send([{ job: { batch: 4 }, once: 'first' }]))
    expect(await doneIn(queue)).toEqual([2, 4])
  })

  it('wait until their time has come', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    await queue.send([{ job: { batch: 1 }, after: 3_600 }])
    expect(await queue.counts()).toMatchObject({ due: 0, later: 1 })
    expect(await doneIn(queue)).toEqual([])
    await pass(ledger, 3_601)
    expect(await doneIn(queue)).toEqual([1])
  })

  it('that fail are tried again, later each time, and are listed once they have failed for good', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    await queue.send([{ job: { batch: 1 } }])
    expect(await queue.work(failing)).toBe(true)
    expect(await queue.counts()).toMatchObject({ due: 1, failed: 0 })
    expect(await queue.work(failing)).toBe(false)
    let tries = 1
    for (; (await queue.counts()).failed === 0; tries++) {
      await pass(ledger, 7_200)
      await queue.work(failing)
    }
    expect(tries).toBe(11)
    expect(await ledger.jobs.failed()).toEqual([
      { queue: 'letters', job: { batch: 1 }, code: 'answers-missing', at: expect.stringMatching(/Z$/) },
    ])
    expect(await doneIn(queue)).toEqual([])
  })

  it('that failed for good are listed once, as long as nobody has done the same', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    const failForGood = async () => {
      const { failed } = await queue.counts()
      await queue.send([{ job: { batch: 1 }, once: 'first' }])
      while ((await queue.counts()).failed === failed) {
        await pass(ledger, 7_200)
        await queue.work(failing)
      }
    }
    await failForGood()
    const since = (await ledger.jobs.failed())[0]?.at
    await failForGood()
    expect(await ledger.jobs.failed()).toMatchObject([{ job: { batch: 1 }, at: since }])
    await queue.send([{ job: { batch: 2 }, once: 'second' }])
    await doneIn(queue)
    expect(await ledger.jobs.failed()).toHaveLength(1)
    await queue.send([{ job: { batch: 1 }, once: 'first' }])
    expect(await doneIn(queue)).toEqual([1])
    expect(await ledger.jobs.failed()).toEqual([])
    expect(await queue.counts()).toMatchObject({ failed: 0 })
  })

  it('tell of an error no code that may be about somebody', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    const codes = ['85.67.30-033.60', '85673003360', 'no answer about Anna', 'E'.repeat(61), 'EACCES']
    await queue.send(codes.map((_, batch) => ({ job: { batch } })))
    while ((await queue.counts()).failed < codes.length) {
      await pass(ledger, 7_200)
      await queue.work(async ({ batch }) => {
        throw Object.assign(new TypeError('a message'), { code: codes[batch] })
      })
    }
    const told = (await ledger.jobs.failed()).map(({ code }) => code)
    expect(told.toSorted()).toEqual(['EACCES', 'TypeError', 'TypeError', 'TypeError', 'TypeError'])
  })

  it('are kept with what they belong to, or lost with it', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    const lost = ledger.write(async ({ act, send }) => {
      await act({ kind: 'noted', by: 'test' })
      await send(queue, [{ job: { batch: 1 } }])
      throw new Error('taken back')
    })
    await expect(lost).rejects.toThrow('taken back')
    expect(await queue.counts()).toMatchObject({ due: 0 })
    await ledger.write(async ({ act, send }) => {
      await act({ kind: 'noted', by: 'test' })
      await send(queue, [{ job: { batch: 2 } }])
    })
    expect(await doneIn(queue)).toEqual([2])
    expect(await ledger.verify()).toMatchObject({ entries: 1 })
  })

  it('are not taken from who is at work on them, however long that takes', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    await queue.send([{ job: { batch: 1 } }])
    await queue.work(async () => {
      await pass(ledger, 80_000)
      expect(await queue.work(failing)).toBe(false)
      expect(await queue.counts()).toMatchObject({ working: 1 })
    })
    expect(await queue.counts()).toEqual({ due: 0, working: 0, later: 0, failed: 0 })
  })

  it('are shared by all that open the ledger, each done by one of them', async () => {
    const first = await engine.open()
    const ledgers = [first, await engine.open({ schema: first.schema }), await engine.open({ schema: first.schema })]
    const queues = await Promise.all(ledgers.map(({ jobs }) => jobs.queue<Job>('letters')))
    await queues[0]?.send(Array.from({ length: 60 }, (_, batch) => ({ job: { batch } })))
    const done = (await Promise.all(queues.map(doneIn))).flat()
    expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 60 }, (_, batch) => batch))
  })

  it('wait for years, and those that failed are kept through the tidying', async () => {
    const ledger = await engine.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    const { rows } = await queue.send([{ job: { batch: 1 } }]).then(() =>
      sql<{ years: number }>`select extract(year from age(keep_until, now()))::int as years
        from ${sql.id(`${ledger.schema}_jobs`, 'job')}`.execute(ledger.db),
    )
    expect(rows[0]?.years).toBeGreaterThanOrEqual(9)
  })

  it('leave no room in a schema of a long name', async () => {
    const ledger = await engine.open({ schema: 's'.repeat(46) })
    await expect(ledger.jobs.queue('letters')).rejects.toMatchObject({ code: 'bad-schema' })
  })
})

describe('a process that dies at a job', () => {
  let server: Server
  const root = mkdtempSync(join(tmpdir(), 'vanzelf-jobs-'))
  beforeAll(async () => {
    server = await onServer()
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    rmSync(root, { recursive: true, force: true })
  }, 60_000)

  it('leaves it to another', async () => {
    const ledger = await server.open()
    const queue = await ledger.jobs.queue<Job>('letters')
    await queue.send([{ job: { batch: 1 } }])
    const other = program('job', server.connectionString, ledger.schema)
    expect(await other.until('taken')).toBe('taken {"batch":1}')
    await other.kill()
    await pass(ledger, 60)
    await expect
      .poll(async () => [await queue.work(failing), (await queue.counts()).due], { timeout: 20_000 })
      .toEqual([false, 1])
    await pass(ledger, 60)
    expect(await doneIn(queue)).toEqual([1])
  }, 60_000)

  it('leaves it to the next that opens the folder', async () => {
    const folder = join(root, 'ledger')
    const other = program('embedded job', folder)
    expect(await other.until('taken')).toBe('taken')
    await other.kill()
    const ledger = await openLedger({ folder, staleAfter: 2_000 })
    const queue = await ledger.jobs.queue<Job>('letters')
    await expect.poll(() => doneIn(queue), { timeout: 30_000, interval: 500 }).toEqual([1])
    await ledger.close()
  }, 90_000)
})

describe('a server that restarts', () => {
  it('keeps the jobs, and who asks meanwhile is told', async () => {
    const server = await onServer()
    try {
      const ledger = await server.open()
      const queue = await ledger.jobs.queue<Job>('letters')
      await queue.send([{ job: { batch: 1 } }])
      await queue
        .work(async (_, lost) => {
          await server.restart()
          await expect.poll(() => lost.aborted).toBe(true)
        })
        .catch((error: unknown) => expect(error).toMatchObject({ code: 'ledger-unreachable' }))
      // Whether it was told done after all hangs on the connection; either way it is there or done, and not lost.
      for (let tries = 0; tries < 5; tries++)
        await queue.counts().catch((error: unknown) => expect(error).toMatchObject({ code: 'ledger-unreachable' }))
      const { due, working, failed } = await queue.counts()
      expect([due + working, failed].join()).toMatch(/^[01],0$/)
      await queue.send([{ job: { batch: 2 } }])
      expect(await doneIn(queue)).toContain(2)
    } finally {
      await server.stop()
    }
  }, 90_000)
})
