/** A TypeScript fence of a page or a docstring. Lines count from 1, as editors do. */
export interface Fence {
  readonly page: string
  readonly line: number
  readonly code: string
  /** From a docstring: the names of its package need no import. */
  readonly inDocstring: boolean
  /** Why it is not run: the text after `no-run:`. */
  readonly notRun: string | undefined
  /** It goes on where the fence before it, on the same page, stopped. */
  readonly continues: boolean
}

const opening = /^\s*(`{3,})(.*)$/

/** The TypeScript fences of a Markdown page. */
export function fencesOfPage(page: string, text: string, inDocstring = false): readonly Fence[] {
  const fences: Fence[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, ticks, info = ''] = opening.exec(lines[at] ?? '') ?? []
    if (ticks === undefined) continue
    const from = at + 1
    at = lines.findIndex((line, index) => index >= from && line.trim() === ticks)
    if (at === -1) throw new Error(`${page}:${from}: a fence is not closed`)
    const [language, ...flags] = info.trim().split(/\s+/)
    if (language !== 'ts' && language !== 'typescript') continue
    fences.push({
      page,
      line: from + 1,
      code: lines.slice(from, at).join('\n'),
      inDocstring,
      notRun: /\bno-run\b:?\s*(.*)/.exec(info)?.[1],
      continues: flags.includes('continued'),
    })
  }
  return fences
}

/** The TypeScript fences in the docstrings of a source file. */
export function fencesOfSource(page: string, source: string): readonly Fence[] {
  const blankedOut = (text: string) => text.replaceAll(/[^\n]/g, '')
  let prose = ''
  let end = 0
  for (const docstring of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    prose += blankedOut(source.slice(end, docstring.index))
    prose += docstring[0].replaceAll(/^[ \t]*(?:\/\*\*|\*\/|\* ?)/gm, '')
    end = docstring.index + docstring[0].length
  }
  return fencesOfPage(page, prose, true)
}
