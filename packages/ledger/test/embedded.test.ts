import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from '../src/index.ts'
import { clock, PASS } from './city.ts'
import { program } from './program.ts'

const root = mkdtempSync(join(tmpdir(), 'vanzelf-ledger-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0
const fresh = () => join(root, `ledger ${++made}`)
const staleAfter = 2_000
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a ledger in a folder', () => {
  it('is there again when it is opened again', async () => {
    const folder = fresh()
    const first = await openLedger({ folder })
    await first.people.optOut('p1', { by: 'counter' })
    const head = await first.head()
    await first.close()
    const second = await openLedger({ folder })
    expect(await second.verify(head)).toEqual({ head, entries: 1 })
    await second.close()
  }, 60_000)

  it('is for one process, and for one time in it', async () => {
    const folder = fresh()
    const ledger = await openLedger({ folder, staleAfter })
    await expect(openLedger({ folder, staleAfter })).rejects.toMatchObject({ code: 'ledger-in-use' })
    await ledger.people.optOut('p1', { by: 'counter' })
    await ledger.close()
    const other = program('hold', folder)
    expect(await other.until('open')).toBe('open 1')
    await expect(openLedger({ folder, staleAfter })).rejects.toMatchObject({ code: 'ledger-in-use' })
    await other.kill()
    const again = await openLedger({ folder, staleAfter })
    await again.close()
  }, 90_000)

  it('has all that was acknowledged, whenever the process that wrote it is killed', async () => {
    const folder = fresh()
    let kept = 0
    for (let kills = 0; kills < 20; kills++) {
      const writer = program('write', folder, '')
      // The first is killed while it makes the folder; of the others some while they open it.
      if (kills > 0 && kills % 4 !== 0) await writer.until('kept')
      await pause(kills === 0 ? 900 : Math.random() * 400)
      await writer.kill()
      const found = writer.said.find((line) => line.startsWith('found'))
      if (found) expect(Number(found.split(' ')[1])).toBeGreaterThanOrEqual(kept)
      kept = Math.max(kept, ...writer.said.map((line) => Number(line.split(' ')[1])))
    }
    const ledger = await openLedger({ folder, staleAfter })
    const { head, broken } = await ledger.verify()
    expect(broken).toBeUndefined()
    expect(kept).toBeGreaterThan(20)
    // One more may have been written whose acknowledgement was cut off.
    expect(head.seq - kept).toBeGreaterThanOrEqual(0)
    expect(head.seq - kept).toBeLessThanOrEqual(1)
    for (const n of [1, kept]) expect(await ledger.grants.of(`p${n}`)).toHaveLength(1)
    await ledger.close()
  }, 600_000)

  it('writes nothing more when its lock is taken away, and says so', async () => {
    const folder = fresh()
    const ledger = await openLedger({ folder, staleAfter })
    await ledger.people.optOut('p1', { by: 'counter' })
    const head = await ledger.head()
    let told = false
    const inner = ledger.alone('work', async (lost) => {
      lost.addEventListener('abort', () => {
        told = true
      })
      rmSync(join(folder, 'lock'), { recursive: true })
      await pause(2_500)
      await ledger.people.optOut('p2', { by: 'counter' })
    })
    await expect(inner).rejects.toMatchObject({ code: 'ledger-lost' })
    expect(told).toBe(true)
    await expect(ledger.people.optOut('p3', { by: 'counter' })).rejects.toMatchObject({ code: 'ledger-lost' })
    await expect(ledger.alone('more', async () => 1)).rejects.toMatchObject({ code: 'ledger-lost' })
    await ledger.close()
    const again = await openLedger({ folder, staleAfter })
    expect(await again.head()).toEqual(head)
    await again.people.optOut('p2', { by: 'counter' })
    await again.close()
  }, 60_000)

  it('holds one ledger: another schema is refused', async () => {
    const folder = fresh()
    await (await openLedger({ folder, schema: 'one' })).close()
    await expect(openLedger({ folder, schema: 'other' })).rejects.toMatchObject({
      code: 'bad-schema',
      message: expect.stringContaining('`one`'),
    })
    await (await openLedger({ folder, schema: 'one' })).close()
  }, 60_000)

  it('begins anew where making it was cut short', async () => {
    const folder = fresh()
    mkdirSync(join(folder, 'data.half', 'base'), { recursive: true })
    writeFileSync(join(folder, 'data.half', 'PG_VERSION'), '18\n')
    const ledger = await openLedger({ folder })
    expect((await ledger.head()).seq).toBe(0)
    await ledger.close()
  }, 60_000)
})

it('a ledger that is busy lets the rest of its program go on', async () => {
  const ledger = await openLedger({})
  let beats = 0
  const beat = setInterval(() => beats++, 10)
  const start = Date.now()
  while (Date.now() - start < 1_000) await ledger.people.optOut('p1', { by: 'counter' })
  clearInterval(beat)
  expect(beats).toBeGreaterThan(5)
  await ledger.close()
}, 60_000)

describe('closing', () => {
  it('finishes what is being written, and refuses what comes later', async () => {
    const folder = fresh()
    const ledger = await openLedger({ folder })
    const writing = Array.from({ length: 20 }, (_, n) => ledger.people.optOut(`p${n}`, { by: 'counter' }))
    await pause(5)
    await Promise.all([ledger.close(), ...writing])
    await expect(ledger.people.optOut('late', { by: 'counter' })).rejects.toThrow(/destroyed/)
    const again = await openLedger({ folder })
    expect(await again.verify()).toMatchObject({ entries: 20 })
    await again.close()
  }, 60_000)
})

it.each(['', 'Vanzelf', 'a b', '1st', 'pg_ledger', 'x"y', 'x'.repeat(64)])(
  'a ledger in schema `%s` is refused',
  async (schema) => {
    await expect(openLedger({ schema })).rejects.toMatchObject({ code: 'bad-schema' })
  },
)

it('a ledger in memory is one, whose export opens elsewhere', async () => {
  const [one, other] = [await openLedger({ now: clock().now }), await openLedger({ folder: fresh() })]
  await one.people.optOut('p1', { by: 'counter', policy: PASS })
  expect(await other.restore(one.export())).toEqual(await one.head())
  expect(await other.people.optedOut(PASS, ['p1'])).toEqual(new Set(['p1']))
  await Promise.all([one.close(), other.close()])
}, 60_000)
