import { Argument, type Command, Option } from 'commander'
import { bashCompletion } from '../completion/bash.ts'
import { completables } from '../completion/completable.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'
import { UsageError } from '../errors.ts'
import type { CommonOptions, Vanzelf } from '../vanzelf.ts'
import { examples } from './options.ts'

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const

interface Options extends CommonOptions {
  readonly policies?: boolean
  readonly campaigns?: boolean
}

/** `vanzelf completion`: what a shell loads to complete commands, options and policies. */
export function completionCommand(program: Command, vanzelf: Vanzelf): void {
  program
    .command('completion')
    .description('print what your shell loads to complete commands, options and policies')
    .addArgument(new Argument('[shell]', 'your shell').choices(Object.keys(SHELLS)))
    // What the printed scripts call.
    .addOption(new Option('--policies', 'print the names of the policies').hideHelp())
    .addOption(new Option('--campaigns', 'print the names of the campaigns').hideHelp())
    .addHelpText(
      'after',
      examples(
        'source <(vanzelf completion bash)',
        'source <(vanzelf completion zsh)',
        'vanzelf completion fish | source',
      ),
    )
    .action(async (shell: keyof typeof SHELLS | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      if (options.policies || options.campaigns) {
        const { policies, campaigns = {} } = await vanzelf.config(options)
        const names = options.policies ? policies.map(({ name }) => name) : Object.keys(campaigns)
        return options.json ? vanzelf.sayJson(names) : vanzelf.say(names.join('\n'))
      }
      if (shell === undefined)
        throw new UsageError({
          code: 'no-shell',
          what: 'no shell is named',
          where: 'the call',
          todo: 'name `bash`, `zsh` or `fish`',
        })
      const script = SHELLS[shell](completables(program))
      if (options.json) vanzelf.sayJson({ shell, script })
      else vanzelf.world.out.write(script)
    })
}
