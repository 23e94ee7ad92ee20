import { fileURLToPath } from 'node:url'
import type { VanzelfError } from '@vanzelf/rules'
import { official } from './official.ts'
import { type Options, optionsOf, USAGE } from './options.ts'
import { synthetic } from './synthetic.ts'

/** Where the platform's sample traffic stands beside a checkout, if it does. */
const SAMPLES = fileURLToPath(new URL('../../../../shared/magda-mock/responses', import.meta.url))

async function run(options: Options): Promise<number> {
  const stop = new AbortController()
  // The first Ctrl-C ends what is under way cleanly; a second one ends the process.
  process.once('SIGINT', () => stop.abort())
  await synthetic(options, stop.signal)
  if (!stop.signal.aborted) await official(options, stop.signal)
  return stop.signal.aborted ? INTERRUPTED : 0
}

/** As shells tell it: 128 and the number of the signal. */
const INTERRUPTED = 130

function asked(): Options | undefined {
  try {
    const options = optionsOf(process.argv.slice(2), SAMPLES)
    if (options !== 'help') return options
    console.log(USAGE)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    process.exitCode = 2
  }
  return undefined
}

const options = asked()
if (options !== undefined) {
  try {
    process.exitCode = await run(options)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'todo' in error)) throw error
    console.error((error as VanzelfError).message)
    process.exitCode = 1
  }
}
