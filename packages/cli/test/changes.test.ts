import { fileURLToPath } from 'node:url'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { beforeEach, describe, expect, it } from 'vitest'
import { vanzelf as anywhere } from './heard.ts'

const cwd = fileURLToPath(new URL('fixtures/changes', import.meta.url))

let ledger: Ledger
beforeEach(async () => {
  const opened = await openLedger({})
  ledger = { ...opened, close: async () => {} }
  return () => opened.close()
}, 30_000)
const vanzelf = (...args: readonly string[]) => anywhere(args, { cwd, openLedger: async () => ledger })
const json = async (...args: readonly string[]) => JSON.parse((await vanzelf(...args, '--json')).out)
const errorOf = async (...args: readonly string[]) => JSON.parse((await vanzelf(...args, '--json')).err).error

describe('messages of sources', () => {
  it('are taken once, and what a person should know of them is told', async () => {
    const { code, out } = await vanzelf('changes', 'take', 'm1.json', 'm2.json')
    expect(code).toBe(0)
    expect(out).toBe(
      'm1.json: 2 taken, 0 before\n  asked for no fact  NEW_STATUS\n  wrong at the source  16013\nm2.json: 1 taken, 0 before\n',
    )
    expect(await json('changes', 'take', 'm1.json')).toEqual({
      messages: [{ file: 'm1.json', taken: 0, before: 2, unknownStatuses: ['NEW_STATUS'], exceptions: ['16013'] }],
    })
  })

  it('that do not fit are told by their file, and nothing of them is taken or repeated', async () => {
    expect(await errorOf('changes', 'take', 'wrong.json')).toMatchObject({
      ...{ code: 'bad-change', where: 'wrong.json: change 1 of a list' },
    })
    const failed = await vanzelf('changes', 'take', 'nonsense.txt')
    expect([failed.code, failed.out]).toEqual([3, ''])
    expect(failed.err).toContain('`feeds` throws on nonsense.txt')
    expect(failed.err).not.toContain('8507')
    expect(await errorOf('changes', 'take', 'm9.json')).toMatchObject({ code: 'no-file' })
    expect((await ledger.head()).seq).toBe(0)
  })

  it('need somebody to read them', async () => {
    const { code, err } = await anywhere(['changes', 'take', 'x.json'], { openLedger: async () => ledger })
    expect([code, err]).toEqual([3, expect.stringContaining('feeds: magdaFeed({ pseudonyms })')])
  })
})

describe('a delta run', () => {
  const run = () => vanzelf('campaign', 'run', 'pass-2026')
  const delta = (...more: readonly string[]) => json('campaign', 'delta', 'pass-2026', '--on', '2026-03-11', ...more)

  it('decides again whom the changes concern, and those once', async () => {
    await run()
    await vanzelf('changes', 'take', 'm1.json', 'm2.json')
    process.env['CLEO'] = 'answers'
    const { campaigns } = await delta()
    delete process.env['CLEO']
    expect(campaigns).toMatchObject([
      { campaign: expect.stringContaining('corrections'), subjects: 2, effects: { started: 1, nothing: 1 } },
      { campaign: expect.stringContaining('on 2026-03-11'), subjects: 1, effects: { unchanged: 1 } },
    ])
    expect((await ledger.grants.of('cleo')).map(({ kind }) => kind)).toEqual(['corrected'])
    expect(await delta()).toEqual({ campaigns: [] })
    expect((await vanzelf('campaign', 'delta', 'pass-2026')).out).toBe('pass-2026: nothing changed that concerns it\n')
  })

  it('waits for approval where its campaign does', async () => {
    await vanzelf('changes', 'take', 'm2.json')
    const again = ['campaign', 'delta', 'pass-2027', '--on', '2026-03-11'] as const
    const waiting = await vanzelf(...again)
    expect(waiting.code).toBe(4)
    expect(waiting.out).toContain('Nothing took effect: 1 must approve `pass-2027, changes 1 on 2026-03-11`')
    await ledger.campaigns.approve('pass-2027, changes 1 on 2026-03-11', 'alderman')
    expect(await vanzelf(...again)).toMatchObject({ code: 0, out: expect.stringContaining('state       done') })
    expect((await ledger.grants.of('anna')).map(({ kind }) => kind)).toEqual(['started'])
  })
})
