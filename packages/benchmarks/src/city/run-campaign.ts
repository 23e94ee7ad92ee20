import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { creditFile } from '@vanzelf/delivery'
import { openLedger } from '@vanzelf/ledger'
import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { runCampaign } from '@vanzelf/proactive'
import { january1, on } from '@vanzelf/rules'
import { householdMembers } from '@vanzelf/source-population-register'
import { inMemory, syntheticCity } from '@vanzelf/testing'
import { measured } from './measured.ts'

// One city: decided, approved by a person as unverified figures ask, granted and delivered. Prints one line of JSON.

const city = syntheticCity({ seed: 1, residents: Number(process.argv[2]) })
const folder = mkdtempSync(join(tmpdir(), 'vanzelf-campaign-'))
const ledger = await openLedger({ folder: join(folder, 'ledger') })
const options = {
  ledger,
  id: 'waste bags',
  population: () => city.referencePersons(),
  connectors: inMemory(city),
  on: '2026-01-01',
  asker: 'Ghent',
  holders: { household: on(january1, householdMembers) },
  takesEffect: { approvals: 1 },
  lost: { then: 'keep', law: 'a benchmark' },
  channels: [
    creditFile({
      folder: join(folder, 'files'),
      name: 'credits',
      recipients: (batch) => batch.map(({ recipient }) => ({ account: recipient })),
      amountOf: () => 1,
    }),
  ],
} as const
try {
  await measured(async (tick) => {
    await runCampaign(ghentWasteBags, { ...options, onProgress: tick })
    await ledger.campaigns.approve('waste bags', 'an officer')
    return (await runCampaign(ghentWasteBags, { ...options, onProgress: tick })).subjects
  })
} finally {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
}
