import { VanzelfError } from '@vanzelf/rules'
import { EXIT, type ExitCode } from './exit-codes.ts'

/** The command was called wrongly, or a file it was given does not fit. */
export class UsageError extends VanzelfError {}
/** The configuration cannot be used: it is not there, does not load, or lacks what is asked of it. */
export class ConfigurationError extends VanzelfError {}

/** An error that says where and what to do, of whichever copy of the packages. */
export interface Told {
  readonly name: string
  readonly code: string
  readonly what: string
  readonly where?: string | undefined
  readonly todo?: string | undefined
}

export const isTold = (error: unknown): error is Told =>
  error instanceof Error && 'code' in error && 'what' in error && typeof error.what === 'string'

/** By name, for a configuration may hold another copy of the packages. */
const CODES: { readonly [name: string]: ExitCode } = {
  UsageError: EXIT.wrongUse,
  DocumentError: EXIT.wrongUse,
  ConfigurationError: EXIT.brokenConfiguration,
  DefinitionError: EXIT.brokenConfiguration,
  RefusedError: EXIT.brokenConfiguration,
}

const LATER: ReadonlySet<string> = new Set(['ledger-in-use', 'ledger-unreachable', 'ledger-lost'])

/** A person may not do this with that, now: the call is to be another one, and no configuration is broken. */
const NOT_THIS: ReadonlySet<string> = new Set([
  ...['no-reason', 'nothing-to-review', 'another-person-needed', 'nothing-to-grant', 'decided-since', 'opted-out'],
  ...['nothing-to-answer', 'no-such-grant', 'grant-over', 'not-in-force', 'not-suspended'],
])

export function exitCodeOf(error: unknown): ExitCode {
  if (!isTold(error)) return EXIT.unforeseen
  if (NOT_THIS.has(error.code)) return EXIT.wrongUse
  return LATER.has(error.code) ? EXIT.tryLater : (CODES[error.name] ?? EXIT.unforeseen)
}

/** What went wrong in code of the user's, on one line. */
export const firstLineOf = (error: unknown): string =>
  (error instanceof Error ? error.message.split('\n', 1)[0] : undefined) ?? 'what it throws is no error'
