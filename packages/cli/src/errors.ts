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

export function exitCodeOf(error: unknown): ExitCode {
  if (!isTold(error)) return EXIT.unforeseen
  return LATER.has(error.code) ? EXIT.tryLater : (CODES[error.name] ?? EXIT.unforeseen)
}

/** What went wrong in code of the user's, on one line. */
export const firstLineOf = (error: unknown): string =>
  (error instanceof Error ? error.message.split('\n', 1)[0] : undefined) ?? 'what it throws is no error'
