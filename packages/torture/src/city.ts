import { creditFile } from '@vanzelf/delivery'
import { wasteBags } from '@vanzelf/policy-waste-bags'
import type { CampaignOptions } from '@vanzelf/proactive'
import { type AsksOfPolicy, dayIn, euro, january1, on, parameter, thisDay, yearOf } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import { householdMembers } from '@vanzelf/source-population-register'
import { inMemory, syntheticCity } from '@vanzelf/testing'

const amounts = (name: string, single: number, more: number) =>
  parameter({
    name,
    value: { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money' } },
    history: [
      {
        from: '2020-01-01',
        value: [
          { from: 0, value: euro(single) },
          { from: 1, value: euro(more) },
        ],
        article: 'art. 4',
        verified: true,
      },
    ],
  })

/** A regulation of nobody's, whose figures count as verified: what is tried here is what happens to its grants. */
export const bags = wasteBags({
  name: 'tortureville/waste-bags',
  regulation: 'Tortureville, council decision 2025/40',
  municipality: '44021',
  allowance: amounts('allowance', 30, 50),
  extraCredit: amounts('extraCredit', 10, 20),
  obtainedLater: 'does not count',
  cutOff: dayIn(yearOf(thisDay), '08-15'),
  articles: { increasedReimbursement: 'art. 3, 1°', budgetHelp: 'art. 3, 2°', debtMediation: 'art. 3, 3°' },
  basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
})

/** A city with so many households; they hold two residents and a little each. */
export function cityOf(households: number) {
  const city = syntheticCity({ seed: 7, residents: Math.ceil(households * 2.4) + 20 })
  function* population() {
    let left = households
    for (const subject of city.referencePersons()) {
      if (left-- === 0) return
      yield subject
    }
  }
  return { city, connectors: inMemory(city), population }
}

type Options = CampaignOptions<AsksOfPolicy<typeof bags>, 'person'>

/** One campaign, the same wherever it runs. */
export const campaignOf = ({
  folder,
  ...options
}: Pick<Options, 'ledger' | 'connectors' | 'population' | 'together'> &
  Partial<Options> & { readonly folder?: string }): Options => ({
  id: 'torture',
  on: '2026-03-10',
  asker: 'Tortureville',
  holders: { household: on(january1, householdMembers) },
  takesEffect: 'automatically',
  lost: { then: 'keep', law: 'art. 10' },
  ...(folder !== undefined && {
    channels: [
      creditFile({
        folder,
        name: 'bags',
        amountOf: everyCent,
        // What somebody is called stands in no file here.
        recipients: (batch) => batch.map(({ recipient }) => ({ account: recipient })),
      }),
    ],
  }),
  ...options,
})

/** All money of a benefit, whatever its parts are for. */
function everyCent(benefit: Given): number {
  if (benefit.kind === 'composite') return benefit.parts.reduce((sum, part) => sum + everyCent(part), 0)
  return benefit.kind === 'money' && typeof benefit.amount === 'number' ? benefit.amount : 0
}
