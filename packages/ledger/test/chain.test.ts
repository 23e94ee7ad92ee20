import type { Asked } from '@vanzelf/source'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../src/index.ts'
import { claimOf, clock, decision, grant, handOver, PASS } from './city.ts'
import { type Engine, inMemory, onServer, type TestLedger } from './engines.ts'

const purpose = { policy: PASS, basis: 'authorisation 2026/3', asker: 'Exampleville' }
const ask = (subject: string): Asked => ({
  ...{ source: 'welfare', fact: 'helped', subject, at: { on: '2026-01-01' }, purpose },
  ...{ when: '2026-01-02T09:00:00Z', result: 'known' },
})

/** Six entries that use every table. */
async function filled(ledger: Ledger): Promise<void> {
  await ledger.campaigns.begin({ id: 'c1', policy: PASS, version: 'v1', on: '2026-01-01', options: { together: 2 } })
  await ledger.campaigns.plan('c1', batches([['p1', 'p2'], ['p3']]))
  await ledger.asks.record([ask('p1'), ask('p2')])
  await ledger.asks.record([ask('p3')])
  await ledger.write(async (writing) => {
    await writing.decided([
      decision('p1', { campaign: 'c1', about: ['p1', 'p2'] }),
      decision('p2', { ground: 'art. 3, 1°' }),
    ])
    await writing.claim([claimOf('g1', ['p1', 'p2'])])
    await writing.granted([grant('g1', 'p1')])
    await writing.handOver([handOver('g1.1', 'g1')])
    await writing.advance('c1', 1, 'open', 'done')
  })
  const due = await ledger.deliveries.due('vouchers', 10)
  await ledger.deliveries.record(due.map((one) => ({ due: one, outcome: { outcome: 'delivered', receipt: 'r1' } })))
  await ledger.people.optOut('p2', { by: 'counter', reason: 'I "object"\n\\u0041 é' })
  await ledger.write(async (writing) => {
    await writing.handOver([handOver('g1.2', 'g1'), handOver('g1.3', 'g1')])
    await writing.act({ kind: 'noted', by: 'test', content: { deep: { empty: null, list: [null, 1.5] } } })
  })
}

async function* batches(all: readonly (readonly string[])[]) {
  yield* all
}

async function exportOf(ledger: Ledger): Promise<string[]> {
  const lines = []
  for await (const line of ledger.export()) lines.push(line)
  return lines
}

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('the chain on %s', (_, start) => {
  let engine: Engine
  let sixth: TestLedger
  beforeAll(async () => {
    engine = await start()
    sixth = await engine.open(clock())
    await filled(sixth)
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  it('is whole when nobody touched it, also with each head that was kept', async () => {
    const ledger = await engine.open()
    const kept = [await ledger.head()]
    for (const subject of ['p1', 'p2', 'p3']) {
      await ledger.people.optOut(subject, { by: 'counter' })
      kept.push(await ledger.head())
    }
    for (const head of kept) expect(await ledger.verify(head)).toEqual({ head: kept.at(-1), entries: 3 })
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(4)
  })

  it('is the same for the same things at the same time, and another for anything else', async () => {
    const headOf = async (reason: string, at?: string) => {
      const ledger = await engine.open(clock(at))
      await ledger.people.optOut('p1', { by: 'counter', reason })
      return (await ledger.head()).hash
    }
    expect(await headOf('a')).toBe(await headOf('a'))
    expect(await headOf('b')).not.toBe(await headOf('a'))
    expect(await headOf('a', '2026-01-02T09:00:00.001Z')).not.toBe(await headOf('a'))
  })

  it.each(['ask', 'decision', 'grant_event', 'claim', 'hand_over', 'outcome', 'act', 'entry'])(
    'has a table %s to which rows are only added',
    async (table) => {
      const { db, schema } = sixth
      for (const statement of [
        `delete from ${schema}.${table}`,
        `update ${schema}.${table} set ${table === 'entry' ? 'hash = hash' : 'entry = entry'}`,
        `truncate ${schema}.${table} cascade`,
      ])
        await expect(sql.raw(statement).execute(db)).rejects.toThrow(/only ever added to/)
      await expect(
        db.transaction().execute(async (tx) => {
          await sql.raw(`select set_config('vanzelf.prunes', '${table}', true)`).execute(tx)
          await sql
            .raw(`update ${schema}.${table} set ${table === 'entry' ? 'hash = hash' : 'entry = entry'}`)
            .execute(tx)
        }),
      ).rejects.toThrow(/only ever added to/)
    },
  )

  describe.each([
    [
      'a text changed',
      `update S.act set reason = 'another' where entry = 5`,
      { seq: 5, what: 'rows changed', table: 'act' },
    ],
    [
      'a text removed',
      `update S.act set reason = null where entry = 5`,
      { seq: 5, what: 'rows changed', table: 'act' },
    ],
    [
      'a column filled that was empty',
      `update S.decision set campaign = 'c1' where subject = 'p2'`,
      { seq: 3, what: 'rows changed', table: 'decision' },
    ],
    [
      'something deep in a document changed',
      `update S.act set content = jsonb_set(content, '{deep,list,0}', '0') where entry = 6`,
      { seq: 6, what: 'rows changed', table: 'act' },
    ],
    [
      'a null deep in a document removed',
      `update S.act set content = content #- '{deep,empty}' where entry = 6`,
      { seq: 6, what: 'rows changed', table: 'act' },
    ],
    [
      'an amount changed',
      `update S.grant_event set benefit = '{"kind": "money", "amount": 4201}'`,
      { seq: 3, what: 'rows changed', table: 'grant_event' },
    ],
    [
      'a day changed',
      `update S.grant_event set until = '2027-01-02'`,
      { seq: 3, what: 'rows changed', table: 'grant_event' },
    ],
    [
      'what is to be delivered changed',
      `update S.hand_over set payload = jsonb_set(payload, '{recipient}', '"p9"') where entry = 3`,
      { seq: 3, what: 'rows changed', table: 'hand_over' },
    ],
    [
      'a list changed',
      `update S.ask set results = '{known,"not found"}' where entry = 1`,
      { seq: 1, what: 'rows changed', table: 'ask' },
    ],
    [
      'two rows swapped',
      `update S.decision set position = 9 where subject = 'p1'`,
      { seq: 3, what: 'rows changed', table: 'decision' },
    ],
    ['a row removed', `delete from S.claim where holder = 'p2'`, { seq: 3, what: 'rows changed', table: 'claim' }],
    [
      'all rows of an entry removed',
      `delete from S.ask where entry = 2`,
      { seq: 2, what: 'rows changed', table: 'ask' },
    ],
    [
      'a row added',
      `insert into S.act (entry, position, kind, by, subject) values (4, 9, 'opted in', 'x', 'p2')`,
      { seq: 4, what: 'rows changed', table: 'act' },
    ],
    [
      'a row added beside the chain, after it',
      `insert into S.act (entry, position, kind, by) values (7, 9, 'x', 'x')`,
      { seq: 7, what: 'entry missing' },
    ],
    [
      'a row added beside the chain, before it',
      `insert into S.act (entry, position, kind, by) values (0, 0, 'x', 'x')`,
      { seq: 0, what: 'rows changed', table: 'act' },
    ],
    [
      'the time of an entry changed',
      `update S.entry set at = at - interval '1 microsecond' where seq = 4`,
      { seq: 4, what: 'entry changed' },
    ],
    [
      'a digest changed with its row',
      `update S.claim set holder = 'p9' where holder = 'p2'; update S.entry set digests = S.digests_of(3) where seq = 3`,
      { seq: 3, what: 'entry changed' },
    ],
    [
      'an entry changed with its hash',
      `update S.act set reason = 'x' where entry = 5; update S.entry set digests = S.digests_of(5) where seq = 5; update S.entry set hash = S.hash_of(seq, at, previous, digests) where seq = 5`,
      { seq: 6, what: 'entry changed' },
    ],
    [
      'an entry removed with its rows',
      `delete from S.ask where entry = 2; delete from S.entry where seq = 2`,
      { seq: 3, what: 'entry missing' },
    ],
    [
      'the first entry removed',
      `delete from S.ask where entry = 1; delete from S.entry where seq = 1`,
      { seq: 2, what: 'entry missing' },
    ],
    ['the last entry removed, its rows not', `delete from S.entry where seq = 6`, { seq: 6, what: 'entry missing' }],
    [
      'rows removed under the pretence that they were pruned',
      `delete from S.ask where entry = 1; insert into S.act (entry, position, kind, by, content) values (6, 9, 'pruned', 'x', '{"table": "ask", "before": 2}')`,
      { seq: 6, what: 'rows changed', table: 'act' },
    ],
  ] as const)('tells %s', (_, statement, broken) => {
    it(`as ${broken.what} at ${broken.seq}`, async () => {
      const ledger = await engine.open(clock())
      await filled(ledger)
      expect(await ledger.verify()).toMatchObject({ entries: 6 })
      await ledger.tamper((schema) => statement.replaceAll('S.', `${schema}.`))
      expect((await ledger.verify()).broken).toEqual(broken)
    })
  })

  it('tells by a head that was kept that its end was cut off, or that all of it was written anew', async () => {
    const ledger = await engine.open(clock())
    await filled(ledger)
    const kept = await ledger.head()
    await ledger.tamper(
      (s) =>
        `delete from ${s}.act where entry = 6; delete from ${s}.outbox where entry = 6; delete from ${s}.hand_over where entry = 6; delete from ${s}.entry where seq = 6`,
    )
    expect((await ledger.verify()).broken).toBeUndefined()
    expect((await ledger.verify(kept)).broken).toEqual({ seq: 6, what: 'cut short' })
    await ledger.people.optOut('p9', { by: 'counter' })
    expect((await ledger.verify(kept)).broken).toEqual({ seq: 6, what: 'cut short' })
  })

  it('stays whole when it is pruned, and tells by whom', async () => {
    const time = clock('2026-01-01T00:00:00.000Z')
    const ledger = await engine.open(time)
    await ledger.asks.record([ask('p1')])
    await ledger.write(({ decided }) => decided([decision('p1'), decision('p2')]))
    time.set('2026-02-01T00:00:00.000Z')
    await ledger.asks.record([ask('p1')])
    const kept = await ledger.head()
    // What was recorded at that very instant stays.
    expect(await ledger.prune('ask', '2026-02-01T00:00:00Z', 'archivist')).toEqual({ rows: 1 })
    expect(await ledger.prune('ask', '2026-02-01T00:00:00Z', 'archivist')).toEqual({ rows: 0 })
    expect(await ledger.asks.about('p1')).toHaveLength(1)
    expect((await ledger.verify(kept)).broken).toBeUndefined()
    expect(await ledger.prune('decision', '2026-03-01T00:00:00Z', 'archivist')).toEqual({ rows: 2 })
    expect(await ledger.verify(kept)).toMatchObject({ entries: 5 })
    expect((await ledger.verify()).broken).toBeUndefined()
    // Pruning vouches for nothing that was not pruned.
    await ledger.tamper((s) => `delete from ${s}.ask`)
    expect((await ledger.verify()).broken).toEqual({ seq: 3, what: 'rows changed', table: 'ask' })
  })

  it('is pruned in parts, so that others get their turn', async () => {
    const time = clock('2026-01-01T00:00:00.000Z')
    const ledger = await engine.open(time)
    for (let n = 0; n < 205; n++) await ledger.asks.record([ask('p1')])
    time.set('2026-02-01T00:00:00.000Z')
    expect(await ledger.prune('ask', '2026-02-01T00:00:00Z', 'archivist')).toEqual({ rows: 205 })
    expect(await ledger.verify()).toMatchObject({ entries: 207, head: { seq: 207 } })
  })

  describe('an export', () => {
    it('restores a ledger that is the same, line by line', async () => {
      const lines = await exportOf(sixth)
      expect(lines).toHaveLength(1 + 1 + 2 + 6 + 13 + 1)
      const other = await engine.open(clock())
      const head = await sixth.head()
      expect(await other.restore(lines)).toEqual(head)
      expect(await other.verify(head)).toEqual({ head, entries: 6 })
      expect(await exportOf(other)).toEqual(lines)
      expect(await other.deliveries.due('vouchers', 10)).toEqual(await sixth.deliveries.due('vouchers', 10))
      expect(await other.deliveries.ofGrant('g1')).toEqual(await sixth.deliveries.ofGrant('g1'))
      expect(await other.campaigns.counts('c1')).toEqual(await sixth.campaigns.counts('c1'))
      // And it goes on.
      await other.people.optOut('p5', { by: 'counter' })
      expect((await other.verify(head)).broken).toBeUndefined()
    })

    it('tells how far each delivery is, as it was', async () => {
      const ledger = await engine.open()
      const outcomes = [
        [],
        [{ outcome: 'to retry', why: 'busy', after: 0 }],
        [{ outcome: 'prepared', needs: 'a person', why: 'no-passholder' }],
        [
          { outcome: 'refused', why: 'recipient-unknown' },
          { outcome: 'to retry', why: 'late' },
        ],
        [
          { outcome: 'prepared', needs: 'a person', why: 'x' },
          { outcome: 'delivered', receipt: 'r' },
        ],
        [
          { outcome: 'delivered', receipt: 'r' },
          { outcome: 'to retry', why: 'late' },
        ],
      ] as const
      await ledger.write(({ handOver: put }) => put(outcomes.map((_, n) => handOver(`g${n}.1`, `g${n}`))))
      const due = await ledger.deliveries.due('vouchers', 10)
      for (const [n, all] of outcomes.entries())
        for (const outcome of all) {
          const one = due[n]
          if (one) await ledger.deliveries.record([{ due: one, outcome }])
        }
      const other = await engine.open()
      await other.restore(await exportOf(ledger))
      for (const n of outcomes.keys())
        expect(await other.deliveries.ofGrant(`g${n}`)).toEqual(await ledger.deliveries.ofGrant(`g${n}`))
      const states = await Promise.all(
        [...outcomes.keys()].map(async (n) => (await other.deliveries.ofGrant(`g${n}`))[0]?.state),
      )
      expect(states).toEqual(['due', 'due', 'prepared', 'refused', 'done', 'done'])
    })

    it('may be made while others write', async () => {
      const ledger = await engine.open()
      for (let n = 0; n < 60; n++) await ledger.people.optOut(`p${n}`, { by: 'counter' })
      const lines = []
      for await (const line of ledger.export()) {
        if (lines.push(line) % 20 === 0) await ledger.people.optIn('p1', { by: 'counter' })
      }
      const other = await engine.open()
      expect((await other.restore(lines)).seq).toBe(60)
    })

    it('of a pruned ledger restores what is left', async () => {
      const ledger = await engine.open(clock())
      await filled(ledger)
      await ledger.prune('ask', '2027-01-01T00:00:00Z', 'archivist')
      const other = await engine.open()
      expect(await other.restore(await exportOf(ledger))).toEqual(await ledger.head())
    })

    const broken: readonly (readonly [string, (lines: string[]) => string[], string, string])[] = [
      ['nothing', () => [], 'bad-export', 'cut short'],
      ['another file', () => ['name;amount'], 'bad-export', 'no JSON object'],
      ['another JSON file', () => ['{"name": 1}'], 'bad-export', 'first line'],
      ['one that was cut short', (lines) => lines.slice(0, -1), 'bad-export', 'cut short'],
      [
        'one without its last entry',
        (lines) => [...lines.slice(0, -5), ...lines.slice(-1)],
        'bad-export',
        'its head is another',
      ],
      [
        'one without a row',
        (lines) => lines.filter((line) => !line.includes('"holder": "p2"')),
        'bad-export',
        'rows changed at entry 3',
      ],
      [
        'one that was changed',
        (lines) => lines.map((line) => line.replace('"amount": 4200', '"amount": 9900')),
        'bad-export',
        'rows changed at entry 3',
      ],
      [
        'one with a table of its own',
        (lines) => lines.with(1, '{"table": "pg_authid", "row": {}}'),
        'bad-export',
        'no table',
      ],
      [
        'one with something after its end',
        (lines) => [...lines, '{"table": "act", "row": {}}'],
        'bad-export',
        'after its last line',
      ],
      [
        'one of a later version',
        (lines) => lines.with(0, '{"ledger": 1, "steps": ["2026-11-24-first", "2031-01-01-later"]}'),
        'ledger-newer',
        '2031-01-01-later',
      ],
    ]
    it.each(broken)('that is %s restores nothing', async (_, change, code, what) => {
      const other = await engine.open()
      const lines = change(await exportOf(sixth))
      await expect(other.restore(lines)).rejects.toMatchObject({ code, message: expect.stringContaining(what) })
      expect(await other.campaigns.all()).toEqual([])
      expect((await other.head()).seq).toBe(0)
    })

    it('restores into an empty ledger only', async () => {
      const lines = await exportOf(sixth)
      const [written, planned] = [await engine.open(), await engine.open()]
      await written.people.optOut('p1', { by: 'counter' })
      await planned.campaigns.begin({ id: 'c9', policy: PASS, version: 'v1', on: '2026-01-01', options: {} })
      for (const ledger of [written, planned])
        await expect(ledger.restore(lines)).rejects.toMatchObject({ code: 'ledger-not-empty' })
    })
  })
})
