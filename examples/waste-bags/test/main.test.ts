import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly text: string
}

/** Runs the job as `npm start` does, in a process of its own. */
function run(
  args: readonly string[],
  onText: (text: string, stop: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=vanzelf:src', '--import', 'tsx', 'src/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
  })
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk
    onText(text, () => child.kill('SIGINT'))
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })))
}

const folder = () => mkdtemp(join(tmpdir(), 'vanzelf-'))
const decisionsIn = async (out: string) =>
  (await readFile(join(out, 'decisions.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly outcome: string; readonly explanation: string })

describe('the main job', { timeout: 60_000 }, () => {
  it('decides every household, with an explanation, and says the same a second time', async () => {
    const [first, second] = [await folder(), await folder()]
    const args = (out: string) => ['--residents', '2000', '--out', out, '--responses', 'nowhere']
    const { code, text } = await run(args(first))
    await run(args(second))
    expect(code).toBe(0)
    expect(text).toContain('reached without asking')
    expect(text).toContain('these figures are not verified')
    expect(text).toContain('The official test persons are left out')
    const decisions = await decisionsIn(first)
    expect(new Set(decisions.map(({ outcome }) => outcome))).toContain('eligible')
    expect(decisions.every(({ explanation }) => explanation.length > 0)).toBe(true)
    expect(await decisionsIn(second)).toEqual(decisions)
  })

  it('stops cleanly when it is interrupted: what was decided stands in the file', async () => {
    const out = await folder()
    let stopped = false
    const { code, text } = await run(
      ['--residents', '200000', '--out', out, '--responses', 'nowhere'],
      (heard, stop) => {
        if (stopped || !heard.includes('25 %')) return
        stopped = true
        stop()
      },
    )
    expect(text).toMatch(/Stopped after \d+ households/)
    expect(code).toBe(130)
    expect((await decisionsIn(out)).length).toBeGreaterThan(1000)
  })

  it('says what is wrong with an option', async () => {
    const { code, text } = await run(['--residents', 'many'])
    expect(code).toBe(2)
    expect(text).toContain('--residents wants a whole number of at least 1, not many')
  })
})
