import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program that runs beside the tests, and what it said so far. */
export interface Program {
  readonly process: ChildProcess
  readonly said: readonly string[]
  /** Waits until it says something that begins so, or ends. */
  until(start: string): Promise<string | undefined>
  kill(): Promise<void>
}

export function program(...args: readonly string[]): Program {
  const child = fileURLToPath(new URL('child.ts', import.meta.url))
  const started = spawn(process.execPath, ['--conditions=vanzelf:src', '--import', 'tsx', child, ...args], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const waiting = new Set<() => void>()
  let ended = false
  const tell = () => {
    for (const one of waiting) one()
  }
  createInterface({ input: started.stdout }).on('line', (line) => {
    said.push(line)
    tell()
  })
  const closed = new Promise<void>((resolve) =>
    started.on('close', () => {
      ended = true
      tell()
      resolve()
    }),
  )
  return {
    process: started,
    said,
    until: (start) =>
      new Promise((resolve) => {
        const look = () => {
          const found = said.find((line) => line.startsWith(start))
          if (found === undefined && !ended) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    async kill() {
      started.kill('SIGKILL')
      await closed
    },
  }
}
