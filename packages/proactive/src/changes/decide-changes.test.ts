import { type Ledger, openLedger } from '@vanzelf/ledger'
import type { Change } from '@vanzelf/source'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members, supportOf, type Town, town } from '../../test/town.ts'
import type { CampaignOptions } from '../campaign/options.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { decideChanges } from './decide-changes.ts'
import { decideNewVersion } from './decide-new-version.ts'

const support = supportOf(50)

let server: PostgresServer
let ledgers = 0
beforeAll(async () => {
  server = await postgresServer()
}, 60_000)
afterAll(() => server.stop())

let ledger: Ledger
/** p0 and p1 live together, p2 and p3 do, p4 lives alone; p1 and p3 are poor. */
let city: Town
beforeEach(async () => {
  ledger = await openLedger({
    connectionString: server.connectionString,
    schema: `ledger_${ledgers++}`,
    connections: 5,
  })
  const is = { poor: false, disabled: false }
  city = town([
    { home: 0, ...is },
    { home: 0, ...is, poor: true },
    { home: 1, ...is },
    { home: 1, ...is, poor: true },
    { home: 2, ...is },
  ])
})
afterEach(() => ledger.close())

const options = (more: Partial<CampaignOptions> = {}) =>
  ({
    ...{ ledger, id: 'support 2026', connectors: city.connectors, on: '2026-02-01', asker: 'Exampleville' },
    ...{ population: () => city.people, holders: { household: members }, takesEffect: 'automatically' },
    ...{ lost: { then: 'end', law: 'art. 9' }, now: () => new Date('2026-03-10T09:00:00Z'), ...more },
  }) as never
/** Everybody was decided in February; what follows is March. */
const full = async () => {
  const report = await runCampaign(support, options())
  city.asked.length = 0
  return report
}
const delta = (more: Partial<CampaignOptions> = {}) => decideChanges(support, options({ on: '2026-03-10', ...more }))
const granted = async () => {
  const found: [string, string, string | null][] = []
  for await (const page of ledger.grants.under(support.name))
    found.push(
      ...page.map(({ subject, state, period }): [string, string, string | null] => [subject, state, period.until]),
    )
  return found.sort()
}
const kindsOf = async (subject: string) => (await ledger.grants.of(subject)).map(({ kind }) => kind)

describe('changes', () => {
  it('decide again whom they concern, and ask about nobody else', async () => {
    await full()
    await ledger.changes.take([city.tell(4, 'poor', true)])
    expect(await delta()).toMatchObject([{ subjects: 1, state: 'done', effects: { started: 1 } }])
    expect(new Set(city.asked)).toEqual(new Set(['p4']))
    city.asked.length = 0
    // Of who does not represent a household, the one who does is concerned.
    await ledger.changes.take([city.tell(1, 'poor', false)])
    expect(await delta()).toMatchObject([{ subjects: 2, effects: { ended: 1, nothing: 1 } }])
    expect(new Set(city.asked)).toEqual(new Set(['p0', 'p1']))
  })

  it('that were decided are not decided again', async () => {
    await full()
    const change = city.tell(4, 'poor', true)
    await ledger.changes.take([change])
    await delta()
    city.asked.length = 0
    await ledger.changes.take([change])
    expect(await delta()).toEqual([])
    expect(city.asked).toEqual([])
  })

  it('of what the policy does not ask are done, and nobody is asked about', async () => {
    await full()
    const other: Change = { ...city.tell(4, 'poor', true), facts: ['income'] }
    await ledger.changes.take([other, { ...other, source: 'tax', facts: ['poor'] }])
    expect(await delta()).toEqual([])
    expect(await ledger.changes.begin(support.name, 'test')).toBeUndefined()
    expect(city.asked).toEqual([])
  })

  it('of who is not in the population concern nobody', async () => {
    await full()
    await ledger.changes.take([city.tell(4, 'poor', true)])
    expect(await delta({ population: () => ['p0', 'p1'] })).toMatchObject([{ subjects: 0, state: 'done' }])
    expect(city.asked).toEqual([])
  })

  it('of a household concern who was left as well as who was joined', async () => {
    await full()
    // Who represented them moves in with p4: p1 represents itself, which no message tells.
    await ledger.changes.take([city.move(0, 2)])
    await delta()
    expect(new Set(city.asked)).toEqual(new Set(['p0', 'p1', 'p4']))
    // The quota of this year was used for p1, when it lived with p0.
    expect(await granted()).toEqual([
      ['p0', 'ended', '2026-03-10'],
      ['p2', 'in force', '2027-01-01'],
    ])
  })

  it('that are cancelled are undone', async () => {
    await full()
    const wrong = city.tell(4, 'poor', true)
    await ledger.changes.take([wrong])
    await delta()
    const back = city.takeBack(wrong)
    await ledger.changes.take(back ? [back] : [])
    expect(await delta()).toMatchObject([{ effects: { ended: 1 } }])
    expect(await granted()).toContainEqual(['p4', 'ended', '2026-03-10'])
  })

  it('that reach back to a day that was decided are corrections, and others are none', async () => {
    await full()
    const early: Change = { ...city.tell(4, 'poor', true), from: '2026-01-15' }
    await ledger.changes.take([early, city.tell(2, 'disabled', true)])
    const reports = await delta()
    expect(reports.map(({ campaign, effects }) => [campaign.replace(/\d+ on/, 'n on'), effects])).toEqual([
      ['support 2026, changes n on 2026-03-10, corrections', { started: 1 }],
      ['support 2026, changes n on 2026-03-10', { changed: 1 }],
    ])
    expect([await kindsOf('p4'), await kindsOf('p2')]).toEqual([['corrected'], ['changed']])
  })

  it('of a household reach back for who was left too, whatever else changed of them later', async () => {
    await full()
    const later: Change = { ...city.tell(1, 'disabled', true), from: '2026-05-01' }
    await ledger.changes.take([later, { ...city.move(0, 2), from: '2026-01-15' }])
    // Who left, who was left, and who was joined.
    expect(await delta()).toMatchObject([{ campaign: expect.stringMatching(/corrections$/), subjects: 3 }])
  })

  it('are begun still while nobody approved, and what comes in meanwhile waits', async () => {
    await full()
    await ledger.changes.take([city.tell(4, 'poor', true)])
    const approved = { takesEffect: { approvals: 1 } } as const
    const [report] = await delta(approved)
    expect(report?.state).toBe('to approve')
    await ledger.changes.take([city.tell(2, 'disabled', true)])
    await ledger.campaigns.approve(report?.campaign ?? '', 'alderman')
    expect(await delta(approved)).toMatchObject([
      { campaign: report?.campaign, state: 'done', effects: { started: 1 } },
    ])
    expect(await delta(approved)).toMatchObject([{ state: 'to approve', subjects: 1 }])
  })
})

describe('a delta run that was cut short', () => {
  const some = () => [
    { ...city.tell(4, 'poor', true), from: '2026-01-15' } as Change,
    city.tell(1, 'poor', false),
    city.tell(2, 'disabled', true),
    city.move(3, 0),
  ]
  const whole = [
    ['p0', 'in force', '2027-01-01'],
    ['p2', 'ended', '2026-03-10'],
    ['p4', 'in force', '2027-01-01'],
  ]

  it('anywhere between two writes goes on when it is called again, and loses nobody', async () => {
    await full()
    await ledger.changes.take(some())
    // Each call dies one write later than the one before, until one is not cut short.
    for (let lives = 1; ; lives++) {
      let left = lives
      const dying: Ledger['write'] = (work) => (left-- > 0 ? ledger.write(work) : Promise.reject(new Error('killed')))
      const done: Ledger['changes']['done'] = (...all) =>
        left-- > 0 ? ledger.changes.done(...all) : Promise.reject(new Error('killed'))
      const mortal = { ...ledger, write: dying, changes: { ...ledger.changes, done } }
      const ended = await delta({ ledger: mortal, together: 1, sideBySide: 1 }).catch((error: Error) => error.message)
      if (ended !== 'killed') break
      expect(lives).toBeLessThan(30)
    }
    expect(await granted()).toEqual(whole)
    expect(await ledger.changes.begin(support.name, 'test')).toBeUndefined()
    const campaigns = await ledger.campaigns.all()
    expect(campaigns.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(new Set((await ledger.grants.of('p4')).map(({ id }) => id)).size).toBe(1)
  }, 60_000)

  it('leaves nothing to another that runs beside it', async () => {
    await full()
    await ledger.changes.take(some())
    const more = { together: 1, sideBySide: 1 }
    await Promise.all([delta(more), delta(more)])
    expect(await granted()).toEqual(whole)
    expect(await ledger.changes.begin(support.name, 'test')).toBeUndefined()
  }, 60_000)
})

describe('a new version of a policy', () => {
  const later = supportOf(60)

  it('is decided for who was decided under another, and for who was not decided at all', async () => {
    await full()
    const report = await decideNewVersion(later, options({ id: 'new figures', on: '2026-03-10', together: 2 }))
    expect(report).toMatchObject({ subjects: 5, effects: { changed: 2, nothing: 3 } })
    city.asked.length = 0
    expect(await decideNewVersion(later, options({ id: 'again', on: '2026-03-10' }))).toMatchObject({ subjects: 0 })
    expect(city.asked).toEqual([])
    const grown = () => [...city.people, 'p5']
    expect(await decideNewVersion(later, options({ id: 'grown', on: '2026-03-10', population: grown }))).toMatchObject({
      subjects: 1,
    })
  })

  it('leaves as it is who was decided under it by a delta run', async () => {
    await full()
    await ledger.changes.take([city.tell(4, 'poor', true)])
    await decideChanges(later, options({ id: 'delta', on: '2026-03-10' }))
    expect(await decideNewVersion(later, options({ id: 'rest', on: '2026-03-10' }))).toMatchObject({ subjects: 4 })
  })
})
