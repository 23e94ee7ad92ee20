import { type Completable, type CompletableOption, groupOf } from './completable.ts'

/** What bash is to load. */
export function bashCompletion(commands: readonly Completable[]): string {
  return `# vanzelf, for bash: source <(vanzelf completion bash)
_vanzelf() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${command:+$command }$word" in
      ${commands.map(({ name }) => `'${name}'`).join('|')}) command="\${command:+$command }$word" ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '') COMPREPLY=($(compgen -W '${commands
      .filter(({ name }) => groupOf(name) === undefined)
      .map(({ name }) => name)
      .join(' ')} --help --version' -- "$current")) ;;
${commands.map(caseOf).join('\n')}
  esac
}
complete -F _vanzelf vanzelf
`
}

function caseOf({ name, takes, options }: Completable): string {
  const values = options.flatMap((option) => valueCase(option))
  const long = options.map((option) => option.long).join(' ')
  return `    '${name}')
      case $previous in
${values.map((one) => `        ${one} ;;`).join('\n')}
        *)
          if [[ $current == -* ]]; then COMPREPLY=($(compgen -W '${long} --help' -- "$current"))
          else ${argument(takes)}; fi ;;
      esac ;;`
}

function argument(takes: Completable['takes']): string {
  if (takes === 'files') return 'COMPREPLY=($(compgen -f -- "$current"))'
  if (typeof takes === 'string')
    return `COMPREPLY=($(compgen -W "$(vanzelf completion --${takes} 2>/dev/null)" -- "$current"))`
  return takes.length > 0 ? `COMPREPLY=($(compgen -W '${takes.join(' ')}' -- "$current"))` : ':'
}

const valueCase = ({ long, value }: CompletableOption): readonly string[] => {
  if (value === 'none') return []
  if (value === 'file') return [`${long}) COMPREPLY=($(compgen -f -- "$current"))`]
  return value === 'text' ? [`${long}) :`] : [`${long}) COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$current"))`]
}
