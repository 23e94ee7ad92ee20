import { randomUUID } from 'node:crypto'
import type { Purpose } from '@vanzelf/source'
import { type Exchange, exchange } from './exchange.ts'
import type { ServiceLimits } from './pace.ts'
import { paceOf, whole } from './pace-of.ts'
import type { RequestLogged } from './request-log.ts'
import { type Security, secured } from './security/security.ts'
import type { Sender } from './service.ts'
import { overHttp, type Send } from './transport.ts'

/** Where the platform is: an address, or what carries messages to it. */
export type Platform =
  | { readonly endpoint: string | URL; readonly send?: never }
  | { readonly send: Send; readonly endpoint?: never }

/** How messages go to the platform, whatever is asked. */
export interface PlatformOptions {
  /** Who asks: one sender, or one for each purpose. */
  readonly sender: Sender | ((purpose: Purpose) => Sender)
  /** How long an attempt may take, in milliseconds; 30,000 unless said. */
  readonly timeout?: number
  /** How many requests may be under way at once; 8 unless said. */
  readonly concurrency?: number
  /** How often a request is tried while the platform is busy, and how long it waits at first, in milliseconds. */
  readonly retry?: { readonly attempts?: number; readonly delay?: number }
  /** How hard each service may be pressed, by its name; without it only `concurrency` bounds it. */
  readonly limits?: { readonly [service: string]: ServiceLimits }
  /**
   * A service that fails on and on is left alone for a while: after 20 failures in a row, for 30,000 milliseconds, unless
   * said. What is asked of it meanwhile is unavailable, at once.
   */
  readonly breaker?: { readonly failures?: number; readonly pause?: number } | false
  /** Who we are to the platform: signatures, client certificate, and whose answers we trust. */
  readonly security?: Security
  /** Signs an envelope before it is sent, instead of `security.signing`. */
  readonly sign?: (envelope: string) => string | Promise<string>
  /** Is told what becomes of each request: no values, no national numbers. */
  readonly log?: (logged: RequestLogged) => void
  /** The clock. Households are known as of its day, and nothing is asked of days after it. */
  readonly now?: () => Date
  /** References of messages, at most 36 characters, each another; random unless said. */
  readonly reference?: () => string
}

export const senderOf = (sender: PlatformOptions['sender']) => (typeof sender === 'function' ? sender : () => sender)

/** What puts questions to the platform, as options say. */
export function exchangeWith(options: Platform & PlatformOptions): Exchange {
  const { log = () => {}, now = () => new Date(), reference = randomUUID } = options
  const timeout = whole('timeout', options.timeout ?? 30_000)
  const concurrency = whole('concurrency', options.concurrency ?? 8)
  const { sign, verify, tls } = secured(options.security, { endpoint: options.endpoint, now })
  return exchange({
    send: options.send ?? overHttp({ endpoint: options.endpoint, timeout, concurrency, tls }),
    sign: options.sign ?? sign ?? ((envelope) => envelope),
    verify,
    senderFor: senderOf(options.sender),
    pace: paceOf({ ...options, concurrency }),
    timeout,
    now,
    reference,
    log,
  })
}
