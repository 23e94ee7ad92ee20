import type { Purpose, SubjectId } from '@vanzelf/source'
import { refusalOfConnection, refusalOfStatus } from './door.ts'
import { envelopeOf } from './envelope.ts'
import { type Refusal, refusal } from './exceptions.ts'
import { momentOf } from './moment.ts'
import type { Pace } from './pace.ts'
import { type Reply, replyOf } from './reply.ts'
import { type RequestLogged, teller } from './request-log.ts'
import type { Verify } from './security/verification.ts'
import type { Sender, Service } from './service.ts'
import type { Delivery, Send } from './transport.ts'

/** For whom and for what a question is put. */
export interface Asking {
  readonly subject: SubjectId
  readonly purpose: Purpose
  readonly signal: AbortSignal
}

/** Puts one question and waits for what comes of it. It rejects only when cancelled. */
export type Exchange = <Question, Content>(
  service: Service<Question, Content>,
  question: Question,
  asking: Asking,
) => Promise<Reply<Content>>

export interface ExchangeOptions {
  readonly send: Send
  readonly sign: (envelope: string) => string | Promise<string>
  readonly senderFor: (purpose: Purpose) => Sender
  /** Where answers must be signed. */
  readonly verify: Verify | undefined
  readonly pace: Pace
  readonly timeout: number
  readonly now: () => Date
  readonly reference: () => string
  readonly log: (logged: RequestLogged) => void
}

export function exchange(options: ExchangeOptions): Exchange {
  return (service, question, asking) =>
    options.pace(service.name, (attempt) => once(service, question, asking, attempt), asking.signal)

  async function once<Question, Content>(
    service: Service<Question, Content>,
    question: Question,
    { subject, purpose, signal }: Asking,
    attempt: number,
  ): Promise<Reply<Content>> {
    const sender = options.senderFor(purpose)
    const reference = options.reference()
    const { name, version } = service
    const { hoedanigheid } = sender
    const log = teller(options, {
      service: name,
      version,
      subject,
      policy: purpose.policy,
      hoedanigheid,
      reference,
      attempt,
    })
    const envelope = envelopeOf(service, question, { sender, reference, moment: momentOf(options.now()) })
    const signed = await options.sign(envelope)
    log('requested')
    const came = await delivery(options, { service: name, version, envelope: signed }, signal)
    if ('refusal' in came) {
      log('unanswered', came.refusal.code)
      return came
    }
    const reply = await replyOf(service, came.body, reference)
    log('content' in reply ? 'succeeded' : 'failed', 'refusal' in reply ? reply.refusal.code : undefined)
    return reply
  }
}

async function delivery(
  { send, timeout, verify }: ExchangeOptions,
  message: Parameters<Send>[0],
  signal: AbortSignal,
): Promise<Delivery | Refusal> {
  try {
    const came = await send(message, AbortSignal.any([signal, AbortSignal.timeout(timeout)]))
    // SOAP 1.1 carries its faults with status 500.
    if (came.status === 200 || (came.status === 500 && came.body.includes('Envelope')))
      return verify ? await trusted(came, verify) : came
    return refusalOfStatus(came.status)
  } catch (error) {
    signal.throwIfAborted()
    return refusalOfConnection(error)
  }
}

/** What the signature of an answer covers. A gateway that fails has no signature: it tells no more than that it fails. */
async function trusted({ status, body }: Delivery, verify: Verify): Promise<Delivery | Refusal> {
  const verified = await verify(body)
  if ('signed' in verified) return { status, body: verified.signed }
  const failed = status === 500 && verified.distrust === 'NotSigned'
  return refusal(failed ? 'unavailable' : 'in doubt', verified.distrust)
}
