import { openLedger } from '../src/index.ts'
import { claimOf, grant } from './city.ts'

/** A program of its own, to be killed: it says what it did on its standard output, one line each. */
const say = (...words: readonly unknown[]) => process.stdout.write(`${words.join(' ')}\n`)
const [what, where = '', more = ''] = process.argv.slice(2)

switch (what) {
  // Opens a folder, tells how much it holds, and grants one after another.
  case 'write': {
    const ledger = await openLedger({ folder: where, staleAfter: 2_000 })
    const { seq } = await ledger.head()
    say('found', seq)
    for (let n = seq + 1; ; n++) {
      await ledger.write(async ({ claim, granted }) => {
        await claim([claimOf(`g${n}`, [`p${n}`])])
        await granted([grant(`g${n}`, `p${n}`)])
      })
      say('kept', n)
    }
  }
  case 'hold': {
    const ledger = await openLedger({ folder: where, staleAfter: 2_000 })
    say('open', (await ledger.head()).seq)
    setInterval(() => {}, 1_000)
    break
  }
  // Takes a job, and never ends it.
  case 'job': {
    const ledger = await openLedger({ connectionString: where, schema: more })
    await (await ledger.jobs.queue('letters')).work(async (job) => {
      say('taken', JSON.stringify(job))
      await new Promise(() => setInterval(() => {}, 1_000))
    })
    break
  }
  case 'embedded job': {
    const ledger = await openLedger({ folder: where, staleAfter: 2_000 })
    const queue = await ledger.jobs.queue('letters')
    await queue.send([{ job: { batch: 1 } }])
    await queue.work(async () => {
      say('taken')
      await new Promise(() => setInterval(() => {}, 1_000))
    })
    break
  }
  case 'alone': {
    const ledger = await openLedger({ connectionString: where, schema: more })
    await ledger.alone('campaign', async () => {
      say('taken')
      await new Promise(() => setInterval(() => {}, 1_000))
    })
  }
}
