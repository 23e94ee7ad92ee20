import { fileURLToPath } from 'node:url'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vanzelf as anywhere } from './heard.ts'

const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))

let opened: Ledger
let ledger: Ledger
beforeAll(async () => {
  opened = await openLedger({})
  ledger = { ...opened, close: async () => {} }
  await told('campaign', 'run', 'pass-2025')
}, 60_000)
afterAll(() => opened.close())

const told = (...args: readonly string[]) =>
  anywhere(args, { cwd, today: '2025-06-01', openLedger: async () => ledger })
const json = async (...args: readonly string[]) => JSON.parse((await told(...args, '--json')).out)
const refused = async (...args: readonly string[]) => {
  const { code, err } = await told(...args, '--json')
  return [code, JSON.parse(err).error.code]
}
const because = ['--reason', 'saw the file']

describe('a review', () => {
  const decide = (by: string) => ['review', 'decide', 'pass-2025', 'dora', '--outcome', 'grant', '--by', by, ...because]

  it('is listed with what a person must judge', async () => {
    expect((await told('review', 'list')).out).toMatch(/dora +exampleville\/pass +2025-03-10 +hardship\n/)
    expect(await json('review', 'list', '--policy', 'pass')).toMatchObject([{ subject: 'dora' }])
    expect((await told('review', 'list', '--policy', 'waste-bags')).out).toBe('Nobody waits for a person.\n')
    expect((await told('review', 'list', '--limit', 'none')).code).toBe(2)
  })

  it('takes effect once as many agree as the campaign says', async () => {
    expect(await told(...decide('one'))).toMatchObject({
      code: 4,
      out: 'dora: recorded; another person must decide\n',
    })
    expect(await refused(...decide('one'))).toEqual([2, 'another-person-needed'])
    expect(await ledger.grants.of('dora')).toEqual([])
    expect(await json(...decide('two'))).toEqual({
      ...{ subject: 'dora', policy: 'exampleville/pass', state: 'settled', effect: 'started' },
    })
    expect(await ledger.grants.of('dora')).toMatchObject([{ by: 'two', reason: 'saw the file' }])
    expect(await refused(...decide('three'))).toEqual([2, 'nothing-to-review'])
  })
})

describe('a grant', () => {
  it('is suspended, resumed and ended by whom, why and from when', async () => {
    const [{ id }] = await json('grant', 'list', 'anna')
    const act = (verb: string, ...more: readonly string[]) => [
      'grant',
      verb,
      id,
      '--by',
      'officer 7',
      ...because,
      ...more,
    ]
    expect(await json(...act('suspend', '--from', '2025-05-01'))).toMatchObject({ grant: id, state: 'suspended' })
    expect(await refused(...act('suspend'))).toEqual([2, 'not-in-force'])
    expect((await told(...act('resume'))).out).toContain(`${id}: in force, exampleville/pass from 2025-01-01`)
    expect((await told(...act('end'))).out).toContain('until 2025-06-01')
    expect((await told('grant', 'list', 'anna')).out).toMatch(/ended +2025-01-01 +2025-06-01 +officer 7 +saw the file/)
    expect(await refused('grant', 'end', 'none', '--by', 'officer 7', ...because)).toEqual([2, 'no-such-grant'])
    expect((await told('grant', 'list', 'nobody')).out).toBe('Nothing was granted to this subject.\n')
  })
})

describe('an objection', () => {
  it('is listed, and answered with what was decided', async () => {
    expect((await told('objection', 'list')).out).toBe('No objection is open.\n')
    await ledger.people.object('bram', { policy: 'exampleville/pass', by: 'desk 3', reason: 'not agreed' })
    expect((await told('objection', 'list', '--policy', 'pass')).out).toMatch(/bram +exampleville\/pass .*not agreed/)
    const answer = [
      'objection',
      'answer',
      'bram',
      '--policy',
      'pass',
      '--outcome',
      'dismissed',
      '--by',
      'legal',
      ...because,
    ]
    expect((await told(...answer)).out).toBe('bram: the objection under exampleville/pass is dismissed\n')
    expect(await json('objection', 'list', '--state', 'answered')).toMatchObject([{ answer: { outcome: 'dismissed' } }])
    expect(await refused(...answer)).toEqual([2, 'nothing-to-answer'])
  })
})

describe('an invitation', () => {
  it('goes to who alone can tell what is missing, once', async () => {
    expect((await told('campaign', 'invite', 'pass-2025')).out).toBe('pass-2025: 1 invited\n')
    expect(await json('campaign', 'invite', 'pass-2025')).toEqual({ campaign: 'pass-2025', invited: 0, waiting: 0 })
    expect(await ledger.people.acts('eve')).toMatchObject([{ kind: 'invited', by: 'pass-2025' }])
  })
  it('wants a channel', async () => expect(await refused('campaign', 'invite', 'pass-2026')).toEqual([3, 'bad-config']))
})

describe('the report', () => {
  it('tells who would lose it and waits for a person', async () => {
    const period = { from: '2025-01-01', until: '2026-01-01' } as const
    const started = { id: 'bram 2025', revision: 1, kind: 'started', state: 'in force', period } as const
    const bram = { subject: 'bram', recipient: 'bram', benefit: { kind: 'money', amount: 10_00 } } as const
    await ledger.write(({ granted }) => granted([{ ...started, ...bram, policy: 'exampleville/pass', by: 'desk' }]))
    await told('campaign', 'run', 'pass-2025 again')
    expect((await json('campaign', 'report', 'pass-2025 again')).effects).toMatchObject({ 'to review': 2 })
    expect((await told('campaign', 'report', 'pass-2025 again')).out).toMatch(/to review +2\n/)
  })
})
