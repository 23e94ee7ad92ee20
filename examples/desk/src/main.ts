import { parseArgs } from 'node:util'
import { demo } from './demo.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    residents: { type: 'string', default: '5000' },
    folder: { type: 'string' },
  },
})
const { origin, numbers, letters, close } = await demo({
  residents: Number(values.residents),
  port: Number(values.port),
  ...(values.folder !== undefined && { folder: values.folder }),
  // A register that is down now and then, and one that doubts, as in a real city.
  disturbance: { fail: { 'social-security': 0.03 }, doubt: 0.003, seed: 1 },
})
console.log(`The desk is at ${origin}
Numbers to try, of people who do not exist, and what the desk says of the UiTPAS:
  yes ${numbers.eligible}   no ${numbers['not eligible']}   not known ${numbers.undetermined}
Letters that are sent are put in ${letters}
Ctrl-C stops, and removes them.`)

const stop = async () => {
  await close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
