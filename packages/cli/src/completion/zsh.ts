import { type Completable, type CompletableOption, groupOf, groups } from './completable.ts'

/** What zsh is to load. */
export function zshCompletion(commands: readonly Completable[]): string {
  return `#compdef vanzelf
# vanzelf, for zsh: source <(vanzelf completion zsh)
_vanzelf_policies() { compadd -- \${(f)"$(vanzelf completion --policies 2>/dev/null)"} }
_vanzelf_campaigns() { compadd -- \${(f)"$(vanzelf completion --campaigns 2>/dev/null)"} }
_vanzelf() {
  local -a commands=(
${commands
  .filter(({ name }) => groupOf(name) === undefined)
  .map(({ name, description }) => `    ${single(`${name}:${description}`)}`)
  .join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  if (( CURRENT > 2 )) && [[ $command == (${groups(commands).join('|')}) ]]; then
    command="$command $words[2]"
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}
compdef _vanzelf vanzelf
`
}

function caseOf({ name, takes, options }: Completable): string {
  return `    '${name}') _arguments ${[...options.map(optionOf), ...argument(takes)].join(' ')} ;;`
}

function argument(takes: Completable['takes']): readonly string[] {
  if (takes === 'files') return ["'*:file:_files'"]
  if (typeof takes === 'string') return [`'1:${takes}:_vanzelf_${takes}'`]
  return takes.length > 0 ? [`'1:word:(${takes.join(' ')})'`] : []
}

function optionOf({ long, description, value }: CompletableOption): string {
  const text = description.replace(/[[\]:]/g, '\\$&')
  const takes =
    value === 'none'
      ? ''
      : value === 'file'
        ? ':file:_files'
        : value === 'text'
          ? ':value: '
          : `:value:(${value.join(' ')})`
  return single(`${long}[${text}]${takes}`)
}

const single = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
