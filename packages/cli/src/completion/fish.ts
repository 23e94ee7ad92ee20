import { type Completable, type CompletableOption, groupOf } from './completable.ts'

/** What fish is to load. */
export function fishCompletion(commands: readonly Completable[]): string {
  return `# vanzelf, for fish: vanzelf completion fish | source
complete -c vanzelf -f
${commands.flatMap(linesOf).join('\n')}
`
}

function linesOf({ name, description, takes, options }: Completable): readonly string[] {
  const group = groupOf(name)
  const word = name.split(' ').at(-1) ?? name
  const seen =
    group === undefined
      ? `__fish_seen_subcommand_from ${word}`
      : `__fish_seen_subcommand_from ${group}; and __fish_seen_subcommand_from ${word}`
  const offered = group === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${group}`
  return [
    `complete -c vanzelf -n '${offered}' -a ${word} -d ${single(description)}`,
    ...[...options.map(optionOf), ...argument(takes)].map((one) => `complete -c vanzelf -n '${seen}' ${one}`),
  ]
}

function argument(takes: Completable['takes']): readonly string[] {
  if (takes === 'files') return ['-F']
  if (typeof takes === 'string') return [`-a '(vanzelf completion --${takes} 2>/dev/null)'`]
  return takes.length > 0 ? [`-a '${takes.join(' ')}'`] : []
}

function optionOf({ long, description, value }: CompletableOption): string {
  const takes =
    value === 'none' ? '' : value === 'file' ? ' -r -F' : value === 'text' ? ' -x' : ` -x -a '${value.join(' ')}'`
  return `-l ${long.slice(2)}${takes} -d ${single(description)}`
}

const single = (text: string) => `'${text.replaceAll("'", "\\'")}'`
