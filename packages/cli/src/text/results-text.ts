import { proofTeller } from '@vanzelf/rules/describe'
import { LANGUAGES, type LanguageCode } from '../languages.ts'
import { type Difference, passed, type TestResult } from '../table-tests/run-test.ts'
import type { Vanzelf } from '../vanzelf.ts'
import { placeText } from '../written/written.ts'
import { plainText } from './plain-text.ts'

/** The tests of one file and what came of them. */
export interface FileResults {
  readonly file: string
  readonly results: readonly TestResult[]
}

/** What came of tests, a line for each, and below a failed one what differs and why the decision is what it is. */
export function resultsText(files: readonly FileResults[], code: LanguageCode, vanzelf: Vanzelf): string {
  const { colors } = vanzelf
  const blocks = files.map(({ file, results }) =>
    [colors.bold(file), ...results.flatMap((result) => resultLines(result, code, vanzelf))].join('\n'),
  )
  const all = files.flatMap(({ results }) => results)
  const failed = all.filter((result) => !passed(result)).length
  const count = `${all.length - failed} passed, ${failed} failed`
  return [...blocks, failed > 0 ? colors.red(count) : colors.green(count)].join('\n\n')
}

function resultLines(result: TestResult, code: LanguageCode, vanzelf: Vanzelf): readonly string[] {
  const { colors, shown } = vanzelf
  const { test, proof, error, differences } = result
  if (passed(result)) return [`  ${colors.green('✓')} ${test.why}`]
  const { file: _, ...place } = test.place
  const head = `  ${colors.red('✗')} ${test.why} ${colors.dim(`(${placeText({ file: '', ...place })})`)}`
  if (error !== undefined)
    return [head, `      it cannot be decided: ${error.what}`, ...(error.todo ? [`      to do: ${error.todo}`] : [])]
  const reasons = proof && plainText(proofTeller(test.policy, { in: LANGUAGES[code] })(proof), shown)
  return [
    head,
    ...differences.flatMap((one) => differenceLines(one, vanzelf)),
    `      ${colors.dim(`why ${test.policy.name} decides so on ${test.on}:`)}`,
    ...(reasons ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => `        ${line}`),
  ]
}

const differenceLines = ({ of, expected, found }: Difference, { colors }: Vanzelf): readonly string[] => [
  `      ${of}`,
  `        ${colors.green(`expected  ${expected}`)}`,
  `        ${colors.red(`found     ${found}`)}`,
]
