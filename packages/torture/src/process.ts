import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Job } from './run-one.ts'

/** What a process says. */
export interface Said {
  /** How many batches were done when it opened the ledger. */
  readonly opened?: number
  readonly done?: number
  readonly finished?: number
}

/** A process that works on a campaign. */
export interface Running {
  readonly child: ChildProcess
  /** Resolves when it ended: to its last words on the error output, and how it went. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

const program = fileURLToPath(new URL('run-one.ts', import.meta.url))

export function running(job: Job, heard: (said: Said, child: ChildProcess) => void): Running {
  const child = spawn(process.execPath, ['--conditions=vanzelf:src', '--import', 'tsx', program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (some: Buffer) => {
    errors = `${errors}${some}`.slice(-4_000)
  })
  createInterface({ input: child.stdout }).on('line', (line) => heard(JSON.parse(line) as Said, child))
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, errors }))) }
}
