import type { Channel, Delivery } from '@vanzelf/delivery'
import type { Ledger } from '@vanzelf/ledger'
import {
  all,
  atMostTimes,
  calendarYear,
  discretion,
  euro,
  fact,
  ground,
  type IsoDate,
  money,
  policy,
  type Unknown,
  when,
} from '@vanzelf/rules'
import type { Answerer, SubjectId } from '@vanzelf/source'
import { type CampaignOptions, type Report, runCampaign } from '../src/index.ts'

const truth = { source: 'register', about: 'person', value: { type: 'truth' }, when: ['date'] } as const
export const poor = fact({ ...truth, name: 'poor' })
const behind = fact({ ...truth, name: 'behind' })
const disabled = fact({ ...truth, name: 'disabled' })
const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnende situatie', en: 'hardship' } })

/** Who is poor, or behind on the rent and in hardship, gets 50 euros a year; who is disabled 80. */
export const support = policy({
  name: 'exampleville/support',
  about: 'person',
  grounds: [ground('art. 2', poor), ground('art. 3', all(behind, hardship))],
  benefit: money(when(disabled, euro(80)).otherwise(euro(50))),
  period: calendarYear,
  quota: atMostTimes(1, 'person', calendarYear),
  basis: { register: 'council decision 2026/12, art. 5' },
})

export type Register = Record<SubjectId, { readonly [name in 'poor' | 'behind' | 'disabled']?: boolean | Unknown }>

/** A channel that does what it is told and remembers it. */
export function memory(name = 'bank') {
  const delivered = new Map<string, Delivery>()
  const channel: Channel = {
    name,
    deliver: async (batch) =>
      batch.map((delivery) => {
        delivered.set(delivery.id, delivery)
        return { outcome: 'delivered', receipt: delivery.id }
      }),
    withdraw: async (batch) =>
      batch.map(({ receipt }) => {
        delivered.delete(receipt)
        return { outcome: 'withdrawn' }
      }),
  }
  /** What stands: until when, and how many cents. */
  const standing = () =>
    [...delivered.values()].map(({ period, benefit }) => [period.until, 'amount' in benefit && benefit.amount])
  return { channel, standing }
}

/** A city of few, and campaigns over all of them. */
export function city(ledger: Ledger, register: Register, more: Partial<CampaignOptions> = {}) {
  const asked: SubjectId[] = []
  const answer =
    (name: 'poor' | 'behind' | 'disabled'): Answerer =>
    async ({ subjects }) => {
      asked.push(...subjects)
      return subjects.map((subject) => {
        const value = register[subject]?.[name] ?? false
        return typeof value === 'boolean' ? { value } : value
      })
    }
  const common = {
    ledger,
    connectors: { register: { poor: answer('poor'), behind: answer('behind'), disabled: answer('disabled') } },
    asker: 'Exampleville',
    lost: { then: 'ask a person', law: 'art. 9' },
    ...more,
  } as const
  const run = async (id: string, on: IsoDate = '2026-03-10', other: Partial<CampaignOptions> = {}): Promise<Report> =>
    runCampaign(support, {
      ...common,
      id,
      on,
      population: () => Object.keys(register),
      takesEffect: 'automatically',
      ...other,
    } as CampaignOptions as never)
  return { register, asked, common, run }
}
