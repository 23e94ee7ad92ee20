import type { CampaignOptions } from '@vanzelf/proactive'
import { isDate } from '@vanzelf/rules/tree'
import * as z from 'zod'
import type { CampaignConfig } from './campaign-config.ts'
import { isFunction, isObject, madeBy, orMissing, strict } from './strict.ts'

const text = z
  .string({ error: orMissing('is not a text') })
  .trim()
  .min(1, 'is empty')
const date = z.custom<CampaignConfig['on']>((value) => typeof value === 'string' && isDate(value), {
  error: orMissing('is not a date that exists, as 2026-01-31'),
})
const count = z.int('is not a whole number').min(1, 'is less than 1').optional()
const called = <Made extends (...args: never) => unknown>() =>
  z.custom<Made>(isFunction, { error: orMissing('is not a function') })

type Channels = NonNullable<CampaignOptions['channels']>

const isChannel = (value: unknown): value is Channels[number] =>
  isObject(value) && 'name' in value && 'deliver' in value && 'withdraw' in value

export const channel = z.custom<Channels[number]>(isChannel, 'is not a channel')
export const channels = z.custom<Channels>(
  (value) => Array.isArray(value) && value.every(isChannel),
  'is not a list of channels',
)

/** What a campaign of the configuration must look like; what an expression or a channel is, the compiler checks. */
export const campaign = strict(
  {
    policy: text,
    population: called<CampaignConfig['population']>(),
    on: date,
    takesEffect: z.union(
      [z.literal('automatically'), z.strictObject({ approvals: z.union([z.literal(1), z.literal(2)]) })],
      { error: orMissing("is neither 'automatically' nor { approvals: 1 } or { approvals: 2 }") },
    ),
    lost: strict(
      {
        then: z.enum(['keep', 'ask a person', 'end'], { error: orMissing('is none of `keep`, `ask a person`, `end`') }),
        law: text,
      },
      'rule on what is lost',
    ),
    holders: z
      .custom<NonNullable<CampaignConfig['holders']>>(
        (value) => isObject(value) && Object.values(value).every(isObject),
        'is not a record of expressions, by what the quota is per',
      )
      .optional(),
    channels: madeBy(channels).optional(),
    invitations: madeBy(channel).optional(),
    reviewers: z.union([z.literal(1), z.literal(2)], 'is neither 1 nor 2').optional(),
    channelOf: called<NonNullable<CampaignConfig['channelOf']>>().optional(),
    authorisations: z
      .record(z.string(), strict({ until: date }, 'authorisation'), 'is not a record of authorisations by source')
      .optional(),
    corrects: z.boolean('is not true or false').optional(),
    together: count,
    sideBySide: count,
    now: called<() => Date>().optional(),
  },
  'campaign',
  // What is left out is left out here too, which the type that zod infers cannot tell from `undefined`.
).transform((checked) => checked as CampaignConfig)
