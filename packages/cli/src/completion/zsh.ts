import type { Completable, CompletableOption } from './completable.ts'

/** What zsh is to load. */
export function zshCompletion(commands: readonly Completable[]): string {
  return `#compdef vanzelf
# vanzelf, for zsh: source <(vanzelf completion zsh)
_vanzelf_policies() { compadd -- \${(f)"$(vanzelf completion --policies 2>/dev/null)"} }
_vanzelf() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${single(`${name}:${description}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}
compdef _vanzelf vanzelf
`
}

function caseOf({ name, takes, options }: Completable): string {
  const argument = {
    policies: ["'1:policy:_vanzelf_policies'"],
    files: ["'*:file:_files'"],
    nothing: name === 'completion' ? ["'1:shell:(bash zsh fish)'"] : [],
  }[takes]
  return `    ${name}) _arguments ${[...options.map(optionOf), ...argument].join(' ')} ;;`
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
