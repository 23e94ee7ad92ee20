import { fileURLToPath } from 'node:url'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../src/world.ts'
import { vanzelf as anywhere } from './heard.ts'

const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))

let ledger: Ledger
let empty: Ledger
const opened: Ledger[] = []
beforeAll(async () => {
  const [one, other] = [await openLedger({}), await openLedger({})]
  opened.push(one, other)
  ledger = { ...one, close: async () => {} }
  empty = { ...other, close: async () => {} }
  await run(['campaign', 'run', 'pass-2026'])
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const run = (args: readonly string[], world: Partial<World> = {}) =>
  anywhere(args, { cwd, openLedger: async () => ledger, ...world })
const told = (...args: readonly string[]) => run(['ledger', ...args])
const json = async (...args: readonly string[]) => JSON.parse((await told(...args, '--json')).out)

describe('the chain', () => {
  it('is whole, also up to a head that was kept', async () => {
    const { out: head } = await told('head')
    expect(head).toMatch(/^\d+:[0-9a-f]{64}\n$/)
    expect(await told('verify')).toMatchObject({ code: 0, out: expect.stringContaining(`head ${head.trim()}`) })
    expect((await told('verify', '--head', head.trim())).code).toBe(0)
    expect(await json('verify')).toMatchObject({ whole: true, head: await json('head') })
  })

  it.each([
    ['cut short', `9999:${'0'.repeat(64)}`],
    ['written anew', `1:${'0'.repeat(64)}`],
  ])('leaves 1 where it was %s', async (_, head) => {
    const { code, out } = await told('verify', '--head', head)
    expect(code).toBe(1)
    expect(out).toContain('Tampered with: cut short, at entry')
    expect(await json('verify', '--head', head)).toMatchObject({ whole: false, broken: { what: 'cut short' } })
  })

  it('refuses what is no head', async () => expect((await told('verify', '--head', 'latest')).code).toBe(2))

  it('is exported, and restored into an empty ledger with the same head', async () => {
    const { out } = await told('export')
    const lines = async function* () {
      yield* out.trimEnd().split('\n')
    }
    const there = { input: { lines }, openLedger: async () => empty }
    expect(await run(['ledger', 'restore'], there)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Restored: '),
    })
    expect(await empty.head()).toEqual(await ledger.head())
    const again = await run(['ledger', 'restore', '--json'], there)
    expect([again.code, JSON.parse(again.err).error.code]).toEqual([3, 'ledger-not-empty'])
  })

  it('waits for a pipe that is slower than the ledger', async () => {
    let drained = 0
    const out = {
      write: () => {},
      writableNeedDrain: true,
      once: (_: 'drain', then: () => void) => {
        drained++
        setImmediate(then)
      },
    }
    expect((await run(['ledger', 'export'], { out })).code).toBe(0)
    expect(drained).toBeGreaterThan(1)
  })

  it('asks for an export where somebody would have to type it', async () => {
    const { code, err } = await told('restore', '--json')
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'nothing-to-restore'])
  })
})

describe('what concerns somebody', () => {
  it('tells who asked what about them, when, for what and on what basis', async () => {
    const { code, out } = await told('asks', 'cleo')
    expect(code).toBe(0)
    for (const part of ['Exampleville', 'exampleville/pass', 'living wage', '2026-03-10', 'art. 7', 'unavailable'])
      expect(out).toContain(part)
    expect((await told('asks', 'cleo', '--language', 'nl')).out).toContain('leefloon')
    expect(await json('asks', 'cleo')).toMatchObject([
      { fact: 'livingWage', asker: 'Exampleville', result: 'unavailable' },
      { fact: 'behindOnRent' },
    ])
    expect((await told('asks', 'nobody')).out).toBe('Nothing was asked about this subject.\n')
  })

  it('records that they want nothing by itself, and that they do', async () => {
    const by = ['--by', 'desk 3', '--reason', 'asked so by letter']
    expect((await told('opt-out', 'eve', '--policy', 'pass', ...by)).out).toBe('eve: opted out of exampleville/pass\n')
    expect(await ledger.people.optedOut('exampleville/pass', ['eve'])).toEqual(new Set(['eve']))
    expect(await ledger.people.optedOut('ghent/waste-bags', ['eve'])).toEqual(new Set())
    expect(await json('opt-in', 'eve', ...by)).toEqual({ subject: 'eve', policy: null, recorded: 'opt-in' })
    expect(await ledger.people.optedOut('exampleville/pass', ['eve'])).toEqual(new Set())
    expect(await ledger.people.acts('eve')).toMatchObject([{ by: 'desk 3', reason: 'asked so by letter' }, {}])
  })
})

describe('what is refused', () => {
  it.each<readonly [string, readonly string[]]>([
    ['national-number', ['asks', '85073003328']],
    ['national-number', ['opt-out', '85.07.30-033.28', '--by', 'desk', '--reason', 'so']],
    ['national-number', ['opt-out', 'eve', '--by', '85 07 30 033 28', '--reason', 'so']],
    ['national-number', ['opt-in', 'eve', '--by', 'desk', '--reason', 'he who is 85.07.30-033.28']],
    ['wrong-use', ['opt-out', 'eve', '--by', 'desk']],
    ['wrong-use', ['opt-out', 'eve', '--reason', 'so']],
    ['no-policy', ['opt-out', 'eve', '--policy', 'pas', '--by', 'desk', '--reason', 'so']],
  ])('%s: %j', async (error, args) => {
    const { code, out, err } = await told(...args, '--json')
    expect([code, out]).toEqual([2, ''])
    expect(JSON.parse(err)).toMatchObject({ error: { code: error } })
    expect(err).not.toMatch(/85.?07.?30/)
  })

  it.each<readonly [string, number, Partial<World>]>([
    ['no-ledger', 3, { cwd: fileURLToPath(new URL('fixtures/city', import.meta.url)) }],
    [
      'ledger-in-use',
      75,
      {
        openLedger: () =>
          Promise.reject(Object.assign(new Error(), { name: 'RefusedError', code: 'ledger-in-use', what: 'open' })),
      },
    ],
  ])('%s leaves %i', async (error, code, world) => {
    const heard = await run(['ledger', 'head', '--json'], world)
    expect([heard.code, JSON.parse(heard.err).error.code]).toEqual([code, error])
  })
})

describe('its health', () => {
  it('tells each part and leaves 0 where all is well', async () => {
    const { code, out } = await run(['ledger', 'health'], { openLedger: async () => empty })
    expect(code).toBe(0)
    for (const part of ['ledger', 'batches', 'ok']) expect(out).toContain(part)
    expect(await json('health')).toMatchObject({ live: true, ready: true, head: await ledger.head() })
  })

  it('leaves 1 where something was refused for good', async () => {
    const period = { from: '2026-01-01', until: '2027-01-01' } as const
    const delivery = {
      id: 'g.1',
      policy: 'pass',
      recipient: 'anna',
      benefit: { kind: 'money', amount: 100 },
      period,
    } as const
    await empty.write(({ handOver }) =>
      handOver([{ id: 'g.1', grant: 'g', channel: 'paper', action: 'deliver', delivery }]),
    )
    const due = await empty.deliveries.due('paper', 1)
    await empty.deliveries.record(due.map((one) => ({ due: one, outcome: { outcome: 'refused', why: 'unknown' } })))
    const { code, out } = await run(['ledger', 'health'], { openLedger: async () => empty })
    expect(code).toBe(1)
    expect(out).toMatch(/deliveries: paper +degraded +refused +1 +\d{4}-/)
  })
})
