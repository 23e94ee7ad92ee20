import { join } from 'node:path'
import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { requirements, unverified } from '@vanzelf/rules/require'
import { inMemory, type SyntheticCity, syntheticCity } from '@vanzelf/testing'
import { campaign } from './campaign.ts'
import { decisionsFile } from './decisions-file.ts'
import type { Options } from './options.ts'
import { progressOf } from './progress.ts'
import { caution, summary } from './summary.ts'

/** Sources of a real city fail now and then, and sometimes contradict themselves. */
const DISTURBANCE = { fail: { 'social-security': 0.002 }, doubt: { 'population-register': 0.0005 }, seed: 1 }

/** The synthetic city: who gets waste bags. */
export async function synthetic({ residents, seed, on, out }: Options, signal: AbortSignal): Promise<void> {
  const city = syntheticCity({ seed, residents })
  const path = join(out, 'decisions.jsonl')
  const file = await decisionsFile(path)
  const progress = progressOf(
    `Deciding ${city.householdCount} households of ${residents} residents`,
    city.householdCount,
  )
  const total = await campaign({
    subjects: city.referencePersons(),
    connectors: inMemory(city, DISTURBANCE),
    on,
    file,
    signal,
    onProgress: progress.advance,
  })
  await file.close()
  progress.stop(signal.aborted ? `Stopped after ${total.households} households.` : 'Every household is decided.')
  console.log(summary(total, signal.aborted ? 0 : everythingOf(city)))
  console.log(`Each decision with its explanation: ${path}`)
  console.log(caution(unverified(ghentWasteBags, on)))
}

/** What a form would ask: every fact of the policy, of every resident. */
const everythingOf = (city: SyntheticCity) => requirements(ghentWasteBags).length * city.residentCount
