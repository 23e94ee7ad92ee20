import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { SyntheticCity } from '../city/synthetic-city.ts'
import { fromFolder } from './from-folder.ts'
import { fromResidents } from './from-residents.ts'
import { type Question, questionOf } from './question.ts'
import { type Exception, enveloped, exceptionOf, faultOf } from './reply.ts'
import type { Residents } from './residents.ts'
import { residentsOf } from './residents-of.ts'
import type { LoopbackSecurity } from './security.ts'
import { signedAnswer } from './sign-answer.ts'
import { signatureFault } from './signed-question.ts'

/** From what a loopback server answers: a folder of recorded responses, or the residents of a city, synthetic or your own. */
export type Recorded = { readonly responses: string } | { readonly city: SyntheticCity | Residents }

/** How a question fails: with an exception, a fault, an HTTP status, a body of your own, silence or a cut connection. */
export type Failure =
  | Exception
  | { readonly fault: string }
  | { readonly status: number }
  | { readonly body: string }
  | 'silence'
  | 'cut'

export interface LoopbackOptions {
  /** How long it waits before it answers, in milliseconds. */
  readonly delay?: number | ((question: Question) => number)
  /** Which questions fail, and how; the count is of questions before this one. */
  readonly fail?: (question: Question, before: number) => Failure | undefined
  /** Signatures and certificates; without it, none are looked at. */
  readonly security?: LoopbackSecurity
}

/** A server that runs. */
export interface Loopback {
  readonly endpoint: string
  /** What it was asked, in order. */
  readonly asked: readonly Question[]
  /** How many questions it was answering at once, at most. */
  readonly atOnce: () => number
  close(): Promise<void>
}

/**
 * A MAGDA platform on the loopback address: real HTTP, real SOAP, for RegistreerInschrijving, GeefPersoon,
 * GeefGezinssamenstelling, ZoekPersoonOpAdres, GeefSociaalStatuut, GeefLeefloonperiodes, GeefDossierHandicap,
 * GeefAanslagbiljetPersonenbelasting, GeefHistoriekInschrijving, and the LEZGegevens services, whose exemptions last as
 * long as it runs. It answers each question with its own reference; of statuses those that were asked, and those it has
 * nothing about as not applicable. Of a synthetic city it answers what `inMemory` does.
 * @example
 * ```ts
 * const platform = await loopbackMagda({ city: { resident: () => undefined } })
 * const reply = await fetch(platform.endpoint, { method: 'POST', body: '<nothing/>' })
 * reply.status // => 500
 * await platform.close()
 * ```
 */
export async function loopbackMagda(recorded: Recorded, options: LoopbackOptions = {}): Promise<Loopback> {
  const answer = 'city' in recorded ? fromResidents(residentsIn(recorded.city)) : fromFolder(recorded.responses)
  const asked: Question[] = []
  let now = 0
  let most = 0
  const { tls, signed, signAnswers, tamper = asItIs } = options.security ?? {}
  const serving = (request: IncomingMessage, response: ServerResponse) => {
    now += 1
    most = Math.max(most, now)
    serve(request, response)
      .catch(() => reply(response, 500, faultOf('Server', 'the loopback server has failed')))
      .finally(() => {
        now -= 1
      })
  }
  const server = tls
    ? createTlsServer(
        {
          key: tls.key,
          cert: tls.certificate,
          ...(tls.clientAuthorities && { ca: tls.clientAuthorities, requestCert: true, rejectUnauthorized: true }),
        },
        serving,
      )
    : createServer(serving)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = questionOf(await bodyOf(request))
    if (!question) return reply(response, 500, faultOf('Client', 'the request asks nothing'))
    const refused = signed && signatureFault(question.envelope, signed)
    if (refused) return reply(response, 500, faultOf(refused, 'the signature is not accepted'))
    const before = asked.push(question) - 1
    const { delay = 0, fail } = options
    await pause(typeof delay === 'function' ? delay(question) : delay)
    const failure = fail?.(question, before)
    if (failure) return failed(response, question, failure)
    const body = await answer(question)
    reply(response, 200, tamper(signAnswers ? signedAnswer(body, signAnswers) : body))
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on an address has a port.
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/soap`,
    asked,
    atOnce: () => most,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const residentsIn = (city: SyntheticCity | Residents) => ('withNationalNumber' in city ? residentsOf(city) : city)

const asItIs = (body: string) => body

function failed(response: ServerResponse, question: Question, failure: Failure): void {
  if (failure === 'silence') return
  if (failure === 'cut') response.destroy()
  else if ('fault' in failure) reply(response, 500, faultOf(failure.fault, 'told to fail'))
  else if ('status' in failure) reply(response, failure.status, '')
  else if ('body' in failure)
    reply(response, 200, failure.body.startsWith('<m:') ? enveloped(failure.body) : failure.body)
  else reply(response, 200, exceptionOf(question, failure))
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=UTF-8' }).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
