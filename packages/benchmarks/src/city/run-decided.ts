import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { decideAll } from '@vanzelf/proactive'
import { inMemory, syntheticCity } from '@vanzelf/testing'
import type { CityRun } from './city.ts'

// One city, decided household by household; explanations off. Prints one line of JSON.

const city = syntheticCity({ seed: 1, residents: Number(process.argv[2]) })
const connectors = inMemory(city)
const before = process.memoryUsage().rss
let peak = before
let households = 0
const start = performance.now()
for await (const some of decideAll(ghentWasteBags, city.referencePersons(), {
  connectors,
  on: '2026-01-01',
  asker: 'Ghent',
})) {
  households += some.length
  peak = Math.max(peak, process.memoryUsage().rss)
}
const seconds = (performance.now() - start) / 1000
console.log(
  JSON.stringify({
    households,
    perSecond: Math.round(households / seconds),
    megabytes: Math.round((peak - before) / 1e6),
  } satisfies CityRun),
)
