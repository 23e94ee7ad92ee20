import { once } from 'node:events'
import { serve } from '@hono/node-server'

/** Something that answers requests. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** A place on the loopback address: first its address, then what answers there. */
export interface Place {
  readonly origin: string
  readonly answerWith: (app: Answering) => void
  readonly close: () => Promise<void>
}

/** Takes a port on the loopback address, a free one unless told which. */
export async function listen(port = 0): Promise<Place> {
  let app: Answering = { fetch: () => new Response('starting', { status: 503 }) }
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port })
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    origin: `http://127.0.0.1:${taken}`,
    answerWith: (answering) => {
      app = answering
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
