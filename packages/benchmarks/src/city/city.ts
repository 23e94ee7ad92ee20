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

/** What is done with a whole synthetic city. */
interface Work {
  readonly title: string
  /** The program of one run, which is given a number of residents. */
  readonly program: string
  /** Two sizes: memory that is flat does not grow with the number of households. */
  readonly residents: readonly [number, number]
  readonly name: (residents: number) => string
  readonly most: number
}

export const DECIDED: Work = {
  title: 'a whole city, fact by fact through connectors in memory',
  program: 'run-decided.ts',
  residents: [135_000, 540_000],
  name: (residents) => `city of ${residents} residents, fact by fact`,
  most: 5,
}

/** The larger one is as large as Ghent. */
export const CAMPAIGN: Work = {
  title: 'a whole city as a campaign: an embedded ledger on disk, grants, and deliveries to files',
  program: 'run-campaign.ts',
  residents: [67_500, 270_000],
  name: (residents) => `campaign over a city of ${residents} residents, embedded ledger`,
  most: 1,
}

/** Each size in a process of its own: prints and records. */
export function city(
  { title, program, residents: sizes, name, most }: Work,
  { rounds, recorded }: Pick<Options, 'rounds' | 'recorded'>,
): void {
  const times = Math.max(1, Math.min(most, Math.floor(rounds / 4)))
  const runs = sizes.map((residents) => median(Array.from({ length: times }, () => run(program, residents))))
  console.log(`### ${title}\n`)
  console.log(
    '| residents | households | households a second | peak memory above the city itself, MB |\n|---:|---:|---:|---:|',
  )
  sizes.forEach((residents, index) => {
    const { households, perSecond, megabytes } = runs[index] as CityRun
    console.log(
      `| ${residents.toLocaleString('en')} | ${households.toLocaleString('en')} | ${perSecond.toLocaleString('en')} | ${megabytes} |`,
    )
  })
  console.log('')
  if (!recorded) return
  record(
    sizes.map((residents, index) => ({
      case: name(residents),
      contender: 'vanzelf (connectors in memory)',
      householdsPerSecond: runs[index]?.perSecond ?? 0,
      megabytes: runs[index]?.megabytes ?? 0,
    })),
  )
}

function run(program: string, residents: number): CityRun {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const text = execFileSync(process.execPath, [...process.execArgv, file, String(residents)], { encoding: 'utf8' })
  // Our own program, which prints one line.
  return JSON.parse(text) as CityRun
}

const median = (runs: readonly CityRun[]): CityRun =>
  runs.toSorted((a, b) => a.perSecond - b.perSecond)[runs.length >> 1] as CityRun
