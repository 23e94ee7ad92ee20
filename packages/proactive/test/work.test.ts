import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Channel } from '@vanzelf/delivery'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaign, type JobTold, planCampaign, rateLimited, runCampaign, startCampaign, work } from '../src/index.ts'
import { grantsUnder, optionsOf, people, type SupportOptions, support, welfare } from './support.ts'

let server: PostgresServer
let schemas = 0
const opened: Ledger[] = []
beforeAll(async () => {
  server = await postgresServer()
}, 120_000)
afterAll(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()))
  await server?.stop()
}, 60_000)

const onServer = async (schema = `work_${++schemas}`) => {
  const ledger = await openLedger({ connectionString: server.connectionString, schema, connections: 4 })
  opened.push(ledger)
  return ledger
}
const inMemory = async () => {
  const ledger = await openLedger({})
  opened.push(ledger)
  return ledger
}
/** So many processes would open the same ledger. */
const together = async (count: number) => {
  const schema = `work_${++schemas}`
  const ledgers: Ledger[] = []
  while (ledgers.length < count) ledgers.push(await onServer(schema))
  return { schema, ledgers: ledgers as [Ledger, ...Ledger[]] }
}

const untilIdle = (ledger: Ledger, options: SupportOptions) =>
  work(ledger, [campaign(support, options)], { until: 'idle' })
const stateOf = async (ledger: Ledger) => (await ledger.campaigns.find('support 2026'))?.state

/** A channel that counts how often it delivers each. */
function channel() {
  const delivered = new Map<string, number>()
  const it: Channel = {
    name: 'letters',
    deliver: async (batch) =>
      batch.map(({ id }) => {
        delivered.set(id, (delivered.get(id) ?? 0) + 1)
        return { outcome: 'delivered', receipt: id }
      }),
    withdraw: async (batch) => batch.map(() => ({ outcome: 'withdrawn' })),
  }
  return { it, delivered }
}

describe.each([
  ['embedded', inMemory],
  ['on a server', onServer],
])('a campaign that was started, %s', (_, open) => {
  it('is worked on to its end, and delivered', async () => {
    const ledger = await open()
    const { asked, connectors } = welfare()
    const { it: letters, delivered } = channel()
    const options = optionsOf(connectors, { channels: [letters] })
    expect(await startCampaign(support, { ...options, ledger })).toMatchObject({ state: 'planning' })
    expect(asked).toEqual([])
    const progress: number[] = []
    await untilIdle(ledger, { ...options, onProgress: ({ batches }) => progress.push(batches.done) })
    expect(await stateOf(ledger)).toBe('done')
    expect(asked.toSorted()).toEqual(people(40).toSorted())
    expect(await grantsUnder(ledger)).toBe(4)
    expect([...delivered.values()]).toEqual([1, 1, 1, 1])
    expect(Math.max(...progress)).toBe(8)
    expect((await ledger.verify()).broken).toBeUndefined()
  })

  it('and started again, or worked on again, does nothing twice', async () => {
    const ledger = await open()
    const { asked, connectors } = welfare()
    const options = optionsOf(connectors)
    await startCampaign(support, { ...options, ledger })
    await startCampaign(support, { ...options, ledger })
    await untilIdle(ledger, options)
    await startCampaign(support, { ...options, ledger })
    await untilIdle(ledger, options)
    expect(asked).toHaveLength(40)
    expect(await grantsUnder(ledger)).toBe(4)
  })

  it('waits for who must approve, and takes effect when they have', async () => {
    const ledger = await open()
    const { asked, connectors } = welfare()
    const options = optionsOf(connectors, { takesEffect: { approvals: 2 } })
    await startCampaign(support, { ...options, ledger })
    await untilIdle(ledger, options)
    expect(await stateOf(ledger)).toBe('to approve')
    expect(await grantsUnder(ledger)).toBe(0)
    await ledger.campaigns.approve('support 2026', 'first')
    await startCampaign(support, { ...options, ledger })
    await untilIdle(ledger, options)
    expect(await stateOf(ledger)).toBe('to approve')
    await ledger.campaigns.approve('support 2026', 'second')
    await startCampaign(support, { ...options, ledger })
    await untilIdle(ledger, options)
    expect(await stateOf(ledger)).toBe('done')
    expect(await grantsUnder(ledger)).toBe(4)
    expect(asked).toHaveLength(40)
  })

  it('is not worked on while it is stopped, and goes on by itself when somebody lets it', async () => {
    const ledger = await open()
    const { asked, connectors } = welfare()
    const options = optionsOf(connectors)
    await startCampaign(support, { ...options, ledger })
    await planCampaign(support, { ...options, ledger })
    await ledger.campaigns.move('support 2026', 'stopped', { by: 'head' })
    await untilIdle(ledger, options)
    expect(asked).toEqual([])
    await ledger.campaigns.move('support 2026', 'running', { by: 'head' })
    const end = new AbortController()
    const working = work(ledger, [campaign(support, options)], { signal: end.signal })
    await expect.poll(() => stateOf(ledger), { timeout: 40_000 }).toBe('done')
    end.abort()
    await working
    expect(asked).toHaveLength(40)
  })

  it('decides again who waits for a source, until nobody does', async () => {
    const ledger = await open()
    let down = 3
    const { connectors } = welfare({ isDown: (one) => one === 'p10' && down-- > 0 })
    const options = optionsOf(connectors)
    await startCampaign(support, { ...options, ledger })
    const again: JobTold[] = []
    await work(ledger, [campaign(support, options)], {
      until: 'idle',
      decideAgainAfter: { first: 1, longest: 1 },
      onJob: (told) => again.push(told),
    })
    expect(again.filter(({ job }) => 'do' in job && job.do === 'decide again')).toHaveLength(3)
    expect(await grantsUnder(ledger)).toBe(4)
  })

  it('of which a job fails tells why, and does it again', async () => {
    const ledger = await open()
    let broken = true
    const { connectors } = welfare()
    const { livingWage } = connectors.welfare
    const halting = {
      welfare: {
        livingWage: async (batch: { readonly subjects: readonly string[] }) => {
          const answers = await livingWage(batch)
          if (!broken || !batch.subjects.includes('p0')) return answers
          broken = false
          return answers.slice(1)
        },
      },
    }
    const options = optionsOf(halting)
    await startCampaign(support, { ...options, ledger })
    const failed: JobTold[] = []
    await work(ledger, [campaign(support, options)], {
      until: 'idle',
      onJob: (told) => told.failed !== undefined && failed.push(told),
    })
    expect(failed).toEqual([
      { queue: 'campaign support 2026', job: { do: 'decide', batch: 1 }, failed: 'answers-missing' },
    ])
    expect(await stateOf(ledger)).toBe('done')
    expect(await grantsUnder(ledger)).toBe(4)
  })

  it('that a process does not know is left to others', async () => {
    const ledger = await open()
    const { connectors } = welfare()
    await startCampaign(support, { ...optionsOf(connectors), ledger })
    await untilIdle(ledger, optionsOf(connectors, { id: 'support 2027', on: '2027-03-10' }))
    expect(await stateOf(ledger)).toBe('planning')
  })

  it('finishes the batch that is begun when it is told to stop, and begins no other', async () => {
    const ledger = await open()
    const end = new AbortController()
    const { asked, connectors } = welfare({ before: async () => end.abort() })
    const options = optionsOf(connectors)
    await startCampaign(support, { ...options, ledger })
    await work(ledger, [campaign(support, options)], { signal: end.signal, sideBySide: 1 })
    expect(asked).toHaveLength(5)
    expect((await ledger.campaigns.counts('support 2026')).batches).toEqual({ open: 7, decided: 0, done: 1 })
    await untilIdle(ledger, options)
    expect(asked).toHaveLength(40)
  })
})

it('what one process planned, another decides after it has met the population again', async () => {
  const ledger = await onServer()
  const { asked, connectors } = welfare()
  let met = 0
  const meetAgain = async () => {
    expect(asked).toEqual([])
    met++
  }
  const options = optionsOf(connectors, { meetAgain })
  await planCampaign(support, { ...options, ledger })
  await startCampaign(support, { ...options, ledger })
  await untilIdle(ledger, options)
  expect(met).toBe(1)
  expect(await stateOf(ledger)).toBe('done')
})

it('a process that comes to plan what another planned at that moment has still to meet the population', async () => {
  const { ledgers } = await together(2)
  const [ledger, other = ledger] = ledgers
  const { asked, connectors } = welfare()
  let met = 0
  const meetAgain = async () => {
    expect(asked).toEqual([])
    met++
  }
  const options = optionsOf(connectors, { meetAgain })
  // Between looking at the state and taking the lock, the other one does all of it.
  const overtaken: Ledger = {
    ...ledger,
    alone: async (what, act) => {
      if (what.startsWith('plan ')) await planCampaign(support, { ...options, ledger: other })
      return ledger.alone(what, act)
    },
  }
  await startCampaign(support, { ...options, ledger })
  await untilIdle(overtaken, options)
  expect(met).toBe(1)
  expect(await stateOf(ledger)).toBe('done')
})

it('a process that planned a campaign itself has met its population', async () => {
  const ledger = await onServer()
  let met = 0
  const options = optionsOf(welfare().connectors, { meetAgain: async () => void met++ })
  await startCampaign(support, { ...options, ledger })
  await untilIdle(ledger, options)
  expect(met).toBe(0)
  expect(await stateOf(ledger)).toBe('done')
})

it('work that cannot go on has ended once it tells why', async () => {
  const ledger = await inMemory()
  let [begun, ended] = [0, 0]
  let broken = false
  const counts = async () => ({ due: 0, working: 0, later: 0, failed: 0 })
  const slow = async () => {
    begun++
    await new Promise((resolve) => setTimeout(resolve, 100))
    ended++
    return true
  }
  const once = async () => {
    if (broken) return false
    broken = true
    throw new TypeError('this breaks once')
  }
  const known = (name: string, act: () => Promise<boolean>) => ({
    id: name,
    places: async () => [{ name, work: act, counts }],
  })
  await expect(work(ledger, [known('broken', once), known('slow', slow)])).rejects.toThrow('this breaks once')
  expect([begun, ended]).toEqual([1, 1])
})

it('a job is told by no code that may be about somebody', async () => {
  const ledger = await inMemory()
  const end = new AbortController()
  const failed: unknown[] = []
  const options = optionsOf(welfare().connectors, {
    population: () => {
      throw Object.assign(new Error('about Anna'), { name: 'about Anna', code: '85.67.30-033.60' })
    },
  })
  await startCampaign(support, { ...options, ledger })
  await work(ledger, [campaign(support, options)], {
    signal: end.signal,
    onJob: ({ failed: code }) => {
      failed.push(code)
      end.abort()
    },
  })
  expect(failed).toEqual(['_OTHER'])
})

it('a campaign beside which another program runs it ends as one', async () => {
  const { ledgers } = await together(2)
  const { asked, connectors } = welfare({ before: () => new Promise((resolve) => setTimeout(resolve, 30)) })
  const options = optionsOf(connectors)
  const [ledger, other] = ledgers
  await startCampaign(support, { ...options, ledger })
  await Promise.all([untilIdle(ledger, options), other && runCampaign(support, { ...options, ledger: other })])
  expect(await stateOf(ledger)).toBe('done')
  expect(asked).toHaveLength(40)
  expect(await grantsUnder(ledger)).toBe(4)
})

describe('several workers', () => {
  it('share a campaign: each batch is decided once, and each of them decides some', async () => {
    const { ledgers } = await together(3)
    const registers = ledgers.map(() => welfare({ before: () => new Promise((resolve) => setTimeout(resolve, 200)) }))
    const [first] = ledgers
    await startCampaign(support, { ...optionsOf(welfare().connectors), ledger: first })
    await Promise.all(ledgers.map((ledger, n) => untilIdle(ledger, optionsOf(registers[n]?.connectors as never))))
    expect(registers.flatMap(({ asked }) => asked).toSorted()).toEqual(people(40).toSorted())
    for (const { asked } of registers) expect(asked.length).toBeGreaterThan(0)
    expect(await grantsUnder(first)).toBe(4)
  })

  it('never ask a source more than its limit allows them together', async () => {
    const { ledgers } = await together(2)
    let last = 0
    const { asked, connectors } = welfare({
      before: async () => {
        last = performance.now()
      },
    })
    const [first] = ledgers
    const options = optionsOf(connectors, { population: () => people(60) })
    await startCampaign(support, { ...options, ledger: first })
    const began = performance.now()
    await Promise.all(
      ledgers.map((ledger) =>
        untilIdle(ledger, { ...options, connectors: rateLimited(connectors, ledger, { welfare: 10 }) }),
      ),
    )
    expect(asked).toHaveLength(60)
    // Sixty take six different seconds: whole ones lie between the first and the last, however busy the machine is.
    expect(last - began).toBeGreaterThan(4_000)
  })

  it('take over the batch of one that was killed', async () => {
    const { schema, ledgers } = await together(1)
    const [ledger] = ledgers
    const { connectors } = welfare()
    await startCampaign(support, { ...optionsOf(connectors), ledger })
    const child = spawn(
      process.execPath,
      [
        '--conditions=vanzelf:src',
        '--import',
        'tsx',
        fileURLToPath(new URL('work-child.ts', import.meta.url)),
        server.connectionString,
        schema,
      ],
      { cwd: fileURLToPath(new URL('../../..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const closed = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGKILL')
    await closed
    expect((await ledger.campaigns.counts('support 2026')).batches).toMatchObject({ done: 1 })
    await untilIdle(ledger, optionsOf(connectors))
    expect(await stateOf(ledger)).toBe('done')
    expect(await grantsUnder(ledger)).toBe(4)
  }, 90_000)

  it('live through a restart of the server', async () => {
    const own = await postgresServer()
    try {
      const ledger = await openLedger({ connectionString: own.connectionString, connections: 4 })
      let restarted: Promise<void> | undefined
      const { connectors } = welfare({
        before: async (some) => {
          if (some.includes('p12')) restarted ??= own.restart()
          await restarted
        },
      })
      const options = optionsOf(connectors)
      await startCampaign(support, { ...options, ledger })
      await untilIdle(ledger, options)
      expect(await stateOf(ledger)).toBe('done')
      expect(await grantsUnder(ledger)).toBe(4)
      expect((await ledger.verify()).broken).toBeUndefined()
      await ledger.close()
    } finally {
      await own.stop()
    }
  }, 120_000)
})
