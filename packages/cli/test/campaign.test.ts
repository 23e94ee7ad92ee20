import { fileURLToPath } from 'node:url'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../src/world.ts'
import { vanzelf as anywhere } from './heard.ts'

const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))

// Opened once: each call of the command would open and close it.
let ledger: Ledger
beforeAll(async () => {
  const opened = await openLedger({})
  ledger = { ...opened, close: async () => {} }
  return () => opened.close()
})
const vanzelf = (args: readonly string[], world: Partial<World> = {}) =>
  anywhere(args, { cwd, openLedger: async () => ledger, ...world })
const campaign = (...args: readonly string[]) => vanzelf(['campaign', ...args])
const json = async (...args: readonly string[]) => JSON.parse((await campaign(...args, '--json')).out)
const errorOf = async (...args: readonly string[]) => JSON.parse((await campaign(...args, '--json')).err).error.code

describe('a campaign', () => {
  it('is tried first: nothing takes effect', async () => {
    const { code, out } = await campaign('dry-run', 'pass-2026')
    expect(code).toBe(0)
    expect(out).toContain('to grant    €1,250.00')
    expect(await ledger.grants.of('anna')).toEqual([])
    expect(await errorOf('report', 'pass-2026')).toBe('not-begun')
  })

  it('is planned: whom it concerns is read, and nothing is asked', async () => {
    expect(await json('plan', 'pass-2026')).toMatchObject({
      ...{ campaign: 'pass-2026', policy: 'exampleville/pass', on: '2026-03-10', state: 'running', subjects: 4 },
      batches: { open: 1, done: 0 },
    })
    expect((await campaign('plan', 'pass-2026')).out).toContain('vanzelf campaign run pass-2026')
  })

  it('runs, and tells what it came to', async () => {
    const { code, out, err } = await campaign('run', 'pass-2026')
    expect(code).toBe(0)
    expect(out).toContain('state       done')
    expect(out).toContain('population  4, in 1 batch of which 1 done')
    expect(out).toContain('granted     €1,250.00')
    expect(out).toMatch(/started +1\n/)
    expect(out).toMatch(/undetermined +2\n/)
    expect(out).toContain('`welfare` alone would settle 1 of the 2 who are undetermined.')
    expect(err).toMatch(/^decided 100% {2}1 eligible, 2 undetermined by this run\n$/)
    expect((await ledger.grants.of('anna')).map(({ kind }) => kind)).toEqual(['started'])
  })

  it('is the same when it runs again', async () => {
    const { code, out } = await campaign('run', 'pass-2026', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { state: 'done', decided: 0, granted: 0 }])
  })

  it('is reported on by the ledger, whoever ran it', async () => {
    expect(await json('report', 'pass-2026')).toMatchObject({
      ...{ state: 'done', decided: 4, effects: { started: 1 }, granted: 1_250_00 },
      outcomes: { eligible: 1, 'not eligible': 1, undetermined: 2 },
      undeterminedFor: { welfare: 1, discretion: 1 },
      undeterminedOnlyFor: { welfare: 1, discretion: 1 },
    })
    expect((await campaign('report', 'pass-2026')).out).toContain('pass-2026: exampleville/pass on 2026-03-10')
  })

  it('decides again those who wait for a source', async () => {
    process.env['CLEO'] = 'answers'
    expect(await json('retry', 'pass-2026')).toMatchObject({ decided: 1, effects: { started: 1 } })
    expect(await json('report', 'pass-2026')).toMatchObject({ granted: 2_500_00, undeterminedFor: { discretion: 1 } })
    delete process.env['CLEO']
  })

  it('gives its ledger to what makes the connectors, and a decision for one person does not', async () => {
    const { code, err } = await vanzelf(['decide', 'pass', '--subject', 'anna', '--json'])
    expect([code, JSON.parse(err).error.code]).toEqual([3, 'no-connectors'])
  })

  it('meets the population itself where another process was the one to plan it', async () => {
    let err = ''
    // Between looking at the state and taking the lock, the other one does all of it.
    const overtaken: Ledger = {
      ...ledger,
      alone: async (what, act) => {
        if (what.startsWith('plan ')) await campaign('plan', 'pass-2025 again')
        return ledger.alone(what, act)
      },
    }
    const run = await vanzelf(['campaign', 'run', 'pass-2025 again'], {
      openLedger: async () => overtaken,
      err: { isTTY: true, columns: 80, write: (text) => (err += text) },
    })
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('population  4') })
    expect(err).toContain('4 read')
  })

  it('may have a name that a shell must quote', async () =>
    expect((await campaign('plan', 'pass 2027')).out).toContain("vanzelf campaign run 'pass 2027'"))
})

describe('approval', () => {
  it('is waited for, with the way to give it', async () => {
    const { code, out } = await campaign('run', 'pass-2028')
    expect(code).toBe(4)
    expect(out).toContain('Nothing took effect: 2 must approve, and 0 did.')
    expect(out).toContain('vanzelf campaign approve pass-2028 --by <who>')
    expect((await campaign('report', 'pass-2028')).out).toContain('to grant    €1,250.00')
  })

  it('takes as many different people as it says, and then it takes effect', async () => {
    const { out } = await campaign('approve', 'pass-2028', '--by', 'head of welfare')
    expect(out).toContain('1 of 2 approved\n  1 more must approve')
    expect(await errorOf('approve', 'pass-2028', '--by', 'head of welfare')).toBe('another-person-needed')
    expect((await campaign('run', 'pass-2028')).code).toBe(4)
    expect(await json('approve', 'pass-2028', '--by', 'alderman')).toEqual({
      campaign: 'pass-2028',
      approvals: { needed: 2, by: ['head of welfare', 'alderman'] },
    })
    const run = await campaign('run', 'pass-2028')
    expect([run.code, run.err]).toEqual([0, 'put into effect 100%  1 eligible, 2 undetermined by this run\n'])
    expect((await campaign('report', 'pass-2028')).out).toContain('approved    by 2 of 2: head of welfare, alderman')
    expect(await errorOf('approve', 'pass-2028', '--by', 'somebody')).toBe('nothing-to-approve')
  })
})

describe('what stops it', () => {
  it('is Ctrl-C, between two batches, and it is resumed there', async () => {
    const stopping = new AbortController()
    let err = ''
    const write = (text: string) => {
      err += text
      if (/20%/.test(text)) stopping.abort()
    }
    const stopped = await vanzelf(['campaign', 'run', 'pass-2029'], {
      interrupted: () => stopping.signal,
      err: { write },
    })
    expect(stopped).toMatchObject({ code: 130, out: '' })
    expect(err).toMatch(/stopped between two batches: \d of 20 are done, and none is half done/)
    expect(err).toContain('vanzelf campaign resume pass-2029')

    const resumed = await campaign('resume', 'pass-2029', '--json')
    expect(resumed).toMatchObject({ code: 0, err: '' })
    expect(await json('report', 'pass-2029')).toMatchObject({
      ...{ state: 'done', decided: 1_000, effects: { started: 100 }, granted: 100 * 1_250_00 },
      batches: { done: 20 },
    })
  })

  it('is a person, and a person lets it go on', async () => {
    await campaign('plan', 'pass 2027')
    expect(await json('stop', 'pass 2027', '--by', 'officer', '--reason', 'the register was wrong')).toEqual({
      campaign: 'pass 2027',
      state: 'stopped',
    })
    const { code, out } = await campaign('run', 'pass 2027')
    expect(code).toBe(4)
    expect(out).toContain("vanzelf campaign resume 'pass 2027' --by <who> --reason <text>")
    expect(await errorOf('resume', 'pass 2027')).toBe('stopped-by-a-person')
    expect((await campaign('resume', 'pass 2027', '--by', 'officer', '--reason', 'mended')).code).toBe(0)
    expect(await errorOf('stop', 'pass 2027', '--by', 'officer', '--reason', 'late')).toBe('nothing-to-stop')
  })

  it('shows how far it is on one line of a terminal, and wipes it', async () => {
    let err = ''
    await vanzelf(['campaign', 'dry-run', 'pass-2026'], {
      err: { isTTY: true, columns: 40, write: (text) => (err += text) },
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is a control character
    expect(err).toMatch(/^\r\u001b\[K0 read\r\u001b\[K4 read\r\u001b\[K$/)
  })
})

describe('what is refused', () => {
  it.each<readonly [string, number, readonly string[]]>([
    ['no-campaign', 2, ['run', 'pas-2026']],
    ['not-begun', 2, ['resume', 'bags-2026']],
    ['not-begun', 2, ['stop', 'bags-2026', '--by', 'officer', '--reason', 'so']],
    ['wrong-use', 2, ['approve', 'pass-2028']],
    ['wrong-use', 2, ['run']],
    ['no-connectors', 3, ['run', 'bags-2026']],
    ['bad-config', 3, ['run', 'pass-2030']],
    ['authorisation-expired', 3, ['run', 'pass-2031']],
    ['national-number', 2, ['approve', 'pass-2028', '--by', '85.07.30-033.28']],
    ['national-number', 2, ['stop', 'pass-2028', '--by', 'officer', '--reason', 'of 85073003328, who asked']],
    ['national-number', 2, ['run', '85073003328']],
  ])('%s leaves %i: %j', async (error, code, args) => {
    const heard = await campaign(...args, '--json')
    expect([heard.code, heard.out]).toEqual([code, ''])
    expect(JSON.parse(heard.err)).toMatchObject({ error: { code: error } })
    expect(heard.err).not.toMatch(/85.?07.?30/)
  })

  it('says which campaign was meant', async () =>
    expect((await campaign('run', 'pas-2026')).err).toContain('did you mean `pass-2026`?'))

  it('says what there is to type', async () => {
    const { code, err } = await campaign()
    expect(code).toBe(2)
    for (const verb of ['plan', 'dry-run', 'run', 'resume', 'retry', 'approve', 'stop', 'report'])
      expect(err).toMatch(new RegExp(`\\n {2}${verb} `))
  })
})
