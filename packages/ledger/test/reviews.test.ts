import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DecisionRecord } from '../src/index.ts'
import { clock, decision, PASS, undetermined } from './city.ts'
import { type Engine, inMemory, onServer } from './engines.ts'

const given: NonNullable<DecisionRecord['grant']> = {
  benefit: { kind: 'money', amount: 42_00 },
  recipient: 'p1',
  period: { from: '2026-01-01', until: '2027-01-01' },
}

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('reviews on %s', (_, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  const say = (by: string, outcome: 'grant' | 'refuse', people: 1 | 2 = 2) =>
    ({ subject: 'p1', policy: PASS, by, outcome, reason: `${by} saw the file`, people }) as const
  const waiting = async ({ reviews }: { reviews: Awaited<ReturnType<Engine['open']>>['reviews'] }) =>
    (await reviews.open(PASS)).map(({ subject }) => subject)

  it('are open where the latest decision needs a person, and where one was asked', async () => {
    const ledger = await engine.open()
    const wait = { missing: [{ name: 'rent', source: 'housing', because: 'unavailable', next: 'wait' }] } as const
    await ledger.write(({ decided }) =>
      decided([
        undetermined('p2'),
        undetermined('p1'),
        undetermined('waits', wait),
        undetermined('elsewhere', { policy: 'other' }),
        decision('not eligible', { outcome: 'not eligible', missing: undetermined('x').missing }),
        decision('open amount', { missing: undetermined('x').missing }),
      ]),
    )
    await ledger.reviews.ask({ subject: 'p3', policy: PASS, by: 'c1', reason: 'would-lose' })
    expect(await waiting(ledger)).toEqual(['open amount', 'p1', 'p2', 'p3'])
    expect((await ledger.reviews.open(PASS, { limit: 2 })).map(({ subject }) => subject)).toEqual(['open amount', 'p1'])
    expect((await ledger.reviews.open(PASS, { subject: 'p2' })).map(({ subject }) => subject)).toEqual(['p2'])
    // Decided since: no longer open. Decided again as it was: still.
    await ledger.write(({ decided }) => decided([decision('p2'), undetermined('p1')]))
    expect(await waiting(ledger)).toEqual(['open amount', 'p3', 'p1'])
  })

  it('tell the decision, who asked, and what was said', async () => {
    const ledger = await engine.open(clock())
    await ledger.write(({ decided }) => decided([undetermined('p1')]))
    await ledger.write(({ act }) =>
      act({ kind: 'review asked', policy: PASS, subject: 'p1', by: 'c1', reason: 'would-lose' }),
    )
    expect(await ledger.reviews.decide(say('clerk', 'grant'))).toBe('another person')
    const at = '2026-01-02T09:00:00.000Z'
    expect(await ledger.reviews.open(PASS)).toMatchObject([
      {
        subject: 'p1',
        policy: PASS,
        decision: { ...undetermined('p1'), at },
        asked: [{ by: 'c1', reason: 'would-lose', at }],
        said: [{ by: 'clerk', outcome: 'grant', reason: 'clerk saw the file', at }],
      },
    ])
  })

  const grants = 'grant'
  const refuses = 'refuse'
  const settles = 'settled'
  const more = 'another person'
  it.each([
    ['one where one is enough', [['a', grants, 1, settles]]],
    [
      'two who agree',
      [
        ['a', refuses, 2, more],
        ['b', refuses, 2, settles],
      ],
    ],
    [
      'the third where two do not agree',
      [
        ['a', grants, 2, more],
        ['b', refuses, 2, more],
        ['c', refuses, 2, settles],
      ],
    ],
    [
      'the third, also with the first',
      [
        ['a', grants, 2, more],
        ['b', refuses, 2, more],
        ['c', grants, 2, settles],
      ],
    ],
    [
      'two, also where the second says that one is enough',
      [
        ['a', grants, 2, more],
        ['b', refuses, 1, more],
        ['c', refuses, 1, settles],
      ],
    ],
    ['two, also where the first thought one enough and the review came back', [['a', grants, 1, settles]]],
  ] as const)('are settled by %s', async (_, says) => {
    const ledger = await engine.open(clock())
    await ledger.reviews.ask({ subject: 'p1', policy: PASS, by: 'officer', reason: 'a letter came in' })
    for (const [by, outcome, people, then] of says) {
      expect(await waiting(ledger)).toEqual(['p1'])
      expect(await ledger.reviews.decide(say(by, outcome, people))).toBe(then)
    }
    expect(await waiting(ledger)).toEqual([])
    const [by, outcome] = says.at(-1) ?? []
    expect(await ledger.reviews.settled(PASS, ['p1', 'p2'])).toEqual(
      new Map([['p1', { by, outcome, reason: `${by} saw the file`, at: '2026-01-02T09:00:00.000Z' }]]),
    )
    expect((await ledger.people.acts('p1')).map(({ kind }) => kind)).toEqual([
      'review asked',
      ...says.map(() => 'reviewed'),
      'review settled',
    ])
  })

  it('come back with another decision, and not with the same', async () => {
    const ledger = await engine.open()
    await ledger.write(({ decided }) => decided([undetermined('p1')]))
    await ledger.reviews.decide(say('a', 'grant', 1))
    expect((await ledger.reviews.settled(PASS, ['p1'])).get('p1')).toMatchObject({
      outcome: 'grant',
      on: '2026-01-01',
      version: 'v1',
    })
    await ledger.write(({ decided }) => decided([undetermined('p1', { campaign: 'again' })]))
    expect(await waiting(ledger)).toEqual([])
    const missing = [{ name: 'rent', source: 'housing', because: 'in doubt', next: 'needs a person' }] as const
    for (const other of [{ on: '2027-01-01' }, { version: 'v2' }, { missing }] as const) {
      await ledger.write(({ decided }) => decided([undetermined('p1', other)]))
      expect(await waiting(ledger)).toEqual(['p1'])
      await ledger.reviews.decide(say('a', 'refuse', 1))
      expect(await waiting(ledger)).toEqual([])
    }
    await ledger.reviews.ask({ subject: 'p1', policy: PASS, by: 'officer', reason: 'an objection' })
    expect(await waiting(ledger)).toEqual(['p1'])
  })

  it('count no opinion on another decision', async () => {
    const ledger = await engine.open()
    await ledger.write(({ decided }) => decided([undetermined('p1')]))
    await ledger.reviews.decide(say('a', 'grant'))
    await ledger.write(({ decided }) => decided([undetermined('p1', { on: '2027-01-01' })]))
    expect(await ledger.reviews.decide(say('b', 'grant'))).toBe('another person')
    expect(await ledger.reviews.decide(say('a', 'grant'))).toBe('settled')
  })

  it.each<[string, Partial<DecisionRecord>]>([
    ['another outcome', { outcome: 'not eligible' }],
    ['another amount', { grant: { ...given, benefit: { kind: 'money', amount: 10_00 } } }],
    ['another period', { grant: { ...given, period: { from: '2026-01-01', until: '2026-06-01' } } }],
  ])('count no opinion on %s of the same day', async (_, other) => {
    const ledger = await engine.open()
    await ledger.write(({ decided }) => decided([decision('p1', { grant: given })]))
    await ledger.reviews.ask({ subject: 'p1', policy: PASS, by: 'c1', reason: 'would-lose' })
    await ledger.reviews.decide(say('a', 'refuse'))
    await ledger.write(({ decided }) => decided([decision('p1', other)]))
    expect(await ledger.reviews.decide(say('b', 'refuse'))).toBe('another person')
    expect(await ledger.reviews.decide(say('a', 'refuse'))).toBe('settled')
  })

  it('refuse one person twice, no reason, and what is not open', async () => {
    const ledger = await engine.open()
    const { reviews } = ledger
    await expect(reviews.decide(say('a', 'grant'))).rejects.toMatchObject({ code: 'nothing-to-review' })
    await expect(reviews.ask({ subject: 'p1', policy: PASS, by: 'a', reason: ' ' })).rejects.toMatchObject({
      code: 'no-reason',
    })
    await reviews.ask({ subject: 'p1', policy: PASS, by: 'officer', reason: 'a letter' })
    await expect(reviews.decide({ ...say('a', 'grant'), reason: '' })).rejects.toMatchObject({ code: 'no-reason' })
    await reviews.decide(say('a', 'grant'))
    await expect(reviews.decide(say('a', 'refuse'))).rejects.toMatchObject({ code: 'another-person-needed' })
    expect((await reviews.open(PASS))[0]?.said).toHaveLength(1)
  })

  it('settle once, of two who decide at the same time', async () => {
    const ledger = await engine.open()
    await ledger.reviews.ask({ subject: 'p1', policy: PASS, by: 'officer', reason: 'a letter' })
    const both = await Promise.allSettled(['a', 'b'].map((by) => ledger.reviews.decide(say(by, 'grant', 1))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
