import { Agent } from 'undici'
import { authoritiesIn, pemOf, vouchesForItself } from './security/certificates.ts'
import type { Identity } from './security/identity.ts'

/** How a server is reached over TLS. */
export interface Tls {
  /** Presented as client certificate, where the server wants one. */
  readonly identity?: Identity
  /** The only authorities whose servers are trusted, as PEM; without them those Node knows. */
  readonly authorities?: string
}

/**
 * Connections that are kept and shared, with bounds on their number and on every wait.
 * @throws {DocumentError} `no-certificate` or `bad-certificate` for authorities that are none
 */
export function connectionsOf({
  timeout,
  concurrency,
  tls: { identity, authorities } = {},
}: {
  readonly timeout: number
  readonly concurrency: number
  readonly tls?: Tls | undefined
}): Agent {
  return new Agent({
    connections: concurrency,
    connect: {
      timeout: Math.min(CONNECT, timeout),
      ...(identity && {
        // The server knows the authority at the top: it need not be sent.
        cert: pemOf(identity.chain.filter((certificate, place) => place === 0 || !vouchesForItself(certificate))),
        key: identity.key.export({ type: 'pkcs8', format: 'pem' }),
      }),
      ...(authorities !== undefined && { ca: pemOf(authoritiesIn(authorities, 'authorities of a connection')) }),
    },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  })
}

/** As long as the platform's own client waits for a connection, in milliseconds. */
const CONNECT = 15_000
