import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Heard, vanzelf as inThisProcess } from './heard.ts'

const bin = fileURLToPath(new URL('../bin/vanzelf.js', import.meta.url))
const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))
const node = ['--conditions=vanzelf:src', '--import', import.meta.resolve('tsx/esm'), bin]

let server: PostgresServer
beforeAll(async () => {
  server = await postgresServer()
})
afterAll(() => server?.stop())

function vanzelf(...args: readonly string[]): Promise<Heard> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, DATABASE: server.connectionString }, maxBuffer: 1e9 }
    execFile(process.execPath, [...node, ...args, '--config', 'shared.config.ts'], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}
const batchesOf = ({ out }: Heard): readonly number[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).job)
    .flatMap(({ do: what, batch }) => (what === 'decide' ? [batch] : []))

describe('processes that work', { timeout: 180_000 }, () => {
  it('share the batches of a campaign that was started, and deliver each grant once', async () => {
    const started = await vanzelf('campaign', 'start', 'many')
    expect(started).toMatchObject({ code: 0, out: 'many: begun, and `planning`\n  next  vanzelf work many\n' })
    const work = () => vanzelf('work', 'many', '--until-idle', '--json')
    const both = await Promise.all([work(), work()])
    expect(both.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const [one, other] = both.map(batchesOf) as [readonly number[], readonly number[]]
    expect(one.length).toBeGreaterThan(0)
    expect(other.length).toBeGreaterThan(0)
    expect([...one, ...other].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))

    const report = JSON.parse((await vanzelf('campaign', 'report', 'many', '--json')).out)
    expect(report).toMatchObject({ state: 'done', decided: 2_000, effects: { started: 200 } })
    expect(await vanzelf('ledger', 'verify')).toMatchObject({ code: 0 })
  })

  it('tell in words what becomes of batches, and end where nothing is to be done', async () => {
    expect(await vanzelf('work', '--until-idle')).toMatchObject({ code: 0, out: '', err: '' })
  })

  it('say which campaigns there are', async () => {
    const { code, err } = await vanzelf('work', 'meny')
    expect(code).toBe(2)
    expect(err).toContain('there is no campaign `meny`')
  })
})

it('is told how to start one, by the help', async () => {
  const { out } = await inThisProcess(['work', '--help'])
  expect(out).toContain('vanzelf campaign start')
})
