import { execFile, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Heard } from './heard.ts'

const bin = fileURLToPath(new URL('../bin/vanzelf.js', import.meta.url))
const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))
const node = ['--conditions=vanzelf:src', '--import', import.meta.resolve('tsx/esm'), bin]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanzelf-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const environment = (ledger: string) => ({ ...process.env, LEDGER: join(folder, ledger) })

function vanzelf(args: readonly string[], ledger = 'ledger'): Promise<Heard> {
  return new Promise((resolve) => {
    const options = { cwd, env: environment(ledger), maxBuffer: 1e9 }
    execFile(process.execPath, [...node, ...args, '--config', 'slow.config.ts'], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

describe('a campaign in a process of its own', { timeout: 120_000 }, () => {
  it('stops at Ctrl-C, and is resumed by the next process to the same end', async () => {
    const stopped = await new Promise<Heard>((resolve) => {
      const child = spawn(process.execPath, [...node, 'campaign', 'run', 'many', '--config', 'slow.config.ts'], {
        cwd,
        env: environment('ledger'),
      })
      const heard = { out: '', err: '' }
      child.stdout.on('data', (some) => (heard.out += some))
      child.stderr.on('data', (some) => {
        heard.err += some
        if (heard.err.includes(' 20%')) child.kill('SIGINT')
      })
      child.on('close', (code) => resolve({ code: code ?? -1, ...heard }))
    })
    expect(stopped).toMatchObject({ code: 130, out: '' })
    expect(stopped.err).toMatch(/stopped between two batches: \d+ of 40 are done, and none is half done/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is a control character
    expect(stopped.err).not.toMatch(/[\u001b\r]/)

    const resumed = await vanzelf(['campaign', 'resume', 'many'])
    expect(resumed.code).toBe(0)
    expect(resumed.out).toContain('population  2,000, in 40 batches of which 40 done')
    const report = JSON.parse((await vanzelf(['campaign', 'report', 'many', '--json'])).out)
    expect(report).toMatchObject({ state: 'done', decided: 2_000, effects: { started: 200 }, granted: 200 * 1_250_00 })
  })

  it('is exported to a file and restored elsewhere, whole', async () => {
    const head = (await vanzelf(['ledger', 'head'])).out.trim()
    const file = join(folder, 'ledger.jsonl')
    const run = (args: readonly string[], ledger: string, stdio: readonly (number | 'ignore')[]) =>
      new Promise((resolve) =>
        spawn(process.execPath, [...node, ...args, '--config', 'slow.config.ts'], {
          cwd,
          env: environment(ledger),
          stdio: [...stdio],
        }).on('close', resolve),
      )
    expect(await run(['ledger', 'export'], 'ledger', ['ignore', openSync(file, 'w'), 'ignore'])).toBe(0)
    expect(await readFile(file, 'utf8')).toMatch(/^\{"ledger":/)
    expect(await run(['ledger', 'restore'], 'other', [openSync(file, 'r'), 'ignore', 'ignore'])).toBe(0)
    expect(await vanzelf(['ledger', 'verify', '--head', head], 'other')).toMatchObject({ code: 0 })
  })

  it('leaves 1 once somebody has changed what the ledger holds', async () => {
    // Whoever may write the folder may write rows, triggers or not.
    const { PGlite } = createRequire(import.meta.resolve('@vanzelf/ledger'))('@electric-sql/pglite')
    const database = await PGlite.create({ dataDir: join(folder, 'other', 'data') })
    await database.exec(`alter table vanzelf.grant_event disable trigger all;
      update vanzelf.grant_event set benefit = '{"kind": "money", "amount": 9900000}' where entry =
        (select min(entry) from vanzelf.grant_event)`)
    await database.close()
    const { code, out } = await vanzelf(['ledger', 'verify'], 'other')
    expect(code).toBe(1)
    expect(out).toMatch(/^Tampered with: rows changed in `grant_event`, at entry \d+; \d+ before it fit\.\n$/)
  })
})
