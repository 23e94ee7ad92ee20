import { type Grant, type Ledger, openLedger } from '@vanzelf/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { city, memory, type Register, support } from '../../test/small-city.ts'
import { sendDue } from '../campaign/send-due.ts'
import { endGrant, resumeGrant, suspendGrant } from './act-on-grant.ts'
import { decideReview } from './decide-review.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({ now: () => new Date('2026-06-01T09:00:00Z') })
}, 60_000)
afterAll(() => ledger.close())

let made = 0
/** Somebody new, to whom 50 euros were granted and delivered for 2026. */
async function granted() {
  const subject = `p${++made}`
  const bank = memory(`bank of ${subject}`)
  const register: Register = { [subject]: { poor: true } }
  const { run, common } = city(ledger, register, { channels: [bank.channel] })
  await run(`first of ${subject}`)
  const [grant] = await ledger.grants.of(subject)
  const act = { grant: grant?.id ?? expect.fail(), by: 'officer 7', reason: 'an inquiry' }
  const carried = async () => {
    await sendDue(ledger, bank.channel)
    return bank.standing()
  }
  return { subject, register, run, common, act, carried }
}
const stands = async (subject: string) =>
  (await ledger.grants.of(subject)).map(({ kind, state, period: { until } }) => [kind, state, until])

describe('a grant that is suspended', () => {
  it('is carried out up to that day, and says who did it and why', async () => {
    const { subject, act, carried } = await granted()
    expect(await suspendGrant(ledger, { ...act, from: '2026-05-01' })).toMatchObject({ revision: 2, kind: 'suspended' })
    expect(await ledger.grants.of(subject)).toMatchObject([
      { state: 'suspended', by: 'officer 7', reason: 'an inquiry', period: { until: '2027-01-01' } },
    ])
    expect(await carried()).toEqual([['2026-05-01', 50_00]])
  })

  it.each([
    ['the same', { poor: true }, 'keep'],
    ['more', { poor: true, disabled: true }, 'keep'],
    ['nothing any more', {}, 'end'],
    ['nothing any more, which a person would judge', {}, 'ask a person'],
  ] as const)('is left alone by a campaign that decides %s', async (_, known, then) => {
    const { subject, register, run, act } = await granted()
    await suspendGrant(ledger, { ...act, from: '2026-05-01' })
    register[subject] = known
    const again = await run(`again of ${subject}`, '2026-05-10', { lost: { then, law: 'art. 9' } })
    expect(again.effects).toEqual({ unchanged: 1 })
    expect(await stands(subject)).toEqual([['suspended', 'suspended', '2027-01-01']])
    expect(await ledger.people.acts(subject)).toEqual([])
  })

  it('is carried out for all of its period once it is resumed', async () => {
    const { subject, act, carried } = await granted()
    await suspendGrant(ledger, { ...act, from: '2026-05-01' })
    await resumeGrant(ledger, { ...act, reason: 'nothing was wrong' })
    expect(await stands(subject)).toEqual([['resumed', 'in force', '2027-01-01']])
    expect(await carried()).toEqual([['2027-01-01', 50_00]])
  })

  it('is carried out no longer than it was when it ends', async () => {
    const { subject, act, carried } = await granted()
    await suspendGrant(ledger, { ...act, from: '2026-05-01' })
    await endGrant(ledger, { ...act, from: '2026-06-01' })
    expect(await stands(subject)).toEqual([['ended', 'ended', '2026-06-01']])
    expect(await carried()).toEqual([['2026-05-01', 50_00]])
  })

  it('is not renewed by itself: a person says whether it goes on', async () => {
    const { subject, run, act, common } = await granted()
    await suspendGrant(ledger, { ...act, from: '2026-05-01' })
    expect((await run(`next of ${subject}`, '2027-02-01')).effects).toEqual({ 'to review': 1 })
    const said = { subject, by: 'reviewer', outcome: 'grant', reason: 'the inquiry is closed' } as const
    expect(await decideReview(support, said, common as never)).toMatchObject({ effect: 'renewed' })
    expect(await stands(subject)).toEqual([
      ['suspended', 'suspended', '2027-01-01'],
      ['renewed', 'in force', '2028-01-01'],
    ])
  })
})

describe('a grant that ends', () => {
  it('is carried out up to that day, and holds on the days before', async () => {
    const { subject, act, carried } = await granted()
    await endGrant(ledger, { ...act, from: '2026-05-01', reason: 'moved away' })
    expect(await carried()).toEqual([['2026-05-01', 50_00]])
    const on = async (validOn: string) => (await ledger.grants.of(subject, { validOn })).length
    expect([await on('2026-04-30'), await on('2026-05-01')]).toEqual([1, 0])
  })

  it('on its first day counts for no quota, and can be granted again', async () => {
    const { subject, run, act, carried } = await granted()
    await endGrant(ledger, { ...act, from: '2026-01-01', reason: 'a mistake' })
    expect(await carried()).toEqual([])
    expect((await run(`again of ${subject}`)).effects).toEqual({ started: 1 })
  })
})

describe('refused is', () => {
  type Act = Awaited<ReturnType<typeof granted>>['act']
  const suspend = (act: Act) => suspendGrant(ledger, { ...act, from: '2026-05-01' })
  const resume = (act: Act) => resumeGrant(ledger, act)
  const end = (act: Act) => endGrant(ledger, { ...act, from: '2026-06-01' })
  type Take = (act: Act) => Promise<Grant>
  it.each<[string, readonly Take[], Take]>([
    ['not-in-force', [suspend], suspend],
    ['grant-over', [end], suspend],
    ['grant-over', [end], end],
    ['grant-over', [], (act) => suspendGrant(ledger, { ...act, from: '2027-01-01' })],
    ['bad-date', [], (act) => suspendGrant(ledger, { ...act, from: '2026-02-31' })],
    ['bad-date', [], (act) => endGrant(ledger, { ...act, from: '2026-02-31' })],
    ['not-suspended', [], resume],
    ['not-suspended', [end], resume],
    ['no-such-grant', [], (act) => end({ ...act, grant: 'none' })],
    ['no-reason', [], (act) => suspend({ ...act, reason: ' ' })],
  ])('%s', async (code, before, take) => {
    const { act, subject } = await granted()
    for (const one of before) await one(act)
    const was = await ledger.grants.of(subject)
    await expect(take(act)).rejects.toMatchObject({ code })
    expect(await ledger.grants.of(subject)).toEqual(was)
  })
})
