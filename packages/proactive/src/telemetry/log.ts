import { type DestinationStream, pino, stdTimeFunctions } from 'pino'
import { isPlainWord } from './error-type.ts'
import type { Log, LogFields } from './log-fields.ts'
import { holdsNumber, withoutNumbers } from './without-numbers.ts'

export type { Log, LogFields } from './log-fields.ts'

/** How a log is written. */
export interface LogOptions {
  /** From which level on; `info` unless told. */
  readonly level?: 'info' | 'warn' | 'error'
  /** Where its lines go, each with its line end; standard output unless told. */
  readonly to?: DestinationStream
}

/**
 * A log of lines of JSON, written by pino, that cannot tell about anybody: it takes named fields only, and a message that
 * stands in the program. What is handed over nonetheless is left out, and what looks like a national number is replaced.
 * @example
 * ```ts
 * const lines: string[] = []
 * const { info } = log({ to: { write: (line) => void lines.push(line) } })
 * info('batch done', { campaign: 'pass 2026', batch: 3, count: 500 })
 * const told = lines.map((line) => JSON.parse(line))
 * told // => [{ level: 'info', campaign: 'pass 2026', batch: 3, count: 500, msg: 'batch done', … }]
 * ```
 */
export function log({ level = 'info', to }: LogOptions = {}): Log {
  const options = {
    level,
    // A name of a machine is nobody's, but helps nobody either: whoever collects the lines knows where they come from.
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const written = to ? pino(options, to) : pino(options)
  const write =
    (at: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}): void =>
      written[at](told(fields), withoutNumbers(message))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

const text = (value: unknown) => (typeof value === 'string' ? withoutNumbers(value) : undefined)

/** A count that has the digits of a national number is one that was put in the wrong place. */
const number = (value: unknown) => (typeof value === 'number' && !holdsNumber(String(value)) ? value : undefined)

const error = (value: unknown) => (value instanceof Error ? toldOf(value) : undefined)

/** What of each field is written: a caller without types may hand over anything. */
const TOLD: { readonly [field in keyof LogFields]-?: (value: unknown) => unknown } = {
  campaign: text,
  policy: text,
  version: text,
  source: text,
  fact: text,
  channel: text,
  batch: number,
  step: text,
  state: text,
  outcome: text,
  code: text,
  count: number,
  subjects: number,
  eligible: number,
  notEligible: number,
  undetermined: number,
  optedOut: number,
  milliseconds: number,
  error,
}

function told(fields: LogFields): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(fields))
  const kept: Record<string, unknown> = {}
  for (const [field, of] of Object.entries(TOLD)) {
    const value = of(given.get(field))
    if (value !== undefined) kept[field] = value
  }
  return kept
}

/**
 * An error's message may hold anything, and so may what hangs on it: its cause, its stack. So may the `where` of an error
 * that is none of ours: PostgreSQL tells there which text it could not read.
 */
function toldOf(error: Error): Record<string, string> {
  // Any error may carry some of these; ours carry all.
  const { name, code, what, where, todo } = error as Error & {
    readonly [field in 'code' | 'what' | 'where' | 'todo']?: unknown
  }
  const isOurs = typeof what === 'string' && typeof todo === 'string'
  const kept: Record<string, string> = {}
  for (const [field, value] of Object.entries({ name, code })) if (isPlainWord(value)) kept[field] = value
  if (isOurs && typeof where === 'string') kept['where'] = withoutNumbers(where)
  return kept
}
