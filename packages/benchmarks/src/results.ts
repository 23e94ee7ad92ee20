import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A line of `results.json`. What was measured of a contender in a case: a ratio, or seconds, bytes, households. */
export interface Result {
  readonly case: string
  readonly contender: string
  readonly ratioToHandWritten?: number
  readonly wrongAnswers?: number
  readonly seconds?: number
  readonly bytes?: number
  readonly householdsPerSecond?: number
  readonly megabytes?: number
}

const file = new URL('../results.json', import.meta.url)

/** Replaces the results of these cases in `results.json`; those of other parts of the benchmark stay. */
export function record(results: readonly Result[]): void {
  const now = new Set(results.map((result) => result.case))
  const kept = earlier().filter((result) => !now.has(result.case))
  const lines = [...kept, ...results].map((result) => `    ${JSON.stringify(result)}`)
  writeFileSync(file, `{\n  "results": [\n${lines.join(',\n')}\n  ]\n}\n`)
}

function earlier(): readonly Result[] {
  // Our own file: what is in it, this module wrote.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly results: Result[] }).results : []
}
