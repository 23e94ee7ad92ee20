import type { AskedAbout } from '@vanzelf/ledger'
import type { Policy } from '@vanzelf/rules'
import { requirements } from '@vanzelf/rules/require'
import type { Command } from 'commander'
import { calledIn, type LanguageCode } from '../../languages.ts'
import { policyNamed } from '../../policy-named.ts'
import { tableText } from '../../text/table-text.ts'
import { type CommonOptions, languageOf, type Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'
import { byOption, examples, languageOption, reasonOption, subjectArgument } from '../options.ts'

interface TellOptions extends CommonOptions {
  readonly language?: LanguageCode
}
interface OptOptions extends CommonOptions {
  readonly policy?: string
  readonly by: string
  readonly reason: string
}

/** `vanzelf ledger asks`, `opt-out` and `opt-in`: what concerns one person. */
export function peopleVerbs(ledger: Command, vanzelf: Vanzelf): void {
  ledger
    .command('asks')
    .addArgument(subjectArgument('of whom it is told'))
    .description('tell who asked what about somebody, when, for what and on what legal basis; never what was answered')
    .addOption(languageOption())
    .addHelpText('after', examples('vanzelf ledger asks 7f3a09 --language nl', 'vanzelf ledger asks 7f3a09 --json'))
    .action(async (subject: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<TellOptions>()
      const config = await vanzelf.config(options)
      const asks = await withLedger(vanzelf.world, config, (one) => one.asks.about(subject))
      if (options.json) return vanzelf.sayJson(asks)
      if (asks.length === 0) return vanzelf.say('Nothing was asked about this subject.')
      const called = factsCalled(config.policies, languageOf(options.language, config).code)
      vanzelf.say(
        tableText(
          ['When', 'Who', 'For', 'What', 'Of', 'Legal basis', 'Answer'],
          asks.map((ask) => [
            minute(ask.when),
            ask.asker,
            ask.policy,
            called.get(`${ask.source} ${ask.fact}`) ?? `${ask.source}: ${ask.fact}`,
            timeOf(ask.at),
            ask.basis,
            ask.result,
          ]),
          vanzelf.shown.width,
        ),
      )
    })

  for (const [verb, description] of [
    ['opt-out', 'somebody wants nothing by itself, of one policy or of all: no register is read about them'],
    ['opt-in', 'they changed their mind: what was said last counts'],
  ] as const)
    ledger
      .command(verb)
      .addArgument(subjectArgument('of whom it is recorded'))
      .description(description)
      .option('-p, --policy <name>', 'of this policy only; without it of all')
      .addOption(byOption().makeOptionMandatory())
      .addOption(reasonOption().makeOptionMandatory())
      .addHelpText(
        'after',
        examples(`vanzelf ledger ${verb} 7f3a09 --policy waste-bags --by 'desk 3' --reason 'asked so by letter'`),
      )
      .action(async (subject: string, _: unknown, command: Command) => {
        const options = command.optsWithGlobals<OptOptions>()
        const { by, reason } = options
        const config = await vanzelf.config(options)
        const policy =
          options.policy === undefined ? undefined : policyNamed(config.policies, options.policy, config.file).name
        const act = { by, reason, ...(policy !== undefined && { policy }) }
        await withLedger(vanzelf.world, config, ({ people }) =>
          verb === 'opt-out' ? people.optOut(subject, act) : people.optIn(subject, act),
        )
        if (options.json) return vanzelf.sayJson({ subject, policy: policy ?? null, recorded: verb })
        vanzelf.say(`${subject}: ${verb === 'opt-out' ? 'opted out of' : 'opted in to'} ${policy ?? 'every policy'}`)
      })
}

/** What facts are called, by source and name: the ledger keeps the names only. */
function factsCalled(policies: readonly Policy[], code: LanguageCode): ReadonlyMap<string, string> {
  const facts = policies.flatMap((policy) => requirements(policy).map(({ fact }) => fact))
  return new Map(facts.map((fact) => [`${fact.source} ${fact.name}`, calledIn(code, fact.label) ?? fact.name]))
}

/** `2026-01-02T09:30:12.345Z` to the minute, which is enough to find it again. */
const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')}`

function timeOf(at: AskedAbout['at']): string {
  if ('on' in at) return at.on
  if ('year' in at) return String(at.year)
  return `${at.during.from} to ${at.during.until ?? 'now on'}`
}
