import Table from 'cli-table3'

const NONE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** A table without lines but the one below its head, no wider than is asked where its words allow it. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const columns = head.map((cell, column) => [cell, ...rows.map((row) => row[column] ?? '')])
  const widths = widthsWithin(
    columns.map((cells) => longestOf(cells)),
    // A name that is cut off is another name.
    columns.map((cells) => Math.max(NARROWEST, longestOf(cells.flatMap((cell) => cell.split(/\s+/))))),
    width,
  )
  const table = new Table({
    colWidths: widths,
    wordWrap: true,
    chars: NONE,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  const line = widths.map((one) => '─'.repeat(one))
  table.push([...head], line, ...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
}

const NARROWEST = 12

const longestOf = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length))

/** The widest columns give way first, none below its least. */
function widthsWithin(natural: readonly number[], least: readonly number[], width: number): number[] {
  const widths = natural.map((one) => Math.max(1, one))
  const total = () => widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1))
  while (total() > width) {
    const widest = Math.max(...widths.filter((one, column) => one > (least[column] ?? 0)))
    const column = widths.findIndex((one, index) => one === widest && one > (least[index] ?? 0))
    if (column === -1) break
    widths[column] = widest - 1
  }
  return widths
}
