import { randomUUID } from 'node:crypto'
import { DefinitionError } from '@vanzelf/rules'
import type { Connector, FactsOf, Purpose } from '@vanzelf/source'
import type { populationRegister } from '@vanzelf/source-population-register'
import { consultation } from './consultation.ts'
import { exchange } from './exchange.ts'
import { momentOf } from './moment.ts'
import { numbers, type Pseudonyms } from './numbers.ts'
import { populationRegisterOver } from './population-register.ts'
import { registry } from './registry.ts'
import type { RequestLogged } from './request-log.ts'
import type { Sender } from './service.ts'
import { type SocialSecurityConnector, sharedNames, socialSecurityOver } from './social-security.ts'
import type { StatusProfile } from './status-profile.ts'
import { overHttp, type Send } from './transport.ts'

/** Where the platform is: an address, or what carries messages to it. */
export type Platform =
  | { readonly endpoint: string | URL; readonly send?: never }
  | { readonly send: Send; readonly endpoint?: never }

/** How the platform is asked. */
export type MagdaOptions<Own extends string = never> = Platform & {
  /** Who asks: one sender, or one for each purpose. */
  readonly sender: Sender | ((purpose: Purpose) => Sender)
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
  readonly disclosed?: readonly 'deathDate'[]
  /**
   * For how many days a person is registered before the first consultation, today included; 1 unless said. `false`
   * where the city registers its files otherwise.
   */
  readonly register?: { readonly days?: number } | false
  /** How long an attempt may take, in milliseconds; 30,000 unless said. */
  readonly timeout?: number
  /** How many requests may be under way at once; 8 unless said. */
  readonly concurrency?: number
  /** How often a request is tried while the platform is busy, and how long it waits at first, in milliseconds. */
  readonly retry?: { readonly attempts?: number; readonly delay?: number }
  /** Signs an envelope before it is sent. */
  readonly sign?: (envelope: string) => string | Promise<string>
  /** Is told what becomes of each request: no values, no national numbers. */
  readonly log?: (logged: RequestLogged) => void
  /** The clock. Households are known as of its day, and nothing is asked of days after it. */
  readonly now?: () => Date
  /** References of messages, at most 36 characters, each another; random unless said. */
  readonly reference?: () => string
}

/** What MAGDA answers, by source. */
export interface MagdaConnectors<Own extends string = never> {
  readonly 'population-register': Connector<FactsOf<typeof populationRegister>>
  readonly 'social-security': SocialSecurityConnector<Own>
}

/**
 * Connectors that answer the population register and social security from MAGDA, the data-sharing platform of Flanders.
 *
 * National numbers stay inside; subjects are pseudonyms. Asks of one turn of the event loop about the same person for
 * the same purpose are joined: up to eight statuses go in one request. What is busy is tried again, later; what cannot
 * be read, contradicts itself or answers another question is in doubt. A day to come is not asked.
 * @throws {DefinitionError} `status-not-allowed`, `status-narrowed`, `bad-postcodes`, `bad-age` or
 * `too-many-parameters` for a status that cannot be asked so; `bad-option` for a number out of its range
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
  const { pseudonyms, retry = {}, log = () => {}, now = () => new Date(), reference = randomUUID } = options
  const timeout = whole('timeout', options.timeout ?? 30_000)
  const concurrency = whole('concurrency', options.concurrency ?? 8)
  const { sender } = options
  const senderFor = typeof sender === 'function' ? sender : () => sender
  const ask = exchange({
    send: options.send ?? overHttp({ endpoint: options.endpoint, timeout, concurrency }),
    sign: options.sign ?? ((envelope) => envelope),
    senderFor,
    timeout,
    concurrency,
    attempts: whole('retry.attempts', retry.attempts ?? 4),
    delay: whole('retry.delay', retry.delay ?? 500),
    now,
    reference,
    log,
  })
  const known = numbers(pseudonyms)
  const { register = {} } = options
  const consult = consultation({
    exchange: ask,
    registry: register
      ? registry({ exchange: ask, days: whole('register.days', register.days ?? 1), now, senderFor })
      : undefined,
    numbers: known,
  })
  const today = () => momentOf(now()).day
  return Object.freeze({
    'population-register': populationRegisterOver({
      consult,
      numbers: known,
      today,
      disclosed: options.disclosed ?? [],
    }),
    'social-security': socialSecurityOver<Own>({
      consult,
      numbers: known,
      today,
      // Without the option there are no names of the city's own.
      statuses: options.statuses ?? ({} as { readonly [fact in Own]: StatusProfile }),
      allowed: options.allowedStatuses ?? sharedNames,
    }),
  })
}

function whole(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value
  throw new DefinitionError({
    code: 'bad-option',
    what: `\`${option}\` is not a whole number above zero`,
    where: 'options of `magda`',
    todo: 'leave it out, or give a whole number',
  })
}
