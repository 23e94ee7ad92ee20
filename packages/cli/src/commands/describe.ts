import { describe, toMermaid } from '@vanzelf/rules/describe'
import { toJson } from '@vanzelf/rules/json'
import { type Command, Option } from 'commander'
import type { LanguageCode } from '../languages.ts'
import { policyNamed } from '../policy-named.ts'
import { plainText } from '../text/plain-text.ts'
import { type CommonOptions, languageOf, type Vanzelf } from '../vanzelf.ts'
import { examples, languageOption, onOption } from './options.ts'

interface Options extends CommonOptions {
  readonly language?: LanguageCode
  readonly format: 'text' | 'markdown' | 'mermaid'
  readonly on?: string
}

/** `vanzelf describe`: a rule in plain words. */
export function describeCommand(program: Command, vanzelf: Vanzelf): void {
  program
    .command('describe <policy>')
    .description('tell a rule in plain words, as a policy officer reads and signs it')
    .addOption(languageOption())
    .addOption(
      new Option('-f, --format <format>', 'how it is written').choices(['text', 'markdown', 'mermaid']).default('text'),
    )
    .addOption(onOption('with the figures that are in force on this date'))
    .addHelpText(
      'after',
      examples(
        'vanzelf describe ghent/waste-bags',
        'vanzelf describe waste-bags --language fr --on 2026-01-01',
        'vanzelf describe waste-bags --format mermaid > waste-bags.mmd',
        'vanzelf describe waste-bags --json      # the rule as a document',
      ),
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const config = await vanzelf.config(options)
      const policy = policyNamed(config.policies, name, config.file)
      if (options.json) return vanzelf.sayJson(toJson(policy))
      const telling = { in: languageOf(options.language, config).language, ...(options.on && { on: options.on }) }
      if (options.format === 'mermaid') return vanzelf.say(toMermaid(policy, telling))
      const markdown = describe(policy, telling)
      vanzelf.say(options.format === 'markdown' ? markdown : plainText(markdown, vanzelf.shown))
    })
}
