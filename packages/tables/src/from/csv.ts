import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { DocumentError } from '@vanzelf/rules'
import { type CsvError, type Parser, parse } from 'csv-parse'
import { Misread } from '../misread.ts'
import type { From, Wanted } from '../rows.ts'
import { fileName, readable } from './file.ts'
import { type Snapshot, snapshot } from './snapshot.ts'

/** How a file of comma-separated values is written. */
export interface CsvOptions {
  /** What stands between columns; `,` unless said. */
  readonly delimiter?: ',' | ';' | '\t' | '|'
  /** What stands around a text that holds a delimiter; `"` unless said. */
  readonly quote?: '"' | "'"
  /** `utf-8` unless said. Spreadsheets often save as `windows-1252`. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'windows-1252'
  /** The names of the columns, for a file whose first row does not hold them. */
  readonly header?: readonly string[]
}

/**
 * Rows of a CSV file, read once when the table is opened.
 * @throws {DocumentError} when it is opened: `file-not-readable`, `bad-csv` where quotes do not match, `wrong-encoding`
 * @example
 * ```ts
 * csv('guidance.csv', { delimiter: ';' }).name // => 'file `guidance.csv`'
 * ```
 */
export const csv = (path: string, options: CsvOptions = {}): From => ({
  name: fileName(path),
  async open(wanted) {
    readable(path)
    const into = await snapshot(wanted)
    try {
      const filled = await fillFrom(path, options, wanted, into)
      if (filled) return await into.filled(() => 'text')
    } catch (error) {
      into.discard()
      throw error
    }
    into.discard()
    return undefined
  },
})

async function fillFrom(path: string, options: CsvOptions, wanted: Wanted, { connection }: Snapshot): Promise<boolean> {
  const { columns, subject, problems } = wanted
  await checkMark(path, options)
  const cells = columns.map((_, index) => `c${index} varchar`)
  await connection.run(`create table rows (row integer, key varchar, ${cells.join(', ')})`)
  const appender = await connection.createAppender('rows')
  const put = (text: string | undefined) => (text ? appender.appendVarchar(text) : appender.appendNull())
  let header = options.header && placesOf(options.header, wanted)
  if (options.header && !header) return false
  let width = options.header?.length ?? 0
  let row = 0
  const parser = parserFor(path, options)
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      row += 1
      if (!header) {
        header = placesOf(
          record.map((name) => name.trim()),
          wanted,
        )
        width = record.length
        if (!header) return false
        continue
      }
      if (record.length === 1 && record[0]?.trim() === '') continue
      if (record.length !== width) {
        problems.add({ row, what: `has ${record.length} cells where there are ${width} columns` })
        continue
      }
      const texts = header.map((place) => record[place]?.trim())
      const broken = columns.filter((_, index) => texts[index]?.includes(REPLACEMENT))
      for (const column of broken) problems.add({ row, column, what: `is not ${options.encoding ?? 'utf-8'}` })
      if (broken.length > 0) continue
      appender.appendInteger(row)
      put(plainOf(texts[columns.indexOf(subject.column)], wanted))
      texts.forEach(put)
      appender.endRow()
    }
  } catch (error) {
    throw faultOf(path, error, row + 1)
  } finally {
    parser.destroy()
    appender.closeSync()
  }
  if (!header) problems.add({ what: 'is empty: it has no header' })
  return header !== undefined
}

/** What cannot be read stays as it is: the check will name it. */
function plainOf(text: string | undefined, { subject }: Wanted): string | undefined {
  try {
    return text && subject.plain(text)
  } catch (error) {
    if (error instanceof Misread) return text
    throw error
  }
}

/** Where each wanted column stands. The names of the file are not told: without a header they would be data. */
function placesOf(names: readonly string[], { columns, problems }: Wanted): readonly number[] | undefined {
  const count = names.length === 1 ? '1 column' : `${names.length} columns`
  const hint = names.length === 1 ? '; is the delimiter another?' : ''
  for (const column of columns) {
    const times = names.filter((name) => name === column).length
    if (times === 0) problems.add({ column, what: `is missing: the header has ${count}${hint}` })
    if (times > 1) problems.add({ column, what: `stands ${times} times in the header` })
  }
  const places = columns.map((column) => names.indexOf(column))
  return problems.count > 0 ? undefined : places
}

// What a decoder puts where bytes are none of its encoding.
const REPLACEMENT = '\uFFFD'

function parserFor(path: string, { delimiter = ',', quote = '"', encoding = 'utf-8' }: CsvOptions): Parser {
  // The decoder leaves out the mark of byte order itself.
  const decoder = new TextDecoder(encoding)
  const decoded = new Transform({
    decodeStrings: true,
    readableObjectMode: false,
    transform(chunk: Buffer, _, done) {
      done(null, decoder.decode(chunk, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
  const parser = parse({ delimiter, quote, relax_column_count: true, skip_empty_lines: false })
  const fail = (error: Error) => parser.destroy(error)
  createReadStream(path).on('error', fail).pipe(decoded).on('error', fail).pipe(parser)
  return parser
}

/** A mark of byte order that speaks of another encoding than the one that was said. */
async function checkMark(path: string, { encoding = 'utf-8' }: CsvOptions): Promise<void> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0).finally(() => file.close())
  const start = buffer.toString('hex')
  const marked = start.startsWith('fffe') ? 'utf-16le' : start === 'efbbbf' ? 'utf-8' : undefined
  if (marked === undefined || marked === encoding) return
  throw new DocumentError({
    code: 'wrong-encoding',
    what: `it is marked as ${marked} and read as ${encoding}`,
    where: fileName(path),
    todo: `give \`csv\` the option \`encoding: '${marked}'\``,
  })
}

function faultOf(path: string, error: unknown, row: number): unknown {
  const { code } = error as Partial<CsvError>
  if (!code?.startsWith('CSV_')) return error
  return new DocumentError({
    code: 'bad-csv',
    what: `the quotes of row ${row}, or of one of the rows just after it, do not match (${code})`,
    where: fileName(path),
    todo: 'mend the quotes in the file, or say which `quote` it uses',
  })
}
