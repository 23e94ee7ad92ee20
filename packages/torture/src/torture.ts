import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { LedgerOptions } from '@vanzelf/ledger'
import { postgresServer } from '@vanzelf/testing/postgres'
import { correct } from './correct-test.ts'
import { killed } from './kill-test.ts'
import { running } from './process.ts'
import type { Job } from './run-one.ts'
import { speed } from './speed-test.ts'
import { type State, stateOf } from './state.ts'
import { together } from './together-test.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    households: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '8' },
    corrections: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(`Usage: npm run torture -- [--kills 200] [--households 20000] [--workers 8] [--corrections 1000]

Runs a campaign with deliveries that is killed so many times, on an embedded ledger and on a server, and one by so many
processes of which a third of the answers fail while the server is restarted. All must end as a campaign that nobody
disturbed. Then so many statuses are corrected, and what is owed for it must be what a full recomputation finds. Exit status 0
only if all of it holds. Last it measures how much faster two processes are than one.`)
  process.exit(0)
}
const kills = whole('kills', values.kills, 0)
const households = whole('households', values.households, 1)
const workers = whole('workers', values.workers, 1)
const wrong = whole('corrections', values.corrections, 1)

const root = mkdtempSync(join(tmpdir(), 'vanzelf-torture-'))
const folder = (name: string) => join(root, name)
// As many batches as let a kill come after two of them, and not more than a source would be asked.
const batch = Math.max(1, Math.min(500, Math.floor(households / Math.max(1, kills * 2))))
const failures: string[] = []
const job = (ledger: LedgerOptions, name: string): Job => ({
  works: 'alone',
  ledger,
  folder: folder(`${name}-files`),
  households,
  together: batch,
})

const undisturbed = await run('undisturbed', { folder: folder('undisturbed') }, async (one) => {
  const { code, errors } = await running(one, () => {}).ended
  if (code !== 0) throw new Error(errors)
})
console.log(
  `undisturbed: ${households} households, ${JSON.stringify(undisturbed.outcomes)}, ${undisturbed.grants} grants`,
)

await run('embedded', { folder: folder('embedded'), staleAfter: 2_000 }, async (one) => {
  const { kills: times, lost, seconds } = await killed(one, kills)
  console.log(`embedded: ${times} kills in ${seconds.toFixed(0)} s, ${lost} acknowledged batches lost`)
  if (lost > 0 || times < kills) failures.push(`embedded: ${times} of ${kills} kills, ${lost} batches lost`)
})

const server = await postgresServer()
try {
  const { connectionString } = server
  await run('server', { connectionString, schema: 'killed' }, async (one) => {
    const { kills: times, lost, seconds } = await killed(one, kills)
    console.log(`server: ${times} kills in ${seconds.toFixed(0)} s, ${lost} acknowledged batches lost`)
    if (lost > 0 || times < kills) failures.push(`server: ${times} of ${kills} kills, ${lost} batches lost`)
  })
  await run('together', { connectionString, schema: 'together' }, async (one) => {
    const { seconds, restarts } = await together(one, workers, server)
    console.log(
      `together: ${workers} workers, a third of the answers failing, late or overtaken, ${restarts} restart of the server: ${seconds.toFixed(0)} s`,
    )
  })
  const schemas = { delta: { connectionString, schema: 'delta' }, full: { connectionString, schema: 'full' } }
  const { corrected, decidedAgain, owed, cents, asARecomputation } = await correct(schemas, households, wrong)
  console.log(
    `corrected: ${corrected} statuses, ${decidedAgain} households decided again, ${owed} grants owed ${(cents / 100).toFixed(2)} euro, ${asARecomputation ? 'as a full recomputation' : 'WRONG'}`,
  )
  if (!asARecomputation) failures.push('corrected: what is owed is not what a full recomputation finds')
  const [one, two] = await speed((count) => job({ connectionString, schema: `speed_${count}` }, `speed-${count}`))
  console.log(`speed: one process ${one.toFixed(1)} s, two ${two.toFixed(1)} s: ${(one / two).toFixed(2)} times`)
} finally {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
}

if (failures.length === 0) console.log('All of it holds.')
else console.error(failures.join('\n'))
// At once: what the server of the tests leaves behind would end it with status 0.
process.exit(failures.length === 0 ? 0 : 1)

/** Runs it, and compares how it ended with the campaign that nobody disturbed. */
async function run(name: string, ledger: LedgerOptions, act: (job: Job) => Promise<void>): Promise<State> {
  await act(job(ledger, name))
  const state = await stateOf(ledger, folder(`${name}-files`))
  const wrong = [
    ...state.amiss.slice(0, 5),
    ...(state.deliveredTwice > 0 ? [`${state.deliveredTwice} were delivered twice`] : []),
    ...(name !== 'undisturbed' && state.digest !== undisturbed.digest
      ? [`it ended otherwise: ${JSON.stringify(state.outcomes)}, ${state.grants} grants`]
      : []),
  ]
  failures.push(...wrong.map((what) => `${name}: ${what}`))
  console.log(
    `${name}: ${wrong.length === 0 ? 'as it must be' : 'WRONG'} (${state.grants} grants, ${state.delivered} delivered, ${state.entries} entries of the chain)`,
  )
  return state
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  console.error(`--${name} takes a whole number from ${least} on, not \`${text}\``)
  process.exit(2)
}
