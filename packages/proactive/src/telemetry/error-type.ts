import { holdsNumber } from './without-numbers.ts'

/** What may be told of an error wherever it comes from: its code, else its name; one that is no plain word is `_OTHER`. */
export function errorType(error: unknown): string {
  if (!(error instanceof Error)) return OTHER
  const code = 'code' in error ? error.code : undefined
  return [code, error.name].find(isPlainWord) ?? OTHER
}

/** As the conventions of OpenTelemetry call an error that has no name. */
const OTHER = '_OTHER'

/** A code or a name that somebody gave to an error, and no text that was put together. */
export const isPlainWord = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) && !holdsNumber(text)
