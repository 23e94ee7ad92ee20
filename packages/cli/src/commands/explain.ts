import type { Command } from 'commander'
import { type DecideOptions, decided } from '../decided.ts'
import type { LanguageCode } from '../languages.ts'
import { decisionDocument } from '../text/decision-document.ts'
import { decisionText } from '../text/decision-text.ts'
import { proofDocument } from '../text/proof-document.ts'
import { languageOf, type Vanzelf } from '../vanzelf.ts'
import { deciding } from './decide.ts'
import { examples } from './options.ts'

interface Options extends DecideOptions {
  readonly language?: LanguageCode
}

/** `vanzelf explain`: a decision with its reasons. */
export function explainCommand(program: Command, vanzelf: Vanzelf): void {
  deciding(program.command('explain <policy>'))
    .description('decide for one subject and say why, with the articles')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf explain waste-bags --situation anna.yaml --on 2026-01-01',
        'vanzelf explain waste-bags --subject 7f3a09 --language nl',
      )}
Criteria are told, never the values of the facts behind them. \`vanzelf decide --help\` shows what a situation looks like.
`,
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const one = await decided(vanzelf, name, options)
      const { code, language } = languageOf(options.language, await vanzelf.config(options))
      if (options.json) return vanzelf.sayJson({ ...decisionDocument(one), ...proofDocument(one, language) })
      vanzelf.say(decisionText(one, code, vanzelf.shown, true))
    })
}
