import type { Ledger } from '@vanzelf/ledger'
import {
  type AsksOfPolicy,
  atMostTimes,
  calendarYear,
  euro,
  fact,
  ground,
  money,
  policy,
  unknown,
} from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import type { KnownCampaignOptions } from '../src/index.ts'

const livingWage = fact({
  source: 'welfare',
  name: 'livingWage',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})

/** Of no city: whoever has a living wage gets 50 euro, once a year. */
export const support = policy({
  name: 'exampleville/support',
  about: 'person',
  grounds: [ground('art. 2', livingWage)],
  benefit: money(euro(50)),
  period: calendarYear,
  quota: atMostTimes(1, 'person', calendarYear),
  basis: { welfare: 'council decision 2026/12, art. 6' },
})

export const people = (count: number): readonly SubjectId[] => Array.from({ length: count }, (_, n) => `p${n}`)

interface Batch {
  readonly subjects: readonly SubjectId[]
}

/** Each tenth has a living wage; it remembers about whom it was asked, and does something before it answers. */
export function welfare({
  before = async () => {},
  isDown = () => false,
}: {
  readonly before?: (subjects: readonly SubjectId[]) => Promise<void>
  readonly isDown?: (subject: SubjectId) => boolean
} = {}) {
  const asked: SubjectId[] = []
  const connectors = {
    welfare: {
      livingWage: async ({ subjects }: Batch) => {
        asked.push(...subjects)
        await before(subjects)
        return subjects.map((one) => (isDown(one) ? unknown('unavailable') : { value: one.endsWith('0') }))
      },
    },
  }
  return { asked, connectors }
}

export type SupportOptions = KnownCampaignOptions<AsksOfPolicy<typeof support>, 'person'>

export const optionsOf = (
  connectors: SupportOptions['connectors'],
  more: Partial<SupportOptions> = {},
): SupportOptions => ({
  id: 'support 2026',
  population: () => people(40),
  connectors,
  on: '2026-03-10',
  asker: 'Exampleville',
  takesEffect: 'automatically',
  lost: { then: 'ask a person', law: 'art. 9' },
  together: 5,
  ...more,
})

export const grantsUnder = async (ledger: Ledger): Promise<number> => {
  let count = 0
  for await (const page of ledger.grants.under(support.name)) count += page.length
  return count
}
