import { createInterface } from 'node:readline'
import type { IsoDate } from '@vanzelf/rules'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'
import { run } from './run.ts'

/**
 * The command `vanzelf`, with the arguments, streams and folder of this process. It ends the process when all is written:
 * what a connector keeps open does not hold it.
 * @example
 * ```ts no-run: it ends the process that runs it
 * await main()
 * ```
 */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process
  // A reader that has seen enough, such as `head`, closes the pipe: no mistake of anybody's.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    today: today(new Date()),
    out: stdout,
    err: stderr,
    input: { isTTY: stdin.isTTY, lines: () => linesOf(stdin) },
    load,
    // A database is not loaded by who only describes a policy.
    openLedger: async (options) => (await import('@vanzelf/ledger')).openLedger(options),
    interrupted,
  })
  await Promise.all([stdout, stderr].map((stream) => new Promise<void>((done) => stream.write('', () => done()))))
  process.exit(code)
}

function interrupted(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) process.exit(EXIT.interrupted)
    stopping.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return stopping.signal
}

/** The day it is in Belgium, where the policies are in force: a server may keep another time. */
const today = (now: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(now) as IsoDate

/** Read from the first line that is wanted on: an interface that is made earlier drops what comes before. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}
