import type { Completable, CompletableOption } from './completable.ts'

/** What fish is to load. */
export function fishCompletion(commands: readonly Completable[]): string {
  return `# vanzelf, for fish: vanzelf completion fish | source
complete -c vanzelf -f
${commands.flatMap(linesOf).join('\n')}
`
}

function linesOf({ name, description, takes, options }: Completable): readonly string[] {
  const seen = `-n '__fish_seen_subcommand_from ${name}'`
  const argument = {
    policies: [`complete -c vanzelf ${seen} -a '(vanzelf completion --policies 2>/dev/null)'`],
    files: [`complete -c vanzelf ${seen} -F`],
    nothing: name === 'completion' ? [`complete -c vanzelf ${seen} -a 'bash zsh fish'`] : [],
  }[takes]
  return [
    `complete -c vanzelf -n __fish_use_subcommand -a ${name} -d ${single(description)}`,
    ...options.map((option) => `complete -c vanzelf ${seen} ${optionOf(option)}`),
    ...argument,
  ]
}

function optionOf({ long, description, value }: CompletableOption): string {
  const takes =
    value === 'none' ? '' : value === 'file' ? ' -r -F' : value === 'text' ? ' -x' : ` -x -a '${value.join(' ')}'`
  return `-l ${long.slice(2)}${takes} -d ${single(description)}`
}

const single = (text: string) => `'${text.replaceAll("'", "\\'")}'`
