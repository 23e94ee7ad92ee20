import type { Command } from 'commander'
import { type DecideOptions, decided } from '../decided.ts'
import type { LanguageCode } from '../languages.ts'
import { decisionDocument } from '../text/decision-document.ts'
import { decisionText } from '../text/decision-text.ts'
import { languageOf, type Vanzelf } from '../vanzelf.ts'
import { examples, languageOption, onOption, subjectOption } from './options.ts'

interface Options extends DecideOptions {
  readonly language?: LanguageCode
}

/** `vanzelf decide`: one decision, of a situation that is told or of a subject about whom sources are asked. */
export function decideCommand(program: Command, vanzelf: Vanzelf): void {
  deciding(program.command('decide <policy>'))
    .description('decide for one subject: the outcome, what is granted and what is missing')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf decide waste-bags --situation anna.yaml --on 2026-01-01',
        'vanzelf decide waste-bags --subject 7f3a09 --json',
      )}
A situation tells the facts of whoever is decided on, or under \`given\` those of several by name:
  subject: anna
  given:
    anna: { municipality: 44021, householdPosition: 01, householdMembers: [anna, bram] }
    bram: { increasedReimbursement: yes }

What it leaves out is not known. A refusal is an answer too: it leaves 0.
`,
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const one = await decided(vanzelf, name, options)
      if (options.json) return vanzelf.sayJson(decisionDocument(one))
      const { code } = languageOf(options.language, await vanzelf.config(options))
      vanzelf.say(decisionText(one, code, vanzelf.shown, false))
    })
}

/** The options of whatever decides. */
export function deciding(command: Command): Command {
  return command
    .option('-s, --situation <file>', 'a YAML or JSON file that tells the facts')
    .addOption(subjectOption())
    .addOption(onOption('the reference date; without it that of the file, else today'))
    .option('--asker <name>', 'who asks; without it that of the configuration')
    .addOption(languageOption())
}
