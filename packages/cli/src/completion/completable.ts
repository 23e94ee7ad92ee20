import type { Command } from 'commander'

/** What may follow a command: its options, and policies, campaigns, files or certain words. */
export interface Completable {
  /** `describe`, or `campaign run`: a verb of another command. */
  readonly name: string
  readonly description: string
  readonly takes: 'policies' | 'campaigns' | 'files' | readonly string[]
  readonly options: readonly CompletableOption[]
}
export interface CompletableOption {
  /** `--language` */
  readonly long: string
  readonly description: string
  readonly value: 'none' | 'file' | 'text' | readonly string[]
}

/** The commands of a program and their verbs, as the shells complete them. */
export function completables(program: Command): readonly Completable[] {
  return program.commands.flatMap((command) => [
    completable(command, command.name(), program),
    ...command.commands.map((verb) => completable(verb, `${command.name()} ${verb.name()}`, program)),
  ])
}

function completable(command: Command, name: string, program: Command): Completable {
  return {
    name,
    description: command.description(),
    takes: takenBy(command),
    options: [...command.options, ...program.options]
      .filter(({ hidden, long }) => !hidden && long !== undefined)
      .map(({ long, description, argChoices, flags }) => ({
        long: long ?? '',
        description,
        value: argChoices ?? (/<file>/.test(flags) ? 'file' : /</.test(flags) ? 'text' : 'none'),
      })),
  }
}

function takenBy(command: Command): Completable['takes'] {
  if (command.commands.length > 0) return command.commands.map((verb) => verb.name())
  const [argument] = command.registeredArguments
  switch (argument?.name()) {
    case 'policy':
      return 'policies'
    case 'name':
      return 'campaigns'
    case 'files':
      return 'files'
    default:
      return argument?.argChoices ?? []
  }
}

/** Of the verbs of a command, the command; of a command itself nothing. */
export const groupOf = (name: string): string | undefined => name.split(' ').at(-2)

/** The commands that have verbs. */
export const groups = (commands: readonly Completable[]): readonly string[] => [
  ...new Set(commands.flatMap(({ name }) => groupOf(name) ?? [])),
]
