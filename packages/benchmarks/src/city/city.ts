import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Options } from '../options.ts'
import { record } from '../results.ts'

/** What one run over a city measured. */
export interface CityRun {
  readonly households: number
  readonly perSecond: number
  readonly megabytes: number
}

/** Two sizes: memory that is flat does not grow with the number of households. */
const RESIDENTS = [135_000, 540_000] as const

/** The whole synthetic city through connectors in memory, each size in a process of its own: prints and records. */
export function city({ rounds, recorded }: Pick<Options, 'rounds' | 'recorded'>): void {
  const times = Math.max(1, Math.min(5, Math.floor(rounds / 4)))
  const runs = RESIDENTS.map((residents) => median(Array.from({ length: times }, () => run(residents))))
  console.log('### a whole city, fact by fact through connectors in memory\n')
  console.log(
    '| residents | households | households a second | peak memory above the city itself, MB |\n|---:|---:|---:|---:|',
  )
  RESIDENTS.forEach((residents, index) => {
    const { households, perSecond, megabytes } = runs[index] as CityRun
    console.log(
      `| ${residents.toLocaleString('en')} | ${households.toLocaleString('en')} | ${perSecond.toLocaleString('en')} | ${megabytes} |`,
    )
  })
  console.log('')
  if (!recorded) return
  record(
    RESIDENTS.map((residents, index) => ({
      case: `city of ${residents} residents, fact by fact`,
      contender: 'vanzelf (connectors in memory)',
      householdsPerSecond: runs[index]?.perSecond ?? 0,
      megabytes: runs[index]?.megabytes ?? 0,
    })),
  )
}

function run(residents: number): CityRun {
  const file = fileURLToPath(new URL('run.ts', import.meta.url))
  const text = execFileSync(process.execPath, [...process.execArgv, file, String(residents)], { encoding: 'utf8' })
  // Our own program, which prints one line.
  return JSON.parse(text) as CityRun
}

const median = (runs: readonly CityRun[]): CityRun =>
  runs.toSorted((a, b) => a.perSecond - b.perSecond)[runs.length >> 1] as CityRun
