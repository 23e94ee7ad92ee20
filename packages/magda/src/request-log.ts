import type { SubjectId } from '@vanzelf/source'

/**
 * What became of a request. Each is `requested` first; then it `succeeded` with content, `failed` with exceptions of the
 * platform, or stayed `unanswered`: refused at the door, or nothing came back.
 */
export type RequestOutcome = 'requested' | 'succeeded' | 'failed' | 'unanswered'

/** That something was asked of the platform: never a value, never a national number. */
export interface RequestLogged {
  readonly outcome: RequestOutcome
  readonly service: string
  readonly version: string
  readonly subject: SubjectId
  /** The policy for which it was asked. */
  readonly policy: string
  /** The capacity in which it was asked. */
  readonly hoedanigheid: string
  /** The reference of this request; each attempt has its own. */
  readonly reference: string
  /** 1 for the first attempt. */
  readonly attempt: number
  /** The platform's code, or that of the connection, where there is one. */
  readonly code?: string
  /** How long it took, in milliseconds; not on `requested`. */
  readonly took?: number
}

/** Tells the log what becomes of one request, with the time it took. */
export function teller(
  { log, now }: { readonly log: (logged: RequestLogged) => void; readonly now: () => Date },
  request: Omit<RequestLogged, 'outcome' | 'code' | 'took'>,
): (outcome: RequestOutcome, code?: string) => void {
  const started = now().getTime()
  return (outcome, code) =>
    log({
      outcome,
      ...request,
      ...(code !== undefined && { code }),
      ...(outcome !== 'requested' && { took: now().getTime() - started }),
    })
}
