import type { Command } from 'commander'

/** What may follow a command: its options, and whether policies or files. */
export interface Completable {
  readonly name: string
  readonly description: string
  readonly takes: 'policies' | 'files' | 'nothing'
  readonly options: readonly CompletableOption[]
}
export interface CompletableOption {
  /** `--language` */
  readonly long: string
  readonly description: string
  readonly value: 'none' | 'file' | 'text' | readonly string[]
}

/** The commands of a program, as the shells complete them. */
export function completables(program: Command): readonly Completable[] {
  const common = program.options
  return program.commands.map((command) => {
    const [argument] = command.registeredArguments
    return {
      name: command.name(),
      description: command.description(),
      takes: argument?.name() === 'policy' ? 'policies' : argument?.name() === 'files' ? 'files' : 'nothing',
      options: [...command.options, ...common]
        .filter(({ hidden, long }) => !hidden && long !== undefined)
        .map(({ long, description, argChoices, flags }) => ({
          long: long ?? '',
          description,
          value: argChoices ?? (/<file>/.test(flags) ? 'file' : /</.test(flags) ? 'text' : 'none'),
        })),
    }
  })
}
