import { openLedger } from '@vanzelf/ledger'
import { campaign, work } from '../src/index.ts'
import { optionsOf, support, welfare } from './support.ts'

/** A process that works on a campaign, of which a source never answers about the second batch that it is asked about. */
const [connectionString = '', schema = ''] = process.argv.slice(2)
let batches = 0
const { connectors } = welfare({
  before: async () => {
    if (++batches < 2) return
    process.stdout.write('stuck\n')
    await new Promise(() => setInterval(() => {}, 1_000))
  },
})
const ledger = await openLedger({ connectionString, schema })
await work(ledger, [campaign(support, optionsOf(connectors))], { sideBySide: 1 })
