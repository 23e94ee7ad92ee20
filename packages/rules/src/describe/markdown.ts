import { type Block, isTable, type Table, type Words } from './words.ts'

/** A text as Markdown shows it literally: what a label or a document says is never markup. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|&]/g, '\\$&')
    .replace(/^([#+~=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence with its full stop, or with its points below it. */
export function sentenceOf({ text, below }: Words, colon: string): string {
  if (below.length === 0) return stopped(escaped(capital(text)))
  return `${escaped(capital(text))}${colon}\n\n${pointsOf(below, colon)}`
}

const stopped = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

/** Points as a list; a table stands by itself. */
export function pointsOf(blocks: readonly Block[], colon: string, indent = ''): string {
  const lines = blocks.map((block) =>
    isTable(block) ? `\n${indented(tableOf(block), indent)}\n` : pointOf(block, colon, indent),
  )
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** One point of a list, with what is below it. */
export function pointOf({ text, below }: Words, colon: string, indent = '', bullet = '-'): string {
  const line = `${indent}${bullet} ${escaped(text)}`
  if (below.length === 0) return line
  const inner = indent + ' '.repeat(bullet.length + 1)
  const [first] = below
  return `${line}${colon}\n${first && isTable(first) ? '\n' : ''}${pointsOf(below, colon, inner)}`
}

export function tableOf({ heads, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return [line(heads.map(capital)), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

const indented = (text: string, indent: string) => text.replace(/^/gm, indent)
