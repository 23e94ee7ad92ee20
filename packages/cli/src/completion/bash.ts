import type { Completable, CompletableOption } from './completable.ts'

/** What bash is to load. */
export function bashCompletion(commands: readonly Completable[]): string {
  return `# vanzelf, for bash: source <(vanzelf completion bash)
_vanzelf() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '') COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$current")) ;;
${commands.map(caseOf).join('\n')}
  esac
}
complete -F _vanzelf vanzelf
`
}

function caseOf({ name, takes, options }: Completable): string {
  const values = options.flatMap((option) => valueCase(option))
  const long = options.map((option) => option.long).join(' ')
  const argument = {
    policies: `COMPREPLY=($(compgen -W "$(vanzelf completion --policies 2>/dev/null)" -- "$current"))`,
    files: 'COMPREPLY=($(compgen -f -- "$current"))',
    nothing: name === 'completion' ? `COMPREPLY=($(compgen -W 'bash zsh fish' -- "$current"))` : ':',
  }[takes]
  return `    ${name})
      case $previous in
${values.map((one) => `        ${one} ;;`).join('\n')}
        *)
          if [[ $current == -* ]]; then COMPREPLY=($(compgen -W '${long} --help' -- "$current"))
          else ${argument}; fi ;;
      esac ;;`
}

const valueCase = ({ long, value }: CompletableOption): readonly string[] => {
  if (value === 'none') return []
  if (value === 'file') return [`${long}) COMPREPLY=($(compgen -f -- "$current"))`]
  return value === 'text' ? [`${long}) :`] : [`${long}) COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$current"))`]
}
