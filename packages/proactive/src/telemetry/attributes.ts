import type { Reason } from '@vanzelf/rules'

/** What became of a question. */
export type Result = 'known' | Reason | 'cancelled'

/** All that a span may tell: names that a policy gives, and numbers. Nobody stands in it, nor what is known of them. */
export interface Attributes {
  readonly 'vanzelf.campaign.id'?: string
  readonly 'vanzelf.campaign.state'?: string
  readonly 'vanzelf.policy.name'?: string
  readonly 'vanzelf.policy.version'?: string
  readonly 'vanzelf.batch.number'?: number
  readonly 'vanzelf.batch.step'?: string
  readonly 'vanzelf.source.name'?: string
  readonly 'vanzelf.fact.name'?: string
  readonly 'vanzelf.channel.name'?: string
  readonly 'vanzelf.subjects'?: number
  readonly 'vanzelf.deliveries'?: number
  readonly [answers: `vanzelf.answers.${string}`]: number
  /** A code or a name, never a message: that may hold anything. */
  readonly 'error.type'?: string
}
