import type { Objection } from '@vanzelf/ledger'
import { type Command, Option } from 'commander'
import { policyNamed } from '../policy-named.ts'
import { tableText } from '../text/table-text.ts'
import type { CommonOptions, Vanzelf } from '../vanzelf.ts'
import { withLedger } from '../with-ledger.ts'
import { byOption, examples, limitOption, policyOption, reasonOption, subjectArgument } from './options.ts'

interface ListOptions extends CommonOptions {
  readonly policy?: string
  readonly limit: number
  readonly state: 'open' | 'answered'
}
interface AnswerOptions extends CommonOptions {
  readonly policy: string
  readonly outcome: 'upheld' | 'dismissed'
  readonly by: string
  readonly reason: string
}

/** `vanzelf objection`: who does not agree, and what is decided on it. */
export function objectionCommand(program: Command, vanzelf: Vanzelf): void {
  const objection = program
    .command('objection')
    .description('who does not agree with a decision or a grant: list, answer')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf objection list',
        "vanzelf objection answer 7f3a09 --policy waste-bags --outcome upheld --by 'legal service' --reason 'art. 3 applies'",
      )}
An answer changes no grant: end it or decide again, where that follows.
`,
    )

  objection
    .command('list')
    .description('list objections, oldest first')
    .addOption(policyOption())
    .addOption(new Option('--state <state>', 'which').choices(['open', 'answered']).default('open'))
    .addOption(limitOption())
    .addHelpText('after', examples('vanzelf objection list', 'vanzelf objection list --state answered --json'))
    .action(async (_: unknown, command: Command) => {
      const { state, limit, json, policy, ...options } = command.optsWithGlobals<ListOptions>()
      const config = await vanzelf.config(options)
      const of = policy === undefined ? {} : { policy: policyNamed(config.policies, policy, config.file).name }
      const found = await withLedger(vanzelf.world, config, ({ people }) => people.objections(state, { limit, ...of }))
      if (json) return vanzelf.sayJson(found)
      if (found.length === 0) return vanzelf.say(`No objection is ${state}.`)
      vanzelf.say(
        tableText(['Subject', 'Policy', 'When', 'By', 'Reason', 'Answer'], found.map(rowOf), vanzelf.shown.width),
      )
    })

  objection
    .command('answer')
    .addArgument(subjectArgument('who objected'))
    .description('record what was decided on all that somebody objected to under a policy and that is open')
    .addOption(new Option('-p, --policy <name>', 'under which policy').makeOptionMandatory())
    .addOption(
      new Option('--outcome <outcome>', 'what was decided').choices(['upheld', 'dismissed']).makeOptionMandatory(),
    )
    .addOption(byOption().makeOptionMandatory())
    .addOption(reasonOption().makeOptionMandatory())
    .addHelpText(
      'after',
      examples(
        "vanzelf objection answer 7f3a09 --policy waste-bags --outcome dismissed --by 'legal service' --reason 'art. 3 does not apply'",
      ),
    )
    .action(async (subject: string, _: unknown, command: Command) => {
      const { outcome, by, reason, json, policy: named, ...options } = command.optsWithGlobals<AnswerOptions>()
      const config = await vanzelf.config(options)
      const policy = policyNamed(config.policies, named, config.file).name
      await withLedger(vanzelf.world, config, ({ people }) => people.answered(subject, { policy, by, outcome, reason }))
      if (json) return vanzelf.sayJson({ subject, policy, outcome })
      vanzelf.say(`${subject}: the objection under ${policy} is ${outcome}`)
    })
}

const rowOf = ({ subject, policy, at, by, reason, answer }: Objection): readonly string[] => [
  ...[subject, policy, at.slice(0, 10), by, reason ?? ''],
  answer === undefined ? '' : `${answer.outcome} by ${answer.by}: ${answer.reason}`,
]
