import { type Refusal, wrongQuestions } from './exceptions.ts'
import { type Failed, failedBy, refused, toRetry, whyOf } from './exemption-channel.ts'
import type { Reply } from './reply.ts'

/** Why an act is not known to be carried out, and whether it may be nevertheless. */
export interface ActFailure {
  readonly outcome: Failed
  readonly mayBeDone: boolean
}

/**
 * What an answer to an act leaves to be done about it; `undefined` where it was carried out.
 * @param no why it is refused where the answer is that it was not
 */
export function failureIn(reply: Reply<{ readonly succeeded: boolean }>, no: string): ActFailure | undefined {
  if ('refusal' in reply)
    return mayBeDone(reply)
      ? { outcome: toRetry(whyOf(reply)), mayBeDone: true }
      : { outcome: failedBy(reply), mayBeDone: false }
  // A vehicle gets no other national number: whatever this answers, it is not this.
  if (!('content' in reply)) return { outcome: toRetry('in-doubt'), mayBeDone: true }
  return reply.content.succeeded ? undefined : { outcome: refused(no), mayBeDone: false }
}

/**
 * Whether something may have been done although the answer is a refusal: a connection that was cut, an answer that
 * cannot be read, a source that failed. Not where the platform did not take it up: it was not reached, was too busy,
 * may not do it for us, or says that it was asked wrongly.
 */
function mayBeDone({ refusal: { unknown: reason, code } }: Refusal): boolean {
  if (reason === 'not permitted' || reason === 'not found') return false
  if (code === undefined) return true
  return !(notTakenUp.has(code) || wrongQuestions.has(code) || refusedAtTheDoor.test(code))
}

const notTakenUp: ReadonlySet<string> = new Set([
  'CircuitOpen',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  // too many requests at once
  '99995',
  '99996',
])

/** Statuses and faults of what was not let in. A request that took too long (408) may have been. */
const refusedAtTheDoor = /^(HTTP (3..|4(?!08)..|503)|(Client|VersionMismatch|MustUnderstand)\b.*)$/
