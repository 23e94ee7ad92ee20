import type { IsoDate } from '@vanzelf/rules'
import { discretions, requirements, unverified } from '@vanzelf/rules/require'
import type { Command } from 'commander'
import { calledIn, type LanguageCode } from '../languages.ts'
import { policyNamed } from '../policy-named.ts'
import { tableText } from '../text/table-text.ts'
import { type CommonOptions, languageOf, type Vanzelf } from '../vanzelf.ts'
import { examples, languageOption, onOption } from './options.ts'

interface Options extends CommonOptions {
  readonly language?: LanguageCode
  readonly on?: IsoDate
  readonly asker?: string
}

/** `vanzelf require`: what a policy asks, on what legal basis, and which of its figures nobody has checked. */
export function requireCommand(program: Command, vanzelf: Vanzelf): void {
  program
    .command('require <policy>')
    .description('list every fact a policy may ask, its purpose and legal basis, and the figures nobody verified')
    .addOption(onOption('the figures in force on this date; without it today'))
    .option('--asker <name>', 'who asks; without it that of the configuration')
    .addOption(languageOption())
    .addHelpText(
      'after',
      examples('vanzelf require ghent/waste-bags', 'vanzelf require waste-bags --on 2026-01-01 --json'),
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const config = await vanzelf.config(options)
      const policy = policyNamed(config.policies, name, config.file)
      const on = options.on ?? vanzelf.world.today
      const { code } = languageOf(options.language, config)
      const found = {
        policy: policy.name,
        on,
        asker: options.asker ?? config.asker ?? null,
        facts: requirements(policy).map(({ fact, basis }) => ({
          fact: fact.name,
          label: calledIn(code, fact.label) ?? fact.name,
          about: fact.about,
          source: fact.source,
          when: fact.when,
          basis: basis ?? null,
        })),
        discretions: discretions(policy).map((one) => ({
          name: one.name,
          label: calledIn(code, one.label) ?? one.name,
        })),
        unverified: unverified(policy, on).map(({ parameter, label, from, article, note }) => ({
          parameter,
          label: calledIn(code, label) ?? parameter,
          from,
          article,
          note: note ?? null,
        })),
      }
      if (options.json) vanzelf.sayJson(found)
      else vanzelf.say(requirementsText(found, vanzelf))
    })
}

interface Found {
  readonly policy: string
  readonly on: string
  readonly asker: string | null
  readonly facts: readonly {
    readonly fact: string
    readonly label: string
    readonly about: string
    readonly source: string
    readonly when: readonly string[]
    readonly basis: string | null
  }[]
  readonly discretions: readonly { readonly name: string; readonly label: string }[]
  readonly unverified: readonly {
    readonly label: string
    readonly from: string
    readonly article: string
    readonly note: string | null
  }[]
}

function requirementsText(found: Found, { shown }: Vanzelf): string {
  const facts = found.facts.map(({ label, about, source, when, basis }) => [
    label,
    about,
    source,
    when.join(', '),
    basis ?? 'NONE: it may not be asked',
  ])
  const figures = found.unverified.map(({ label, from, article, note }) => [label, from, article, note ?? ''])
  return [
    shown.bold(`What ${found.policy} may ask`),
    '',
    `purpose   ${found.policy}, asked by ${found.asker ?? 'nobody yet: the configuration names no `asker`'}`,
    '',
    tableText(['Fact', 'About', 'Source', 'By', 'Legal basis'], facts, shown.width),
    ...(found.discretions.length === 0
      ? []
      : ['', shown.bold('Left to a person'), '', ...found.discretions.map(({ label }) => `- ${label}`)]),
    '',
    shown.bold(`Figures in force on ${found.on} that nobody verified`),
    '',
    figures.length === 0
      ? 'None.'
      : `${tableText(['Figure', 'From', 'Article', 'Note'], figures, shown.width)}\n\nA decision that rests on one informs an advice; nothing is granted by itself on it.`,
  ].join('\n')
}
