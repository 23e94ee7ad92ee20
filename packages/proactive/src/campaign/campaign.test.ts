import type { Channel, Delivery } from '@vanzelf/delivery'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import {
  alternative,
  calendarYear,
  composite,
  euro,
  fact,
  ground,
  inKind,
  lasting,
  money,
  oncePer,
  parameter,
  percent,
  policy,
  share,
  some,
  status,
  type Unknown,
  unknown,
  when,
} from '@vanzelf/rules'
import type { Answerer, SubjectId } from '@vanzelf/source'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rateLimited } from '../rate-limited.ts'
import { concernedBy } from './concerned-by.ts'
import { corrections } from './corrections.ts'
import { dryRun } from './dry-run.ts'
import { grantOne } from './grant-one.ts'
import { notReclaimed } from './not-reclaimed.ts'
import type { CampaignOptions } from './options.ts'
import { retryCampaign } from './retry-campaign.ts'
import { runCampaign } from './run-campaign.ts'
import { sendDue } from './send-due.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const members = fact({ ...person, name: 'members', value: { type: 'those', to: 'person', least: 1 } })
const reference = fact({ ...person, name: 'reference', value: { type: 'truth' } })
const poor = fact({ ...person, name: 'poor', value: { type: 'truth' } })
const disabled = fact({ ...person, name: 'disabled', value: { type: 'truth' } })
const amount = (name: string, value: number, verified = true) =>
  parameter({
    name,
    value: { type: 'money' },
    history: [{ from: '2020-01-01', value: euro(value), article: 'art. 4', verified }],
  })
const supportOf = (verified: boolean) =>
  policy({
    name: 'exampleville/support',
    about: 'person',
    requires: reference,
    grounds: [ground('art. 2', some(members, poor))],
    benefit: money(when(disabled, amount('more', 80, verified)).otherwise(amount('plain', 50, verified))),
    period: calendarYear,
    quota: oncePer('household', calendarYear),
    basis: { register: 'council decision 2026/12, art. 5' },
  })
const support = supportOf(true)

type Known = {
  reference?: boolean
  members?: readonly SubjectId[] | Unknown
  poor?: boolean | Unknown
  disabled?: boolean | Unknown
}
type Register = Record<SubjectId, Known>

const connectorsOf = (register: Register, asked: SubjectId[] = []) => {
  const answer =
    (name: keyof Known): Answerer =>
    async ({ subjects }) => {
      asked.push(...subjects)
      return subjects.map((subject) => {
        const value = register[subject]?.[name] ?? (name === 'members' ? [subject] : name === 'reference')
        return typeof value === 'object' && 'unknown' in value ? value : { value }
      })
    }
  return {
    register: {
      reference: answer('reference'),
      members: answer('members'),
      poor: answer('poor'),
      disabled: answer('disabled'),
    },
  }
}

/** A channel that does what it is told and remembers it. */
function channel(name = 'file') {
  const delivered = new Map<string, Delivery>()
  const withdrawn = new Set<string>()
  const it: Channel = {
    name,
    deliver: async (batch) =>
      batch.map((delivery) => {
        const before = delivered.has(delivery.id)
        delivered.set(delivery.id, delivery)
        return { outcome: before ? 'already delivered' : 'delivered', receipt: `receipt of ${delivery.id}` }
      }),
    withdraw: async (batch) =>
      batch.map(({ delivery, receipt }) => {
        expect(receipt).toBe(`receipt of ${delivery.id}`)
        withdrawn.add(delivery.id)
        return { outcome: 'withdrawn' }
      }),
  }
  return { it, delivered, withdrawn, standing: () => [...delivered.values()].filter(({ id }) => !withdrawn.has(id)) }
}

let server: PostgresServer
let ledgers = 0
beforeAll(async () => {
  server = await postgresServer()
}, 60_000)
afterAll(() => server.stop())

/** A ledger of its own, on one server: embedded ones take seconds to be made. */
const newLedger = (now = () => new Date('2026-03-10T09:00:00Z')) =>
  openLedger({ connectionString: server.connectionString, schema: `ledger_${ledgers++}`, connections: 5, now })

let ledger: Ledger
beforeEach(async () => {
  ledger = await newLedger()
})
afterEach(() => ledger.close())

const options = (register: Register, more: Partial<CampaignOptions> = {}) =>
  ({
    ledger,
    id: 'support 2026',
    connectors: connectorsOf(register),
    on: '2026-03-10',
    asker: 'Exampleville',
    population: () => Object.keys(register),
    holders: { household: members },
    takesEffect: 'automatically',
    lost: { then: 'ask a person', law: 'art. 9' },
    now: () => new Date('2026-03-10T09:00:00Z'),
    ...more,
  }) as never

const run = (register: Register, more?: Partial<CampaignOptions>) => runCampaign(support, options(register, more))
const grantsOf = async (subject: SubjectId) =>
  (await ledger.grants.of(subject)).map(({ kind, state, benefit, period, revision }) => ({
    kind,
    state,
    revision,
    cents: 'amount' in benefit ? benefit.amount : undefined,
    until: period.until,
  }))

describe('a campaign', () => {
  it('grants, delivers and counts', async () => {
    const bank = channel()
    const register = {
      a: { poor: true },
      b: {},
      c: { poor: unknown('unavailable') },
      d: { poor: true, disabled: true },
    }
    expect(await run(register, { channels: [bank.it] })).toEqual({
      campaign: 'support 2026',
      state: 'done',
      subjects: 4,
      batches: { open: 0, decided: 0, done: 1 },
      decided: 4,
      outcomes: { eligible: 2, 'not eligible': 1, undetermined: 1 },
      effects: { started: 2, nothing: 2 },
      granted: 130_00,
      undeterminedFor: { register: 1 },
      undeterminedOnlyFor: { register: 1 },
      optedOut: 0,
    })
    expect(bank.standing().map(({ recipient, benefit, period }) => ({ recipient, benefit, period }))).toEqual([
      {
        recipient: 'a',
        benefit: { kind: 'money', amount: 50_00 },
        period: { from: '2026-01-01', until: '2027-01-01' },
      },
      {
        recipient: 'd',
        benefit: { kind: 'money', amount: 80_00 },
        period: { from: '2026-01-01', until: '2027-01-01' },
      },
    ])
    expect((await ledger.verify()).broken).toBeUndefined()
  })

  it('records who asked what and why, and no value', async () => {
    await run({ a: { poor: true } })
    expect(await ledger.asks.about('a')).toMatchObject(
      ['reference', 'members', 'poor', 'disabled'].map((name) => ({
        policy: 'exampleville/support',
        basis: 'council decision 2026/12, art. 5',
        asker: 'Exampleville',
        source: 'register',
        fact: name,
        result: 'known',
      })),
    )
  })

  it('run again decides nobody anew', async () => {
    const register = { a: { poor: true } }
    await run(register)
    expect(await run(register)).toMatchObject({ state: 'done', decided: 0, effects: {} })
    expect(await grantsOf('a')).toHaveLength(1)
  })

  it('goes on where it was stopped', async () => {
    const register = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, { poor: true }]))
    const stop = new AbortController()
    const stopping = { together: 2, sideBySide: 1, signal: stop.signal, onProgress: () => stop.abort() }
    await expect(run(register, stopping)).rejects.toMatchObject({ name: 'AbortError' })
    expect(await ledger.campaigns.counts('support 2026')).toMatchObject({ batches: { open: 4, done: 1 } })
    expect(await run(register, { together: 2 })).toMatchObject({ state: 'done', decided: 8 })
    expect(await ledger.campaigns.progress('support 2026')).toMatchObject({ decided: 10, outcomes: { eligible: 10 } })
  })

  it('stops when a person stops it, and goes on when one lets it', async () => {
    const register = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`p${index}`, { poor: true }]))
    const onProgress = () =>
      void ledger.campaigns.move('support 2026', 'stopped', { by: 'officer', reason: 'complaints' })
    const report = await run(register, { together: 1, sideBySide: 1, onProgress })
    expect(report.state).toBe('stopped')
    expect(report.batches.open).toBeGreaterThan(0)
    expect(await run(register)).toMatchObject({ state: 'stopped', decided: 0 })
    await ledger.campaigns.move('support 2026', 'running', { by: 'officer', reason: 'answered' })
    expect(await run(register)).toMatchObject({ state: 'done' })
  })

  it('reads no register for who opted out', async () => {
    const asked: SubjectId[] = []
    const register = { a: { poor: true }, b: { poor: true } }
    await ledger.people.optOut('a', { policy: 'exampleville/support', by: 'counter', reason: 'asked by letter' })
    expect(await run(register, { connectors: connectorsOf(register, asked) as never })).toMatchObject({
      decided: 1,
      optedOut: 1,
    })
    expect(asked).not.toContain('a')
    expect(await grantsOf('a')).toEqual([])
  })

  it('grants once who stands in its population twice', async () => {
    await run({ a: { poor: true } }, { population: () => ['a', 'a'], together: 2 })
    await run({ a: { poor: true } }, { id: 'again', population: () => ['a', 'a'], together: 1 })
    expect(await grantsOf('a')).toHaveLength(1)
  })

  it('of another policy, version or day has an id of its own', async () => {
    await run({ a: {} })
    await expect(run({ a: {} }, { on: '2026-03-11' })).rejects.toMatchObject({ code: 'another-campaign' })
  })
})

describe('before anything is asked it refuses', () => {
  const refused = async (code: string, more: Partial<CampaignOptions>, rule = support) => {
    const asked: SubjectId[] = []
    const register = { a: { poor: true } }
    const connectors = connectorsOf(register, asked) as never
    await expect(runCampaign(rule, options(register, { connectors, ...more }))).rejects.toMatchObject({ code })
    expect(asked).toEqual([])
  }
  it('figures that nobody verified', () => refused('unverified-parameters', {}, supportOf(false)))
  it('a fact without a legal basis', () => {
    const { basis: _, ...groundless } = support
    return refused('no-legal-basis', {}, groundless as typeof support)
  })
  it('an authorisation that expired', () =>
    refused('authorisation-expired', { authorisations: { register: { until: '2026-03-10' } } }))
  it('a quota of which nothing tells for whom it counts', () => refused('no-holder-of-quota', { holders: {} }))
  it('but asks on the last day of an authorisation', async () =>
    expect(await run({ a: {} }, { authorisations: { register: { until: '2026-03-11' } } })).toMatchObject({
      decided: 1,
    }))
})

describe('approval', () => {
  it('comes before anything takes effect, of as many people as are asked', async () => {
    const bank = channel()
    const register = { a: { poor: true }, b: {} }
    const more = { takesEffect: { approvals: 2 }, channels: [bank.it] } as const
    const waiting = { state: 'to approve', batches: { open: 0, decided: 1, done: 0 } }
    const rule = supportOf(false)
    expect(await runCampaign(rule, options(register, more))).toMatchObject({ ...waiting, decided: 2 })
    await ledger.campaigns.approve('support 2026', 'officer 1', 'figures checked')
    await ledger.campaigns.approve('support 2026', 'officer 1')
    expect(await runCampaign(rule, options(register, more))).toMatchObject({ ...waiting, decided: 0 })
    expect(bank.delivered.size).toBe(0)
    await ledger.campaigns.approve('support 2026', 'officer 2')
    expect(await runCampaign(rule, options(register, more))).toMatchObject({ state: 'done', effects: { started: 1 } })
    expect(bank.standing()).toHaveLength(1)
  })
})

describe('a dry run', () => {
  it('tells what would happen, records what it asked and leaves nothing else', async () => {
    const register = { a: { poor: true }, b: { poor: unknown('unavailable') } }
    expect(await dryRun(support, options(register))).toMatchObject({
      state: 'dry run',
      outcomes: { eligible: 1, 'not eligible': 0, undetermined: 1 },
      effects: { started: 1, nothing: 1 },
      granted: 50_00,
    })
    expect(await grantsOf('a')).toEqual([])
    expect(await ledger.campaigns.all()).toEqual([])
    expect(await ledger.asks.about('a')).not.toEqual([])
  })
})

describe('what was granted and what is decided now', () => {
  // biome-ignore format: a table
  it.each<[string, Known, Known, object, object[]]>([
    ['the same', { poor: true }, { poor: true }, { unchanged: 1 }, [{ kind: 'started', revision: 1, cents: 50_00 }]],
    ['more', { poor: true }, { poor: true, disabled: true }, { changed: 1 }, [{ kind: 'changed', revision: 2, cents: 80_00 }]],
    ['less', { poor: true, disabled: true }, { poor: true }, { 'to review': 1 }, [{ kind: 'started', cents: 80_00 }]],
    ['no longer', { poor: true }, {}, { 'to review': 1 }, [{ kind: 'started', state: 'in force' }]],
    ['not known', { poor: true }, { poor: unknown('unavailable') }, { nothing: 1 }, [{ kind: 'started', state: 'in force' }]],
    ['late', {}, { poor: true }, { started: 1 }, [{ kind: 'started', cents: 50_00 }]],
    ['how much is not known', { poor: true }, { poor: true, disabled: unknown('unavailable') }, { nothing: 1 }, [{ kind: 'started', cents: 50_00 }]],
  ])('%s', async (_, before, now, effects, grants) => {
    await run({ a: before })
    expect(await run({ a: now }, { id: 'second' })).toMatchObject({ effects })
    expect(await grantsOf('a')).toMatchObject(grants)
  })

  it.each([
    ['keep', 'kept', { state: 'in force', until: '2027-01-01' }],
    ['end', 'ended', { state: 'ended', until: '2026-03-10' }],
  ] as const)('who is no longer entitled: %s', async (then, effect, grant) => {
    const bank = channel()
    const more = { lost: { then, law: 'art. 9' }, channels: [bank.it] }
    await run({ a: { poor: true } }, more)
    expect(await run({ a: {} }, { id: 'second', ...more })).toMatchObject({ effects: { [effect]: 1 } })
    expect(await grantsOf('a')).toMatchObject([grant])
    expect(bank.standing()).toMatchObject([{ period: { until: grant.until } }])
  })

  describe('of what is no money', () => {
    const label = { nl: 'een pas', en: 'a pass', fr: 'un abonnement', de: 'ein Ausweis' } as const
    const pass = policy({
      name: 'exampleville/pass',
      about: 'person',
      grounds: [ground('art. 2', poor)],
      benefit: composite(
        status(label),
        share(percent(50), { nl: 'de prijs', en: 'the price' }),
        when(disabled, inKind(2, label)).otherwise(inKind(1, label)),
        alternative(status({ nl: 'boek', en: 'book' }), status({ nl: 'film', en: 'film' })),
      ),
      period: lasting({ years: 1 }, 'lastDay'),
      basis: { register: 'art. 5' },
    })
    const grant = (register: Register, id: string, on: string) =>
      runCampaign(pass, options(register, { id, on: on as never, lost: { then: 'end', law: 'art. 9' } }))
    const periods = async () =>
      (await ledger.grants.of('a')).map(({ period, state }) => [period.from, period.until, state])

    it('the same is the same, on that day and on a later one with a longer period', async () => {
      await grant({ a: { poor: true } }, 'first', '2026-03-10')
      expect(await grant({ a: { poor: true } }, 'again', '2026-03-10')).toMatchObject({ effects: { unchanged: 1 } })
      expect(await grant({ a: { poor: true } }, 'later', '2026-03-11')).toMatchObject({ effects: { changed: 1 } })
      expect(await periods()).toEqual([['2026-03-10', '2027-03-11', 'in force']])
    })
    it('more is more, and less is less', async () => {
      await grant({ a: { poor: true } }, 'first', '2026-03-10')
      expect(await grant({ a: { poor: true, disabled: true } }, 'more', '2026-03-10')).toMatchObject({
        effects: { changed: 1 },
      })
      expect(await grant({ a: { poor: true } }, 'less', '2026-03-10')).toMatchObject({ effects: { 'to review': 1 } })
      expect(await periods()).toMatchObject([[expect.any(String), expect.any(String), 'in force']])
    })
    it('who is entitled again to what ended is put to a person', async () => {
      await grant({ a: { poor: true } }, 'first', '2026-03-10')
      expect(await grant({ a: {} }, 'no more', '2026-05-10')).toMatchObject({ effects: { ended: 1 } })
      expect(await grant({ a: { poor: true } }, 'again', '2026-03-10')).toMatchObject({ effects: { 'to review': 1 } })
      expect(await ledger.people.acts('a')).toMatchObject([{ kind: 'review asked', reason: 'entitled-again' }])
    })
  })

  it('what changed is withdrawn and delivered anew', async () => {
    const bank = channel()
    await run({ a: { poor: true } }, { channels: [bank.it] })
    await run({ a: { poor: true, disabled: true } }, { id: 'second', channels: [bank.it] })
    expect([...bank.withdrawn]).toHaveLength(1)
    expect(bank.standing()).toMatchObject([{ benefit: { amount: 80_00 } }])
  })

  it('is renewed in the next year', async () => {
    await run({ a: { poor: true } })
    expect(await run({ a: { poor: true } }, { id: 'support 2027', on: '2027-02-01' })).toMatchObject({
      effects: { renewed: 1 },
    })
    const [first, second] = await ledger.grants.of('a')
    expect(second).toMatchObject({ kind: 'renewed', follows: first?.id })
  })

  it('tells what was valid when, and what we knew when', async () => {
    const times = ['2026-03-10T09:00:00.000Z', '2026-06-01T09:00:00.000Z']
    let time = 0
    const dated = await newLedger(() => new Date(times[time] ?? ''))
    await run({ a: { poor: true } }, { ledger: dated })
    time = 1
    await run({ a: { poor: true, disabled: true } }, { ledger: dated, id: 'second' })
    const cents = async (asOf: object) =>
      (await dated.grants.of('a', asOf)).map(({ benefit }) => 'amount' in benefit && benefit.amount)
    expect(await cents({ validOn: '2026-04-01', knownAt: '2026-05-01T00:00:00Z' })).toEqual([50_00])
    expect(await cents({ validOn: '2026-04-01' })).toEqual([80_00])
    expect(await cents({ validOn: '2025-12-31' })).toEqual([])
    expect(await cents({ knownAt: '2026-03-01T00:00:00Z' })).toEqual([])
    await dated.close()
  })
})

describe('a quota', () => {
  const home = (...who: SubjectId[]): Register =>
    Object.fromEntries(who.map((one) => [one, { poor: true, members: who }]))

  it('counts for everybody of a household', async () => {
    expect(await run(home('a', 'b'))).toMatchObject({ effects: { started: 1, 'granted before': 1 } })
    const [grant] = await ledger.grants.of('a')
    expect(await ledger.people.acts('b')).toMatchObject([{ kind: 'granted before', content: { grant: grant?.id } }])
  })
  it('counts for who leaves, and for the household that they join', async () => {
    await run(home('a', 'b'), { population: () => ['a'] })
    const split = { ...home('b', 'c'), ...home('a') }
    expect(await run(split, { id: 'second', population: () => ['a', 'b', 'c'] })).toMatchObject({
      effects: { unchanged: 1, 'granted before': 2 },
    })
  })
  it('does not count for a household of which nobody had it', async () => {
    await run(home('a'))
    expect(await run({ ...home('a'), ...home('b') }, { id: 'second' })).toMatchObject({
      effects: { unchanged: 1, started: 1 },
    })
  })
  it('counts for who goes by another number since', async () => {
    await run(home('old'))
    await ledger.people.replaced('old', 'new', 'register feed')
    expect(await run(home('new'), { id: 'second' })).toMatchObject({ effects: { unchanged: 1 } })
    expect(await ledger.grants.of('new')).toHaveLength(1)
  })
  it('waits where the household is not known', async () => {
    const alone = policy({
      name: 'exampleville/support',
      about: 'person',
      grounds: [ground('art. 2', poor)],
      benefit: money(euro(50)),
      period: calendarYear,
      quota: oncePer('household', calendarYear),
      basis: { register: 'art. 5' },
    })
    const report = await runCampaign(alone, options({ a: { poor: true, members: unknown('unavailable') } }))
    expect(report).toMatchObject({ outcomes: { eligible: 1 }, effects: { nothing: 1 } })
    // This policy does not ask who lives together, so nobody was asked.
    const [open] = (await ledger.decisions.latest('exampleville/support', ['a'])).get('a')?.missing ?? []
    expect(open).toEqual({ name: 'household', source: 'quota', because: 'not asked', next: 'ask the source' })
  })
})

describe('at a counter', () => {
  it('one person is decided and granted, once', async () => {
    const bank = channel()
    const {
      population: _,
      takesEffect: __,
      ...one
    } = options({ a: { poor: true }, b: {} }, { channels: [bank.it] }) as CampaignOptions
    expect(await grantOne(support, 'a', one as never)).toMatchObject({
      decision: { outcome: 'eligible' },
      effect: 'started',
    })
    expect(await grantOne(support, 'a', one as never)).toMatchObject({ effect: 'unchanged' })
    expect(await grantOne(support, 'b', one as never)).toMatchObject({
      decision: { outcome: 'not eligible' },
      effect: 'nothing',
    })
    expect(bank.standing()).toHaveLength(1)
    await ledger.people.optOut('c', { by: 'counter' })
    expect(await grantOne(support, 'c', one as never)).toBeUndefined()
    expect(await ledger.asks.about('c')).toEqual([])
  })
  it('what a person took back can be granted again, under another id', async () => {
    const register = { a: { poor: true } }
    await run(register)
    const [given] = await ledger.grants.of('a')
    const { at: _, ...was } = given ?? expect.fail()
    const nothing = { from: was.period.from, until: was.period.from }
    await ledger.write(({ granted }) =>
      granted([
        { ...was, revision: 2, kind: 'ended', state: 'ended', period: nothing, by: 'officer', reason: 'a mistake' },
      ]),
    )
    expect(await run(register, { id: 'second' })).toMatchObject({ effects: { started: 1 } })
    expect(new Set((await ledger.grants.of('a')).map(({ id }) => id)).size).toBe(2)
  })
})

describe('a limit on a source', () => {
  it('is kept by two ledgers on one server, and loses no answer', async () => {
    const schema = `ledger_${ledgers++}`
    const two = await Promise.all(
      [0, 1].map(() => openLedger({ connectionString: server.connectionString, schema, connections: 3 })),
    )
    const asked: SubjectId[] = []
    const register = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`p${index}`, { poor: index % 2 === 0 }]),
    )
    const answers = await Promise.all(
      two.map(async (own) => {
        const { register: limited } = rateLimited(connectorsOf(register, asked), own, { register: 7 })
        const purpose = { policy: 'x', basis: 'art. 1', asker: 'y' }
        return limited.poor({ fact: poor, at: { on: '2026-01-01' }, subjects: Object.keys(register), purpose })
      }),
    )
    const whole = Object.values(register).map(({ poor: value }) => ({ value }))
    expect(answers).toEqual([whole, whole])
    expect(asked).toHaveLength(24)
    await Promise.all(two.map((own) => own.close()))
  })
})

describe('those who wait', () => {
  it('are decided again, and others are not asked about', async () => {
    const asked: SubjectId[] = []
    await run({ a: { poor: unknown('unavailable') }, b: { poor: unknown('not found') }, c: {} })
    const now = { a: { poor: true }, b: { poor: true }, c: { poor: true } }
    const again = options(now, { connectors: connectorsOf(now, asked) as never })
    expect(await retryCampaign(support, again)).toMatchObject({ decided: 1, effects: { started: 1 } })
    expect(new Set(asked)).toEqual(new Set(['a']))
    expect(await retryCampaign(support, again)).toMatchObject({ decided: 0 })
  })
  it('are not decided again for a day before the one for which another campaign decided them since', async () => {
    const down = { a: { poor: unknown('unavailable') }, b: { poor: unknown('unavailable') } } as const
    await run(down)
    await run({ a: { poor: true } }, { id: 'in june', on: '2026-06-10' })
    const onThatDay = options({ a: {}, b: { poor: true } }, { lost: { then: 'end', law: 'art. 9' } })
    expect(await retryCampaign(support, onThatDay)).toMatchObject({ decided: 1, effects: { started: 1 } })
    expect(await grantsOf('a')).toMatchObject([{ kind: 'started', state: 'in force' }])
  })
  it('are decided again still where a counter asked meanwhile, and the source was away', async () => {
    const down = { a: { poor: unknown('unavailable') } } as const
    await run(down)
    await grantOne(support, 'a', options(down, { id: 'counter', on: '2026-06-10' }))
    expect(await retryCampaign(support, options({ a: { poor: true } }))).toMatchObject({ effects: { started: 1 } })
  })
  it('are left to another process once this one has lost its lock', async () => {
    await run({ a: { poor: unknown('unavailable') } })
    const asked: SubjectId[] = []
    const lost: Ledger = { ...ledger, alone: (what, act) => ledger.alone(what, () => act(AbortSignal.abort())) }
    const again = { ledger: lost, connectors: connectorsOf({ a: { poor: true } }, asked) as never }
    await expect(retryCampaign(support, options({}, again))).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toEqual([])
  })
  it('are none before the campaign is done', () =>
    expect(retryCampaign(support, options({}))).rejects.toMatchObject({ code: 'not-decided-yet' }))
})

describe('deliveries', () => {
  it('that could not be handed over are handed over later, under the same id', async () => {
    let time = Date.parse('2026-03-10T09:00:00Z')
    const late = await newLedger(() => new Date(time))
    const bank = channel()
    const down: Channel = {
      ...bank.it,
      deliver: async (batch) => batch.map(() => ({ outcome: 'to retry', why: 'down' })),
    }
    await run({ a: { poor: true } }, { ledger: late, channels: [down] })
    expect(await sendDue(late, bank.it)).toBe(0)
    time += 60_000
    expect(await sendDue(late, bank.it)).toBe(1)
    expect(bank.standing()).toHaveLength(1)
    expect(await late.deliveries.count()).toEqual([{ channel: 'file', state: 'done', count: 1 }])
    await late.close()
  })
  it('that a person was to carry out, a person takes back', async () => {
    const bank = channel()
    const prepared: Channel = {
      ...bank.it,
      deliver: async (batch) => batch.map(() => ({ outcome: 'prepared', needs: 'a person', why: 'no-passholder' })),
    }
    await run({ a: { poor: true } }, { channels: [prepared] })
    await run({ a: { poor: true, disabled: true } }, { id: 'second', channels: [bank.it] })
    const [grant] = await ledger.grants.of('a')
    expect(await ledger.deliveries.ofGrant(grant?.id ?? '')).toMatchObject([
      { action: 'deliver', state: 'prepared' },
      { action: 'withdraw', state: 'prepared', why: 'was-prepared' },
      { action: 'deliver', state: 'done' },
    ])
  })
  it('that never arrived need not be taken back', async () => {
    const bank = channel()
    const refusing: Channel = {
      ...bank.it,
      deliver: async (batch) => batch.map(() => ({ outcome: 'refused', why: 'unknown-account' })),
    }
    await run({ a: { poor: true } }, { channels: [refusing] })
    await run({ a: { poor: true, disabled: true } }, { id: 'second', channels: [bank.it] })
    expect(bank.withdrawn.size).toBe(0)
    expect(bank.standing()).toMatchObject([{ benefit: { amount: 80_00 } }])
  })
})

describe('a correction', () => {
  const truths = fc.record({ poor: fc.boolean(), disabled: fc.boolean() })
  const registers = fc.array(fc.tuple(truths, truths, truths, fc.boolean()), { minLength: 1, maxLength: 10 })

  it(
    'of who changed ends as one of everybody: it owes the same, and asks back from none of the same, time after time',
    { timeout: 120_000 },
    () =>
      fc.assert(
        fc.asyncProperty(registers, async (people) => {
          const ids = people.map((_, index) => `p${index}`)
          // Some live together two by two.
          const living = (index: number) => {
            const pair = index - (index % 2)
            return people[pair]?.[3] && people[pair + 1] ? [`p${pair}`, `p${pair + 1}`] : [`p${index}`]
          }
          const registerAt = (time: 0 | 1 | 2): Register =>
            Object.fromEntries(
              people.map((one, index) => {
                const home = { members: living(index), reference: living(index)[0] === `p${index}` }
                return [`p${index}`, { ...one[time], ...home }]
              }),
            )
          const changedSince = (was: Register, is: Register) =>
            ids.filter((id) => JSON.stringify(was[id]) !== JSON.stringify(is[id]))
          const ended = await Promise.all(
            ['full', 'delta'].map(async (kind) => {
              const own = await newLedger()
              const more = { ledger: own, lost: { then: 'keep', law: 'art. 9' } as const }
              await run(registerAt(0), more)
              const told: unknown[] = []
              for (const time of [1, 2] as const) {
                const changed = changedSince(registerAt(time === 1 ? 0 : 1), registerAt(time))
                const whom = kind === 'full' ? ids : await concernedBy(own, support, changed)
                const id = `correction ${time}`
                await run(registerAt(time), { ...more, id, corrects: true, population: () => whom })
                for await (const { grant, owed } of corrections(own, id)) told.push([grant.id, owed])
                for await (const { why, grant, less, law } of notReclaimed(own, id))
                  told.push([why, grant.id, grant.revision, less, law])
              }
              const grants = []
              for await (const page of own.grants.under(support.name))
                grants.push(...page.map(({ at: _, ...one }) => one))
              await own.close()
              return { grants, told }
            }),
          )
          expect(ended[1]).toEqual(ended[0])
        }),
        { numRuns: 15 },
      ),
  )

  it('names who is owed what', async () => {
    await run({ a: { poor: true }, b: {}, c: { poor: true } })
    await run({ a: { poor: true, disabled: true }, b: { poor: true }, c: {} }, { id: 'correction', corrects: true })
    const owed: unknown[] = []
    for await (const { grant, before, owed: cents } of corrections(ledger, 'correction'))
      owed.push([grant.subject, grant.kind, before === undefined, cents])
    expect(owed.sort()).toEqual([
      ['a', 'corrected', false, 30_00],
      ['b', 'corrected', true, 50_00],
    ])
  })
})
