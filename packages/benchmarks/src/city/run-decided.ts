import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { decideAll } from '@vanzelf/proactive'
import { inMemory, syntheticCity } from '@vanzelf/testing'
import { measured } from './measured.ts'

// One city, decided household by household; explanations off. Prints one line of JSON.

const city = syntheticCity({ seed: 1, residents: Number(process.argv[2]) })
const options = { connectors: inMemory(city), on: '2026-01-01', asker: 'Ghent' } as const
await measured(async (tick) => {
  let households = 0
  for await (const some of decideAll(ghentWasteBags, city.referencePersons(), options)) {
    households += some.length
    tick()
  }
  return households
})
