import { open } from 'node:fs/promises'
import { DefinitionError, DocumentError, type IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import { isDay } from '../day.ts'
import { fileName } from '../from/file.ts'

/** How the receiver wants the file. Its lines are yours to make: columns, fixed widths, XML. */
export interface ListLayout {
  /** What stands before the persons. */
  readonly head?: string
  /** The line of one person; `place` counts from 1. */
  readonly line: (number: string, place: number) => string
  /** What stands after them; `count` is how many there are. */
  readonly foot?: (count: number) => string
  /** Between lines, and after the last; a line feed unless said. */
  readonly lineEnd?: '\n' | '\r\n'
}

/** What is written, and of whom. */
export interface WriteListOptions {
  /** The file to make; one that is there already stays as it is. */
  readonly path: string
  readonly layout: ListLayout
  /** Who is on the list; somebody twice stands on it once. */
  readonly subjects: readonly SubjectId[]
  readonly pseudonyms: Pseudonyms
  /** The date about which the list asks. */
  readonly on: IsoDate
}

/** What was sent: plain data without national numbers, to keep until the answer comes back. */
export interface ListSent {
  readonly on: IsoDate
  /** Who stands on the list, in its order. */
  readonly subjects: readonly SubjectId[]
  /** Who was left out: the number behind the subject is not known here. */
  readonly leftOut: readonly SubjectId[]
}

/**
 * Writes a file of national numbers for an authority that answers by lists. Only its owner may read it; what becomes
 * of it after that, encryption and transport, is yours.
 * @throws {DocumentError} `file-not-writable` when the file is there already, or its folder is not
 * @throws {DefinitionError} `bad-option` when `on` is no date
 * @example
 * ```ts
 * import { readFileSync, rmSync } from 'node:fs'
 * import { pseudonyms } from '@vanzelf/source/pseudonyms'
 *
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const layout = { head: 'INSZ;REFERENCE', line: (number: string, place: number) => `${number};${place}` }
 * const subjects = [people.of('85.67.30-033.60')]
 * const sent = await writeList({ path: 'list-example.csv', layout, subjects, pseudonyms: people, on: '2026-01-01' })
 * readFileSync('list-example.csv', 'utf8') // => 'INSZ;REFERENCE\n85673003360;1\n'
 * sent.subjects.length // => 1
 * rmSync('list-example.csv')
 * ```
 */
export async function writeList({ path, layout, subjects, pseudonyms, on }: WriteListOptions): Promise<ListSent> {
  if (!isDay(on))
    throw new DefinitionError({
      code: 'bad-option',
      what: '`on` is not a date as YYYY-MM-DD',
      where: 'options of `writeList`',
      todo: 'give the date about which the list asks',
    })
  const numbers = new Map<SubjectId, string>()
  const leftOut = new Set<SubjectId>()
  for (const id of subjects) {
    const number = pseudonyms.reveal(id)
    if (number === undefined) leftOut.add(id)
    else numbers.set(id, number)
  }
  const { head, line, foot, lineEnd = '\n' } = layout
  const lines = [
    ...(head === undefined ? [] : [head]),
    ...[...numbers.values()].map((number, index) => line(number, index + 1)),
    ...(foot ? [foot(numbers.size)] : []),
  ]
  await written(path, lines.map((each) => each + lineEnd).join(''))
  return Object.freeze({
    on,
    subjects: Object.freeze([...numbers.keys()]),
    leftOut: Object.freeze([...leftOut]),
  })
}

async function written(path: string, content: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(content).finally(() => file.close())
  } catch (error) {
    const { code } = error as { readonly code?: string }
    throw new DocumentError({
      code: 'file-not-writable',
      what: code === 'EEXIST' ? 'the file is there already' : `the file cannot be written (${code ?? 'no code'})`,
      where: fileName(path),
      todo: 'a list may have been sent already: name another file, in a folder that is there',
    })
  }
}
