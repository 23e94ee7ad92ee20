import type { Options } from './options.ts'
import { prove } from './proof.ts'
import { race } from './race/race.ts'
import { record } from './results.ts'
import { tables } from './table.ts'
import type { Work } from './work/work.ts'
import { works } from './work/works.ts'

/** Proves the yardstick, runs all engines beside it, prints and records how they did. */
export async function decisions(options: Options): Promise<void> {
  for (const [letter, work] of Object.entries(works)) {
    // Each proof is of one kind of record by itself.
    const { disagreements } = prove(work as unknown as Work<never>, options.records, 0.01)
    if (disagreements > 0) throw new Error(`${letter}: the hand-written function is wrong on ${disagreements} records`)
  }
  const run = await race({ ...options, report: (progress) => console.error(progress) })
  console.log(tables(run, options.checked))
  if (run.failures.length > 0) process.exitCode = 1
  if (!options.recorded) return
  record(
    run.runs.map((one) => ({
      case: one.case.name,
      contender: one.contender,
      ratioToHandWritten: Number(one.ratio.toPrecision(3)),
      wrongAnswers: one.wrong,
    })),
  )
}
