import { Agent, request } from 'undici'

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
  timeout,
  concurrency,
}: {
  readonly endpoint: string | URL
  readonly timeout: number
  readonly concurrency: number
}): Send {
  const dispatcher = new Agent({
    connections: concurrency,
    connect: { timeout: Math.min(CONNECT, timeout) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  })
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

/** As long as the platform's own client waits for a connection, in milliseconds. */
const CONNECT = 15_000
