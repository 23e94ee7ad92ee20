import type { Command } from 'commander'
import { EXIT } from '../exit-codes.ts'
import type { LanguageCode } from '../languages.ts'
import { policyNamed } from '../policy-named.ts'
import { readTests } from '../table-tests/read-tests.ts'
import { passed, testRunner } from '../table-tests/run-test.ts'
import { type FileResults, resultsText } from '../text/results-text.ts'
import { type CommonOptions, languageOf, type Vanzelf } from '../vanzelf.ts'
import { examples, languageOption } from './options.ts'

interface Options extends CommonOptions {
  readonly language?: LanguageCode
  readonly policy?: string
}

/** `vanzelf test`: the tests of policy officers, in YAML or as a table. */
export function testCommand(program: Command, vanzelf: Vanzelf): void {
  program
    .command('test <files...>')
    .description('run the tests that policy officers write, in YAML or CSV')
    .option('-p, --policy <name>', 'the policy of tests that name none')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `${examples('vanzelf test tests/*.yaml', 'vanzelf test waste-bags.csv --policy ghent/waste-bags')}
A test gives facts by name, and says what must come of them and why:
  policy: ghent/waste-bags
  on: 2026-01-01
  subject: anna
  given:
    everyone: { increasedReimbursement: no, budgetGuidance: no, budgetManagement: no, debtMediation: no }
    anna: { municipality: 44021, householdPosition: 01, householdMembers: [anna, bram] }
    bram: {}
  tests:
    - why: one member with increased reimbursement is enough
      given: { bram: { increasedReimbursement: yes } }
      expect: { outcome: eligible, amount: [63, 31.50], ground: voorwaarde 1 }
    - why: a register that is down is no refusal
      given: { bram: { increasedReimbursement: { unknown: unavailable } } }
      expect: { outcome: undetermined, missing: increasedReimbursement }

The same in a table has a row for each test, with the headings why, on, expect, amount, anna.householdMembers, …
It leaves 0 when all pass, 1 when one fails, 2 when a file does not fit: then nothing is run.
`,
    )
    .action(async (files: readonly string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const json = options.json ?? false
      const config = await vanzelf.config(options)
      const [only, ...others] = config.policies
      const policy =
        options.policy === undefined
          ? others.length === 0
            ? only
            : undefined
          : policyNamed(config.policies, options.policy, config.file)
      const read = files.map((file) => readTests(vanzelf.world.cwd, file, { policies: config.policies, policy }))
      const complaints = read.flatMap((one) => one.complaints)
      for (const complaint of complaints) vanzelf.complain(complaint, json)
      if (complaints.length > 0) return vanzelf.leaveWith(EXIT.wrongUse)

      const { code } = languageOf(options.language, config)
      const run = testRunner(code)
      const results = read.map(({ file, tests }) => ({ file, results: tests.map(run) }))
      if (json) vanzelf.sayJson(resultsDocument(results))
      else vanzelf.say(resultsText(results, code, vanzelf))
      if (results.some((one) => !one.results.every(passed))) vanzelf.leaveWith(EXIT.failed)
    })
}

function resultsDocument(files: readonly FileResults[]) {
  const tests = files.flatMap(({ results }) =>
    results.map((result) => ({
      ...result.test.place,
      why: result.test.why,
      policy: result.test.policy.name,
      on: result.test.on,
      passed: passed(result),
      differences: result.differences,
      ...(result.error && { error: { code: result.error.code, what: result.error.what, todo: result.error.todo } }),
    })),
  )
  const failed = tests.filter((test) => !test.passed).length
  return { passed: tests.length - failed, failed, tests }
}
