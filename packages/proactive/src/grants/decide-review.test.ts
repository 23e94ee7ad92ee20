import { type Ledger, openLedger } from '@vanzelf/ledger'
import {
  calendarYear,
  discretion,
  euro,
  ground,
  january1,
  money,
  nextDay,
  period,
  policy,
  unknown,
  when,
} from '@vanzelf/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { city, memory, poor, type Register, support } from '../../test/small-city.ts'
import type { CampaignOptions } from '../campaign/options.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { decideReview, type ReviewSaid } from './decide-review.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({ now: () => new Date('2026-06-01T09:00:00Z') })
}, 60_000)
afterAll(() => ledger.close())

let made = 0
/** Somebody new, whose facts change between campaigns. */
function somebody(more: Partial<CampaignOptions> = {}) {
  const subject = `p${++made}`
  const bank = memory(`bank of ${subject}`)
  const register: Register = {}
  const { run, common, asked } = city(ledger, register, { channels: [bank.channel], ...more })
  const becomes = async (known: Register[string], campaign: string, other: Partial<CampaignOptions> = {}) => {
    register[subject] = known
    return (await run(`${campaign} of ${subject}`, '2026-03-10', other)).effects
  }
  const says = (by: string, outcome: ReviewSaid['outcome'], reason = `${by} saw the file`) =>
    decideReview(support, { subject, by, outcome, reason }, common as never)
  const stands = async () =>
    (await ledger.grants.of(subject)).map(({ kind, state, benefit, period: { until } }) => [
      ...[kind, state, 'amount' in benefit && benefit.amount, until],
    ])
  const isOpen = async () => (await ledger.reviews.open(support.name, { subject })).length === 1
  return { subject, register, bank, asked, becomes, says, stands, isOpen }
}

describe('of who waits for what a person must judge', () => {
  const waiting = async (more: Partial<CampaignOptions> = {}) => {
    const one = somebody(more)
    await one.becomes({ behind: true, disabled: true }, 'first')
    return one
  }

  it('a yes grants what the policy gives, under the name and with the reason of who said it', async () => {
    const { subject, says, stands, isOpen, bank } = await waiting()
    expect(await says('reviewer', 'grant')).toMatchObject({
      state: 'settled',
      effect: 'started',
      decision: { outcome: 'eligible', ground: 'art. 3', campaign: `first of ${subject}`, on: '2026-03-10' },
    })
    expect(await stands()).toEqual([['started', 'in force', 80_00, '2027-01-01']])
    expect(await ledger.grants.of(subject)).toMatchObject([{ by: 'reviewer', reason: 'reviewer saw the file' }])
    expect(bank.standing()).toEqual([['2027-01-01', 80_00]])
    expect(await isOpen()).toBe(false)
  })

  it('a no grants nothing, and is decided', async () => {
    const { subject, says, stands, isOpen } = await waiting()
    expect(await says('reviewer', 'refuse')).toMatchObject({ effect: 'nothing', decision: { outcome: 'not eligible' } })
    expect([await stands(), await isOpen()]).toEqual([[], false])
    expect((await ledger.decisions.latest(support.name, [subject])).get(subject)).toMatchObject({ missing: [] })
  })

  it('nothing is asked and nothing takes effect before as many agree as must', async () => {
    const { says, stands, asked } = await waiting({ reviewers: 2 })
    const before = asked.length
    expect(await says('one', 'grant')).toEqual({ state: 'another person' })
    await expect(says('one', 'grant')).rejects.toMatchObject({ code: 'another-person-needed' })
    expect([await stands(), asked.length]).toEqual([[], before])
    expect(await says('other', 'grant')).toMatchObject({ state: 'settled', effect: 'started' })
    expect(await stands()).toEqual([['started', 'in force', 80_00, '2027-01-01']])
  })

  it('the third decides where two do not agree', async () => {
    const { says, stands } = await waiting({ reviewers: 2 })
    expect(await says('one', 'grant')).toEqual({ state: 'another person' })
    expect(await says('two', 'refuse')).toEqual({ state: 'another person' })
    expect(await says('three', 'refuse')).toMatchObject({ state: 'settled', effect: 'nothing' })
    expect(await stands()).toEqual([])
  })

  it('of which the quota is used, a yes tells that it was granted before', async () => {
    const { subject, says, stands } = await waiting()
    const claim = { policy: support.name, per: 'person', times: 1, from: '2026-01-01' }
    await ledger.write((writing) => writing.claim([{ ...claim, holders: [subject], grant: `other of ${subject}` }]))
    expect(await says('reviewer', 'grant')).toMatchObject({ effect: 'granted before' })
    expect(await stands()).toEqual([])
  })
})

it('a yes also judges what is open only once there is a right', async () => {
  const label = { nl: 'schrijnend', en: 'hardship' }
  const severe = discretion({ name: 'severe', label })
  const rule = policy({
    name: 'exampleville/hardship',
    about: 'person',
    grounds: [ground('art. 3', discretion({ name: 'hardship', label }))],
    benefit: money(when(severe, euro(80)).otherwise(euro(50))),
    period: calendarYear,
  })
  const { common } = city(ledger, {})
  const options = { ...common, connectors: {}, takesEffect: 'automatically', population: () => ['dora'] } as const
  await runCampaign(rule, { ...options, id: 'hardship', on: '2026-03-10' } as never)
  const said = { subject: 'dora', by: 'reviewer', outcome: 'grant', reason: 'so' } as const
  expect(await decideReview(rule, said, options as never)).toMatchObject({ effect: 'started' })
  expect(await ledger.grants.of('dora')).toMatchObject([{ benefit: { amount: 80_00 } }])
})

describe('of who would lose what was granted', () => {
  it('a yes keeps it', async () => {
    const { becomes, says, stands, isOpen } = somebody()
    await becomes({ poor: true }, 'first')
    expect(await becomes({}, 'second')).toEqual({ 'to review': 1 })
    expect(await says('reviewer', 'grant')).toMatchObject({ effect: 'kept' })
    expect(await stands()).toEqual([['started', 'in force', 50_00, '2027-01-01']])
    expect(await isOpen()).toBe(false)
  })

  it('a no ends it on the day it was said', async () => {
    const { becomes, says, stands, bank } = somebody()
    await becomes({ poor: true }, 'first')
    await becomes({}, 'second')
    expect(await says('reviewer', 'refuse')).toMatchObject({ effect: 'ended' })
    expect(await stands()).toEqual([['ended', 'ended', 50_00, '2026-06-01']])
    expect(bank.standing()).toEqual([['2026-06-01', 50_00]])
  })

  it.each([
    ['grant', 'kept', 'started', 80_00],
    ['refuse', 'changed', 'changed', 50_00],
  ] as const)('in part: %s', async (outcome, effect, kind, cents) => {
    const { becomes, says, stands, bank } = somebody()
    await becomes({ poor: true, disabled: true }, 'first')
    expect(await becomes({ poor: true }, 'second')).toEqual({ 'to review': 1 })
    expect(await says('reviewer', outcome)).toMatchObject({ effect })
    expect(await stands()).toEqual([[kind, 'in force', cents, '2027-01-01']])
    expect(bank.standing()).toEqual([['2027-01-01', cents]])
  })
})

describe('of who would lose days that are past', () => {
  it('a no takes none of them', async () => {
    const rule = (last: typeof january1) =>
      policy({
        name: 'exampleville/season',
        about: 'person',
        grounds: [ground('art. 2', poor)],
        benefit: money(euro(50)),
        period: period(january1, last),
        basis: { register: 'art. 5' },
      })
    const { common } = city(ledger, { emma: { poor: true } })
    const options = { ...common, takesEffect: 'automatically', population: () => ['emma'] } as const
    await runCampaign(rule(nextDay('01-01')), { ...options, id: 'whole year', on: '2026-03-10' } as never)
    const spring = rule(nextDay('04-01'))
    await runCampaign(spring, { ...options, id: 'spring', on: '2026-03-10' } as never)
    const said = { subject: 'emma', by: 'reviewer', outcome: 'refuse', reason: 'so' } as const
    expect(await decideReview(spring, said, options as never)).toMatchObject({ effect: 'changed' })
    // It was said on the first of June.
    expect(await ledger.grants.of('emma')).toMatchObject([{ period: { from: '2026-01-01', until: '2026-06-01' } }])
  })
})

describe('of who keeps by law what they would lose', () => {
  it('a no to what they asked takes nothing of it', async () => {
    const { subject, becomes, says, stands } = somebody({ lost: { then: 'keep', law: 'art. 9' } })
    await becomes({ poor: true }, 'first')
    expect(await becomes({}, 'second')).toEqual({ kept: 1 })
    await ledger.reviews.ask({ subject, policy: support.name, by: 'counter', reason: 'asks for more' })
    expect(await says('reviewer', 'refuse')).toMatchObject({ effect: 'kept' })
    expect(await stands()).toEqual([['started', 'in force', 50_00, '2027-01-01']])
  })
})

describe('of who is entitled again to what ended', () => {
  it.each([
    ['grant', 'resumed', ['resumed', 'in force', 50_00, '2027-01-01']],
    ['refuse', 'nothing', ['ended', 'ended', 50_00, '2026-03-10']],
  ] as const)('%s', async (outcome, effect, grant) => {
    const { becomes, says, stands, bank } = somebody()
    await becomes({ poor: true }, 'first')
    expect(await becomes({}, 'second', { lost: { then: 'end', law: 'art. 9' } })).toEqual({ ended: 1 })
    expect(await becomes({ poor: true }, 'third')).toEqual({ 'to review': 1 })
    expect(await says('reviewer', outcome)).toMatchObject({ effect })
    // The same grant: its quota counts it once.
    expect(await stands()).toEqual([grant])
    expect(bank.standing()).toEqual([[grant[3], 50_00]])
  })
})

it('a yes gives nothing again to who opted out, though no register need be read for it', async () => {
  const { subject, becomes, says, stands } = somebody({ lost: { then: 'end', law: 'art. 9' } })
  await becomes({ poor: true }, 'first')
  await becomes({}, 'second')
  await becomes({ poor: true }, 'third')
  const before = await stands()
  await ledger.people.optOut(subject, { by: 'desk' })
  await expect(says('reviewer', 'grant')).rejects.toMatchObject({ code: 'opted-out' })
  expect(await stands()).toEqual(before)
})

describe('refused, with nothing recorded, is', () => {
  const refusedAs = async (one: ReturnType<typeof somebody>, code: string, said: Promise<unknown>) => {
    await expect(said).rejects.toMatchObject({ code })
    expect((await ledger.people.acts(one.subject)).filter(({ kind }) => kind.startsWith('review'))).toEqual([])
    expect(await one.stands()).toEqual([])
  }
  it('a yes where the policy gives nothing even so', async () => {
    const one = somebody()
    await one.becomes({ behind: true }, 'first')
    one.register[one.subject] = {}
    await refusedAs(one, 'nothing-to-grant', one.says('reviewer', 'grant'))
    expect(await one.isOpen()).toBe(true)
  })
  it('a yes of which it is not known how much it would be', async () => {
    const one = somebody()
    await one.becomes({ behind: true }, 'first')
    one.register[one.subject] = { behind: true, disabled: unknown('unavailable') }
    await refusedAs(one, 'nothing-to-grant', one.says('reviewer', 'grant'))
  })
  it('what opts out since', async () => {
    const one = somebody()
    await one.becomes({ behind: true }, 'first')
    await ledger.people.optOut(one.subject, { by: 'desk' })
    const before = one.asked.length
    await refusedAs(one, 'opted-out', one.says('reviewer', 'grant'))
    expect(one.asked).toHaveLength(before)
  })
  it('what is decided anew while the registers are asked', async () => {
    const one = somebody()
    await one.becomes({ behind: true }, 'first')
    const latest = async () => (await ledger.decisions.latest(support.name, [one.subject])).get(one.subject)
    const known = (await latest()) ?? expect.fail()
    const { common } = city(ledger, one.register)
    const poor = async ({ subjects }: { readonly subjects: readonly string[] }) => {
      const { at: _, ...decision } = known
      await ledger.write(({ decided }) => decided([{ ...decision, on: '2026-04-01' }]))
      return subjects.map(() => ({ value: false }))
    }
    const connectors = { register: { ...common.connectors['register'], poor } }
    const said = { subject: one.subject, by: 'reviewer', outcome: 'grant', reason: 'so' } as const
    await refusedAs(one, 'decided-since', decideReview(support, said, { ...common, connectors } as never))
  })
  it.each([
    ['no-reason', { behind: true }, ' '],
    ['nothing-to-review', {}, 'so'],
  ] as const)('%s, before anything is asked', async (code, known, reason) => {
    const one = somebody()
    await one.becomes(known, 'first')
    const before = one.asked.length
    await refusedAs(one, code, one.says('reviewer', 'grant', reason))
    expect(one.asked).toHaveLength(before)
  })
})
