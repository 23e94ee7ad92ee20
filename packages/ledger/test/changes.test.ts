import type { Change } from '@vanzelf/source'
import fc from 'fast-check'
import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embedded } from '../src/database/embedded.ts'
import { type Ledger, ledgerOf } from '../src/ledger.ts'
import { migrate } from '../src/migrate.ts'
import { migrations } from '../src/migrations.ts'
import { clock, decision, PASS } from './city.ts'
import { type Engine, inMemory, onServer } from './engines.ts'

const changed = (message: string, place = 1, more: Partial<Change> = {}): Change =>
  ({
    ...{ source: 'welfare', message, place, subjects: ['p1', 'p2'], facts: ['helped'] },
    ...{ from: '2026-03-01', kind: 'changed', ...more },
  }) as Change
const cancelled = changed('m3', 1, { kind: 'cancelled', cancels: 'm1', from: null } as Partial<Change>)

async function pending(ledger: Ledger, policy = PASS, options?: Parameters<Ledger['changes']['pending']>[1]) {
  const found: Change[] = []
  for await (const page of ledger.changes.pending(policy, options)) found.push(...page)
  return found
}

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('changes of sources on %s', (_, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  it('are pending as they were told, in the order in which they were taken, page by page', async () => {
    const ledger = await engine.open()
    const told = [changed('m2'), changed('m1', 2), changed('m1', 1, { subjects: [], facts: [] }), cancelled]
    expect(await ledger.changes.take(told)).toEqual({ taken: 4, before: 0 })
    expect(await pending(ledger)).toEqual(told)
    expect(await pending(ledger, PASS, { page: 3 })).toEqual(told)
  })

  it('count once, whatever the order and however often they are delivered', async () => {
    const all = [...[1, 2, 3].flatMap((place) => ['m1', 'm2'].map((message) => changed(message, place))), cancelled]
    const deliveries = fc
      .array(fc.shuffledSubarray(all, { minLength: 1 }), { maxLength: 4 })
      .chain((some) => fc.shuffledSubarray([...some, all]))
    await fc.assert(
      fc.asyncProperty(deliveries, async (messages) => {
        const ledger = await engine.open()
        let sum = 0
        for (const message of messages) {
          const { taken, before } = await ledger.changes.take([...message, ...message])
          expect(taken + before).toBe(message.length * 2)
          sum += taken
        }
        const delivered = new Set(messages.flat())
        expect(sum).toBe(delivered.size)
        expect(new Set((await pending(ledger)).map((one) => JSON.stringify(one)))).toEqual(
          new Set([...delivered].map((one) => JSON.stringify(one))),
        )
      }),
      { numRuns: 10 },
    )
  })

  it('of two sources are two, though their messages go by one name', async () => {
    const ledger = await engine.open()
    const of = (source: string) => changed('m1', 1, { source })
    expect(await ledger.changes.take([of('welfare'), of('tax'), of('tax')])).toEqual({ taken: 2, before: 1 })
  })

  it('are taken in a thousand at a time, and read as they come', async () => {
    const ledger = await engine.open()
    const many = async function* () {
      for (let place = 1; place <= 2_001; place++) yield changed('m1', place)
    }
    expect(await ledger.changes.take(many())).toEqual({ taken: 2_001, before: 0 })
    expect((await ledger.head()).seq).toBe(3)
    expect(await pending(ledger)).toHaveLength(2_001)
  })

  it('that were taken by two at once count once', async () => {
    const ledger = await engine.open()
    const both = await Promise.all([1, 2].map(() => ledger.changes.take([changed('m1'), changed('m2')])))
    expect(both.reduce((sum, { taken }) => sum + taken, 0)).toBe(2)
  })

  it('are done for one policy, and pending for another', async () => {
    const ledger = await engine.open()
    await ledger.changes.take([changed('m1')])
    const portion = (await ledger.changes.begin(PASS, 'delta')) ?? expect.fail()
    await ledger.changes.done(portion, 'delta')
    expect(await pending(ledger)).toEqual([])
    expect(await pending(ledger, 'exampleville/meals')).toHaveLength(1)
    expect(await ledger.changes.begin(PASS, 'delta')).toBeUndefined()
  })

  it('that come in after a portion was begun wait for the next one', async () => {
    const ledger = await engine.open()
    await ledger.changes.take([changed('m1')])
    const portion = (await ledger.changes.begin(PASS, 'delta')) ?? expect.fail()
    await ledger.changes.take([changed('m2')])
    // Whoever began it may have died: who asks next gets the same.
    expect(await ledger.changes.begin(PASS, 'another')).toEqual(portion)
    expect(await pending(ledger, PASS, portion)).toEqual([changed('m1')])
    await ledger.changes.done(portion, 'delta')
    await ledger.changes.done(portion, 'another')
    expect(await pending(ledger)).toEqual([changed('m2')])
    const next = (await ledger.changes.begin(PASS, 'delta')) ?? expect.fail()
    expect(next.until).toBeGreaterThan(portion.until)
    await ledger.changes.done(portion, 'late')
    expect(await ledger.changes.begin(PASS, 'delta')).toEqual(next)
  })

  it('lead from somebody to whom their decisions rested on, and back, under whichever of their names', async () => {
    const ledger = await engine.open()
    await ledger.write(({ decided }) =>
      decided([
        decision('p1', { about: ['p1', 'p2'] }),
        decision('p3', { about: ['p3', 'p2'] }),
        decision('p1', { about: ['p1', 'p4'], policy: 'exampleville/meals' }),
      ]),
    )
    await ledger.people.replaced('p1', 'p9', 'population register')
    expect(await ledger.decisions.restedOn(PASS, ['p1'])).toEqual(['p1', 'p2'])
    expect(await ledger.decisions.restedOn(PASS, ['p9'])).toEqual(['p1', 'p2'])
    expect(await ledger.decisions.restedOn(PASS, ['p2', 'p4'])).toEqual([])
    expect(await ledger.decisions.restingOn(PASS, ['p2'])).toEqual(['p1', 'p3', 'p9'])
  })

  it('are in the chain: one that was changed is told', async () => {
    const ledger = await engine.open(clock())
    await ledger.changes.take([changed('m1'), cancelled])
    expect((await ledger.verify()).broken).toBeUndefined()
    await ledger.tamper((schema) => `update ${schema}.change set subjects = '{p9}' where message = 'm1'`)
    expect((await ledger.verify()).broken).toEqual({ seq: 1, what: 'rows changed', table: 'change' })
  })

  it('are only ever added to', async () => {
    const ledger = await engine.open()
    await ledger.changes.take([changed('m1')])
    for (const statement of ['delete from S.change', 'update S.change set entry = entry', 'truncate S.change'])
      await expect(sql.raw(statement.replace('S', ledger.schema)).execute(ledger.db)).rejects.toThrow(
        /only ever added to/,
      )
  })

  it('are restored with what each policy was decided for', async () => {
    const ledger = await engine.open(clock())
    await ledger.changes.take([changed('m1')])
    await ledger.changes.done((await ledger.changes.begin(PASS, 'delta')) ?? expect.fail(), 'delta')
    await ledger.changes.take([changed('m2'), cancelled])
    const lines: string[] = []
    for await (const line of ledger.export()) lines.push(line)
    const other = await engine.open(clock())
    expect(await other.restore(lines)).toEqual(await ledger.head())
    expect(await pending(other)).toEqual([changed('m2'), cancelled])
    expect(await other.changes.take([changed('m1')])).toEqual({ taken: 0, before: 1 })
  })
})

it('a ledger that knew no changes keeps its chain when it learns of them', async () => {
  const database = await embedded({}, 'old')
  const { db, schema } = database
  const migrator = new Migrator({ db, provider: migrations(schema), migrationTableSchema: schema })
  const { error } = await migrator.migrateTo('2026-11-24-first')
  expect(error).toBeUndefined()
  const ledger = ledgerOf(database, clock().now)
  await ledger.people.optOut('p1', { by: 'counter', reason: 'before' })
  const kept = await ledger.head()
  await migrate(database)
  await ledger.changes.take([changed('m1')])
  expect(await ledger.verify(kept)).toMatchObject({ entries: 2 })
  expect((await ledger.verify(kept)).broken).toBeUndefined()
  await ledger.close()
}, 60_000)
