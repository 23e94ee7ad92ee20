import { request } from 'undici'
import { connectionsOf, type Tls } from './connections.ts'

/** One request, ready to go. */
export interface Message {
  readonly service: string
  readonly version: string
  /** The SOAP envelope, signed where a signature was asked for. */
  readonly envelope: string
}

/** What came back. */
export interface Delivery {
  readonly status: number
  readonly body: string
}

/** Carries a message to the platform. It rejects when nothing came back. */
export type Send = (message: Message, signal: AbortSignal) => Promise<Delivery>

/** Posts to an endpoint; connections are kept and shared. */
export function overHttp({
  endpoint,
  ...bounds
}: {
  readonly endpoint: string | URL
  readonly timeout: number
  readonly concurrency: number
  readonly tls?: Tls | undefined
}): Send {
  const dispatcher = connectionsOf(bounds)
  return async ({ envelope }, signal) => {
    const { statusCode, body } = await request(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""', accept: 'text/xml' },
      body: envelope,
      dispatcher,
      signal,
    })
    return { status: statusCode, body: await body.text() }
  }
}
