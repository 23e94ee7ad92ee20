import { tableText } from './table-text.ts'

/** How a text is shown. */
export interface Shown {
  readonly width: number
  bold(text: string): string
}

/** The Markdown that descriptions and proofs are written in, as plain text: headings, lists and tables. */
export function plainText(markdown: string, shown: Shown): string {
  const lines: string[] = []
  let table: string[] = []
  const endTable = () => {
    const [first] = table
    if (first === undefined) return
    const indent = first.slice(0, first.indexOf('|'))
    const [head = [], , ...rows] = table.map(cellsOf)
    const text = tableText(head, rows, shown.width - indent.length)
    lines.push(...text.split('\n').map((line) => `${indent}${line}`.trimEnd()))
    table = []
  }
  for (const line of markdown.split('\n')) {
    if (/^\s*\|/.test(line)) table.push(line)
    else {
      endTable()
      lines.push(...lineOf(line, shown))
    }
  }
  endTable()
  return lines.join('\n')
}

function lineOf(line: string, { bold }: Shown): readonly string[] {
  const [, level = '', heading = ''] = /^(#+) (.*)$/.exec(line) ?? []
  if (level === '') return [unescaped(line)]
  const text = unescaped(heading)
  const underlined = level.length > 2 ? [] : [(level === '#' ? '═' : '─').repeat(text.length)]
  return [bold(text), ...underlined]
}

/** The cells of a row: a bar behind a backslash is part of one. */
const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => unescaped(cell.trim()))

const unescaped = (text: string) => text.replace(/\\([\\`*_[\]<>|&#+~=.)-])/g, '$1')
