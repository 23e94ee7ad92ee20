import type { Connector, FactsOf } from '@vanzelf/source'
import type { disability } from '@vanzelf/source-disability'
import type { education } from '@vanzelf/source-education'
import type { populationRegister } from '@vanzelf/source-population-register'
import type { tax } from '@vanzelf/source-tax'
import { consultation } from './consultation.ts'
import { disabilityOver } from './disability.ts'
import type { Disclosed } from './disclosed.ts'
import { educationOver } from './education.ts'
import { momentOf } from './moment.ts'
import { numbers, type Pseudonyms } from './numbers.ts'
import { whole } from './pace-of.ts'
import { exchangeWith, type Platform, type PlatformOptions, senderOf } from './platform.ts'
import { populationRegisterOver } from './population-register.ts'
import { registry } from './registry.ts'
import { type SocialSecurityConnector, sharedNames, socialSecurityOver } from './social-security.ts'
import type { StatusProfile } from './status-profile.ts'
import { taxOver } from './tax.ts'

/** How the platform is asked. */
export type MagdaOptions<Own extends string = never> = Platform &
  PlatformOptions & {
    /** The national numbers behind the subjects. */
    readonly pseudonyms: Pseudonyms
    /** Statuses of the city's own, by the names of their facts. */
    readonly statuses?: { readonly [fact in Own]: StatusProfile }
    /**
     * The names of statuses your authorisation lists; without it those of the four every city shares. The platform
     * answers a name it does not know with "does not apply", so a name that is not in this list is never asked.
     */
    readonly allowedStatuses?: readonly string[]
    /**
     * Facts your finality shows. The platform leaves out what it may not show, so only of these a missing element says
     * that there is none: without `deathDate` here, of who lives it is not known.
     */
    readonly disclosed?: readonly Disclosed[]
    /** How many income years back an assessment is looked for, the one before this year first; 3 unless said. */
    readonly assessedYears?: number
    /**
     * How living wage is asked: as a status, yes or no for it and what equals it; or as the periods in which it was paid,
     * without amounts, where your authorisation has those. As a status unless said.
     */
    readonly livingWage?: 'status' | 'periods'
    /**
     * For how many days a person is registered before the first consultation, today included; 1 unless said. `false`
     * where the city registers its files otherwise.
     */
    readonly register?: { readonly days?: number } | false
  }

/** What MAGDA answers, by source. */
export interface MagdaConnectors<Own extends string = never> {
  readonly 'population-register': Connector<FactsOf<typeof populationRegister>>
  readonly 'social-security': SocialSecurityConnector<Own>
  readonly disability: Connector<FactsOf<typeof disability>>
  readonly tax: Connector<FactsOf<typeof tax>>
  readonly education: Connector<FactsOf<typeof education>>
}

/**
 * Connectors that answer the population register, social security, disability, tax and education from MAGDA, the
 * data-sharing platform of Flanders.
 *
 * National numbers stay inside; subjects are pseudonyms. Asks of one turn of the event loop about the same person for
 * the same purpose are joined: up to eight statuses go in one request. What is busy is tried again, later; what cannot
 * be read, contradicts itself or answers another question is in doubt. A day to come is not asked.
 * @throws {DefinitionError} `status-not-allowed`, `status-narrowed`, `bad-postcodes`, `bad-age` or
 * `too-many-parameters` for a status that cannot be asked so; `bad-option` for a number out of its range;
 * `bad-signing-profile`, `key-not-rsa` or `not-https` for a security that cannot be
 * @throws {DocumentError} `no-certificate` or `bad-certificate` for authorities that are none
 * @example
 * ```ts
 * import { increasedReimbursement } from '@vanzelf/source-social-security'
 * import { unknown } from '@vanzelf/rules'
 *
 * const connectors = magda({
 *   send: async () => ({ status: 503, body: '' }),
 *   sender: { uri: 'exampleville.be/meals', hoedanigheid: 'ipdc1' },
 *   pseudonyms: { of: (number) => `p${number}`, reveal: (id) => id.slice(1) },
 *   retry: { attempts: 1 },
 * })
 * const purpose = { policy: 'exampleville/meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * const answers = await connectors['social-security'].increasedReimbursement({
 *   fact: increasedReimbursement,
 *   at: { on: '2026-01-01' },
 *   subjects: ['p80612500102'],
 *   purpose,
 * })
 * answers // => [{ unknown: 'unavailable', code: 'HTTP 503' }]
 * ```
 */
export function magda<const Own extends string = never>(options: MagdaOptions<Own>): MagdaConnectors<Own> {
  const { pseudonyms, now = () => new Date() } = options
  const ask = exchangeWith(options)
  const known = numbers(pseudonyms)
  const { register = {} } = options
  const consult = consultation({
    exchange: ask,
    registry: register
      ? registry({
          exchange: ask,
          days: whole('register.days', register.days ?? 1),
          now,
          senderFor: senderOf(options.sender),
        })
      : undefined,
    numbers: known,
  })
  const today = () => momentOf(now()).day
  const { disclosed = [] } = options
  return Object.freeze({
    'population-register': populationRegisterOver({
      consult,
      numbers: known,
      today,
      disclosed,
    }),
    'social-security': socialSecurityOver<Own>({
      consult,
      numbers: known,
      today,
      // Without the option there are no names of the city's own.
      statuses: options.statuses ?? ({} as { readonly [fact in Own]: StatusProfile }),
      allowed: options.allowedStatuses ?? sharedNames,
      livingWagePeriods: options.livingWage === 'periods',
    }),
    disability: disabilityOver({ consult, today, disclosed }),
    tax: taxOver({ consult, today, disclosed, yearsBack: whole('assessedYears', options.assessedYears ?? 3) }),
    education: educationOver({ consult, today }),
  })
}
