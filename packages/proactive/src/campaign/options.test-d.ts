import type { Ledger } from '@vanzelf/ledger'
import { calendarYear, euro, fact, ground, money, oncePer, policy, some } from '@vanzelf/rules'
import { it } from 'vitest'
import { runCampaign } from './run-campaign.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const members = fact({ ...person, name: 'members', value: { type: 'those', to: 'person' } })
const poor = fact({ ...person, name: 'poor', value: { type: 'truth' } })
const support = policy({
  name: 'exampleville/support',
  about: 'person',
  grounds: [ground('art. 2', some(members, poor))],
  benefit: money(euro(50)),
  period: calendarYear,
  quota: oncePer('household', calendarYear),
  basis: { register: 'council decision 2026/12' },
})
declare const ledger: Ledger
type Subjects = { readonly subjects: readonly string[] }
const options = {
  ledger,
  id: 'support 2026',
  population: () => ['p1'],
  on: '2026-03-10',
  asker: 'Exampleville',
  takesEffect: 'automatically',
  lost: { then: 'keep', law: 'art. 9' },
} as const

it('takes connectors that are written by hand, relations and truths of one source beside each other', () => {
  const register = {
    members: async ({ subjects }: Subjects) => subjects.map((id) => ({ value: [id] })),
    poor: async ({ subjects }: Subjects) => subjects.map(() => ({ value: true })),
  }
  runCampaign(support, { ...options, connectors: { register }, holders: { household: members } })
  // @ts-expect-error nothing answers who is poor
  runCampaign(support, { ...options, connectors: { register: { members: register.members } } })
  const wrong = { ...register, poor: async ({ subjects }: Subjects) => subjects.map(() => ({ value: 'yes' })) }
  // @ts-expect-error who is poor is yes or no
  runCampaign(support, { ...options, connectors: { register: wrong } })
  const old = fact({ ...person, name: 'old', value: { type: 'those', to: 'person' } })
  // @ts-expect-error a quota counts for who is known from what the policy itself asks
  runCampaign(support, { ...options, connectors: { register }, holders: { household: old } })
})
