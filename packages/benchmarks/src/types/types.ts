import type { Options } from '../options.ts'
import { record } from '../results.ts'
import { importSize } from './import-size.ts'
import { typeCheck } from './type-check.ts'

/** What a policy author waits for, and what a visitor of a page downloads: prints and records both. */
export async function types({ rounds, recorded }: Pick<Options, 'rounds' | 'recorded'>): Promise<void> {
  const checks = typeCheck(rounds)
  const size = await importSize()
  console.log(`### ${checks[0]?.case}\n`)
  console.log('| compiler | seconds more than an empty file |\n|---|---:|')
  for (const { contender, seconds } of checks) console.log(`| ${contender} | ${seconds} |`)
  console.log(`\n### ${size.case}\n\n${((size.bytes ?? 0) / 1000).toFixed(1)} kB\n`)
  if (recorded) record([...checks, size])
}
