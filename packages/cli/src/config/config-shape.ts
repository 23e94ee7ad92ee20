import type { Policy } from '@vanzelf/rules'
import * as z from 'zod'
import { LANGUAGE_CODES } from '../languages.ts'
import { looksLikeNationalNumber } from '../national-number.ts'
import { quoted, suggestion } from '../nearest.ts'
import { findPolicy } from '../policy-named.ts'
import { campaign } from './campaign-shape.ts'
import type { Feeds } from './feeds.ts'
import { ledgerShape } from './ledger-shape.ts'
import { isFunction, isObject, madeBy } from './strict.ts'

/** Connectors as they are found when something is asked: by source, then by fact. */
export interface Connectors {
  readonly [source: string]: { readonly [fact: string]: unknown } | undefined
}

const policy = z.custom<Policy>(
  (value) => isObject(value) && 'kind' in value && value.kind === 'policy' && 'name' in value && 'grounds' in value,
  {
    error: ({ input }) =>
      isFunction(input)
        ? 'is a function: call it with what your city fills in'
        : 'is not a policy: `policy({ … })` of @vanzelf/rules makes one',
  },
)

export const connectors = z.custom<Connectors>(
  (value) => isObject(value) && !Array.isArray(value) && Object.values(value).every(isObject),
  'is not a record of connectors by source',
)

const campaigns = z.record(
  z
    .string()
    .refine((name) => name.trim() !== '', 'has a campaign without a name')
    .refine((name) => !looksLikeNationalNumber(name), 'has a campaign whose name looks like a national number'),
  campaign,
  'is not a record of campaigns by name',
)

const FIELDS = ['policies', 'connectors', 'asker', 'language', 'ledger', 'campaigns', 'feeds']

/** What the default export of a configuration must look like. */
export const config = z
  .strictObject(
    {
      policies: z
        .array(policy, 'is not a list of policies')
        .min(1, 'has no policy')
        .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'has two policies of one name'),
      connectors: z
        .union(
          [connectors, z.custom<() => unknown>(isFunction)],
          'is not a record of connectors by source, nor a function',
        )
        .optional(),
      asker: z.string('is not a text').trim().min(1, 'is empty').optional(),
      language: z.enum(LANGUAGE_CODES, `is none of ${quoted(LANGUAGE_CODES)}`).optional(),
      ledger: madeBy(ledgerShape).optional(),
      campaigns: campaigns.optional(),
      feeds: z.custom<Feeds>(isFunction, 'is not a function that reads a message').optional(),
    },
    {
      error: (issue) => {
        if (issue.code !== 'unrecognized_keys') return 'is not a configuration'
        const [key = ''] = issue.keys
        return `has \`${key}\`, which no configuration has: ${suggestion(key, FIELDS)}`
      },
    },
  )
  .superRefine(({ policies, campaigns = {} }, context) => {
    for (const [name, { policy }] of Object.entries(campaigns)) {
      const found = findPolicy(policies, policy)
      if ('kind' in found) continue
      const path = ['campaigns', name, 'policy']
      context.addIssue({ code: 'custom', path, message: `names no policy of \`policies\`: ${found.todo}` })
    }
  })

export type CheckedConfig = z.infer<typeof config>
