import { fact } from '@vanzelf/rules'
import { audited, type Batch } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { testNationalNumber } from '@vanzelf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimOf, clock, decision, grant, handOver, PASS } from './city.ts'
import { type Engine, inMemory, onServer } from './engines.ts'

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('a ledger on %s', (_, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  describe('asks', () => {
    const purpose = { policy: PASS, basis: 'authorisation 2026/3', asker: 'Exampleville' }
    const ask = (subject: string, result: 'known' | 'not found' | 'cancelled', when = '2026-01-02T09:00:00Z') =>
      ({ source: 'welfare', fact: 'helped', subject, at: { on: '2026-01-01' }, purpose, when, result }) as const

    it('tells who asked what about somebody, for what and when, and never what the answer was', async () => {
      const { asks } = await engine.open()
      await asks.record([ask('p1', 'known'), ask('p2', 'not found'), ask('p1', 'cancelled', '2026-01-03T09:00:00Z')])
      const told = { policy: PASS, basis: 'authorisation 2026/3', asker: 'Exampleville', source: 'welfare' }
      const about = { ...told, fact: 'helped', at: { on: '2026-01-01' } }
      expect(await asks.about('p1')).toEqual([
        { ...about, when: '2026-01-02T09:00:00Z', result: 'known' },
        { ...about, when: '2026-01-03T09:00:00Z', result: 'cancelled' },
      ])
      expect(await asks.about('p3')).toEqual([])
    })

    it('tells a person also what was asked under a number that was replaced', async () => {
      const { asks, people } = await engine.open()
      await asks.record([ask('old', 'known')])
      await people.replaced('old', 'new', 'register')
      await asks.record([ask('new', 'known', '2026-01-04T09:00:00Z')])
      expect((await asks.about('new')).map(({ when }) => when)).toEqual([
        '2026-01-02T09:00:00Z',
        '2026-01-04T09:00:00Z',
      ])
      expect(await asks.about('old')).toEqual(await asks.about('new'))
    })

    it('is not written where there is nothing to record', async () => {
      const ledger = await engine.open()
      await ledger.asks.record([])
      expect(await ledger.head()).toEqual({ seq: 0, hash: '0'.repeat(64) })
    })
  })

  describe('decisions', () => {
    it('tells the latest of each, and what was the latest at an instant', async () => {
      const time = clock()
      const { write, decisions } = await engine.open(time)
      await write(({ decided }) => decided([decision('p1', { outcome: 'not eligible' }), decision('p2')]))
      time.set('2026-02-01T09:00:00.000Z')
      await write(({ decided }) => decided([decision('p1')]))
      const latest = await decisions.latest(PASS, ['p1', 'p2', 'p3'])
      expect([...latest].map(([subject, { outcome, at }]) => [subject, outcome, at])).toEqual([
        ['p1', 'eligible', '2026-02-01T09:00:00.000Z'],
        ['p2', 'eligible', '2026-01-02T09:00:00.000Z'],
      ])
      expect((await decisions.latest(PASS, ['p1'], '2026-01-31T00:00:00Z')).get('p1')?.outcome).toBe('not eligible')
      expect((await decisions.latest(PASS, ['p1'], '2026-01-01T00:00:00Z')).size).toBe(0)
      expect((await decisions.latest('another', ['p1'])).size).toBe(0)
    })

    it('tells them as they were recorded, with what is granted and what is missing', async () => {
      const time = clock()
      const { write, decisions } = await engine.open(time)
      const full = decision('p1', {
        campaign: 'c1',
        grant: {
          benefit: { kind: 'money', amount: 42_00 },
          recipient: 'p2',
          period: { from: '2026-01-01', until: null },
          quota: { per: 'household', times: 1, from: '2026-01-01', until: '2027-01-01' },
          holders: ['p1', 'p2'],
        },
        missing: [{ name: 'rent', source: 'housing', because: 'unavailable', next: 'wait' }],
        about: ['p1', 'p2'],
      })
      await write(({ decided }) => decided([full]))
      expect((await decisions.latest(PASS, ['p1'])).get('p1')).toEqual({ ...full, at: '2026-01-02T09:00:00.000Z' })
    })

    it('goes through those of a campaign, each subject once, in pages', async () => {
      const { write, decisions } = await engine.open()
      const all = ['p3', 'p1', 'p2', 'p5', 'p4'].map((subject) => decision(subject, { campaign: 'c1' }))
      await write(({ decided }) => decided([...all, decision('p6', { campaign: 'c2' })]))
      await write(({ decided }) => decided([decision('p2', { campaign: 'c1', outcome: 'not eligible' })]))
      const pages = []
      for await (const page of decisions.of('c1', { page: 2 }))
        pages.push(page.map(({ subject, outcome }) => [subject, outcome]))
      const yes = 'eligible'
      expect(pages).toEqual([
        [
          ['p1', yes],
          ['p2', 'not eligible'],
        ],
        [
          ['p3', yes],
          ['p4', yes],
        ],
        [['p5', yes]],
      ])
    })

    it('tells whose decision rested on what was asked of somebody', async () => {
      const { write, decisions, people } = await engine.open()
      await write(({ decided }) => decided([decision('p1', { about: ['p1', 'child'] }), decision('p2')]))
      expect(await decisions.restingOn(PASS, ['child'])).toEqual(['p1'])
      expect(await decisions.restingOn(PASS, ['p2', 'child'])).toEqual(['p1', 'p2'])
      await people.replaced('child', 'child under another number', 'register')
      expect(await decisions.restingOn(PASS, ['child under another number'])).toEqual(['p1'])
      await people.replaced('p1', 'p1 under another number', 'register')
      expect(await decisions.restingOn(PASS, ['child'])).toEqual(['p1', 'p1 under another number'])
    })
  })

  describe('acts', () => {
    const kept = (subject: string, campaign: string, less: number) =>
      ({ kind: 'kept', policy: PASS, subject, campaign, by: campaign, content: { grant: 'g1', less } }) as const

    it('of a campaign are told page by page in the order of the subjects, and on demand only what is new', async () => {
      const { write, acts } = await engine.open()
      await write(async ({ act }) => {
        for (const one of [kept('p2', 'c1', 5), kept('p1', 'c1', 5)]) await act(one)
      })
      await write(async ({ act }) => {
        for (const one of [kept('p2', 'c2', 5), kept('p1', 'c2', 6), kept('p3', 'c2', 5)]) await act(one)
        await act({ ...kept('p4', 'c2', 5), kind: 'invited' })
      })
      const told = async (campaign: string, repeats: 'told' | 'left out') => {
        const pages: (string | undefined)[][] = []
        for await (const page of acts.of(campaign, 'kept', { repeats, page: 2 }))
          pages.push(page.map(({ subject }) => subject))
        return pages
      }
      expect(await told('c1', 'left out')).toEqual([['p1', 'p2']])
      expect(await told('c2', 'told')).toEqual([['p1', 'p2'], ['p3']])
      expect(await told('c2', 'left out')).toEqual([['p1', 'p3']])
    })

    it('about somebody are told under each of their numbers', async () => {
      const { write, people } = await engine.open()
      await write(({ act }) => act(kept('old', 'c1', 5)))
      await people.replaced('old', 'new', 'register')
      const found = await write(({ actsAbout }) => actsAbout({ kind: 'kept', policy: PASS, subject: 'new' }))
      expect(found).toMatchObject([{ subject: 'old', content: { grant: 'g1', less: 5 } }])
    })
  })

  describe('grants', () => {
    it('tells how they stand, how they stood, and what was known of that when', async () => {
      const time = clock('2026-01-02T09:00:00.000Z')
      const { write, grants } = await engine.open(time)
      await write(({ granted }) => granted([grant('g1', 'p1', { recipient: 'p2' })]))
      time.set('2026-05-01T09:00:00.000Z')
      const shorter = { period: { from: '2026-01-01', until: '2026-04-01' }, kind: 'ended', state: 'in force' } as const
      await write(({ granted }) =>
        granted([grant('g1', 'p1', { recipient: 'p2', revision: 2, ...shorter, reason: 'moved' })]),
      )

      // Three instants at which it was known, three days for which it was asked.
      const march = '2026-03-15T00:00:00Z'
      const table = [
        ['2026-01-01T00:00:00Z', '2026-03-31', []],
        [march, '2026-03-31', [1]],
        [march, '2026-04-01', [1]],
        [march, '2027-01-01', []],
        ['2026-06-01T00:00:00Z', '2025-12-31', []],
        ['2026-06-01T00:00:00Z', '2026-01-01', [2]],
        ['2026-06-01T00:00:00Z', '2026-03-31', [2]],
        ['2026-06-01T00:00:00Z', '2026-04-01', []],
      ] as const
      for (const [knownAt, validOn, revisions] of table) {
        const found = await grants.of('p1', { knownAt, validOn })
        expect([knownAt, validOn, found.map(({ revision }) => revision)]).toEqual([knownAt, validOn, revisions])
      }
      expect((await grants.of('p2')).map(({ id, revision }) => [id, revision])).toEqual([['g1', 2]])
      expect((await grants.history('g1')).map(({ kind, at, reason }) => [kind, at, reason])).toEqual([
        ['started', '2026-01-02T09:00:00.000Z', undefined],
        ['ended', '2026-05-01T09:00:00.000Z', 'moved'],
      ])
    })

    it('holds on the days of its period only while it is in force', async () => {
      const { write, grants } = await engine.open()
      await write(({ granted }) => granted([grant('g1', 'p1')]))
      await write(({ granted }) => granted([grant('g1', 'p1', { revision: 2, kind: 'suspended', state: 'suspended' })]))
      expect(await grants.of('p1', { validOn: '2026-03-01' })).toEqual([])
      expect((await grants.of('p1')).map(({ state }) => state)).toEqual(['suspended'])
      await write(({ granted }) => granted([grant('g1', 'p1', { revision: 3, kind: 'resumed' })]))
      expect(await grants.of('p1', { validOn: '2026-03-01' })).toHaveLength(1)
    })

    it('that ended held on the days before', async () => {
      const { write, grants } = await engine.open()
      await write(({ granted }) =>
        granted([grant('g1', 'p1', { state: 'ended', period: { from: '2026-01-01', until: '2026-04-01' } })]),
      )
      expect(await grants.of('p1', { validOn: '2026-03-31' })).toHaveLength(1)
      expect(await grants.of('p1', { validOn: '2026-04-01' })).toEqual([])
    })

    it('are found as they stood at a revision, as they stand, and with what was handed over last', async () => {
      const { write, grants } = await engine.open()
      await write(async ({ granted, handOver: hand }) => {
        await granted([grant('g1', 'p1'), grant('g1', 'p1', { revision: 2, kind: 'suspended', state: 'suspended' })])
        await hand([handOver('g1.1', 'g1'), handOver('g1.1.withdrawn', 'g1', { action: 'withdraw' })])
      })
      const found = await grants.at([
        { id: 'g1', revision: 1 },
        { id: 'g1', revision: 9 },
      ])
      expect(found.map(({ revision, state }) => [revision, state])).toEqual([[1, 'in force']])
      await write(async (writing) => {
        expect(await writing.grant('g1')).toMatchObject({ revision: 2, state: 'suspended' })
        expect(await writing.grant('none')).toBeUndefined()
        expect([...(await writing.handedOver(['g1', 'none']))]).toMatchObject([
          ['g1', { id: 'g1.1.withdrawn', action: 'withdraw', channel: 'vouchers' }],
        ])
      })
    })

    it('stands under every number of a person, also one without days', async () => {
      const { write, people } = await engine.open()
      await write(({ granted }) =>
        granted([
          grant('g1', 'old'),
          grant('void', 'new', { period: { from: '2026-01-01', until: '2026-01-01' }, state: 'ended' }),
        ]),
      )
      await people.replaced('old', 'new', 'register')
      const found = await write(({ grantsTo }) => grantsTo(PASS, ['old', 'new', 'p1']))
      expect([...found].map(([subject, all]) => [subject, all.map(({ id }) => id)])).toEqual([
        ['old', ['g1', 'void']],
        ['new', ['g1', 'void']],
      ])
    })

    it('goes through all under a policy, in pages', async () => {
      const { write, grants } = await engine.open()
      await write(({ granted }) => granted(['g3', 'g1', 'g2'].map((id) => grant(id, 'p1'))))
      await write(({ granted }) =>
        granted([grant('g2', 'p1', { revision: 2, kind: 'changed' }), grant('g9', 'p1', { policy: 'x' })]),
      )
      const pages = []
      for await (const page of grants.under(PASS, { page: 2 }))
        pages.push(page.map(({ id, revision }) => `${id}.${revision}`))
      expect(pages).toEqual([['g1.1', 'g2.2'], ['g3.1']])
    })

    it('has one step under each number', async () => {
      const { write, grants } = await engine.open()
      await write(({ granted }) => granted([grant('g1', 'p1')]))
      await expect(write(({ granted }) => granted([grant('g1', 'p1')]))).rejects.toThrow(/unique/)
      expect(await grants.history('g1')).toHaveLength(1)
    })
  })

  describe('deliveries', () => {
    const delivered = (receipt: string) => ({ outcome: 'delivered', receipt }) as const

    it('are due in the order in which they were handed over, of one grant one after another', async () => {
      const { write, deliveries } = await engine.open()
      await write(async ({ handOver: put }) => {
        await put([handOver('a.1', 'a'), handOver('b.1', 'b')])
        await put([handOver('a.1.withdrawn', 'a', { action: 'withdraw', delivery: handOver('a.1', 'a').delivery })])
      })
      await write(({ handOver: put }) => put([handOver('a.2', 'a'), handOver('c.1', 'c', { channel: 'letters' })]))
      const ids = async () => (await deliveries.due('vouchers', 10)).map(({ id }) => id)
      const [first, second] = await deliveries.due('vouchers', 10)
      expect(await ids()).toEqual(['a.1', 'b.1'])
      expect((await deliveries.due('vouchers', 1)).map(({ id }) => id)).toEqual(['a.1'])
      if (first === undefined || second === undefined) throw new Error('two were due')
      await deliveries.record([
        { due: first, outcome: delivered('r1') },
        { due: second, outcome: { outcome: 'refused', why: 'recipient-unknown' } },
      ])
      const [withdrawal] = await deliveries.due('vouchers', 10)
      expect(withdrawal).toMatchObject({ id: 'a.1.withdrawn', action: 'withdraw', receipt: 'r1', attempts: 0 })
      expect(withdrawal?.delivery.id).toBe('a.1')
      if (withdrawal) await deliveries.record([{ due: withdrawal, outcome: { outcome: 'withdrawn' } }])
      expect(await ids()).toEqual(['a.2'])
      expect(await deliveries.ofGrant('a')).toEqual([
        {
          id: 'a.1',
          action: 'deliver',
          channel: 'vouchers',
          state: 'done',
          attempts: 1,
          outcome: 'delivered',
          receipt: 'r1',
        },
        {
          id: 'a.1.withdrawn',
          action: 'withdraw',
          channel: 'vouchers',
          state: 'done',
          attempts: 1,
          outcome: 'withdrawn',
        },
        { id: 'a.2', action: 'deliver', channel: 'vouchers', state: 'due', attempts: 0 },
      ])
      expect(await deliveries.count()).toEqual([
        { channel: 'letters', state: 'due', count: 1 },
        { channel: 'vouchers', state: 'done', count: 2 },
        { channel: 'vouchers', state: 'due', count: 1 },
        { channel: 'vouchers', state: 'refused', count: 1 },
      ])
    })

    it('wait longer each time, and as long as the executor asks', async () => {
      const time = clock()
      const { write, deliveries } = await engine.open(time)
      await write(({ handOver: put }) => put([handOver('a.1', 'a')]))
      for (const [after, wait] of [
        [undefined, 30_000],
        [undefined, 60_000],
        [600_000, 600_000],
        [0, 240_000],
      ] as const) {
        const [due] = await deliveries.due('vouchers', 1)
        if (due === undefined) throw new Error('one is due')
        await deliveries.record([
          { due, outcome: { outcome: 'to retry', why: 'busy', ...(after !== undefined && { after }) } },
        ])
        time.pass(wait - 1)
        expect(await deliveries.due('vouchers', 1)).toEqual([])
        time.pass(1)
      }
      expect((await deliveries.due('vouchers', 1))[0]?.attempts).toBe(4)
    })

    it('are due at once also after a clock that had run ahead was put back', async () => {
      const time = clock('2027-01-01T00:00:00.000Z')
      const { write, deliveries, people } = await engine.open(time)
      await people.optOut('p1', { by: 'counter' })
      time.set('2026-01-01T00:00:00.000Z')
      await write(({ handOver: put }) => put([handOver('a.1', 'a')]))
      expect(await deliveries.due('vouchers', 1)).toHaveLength(1)
    })

    it('stay done, whatever is told later by who had taken them up before', async () => {
      const { write, deliveries } = await engine.open()
      await write(({ handOver: put }) => put([handOver('a.1', 'a')]))
      const [due] = await deliveries.due('vouchers', 1)
      if (due === undefined) throw new Error('one is due')
      await deliveries.record([{ due, outcome: delivered('r1') }])
      await deliveries.record([{ due, outcome: { outcome: 'to retry', why: 'no-answer' } }])
      expect(await deliveries.due('vouchers', 1)).toEqual([])
      expect((await deliveries.ofGrant('a'))[0]?.state).toBe('done')
    })

    it('tell a withdrawal that a person may have delivered it', async () => {
      const { write, deliveries } = await engine.open()
      await write(({ handOver: put }) =>
        put([
          handOver('a.1', 'a'),
          handOver('a.w', 'a', { action: 'withdraw', delivery: handOver('a.1', 'a').delivery }),
        ]),
      )
      const [due] = await deliveries.due('vouchers', 1)
      if (due)
        await deliveries.record([{ due, outcome: { outcome: 'prepared', needs: 'a person', why: 'no-passholder' } }])
      const [withdrawal] = await deliveries.due('vouchers', 1)
      expect(withdrawal).toMatchObject({ id: 'a.w', prepared: true })
      expect(withdrawal).not.toHaveProperty('receipt')
    })

    it('are handed over once under their id', async () => {
      const { write, deliveries } = await engine.open()
      await write(({ handOver: put }) => put([handOver('a.1', 'a')]))
      await expect(write(({ handOver: put }) => put([handOver('a.1', 'a')]))).rejects.toThrow(/unique/)
      expect(await deliveries.due('vouchers', 5)).toHaveLength(1)
    })
  })

  describe('campaigns', () => {
    const campaign = {
      id: 'c1',
      policy: PASS,
      version: 'v1',
      on: '2026-01-01',
      options: { takesEffect: 'automatically' },
    } as const
    async function* some(...batches: string[][]) {
      yield* batches
    }

    it('begin once under their id, and go on with the policy, version and day they began with', async () => {
      const { campaigns } = await engine.open(clock())
      const begun = await campaigns.begin(campaign)
      expect(begun).toEqual({ ...campaign, state: 'planning', created: '2026-01-02T09:00:00.000Z' })
      expect(await campaigns.begin(campaign)).toEqual(begun)
      for (const other of [{ policy: 'x' }, { version: 'v2' }, { on: '2026-01-02' }] as const)
        await expect(campaigns.begin({ ...campaign, ...other })).rejects.toMatchObject({ code: 'another-campaign' })
      expect(await campaigns.find('c1')).toEqual(begun)
      expect(await campaigns.find('c2')).toBeUndefined()
      expect(await campaigns.all()).toEqual([begun])
    })

    it('read their population in batches, and again where that was cut short', async () => {
      const { campaigns, write } = await engine.open()
      await campaigns.begin(campaign)
      async function* cutShort() {
        yield ['p1']
        yield ['p2']
        throw new Error('the register went away')
      }
      await expect(campaigns.plan('c1', cutShort())).rejects.toThrow('the register went away')
      expect((await campaigns.find('c1'))?.state).toBe('planning')
      await campaigns.plan('c1', some(['p1', 'p2'], ['p3']))
      expect((await campaigns.find('c1'))?.state).toBe('running')
      expect(await campaigns.batches('c1', 'open', 10)).toEqual([
        { number: 1, subjects: ['p1', 'p2'], state: 'open' },
        { number: 2, subjects: ['p3'], state: 'open' },
      ])
      expect((await campaigns.batches('c1', 'open', 10, 1)).map(({ number }) => number)).toEqual([2])
      const advance = () => write((writing) => writing.advance('c1', 1, 'open', 'decided'))
      expect([await advance(), await advance()]).toEqual([true, false])
      expect(await campaigns.counts('c1')).toEqual({ batches: { open: 1, decided: 1, done: 0 }, subjects: 3 })
    })

    it('are not planned again once they run, nor mixed by two that plan at once', async () => {
      const { campaigns } = await engine.open()
      await campaigns.begin(campaign)
      let overtaken = false
      async function* slow() {
        yield ['slow 1']
        await campaigns.plan('c1', some(['p1'], ['p2']))
        overtaken = true
        yield ['slow 2']
        yield ['slow 3']
      }
      await campaigns.plan('c1', slow())
      expect(overtaken).toBe(true)
      await campaigns.plan('c1', some(['again']))
      const all = await campaigns.batches('c1', 'open', 10)
      expect(all.map(({ subjects }) => subjects)).toEqual([['p1'], ['p2']])
    })

    it('count what they decided, each subject once', async () => {
      const { campaigns, write } = await engine.open()
      await campaigns.begin(campaign)
      await campaigns.plan('c1', some(['p1', 'p2'], ['p3']))
      const of = (subject: string, outcome: 'eligible' | 'not eligible' | 'undetermined') =>
        decision(subject, { campaign: 'c1', outcome })
      await write(({ decided }) => decided([of('p1', 'eligible'), of('p2', 'undetermined')]))
      await write(({ decided }) => decided([of('p2', 'not eligible')]))
      expect(await campaigns.progress('c1')).toEqual({
        batches: { open: 2, decided: 0, done: 0 },
        subjects: 3,
        decided: 2,
        outcomes: { eligible: 1, 'not eligible': 1, undetermined: 0 },
      })
    })

    it('move from the state that was meant, with who did it', async () => {
      const { campaigns, head } = await engine.open()
      await campaigns.begin(campaign)
      expect(await campaigns.move('c1', 'stopped', { by: 'officer', reason: 'wrong list' })).toBe(true)
      expect(await campaigns.move('c1', 'done', undefined, 'running')).toBe(false)
      expect(await campaigns.move('none', 'done', { by: 'officer' })).toBe(false)
      expect((await campaigns.find('c1'))?.state).toBe('stopped')
      expect((await head()).seq).toBe(1)
    })

    it('tell who approved, each once', async () => {
      const { campaigns } = await engine.open()
      await campaigns.begin(campaign)
      for (const by of ['officer', 'director', 'officer']) await campaigns.approve('c1', by)
      expect(await campaigns.approvals('c1')).toEqual(['officer', 'director'])
    })
  })

  describe('people', () => {
    it('opt out of a policy or of all, and in again: what was said last counts', async () => {
      const { people } = await engine.open()
      const by = 'counter'
      const out = async (policy = PASS) => [...(await people.optedOut(policy, ['p1', 'p2']))]
      await people.optOut('p1', { by, policy: PASS })
      expect([await out(), await out('other')]).toEqual([['p1'], []])
      await people.optOut('p2', { by })
      expect([await out(), await out('other')]).toEqual([['p1', 'p2'], ['p2']])
      await people.optIn('p2', { by, policy: PASS })
      expect([await out(), await out('other')]).toEqual([['p1'], ['p2']])
      await people.optIn('p1', { by })
      expect(await out()).toEqual([])
    })

    it('stay opted out under a number that replaces theirs', async () => {
      const { people } = await engine.open()
      await people.optOut('old', { by: 'counter' })
      await people.replaced('old', 'new', 'register')
      expect(await people.optedOut(PASS, ['old', 'new', 'p1'])).toEqual(new Set(['old', 'new']))
      await people.optIn('new', { by: 'counter' })
      expect(await people.optedOut(PASS, ['old', 'new'])).toEqual(new Set())
      expect((await people.acts('old')).map(({ kind }) => kind)).toEqual(['opted out', 'replaced', 'opted in'])
    })

    it('object, and are answered once for all they objected to', async () => {
      const time = clock()
      const { people } = await engine.open(time)
      await people.object('p1', { policy: PASS, by: 'letter', reason: 'my income fell' })
      await people.object('p2', { policy: 'other', by: 'counter' })
      const at = '2026-01-02T09:00:00.000Z'
      const first = { subject: 'p1', policy: PASS, by: 'letter', reason: 'my income fell', at }
      expect(await people.objections('open')).toEqual([first, { subject: 'p2', policy: 'other', by: 'counter', at }])
      expect(await people.objections('open', { policy: PASS })).toEqual([first])
      const answer = { by: 'officer', outcome: 'upheld', reason: 'the payslips show it' } as const
      time.set('2026-02-01T00:00:00.000Z')
      await people.answered('p1', { policy: PASS, ...answer })
      expect(await people.objections('open', { policy: PASS })).toEqual([])
      expect(await people.objections('answered')).toEqual([
        { ...first, answer: { ...answer, at: '2026-02-01T00:00:00.000Z' } },
      ])
      await expect(people.answered('p1', { policy: PASS, ...answer })).rejects.toMatchObject({
        code: 'nothing-to-answer',
      })
      await expect(people.answered('p2', { ...answer, policy: 'other', reason: ' ' })).rejects.toMatchObject({
        code: 'no-reason',
      })
      await people.object('p1', { policy: PASS, by: 'letter' })
      expect(await people.objections('open', { limit: 1 })).toHaveLength(1)
    })
  })

  describe('a limit', () => {
    it('is shared by all who take of it, second by second', async () => {
      const { rates, db } = await engine.open()
      const second = async () => {
        const { rows } = await sql<{
          now: number
        }>`select extract(epoch from clock_timestamp())::bigint as now`.execute(db)
        return rows[0]?.now ?? 0
      }
      const from = await second()
      const got = await Promise.all(Array.from({ length: 40 }, () => rates.take('source', 3, 10)))
      const seconds = (await second()) - from + 1
      const sum = got.reduce((total, one) => total + one, 0)
      expect(sum).toBeGreaterThanOrEqual(10)
      expect(sum).toBeLessThanOrEqual(10 * seconds)
      expect(Math.max(...got)).toBe(3)
    })
    it('of another thing is another', async () => {
      const { rates } = await engine.open()
      expect(await rates.take('a', 500, 5)).toBe(5)
      expect(await rates.take('b', 2, 5)).toBe(2)
    })
  })

  describe('a write', () => {
    it('keeps all of it or nothing', async () => {
      const ledger = await engine.open()
      const failing = ledger.write(async ({ granted, act }) => {
        await granted([grant('g1', 'p1')])
        await act({ kind: 'noted', by: 'test' })
        throw new Error('the executor is on fire')
      })
      await expect(failing).rejects.toThrow('the executor is on fire')
      expect(await ledger.grants.of('p1')).toEqual([])
      expect((await ledger.head()).seq).toBe(0)
    })

    it('is no entry where nothing is appended', async () => {
      const ledger = await engine.open()
      await ledger.write(({ grantsTo }) => grantsTo(PASS, ['p1']))
      expect((await ledger.head()).seq).toBe(0)
    })

    it('never tells an earlier time than the one before it', async () => {
      const time = clock('2026-03-01T00:00:00.000Z')
      const { write, people, verify } = await engine.open(time)
      await people.optOut('p1', { by: 'counter' })
      time.set('2026-02-01T00:00:00.000Z')
      expect(await write(({ at, act }) => act({ kind: 'noted', by: 'test' }).then(() => at))).toBe(
        '2026-03-01T00:00:00.000Z',
      )
      expect((await verify()).broken).toBeUndefined()
    })

    it('takes its turn: of many at once each has its own place', async () => {
      const ledger = await engine.open()
      await Promise.all(Array.from({ length: 30 }, (_, n) => ledger.people.optOut(`p${n}`, { by: 'counter' })))
      expect(await ledger.verify()).toMatchObject({ entries: 30, head: { seq: 30 } })
    })

    it('keeps texts as they are', async () => {
      const { people } = await engine.open()
      const reason = 'Zoë said: "no"\n\\ {null} ½ 😀 \u2028'
      await people.optOut('p1', { by: 'counter', reason })
      expect((await people.acts('p1'))[0]?.reason).toBe(reason)
    })
  })

  it('does one thing alone, and lets go of it afterwards', async () => {
    const { alone } = await engine.open()
    const inner = await alone('chain', async () => [
      await alone('chain', async () => 'twice'),
      await alone('other', async () => 'other'),
    ])
    expect(inner).toEqual([undefined, 'other'])
    await expect(alone('chain', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await alone('chain', async () => 'again')).toBe('again')
  })

  it('does more alone at once than it has connections', async () => {
    const { alone, people } = await engine.open()
    const all = Array.from({ length: 12 }, (_, n) => alone(`batch ${n}`, () => people.optOut(`p${n}`, { by: 'x' })))
    await Promise.all(all)
    expect((await people.optedOut(PASS, ['p0', 'p11'])).size).toBe(2)
  })

  it('keeps no fact and no national number in any column of any table', async () => {
    const { db, schema, ...ledger } = await engine.open()
    const number = testNationalNumber('1985-07-30', 33)
    const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
    const subject = people.of(number)
    const income = fact({ source: 'tax', name: 'income', about: 'person', value: { type: 'money' }, when: ['year'] })
    const connector = audited(
      { income: async (_: Batch) => [{ value: 13_579_24 }] },
      { record: ledger.asks.record, now: () => '2026-01-02T09:00:00Z' },
    )
    const purpose = { policy: PASS, basis: 'authorisation 2026/3', asker: 'Exampleville' }
    expect(await connector.income({ fact: income, at: { year: 2024 }, subjects: [subject], purpose })).toEqual([
      { value: 13_579_24 },
    ])
    const campaign = { id: 'c1', policy: PASS, version: 'v1', on: '2026-01-01', options: {} } as const
    await ledger.campaigns.begin(campaign)
    await ledger.campaigns.plan('c1', onlyOne([subject]))
    await ledger.write(async ({ decided, claim, granted, handOver: put }) => {
      await decided([decision(subject, { campaign: 'c1' })])
      await claim([claimOf('g1', [subject])])
      await granted([grant('g1', subject)])
      await put([handOver('g1.1', 'g1')])
    })
    const [due] = await ledger.deliveries.due('vouchers', 1)
    if (due) await ledger.deliveries.record([{ due, outcome: { outcome: 'delivered', receipt: 'r1' } }])
    await ledger.people.optOut(subject, { by: 'counter', reason: 'rather not' })

    const { rows: columns } = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = ${schema} and data_type in ('text', 'jsonb', 'ARRAY', 'character varying') order by 1, 2`.execute(
      db,
    )
    expect(columns.length).toBeGreaterThan(40)
    let all = ''
    for (const { table, column } of columns) {
      const { rows } = await sql<{ text: string | null }>`
        select string_agg(${sql.ref(column)}::text, ' ') as text from ${sql.id(schema, table)}`.execute(db)
      all += `${rows[0]?.text} `
    }
    expect(all).toContain(subject)
    for (const secret of [number, '1357924', '13579', '13,579']) expect(all.includes(secret)).toBe(false)
  })
})

async function* onlyOne<Value>(value: Value) {
  yield value
}
