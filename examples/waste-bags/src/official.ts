import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { magda } from '@vanzelf/magda'
import type { Connector } from '@vanzelf/source'
import { type FactsOf, known } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { loopbackMagda } from '@vanzelf/testing/magda'
import { campaign } from './campaign.ts'
import { decisionsFile } from './decisions-file.ts'
import type { Options } from './options.ts'
import { progressOf } from './progress.ts'
import { summary } from './summary.ts'

/** The same job over SOAP, for the official test persons of the platform. */
export async function official({ responses, on, out }: Options, signal: AbortSignal): Promise<void> {
  const folder = join(responses, 'Persoon', 'GeefPersoon', '02.02.0000')
  if (!existsSync(folder)) {
    console.log(`\nThe official test persons are left out: there are no sample responses in ${responses}.`)
    return
  }
  const numbers = readdirSync(folder).flatMap((name) => /^(\d{11})\.xml$/.exec(name)?.[1] ?? [])
  const platform = await loopbackMagda({ responses })
  try {
    const people = pseudonyms({ key: randomBytes(32) })
    const connectors = {
      ...magda({
        endpoint: platform.endpoint,
        sender: { uri: 'exampleville.be/waste-bags-aip', hoedanigheid: 'ipdc1' },
        pseudonyms: people,
        now: () => new Date(`${on}T12:00:00Z`),
      }),
      'municipal-welfare': nobodyKnown,
    }
    console.log('')
    const path = join(out, 'official-test-persons.jsonl')
    const file = await decisionsFile(path)
    const progress = progressOf(
      `Asking the platform over SOAP for ${numbers.length} official test persons`,
      numbers.length,
    )
    const total = await campaign({
      subjects: numbers.map((number) => people.of(number)),
      connectors,
      on,
      file,
      signal,
      onProgress: progress.advance,
    })
    await file.close()
    progress.stop(`${platform.asked.length} questions were asked over SOAP.`)
    console.log(summary(total, 0))
    console.log(`Each decision with its explanation: ${path}`)
  } finally {
    await platform.close()
  }
}

/** A welfare centre that has none of the test persons in its files. */
const nobodyKnown = Object.fromEntries(
  Object.keys(municipalWelfare.facts).map((name) => [
    name,
    async ({ subjects }: { readonly subjects: readonly string[] }) => subjects.map(() => known(false)),
  ]),
) as unknown as Connector<FactsOf<typeof municipalWelfare>>
