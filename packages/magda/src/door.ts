import { type Refusal, refusal } from './exceptions.ts'

/** What HTTP says where the platform itself says nothing. */
export function refusalOfStatus(status: number): Refusal {
  const code = `HTTP ${status}`
  if (status === 401 || status === 403) return refusal('not permitted', code)
  return refusal(status >= 500 || status === 408 || status === 429 ? 'unavailable' : 'in doubt', code)
}

/** What a connection says that failed: its name only, since its message could quote the request. */
export function refusalOfConnection(error: unknown): Refusal {
  return refusal('unavailable', codeOf(error))
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof DOMException) return error.name
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{0,59}$/.test(error.code) ? error.code : undefined
}
