import type { Purpose, SubjectId } from '@vanzelf/source'
import { ExponentialBackoff, handleWhenResult, retry } from 'cockatiel'
import PQueue from 'p-queue'
import { envelopeOf } from './envelope.ts'
import { type Refusal, refusal } from './exceptions.ts'
import { momentOf } from './moment.ts'
import { type Reply, replyOf } from './reply.ts'
import type { RequestLogged, RequestOutcome } from './request-log.ts'
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
  readonly timeout: number
  readonly concurrency: number
  readonly attempts: number
  readonly delay: number
  readonly now: () => Date
  readonly reference: () => string
  readonly log: (logged: RequestLogged) => void
}

export function exchange(options: ExchangeOptions): Exchange {
  const queue = new PQueue({ concurrency: options.concurrency })
  const again = retry(
    handleWhenResult(
      (reply) => typeof reply === 'object' && reply !== null && 'passing' in reply && reply.passing === true,
    ),
    {
      maxAttempts: options.attempts - 1,
      backoff: new ExponentialBackoff({ initialDelay: options.delay, maxDelay: options.delay * 16 }),
    },
  )
  return async (service, question, asking) => {
    const { signal } = asking
    // A wait between attempts takes no place in the queue.
    const reply = await again.execute(
      ({ attempt }) => queue.add(() => once(service, question, asking, attempt + 1), { signal }),
      signal,
    )
    signal.throwIfAborted()
    return reply
  }

  async function once<Question, Content>(
    service: Service<Question, Content>,
    question: Question,
    { subject, purpose, signal }: Asking,
    attempt: number,
  ): Promise<Reply<Content>> {
    const sender = options.senderFor(purpose)
    const reference = options.reference()
    const { name, version } = service
    const started = options.now()
    const log = (outcome: RequestOutcome, code?: string) =>
      options.log({
        outcome,
        service: name,
        version,
        subject,
        policy: purpose.policy,
        hoedanigheid: sender.hoedanigheid,
        reference,
        attempt,
        ...(code !== undefined && { code }),
        ...(outcome !== 'requested' && { took: options.now().getTime() - started.getTime() }),
      })
    const envelope = envelopeOf(service, question, { sender, reference, moment: momentOf(started) })
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
  { send, timeout }: ExchangeOptions,
  message: Parameters<Send>[0],
  signal: AbortSignal,
): Promise<Delivery | Refusal> {
  try {
    const came = await send(message, AbortSignal.any([signal, AbortSignal.timeout(timeout)]))
    // SOAP 1.1 carries its faults with status 500.
    if (came.status === 200 || (came.status === 500 && came.body.includes('Envelope'))) return came
    return refusal(
      came.status === 401 || came.status === 403 ? 'not permitted' : atTheDoor(came.status),
      `HTTP ${came.status}`,
    )
  } catch (error) {
    signal.throwIfAborted()
    return refusal('unavailable', codeOf(error))
  }
}

const atTheDoor = (status: number) => (status >= 500 || status === 408 || status === 429 ? 'unavailable' : 'in doubt')

/** The name of what went wrong with the connection; its message could quote the request. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof DOMException) return error.name
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{0,59}$/.test(error.code) ? error.code : undefined
}
