import { type Case, cases } from './race/case.ts'
import type { Race, Run } from './race/race.ts'

/** One table a case, as Markdown. */
export function tables({ runs, unsaid, failures }: Race, records: number): string {
  const of = <Row extends { readonly case: Case }>(rows: readonly Row[], one: Case) =>
    rows.filter((row) => row.case === one)
  const made = cases
    .filter((one) => of(runs, one).length > 0)
    .map((one) =>
      [
        `### ${one.name}: ${one.title}`,
        '',
        `| contender | decisions a second | ns each, median (best) | × hand-written | wrong of ${whole(records)} |`,
        '|---|---:|---:|---:|---|',
        ...of(runs, one).map(row),
        ...of(unsaid, one).map(({ contender }) => `| ${contender} | cannot say it | | | |`),
        '',
      ].join('\n'),
    )
  return [...made, ...failures.map(({ engine, what }) => `**${engine} broke:** ${what}\n`)].join('\n')
}

const row = ({ contender, nanoseconds, best, ratio, ...mistakes }: Run) =>
  `| ${contender} | ${whole(1e9 / nanoseconds)} | ${short(nanoseconds)} (${short(best)}) | ${short(ratio)} | ${inWords(mistakes)} |`

function inWords({ wrong, falseNo, example }: Pick<Run, 'wrong' | 'falseNo' | 'example'>): string {
  return wrong === 0 ? '0' : `${whole(wrong)}, of which ${whole(falseNo)} a false no; first: ${example}`
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const short = (value: number) => (value >= 100 ? whole(value) : value.toPrecision(3))
