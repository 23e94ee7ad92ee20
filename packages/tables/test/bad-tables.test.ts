import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { type CsvOptions, csv } from '../src/from/csv.ts'
import { duckdb } from '../src/from/duckdb.ts'
import { parquet } from '../src/from/parquet.ts'
import type { Problem } from '../src/problem.ts'
import { periodBetween, truthDuring, whileValid } from '../src/readings/dated.ts'
import { moneyIn, numberIn, textIn, truthIn } from '../src/readings/in-column.ts'
import { membersBy } from '../src/readings/relations.ts'
import { byYear } from '../src/readings/yearly.ts'
import { nationalNumber } from '../src/subject.ts'
import { type Mapping, type TablesOptions, tables } from '../src/tables.ts'
import { anna, carla, city, numbers, people, purpose } from './city.ts'
import { folder, overDuckDb, overParquet } from './engines.ts'

const files = folder()
afterAll(files.remove)

const days = { from: 'start', until: 'end', lastDay: 'included' } as const
const guided = { guided: truthDuring(days) }
const common = { source: city, subject: nationalNumber('insz'), pseudonyms: people, tellsOf: 'every day' } as const
type Options = Partial<Pick<TablesOptions<typeof city, object>, 'written' | 'problems' | 'subject'>>

let written = 0
function file(content: string | Uint8Array): string {
  written += 1
  const path = files.path(`file-${written}.csv`)
  writeFileSync(path, content)
  return path
}

const opened = (
  content: string | Uint8Array,
  facts: Mapping<typeof city> = guided,
  options: Options & CsvOptions = {},
) => tables({ ...common, from: csv(file(content), options), facts: facts as typeof guided, ...options })

/** The problems of a table that is refused. */
async function refused(...table: Parameters<typeof opened>): Promise<readonly Problem[]> {
  const error = await opened(...table).then(
    () => undefined,
    (thrown: { readonly problems?: readonly Problem[] }) => thrown,
  )
  expect(error).toMatchObject({ name: 'TableError', code: 'bad-table' })
  return error?.problems ?? []
}

const head = 'insz,start,end\n'
const good = `${numbers.anna},2024-01-01,2024-12-31\n`

describe('a table of periods', () => {
  // biome-ignore format: a table
  it.each<[string, string, Problem]>([
    ['a date that does not exist', `${numbers.anna},2023-02-29,`, { row: 2, column: 'start', what: 'is not a date as YYYY-MM-DD' }],
    ['a date in another form', `${numbers.anna},01/02/2023,`, { row: 2, column: 'start', what: 'is not a date as YYYY-MM-DD' }],
    ['no start', `${numbers.anna},,2023-01-01`, { row: 2, column: 'start', what: 'is empty where a period starts' }],
    ['an end before the start', `${numbers.anna},2024-01-01,2023-12-30`, { row: 2, column: 'end', what: 'ends before the day in column `start`' }],
    ['a national number with wrong digits', `85673003461,2024-01-01,`, { row: 2, column: 'insz', what: 'is a national number with wrong digits' }],
    ['a national number that a spreadsheet shortened', `${numbers.carla.slice(1)},2024-01-01,`, { row: 2, column: 'insz', what: 'is a national number with digits missing; a spreadsheet leaves out leading zeros' }],
    ['a national number that is a name', `Anna,2024-01-01,`, { row: 2, column: 'insz', what: 'is not a national number' }],
    ['no national number', `,2024-01-01,`, { row: 2, column: 'insz', what: 'is empty' }],
    ['a cell too few', `${numbers.anna},2024-01-01`, { row: 2, what: 'has 2 cells where there are 3 columns' }],
    ['a cell too many', `${numbers.anna},2024-01-01,,`, { row: 2, what: 'has 4 cells where there are 3 columns' }],
  ])('%s', async (_, row, problem) => expect(await refused(`${head}${row}\n`)).toEqual([problem]))

  it('may end on the day it starts where the last day is included', async () =>
    (await opened(`${head}${numbers.anna},2024-01-01,2024-01-01\n`)).close())

  it('may not where that day no longer counts', async () => {
    const facts = { guided: truthDuring({ ...days, lastDay: 'excluded' }) }
    const [problem] = await refused(`${head}${numbers.anna},2024-01-01,2024-01-01\n`, facts)
    expect(problem).toEqual({ row: 2, column: 'end', what: 'ends on the day in column `start`' })
  })

  it('names the row as a spreadsheet counts, past empty lines and cells of several lines', async () => {
    const rows = [...Array(14).fill(good), '\n', `${numbers.anna},"\n2024-13-01",\n`]
    expect(await refused(head + rows.join(''))).toMatchObject([{ row: 17, column: 'start' }])
  })

  it('takes a row that stands there twice: it says nothing else', async () =>
    (await opened(head + good + good)).close())
})

describe('problems', () => {
  const bad = Array(50).fill(`${numbers.bram},soon,\n`).join('')
  it('are all counted, and the first of them named by row', async () => {
    const error = await opened(head + good + bad, guided, { problems: 3 }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ count: 50, problems: [{ row: 3 }, { row: 4 }, { row: 5 }] })
    expect(String(error)).toBe(
      'TableError: 50 problems: row 3, column `start`, is not a date as YYYY-MM-DD; row 4, column `start`, is not a date as YYYY-MM-DD; row 5, column `start`, is not a date as YYYY-MM-DD; in file `' +
        `file-${written}.csv\`; these are the first 3; mend the table, or its mapping`,
    )
  })

  it('are told once where several facts share a column', async () => {
    const facts = { guided: truthDuring(days), managed: truthDuring(days) }
    expect(await refused(`${head}${numbers.anna},soon,\n`, facts)).toHaveLength(1)
  })

  it('never hold what stands in the table', async () => {
    const names = `${head}Ann Peeters,Ann Peeters,Ann Peeters\n${numbers.bram},soon,later\n`
    const error = await opened(names).catch((thrown: unknown) => thrown)
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Peeters|soon|later|\d{6}/)
  })

  it('are asked for by a whole number above zero', async () =>
    expect(opened(head, guided, { problems: 0 })).rejects.toMatchObject({ code: 'bad-option' }))
})

describe('rows that contradict each other', () => {
  const facts = { postcode: whileValid(days, textIn('postcode')) }
  const header = 'insz,start,end,postcode\n'
  it('are named, the second with the first', async () =>
    expect(
      await refused(
        `${header}${numbers.anna},2024-01-01,,9000\n${numbers.bram},2024-01-01,,9000\n${numbers.anna},2025-01-01,,9030\n`,
        facts,
      ),
    ).toEqual([{ row: 4, column: 'postcode', what: 'contradicts row 2' }]))

  it('do not when they touch', async () =>
    (
      await opened(`${header}${numbers.anna},2024-01-01,2024-12-31,9000\n${numbers.anna},2025-01-01,,9030\n`, facts)
    ).close())

  it('do not when they say the same', async () =>
    (await opened(`${header}${numbers.anna},2024-01-01,,9000\n${numbers.anna},2025-01-01,,9000\n`, facts)).close())

  it('are those of one year', async () =>
    expect(
      await refused(
        `insz,y,amount\n${numbers.anna},2024,1.00\n${numbers.anna},2025,1.00\n${numbers.anna},2025,2.00\n`,
        {
          income: byYear('y', moneyIn('amount', { unit: 'euro' })),
        },
      ),
    ).toEqual([{ row: 4, column: 'amount', what: 'contradicts row 3' }]))

  it('are those of two households at once', async () =>
    expect(
      await refused(`insz,home\n${numbers.anna},7\n${numbers.anna},8\n`, { household: membersBy('home') }),
    ).toEqual([{ row: 3, column: 'home', what: 'contradicts row 2' }]))

  it('are no two cards: one may be renewed before it ends', async () =>
    (await opened(head + good + good.replace('2024-01-01', '2024-06-01'), { card: periodBetween(days) })).close())
})

describe('cells', () => {
  const income = { income: byYear('y', moneyIn('amount', { unit: 'euro' })) }
  const comma = { written: { decimals: ',', thousands: '.' }, delimiter: ';' } as const
  // biome-ignore format: a table
  it.each<[string, string, string]>([
    ['three decimals', '1,005', 'is an amount with more than two decimals'],
    ['three decimals, the last of them a zero', '12,500', 'is an amount with more than two decimals'],
    ['a point before the decimals', '1000.50', 'is not a number with `,` before its decimals'],
    ['thousands of two digits', '1.00,50', 'is not a number with `,` before its decimals'],
    ['a sign of the euro', '€ 1', 'is not a number with `,` before its decimals'],
    ['too large', '99.999.999.999.999.999', 'is too large a number'],
    ['below the least of the fact', '-1', 'does not fit the fact: its bounds, or the texts it may be'],
  ])('an amount: %s', async (_, amount, what) =>
    expect(await refused(`insz;y;amount\n${numbers.anna};2025;${amount}\n`, income, comma)).toEqual([{ row: 2, column: 'amount', what }]))

  it.each([
    ['1.234.567,8', 1_234_567_80],
    ['1234567,80', 1_234_567_80],
    ['0,29', 29],
    ['-0', 0],
  ])('an amount: %s', async (amount, value) => {
    const table = await opened(`insz;y;amount\n${numbers.anna};2025;${amount}\n`, income, comma)
    const { income: ask } = table.connector as unknown as { income: (batch: object) => Promise<unknown> }
    expect(await ask({ fact: city.facts.income, at: { year: 2025 }, subjects: [anna], purpose })).toEqual([{ value }])
    await table.close()
  })

  it.each(['12.500', '12.000'])('an amount of euros where no thousands are told: %s', async (amount) =>
    expect(await refused(`insz,y,amount\n${numbers.anna},2025,${amount}\n`, income)).toEqual([
      { row: 2, column: 'amount', what: 'is an amount with more than two decimals' },
    ]),
  )

  it.each(['12.000', '12.00'])('an amount of cents with decimals: %s', async (amount) =>
    expect(
      await refused(`insz,y,amount\n${numbers.anna},2025,${amount}\n`, {
        income: byYear('y', moneyIn('amount', { unit: 'cents' })),
      }),
    ).toEqual([{ row: 2, column: 'amount', what: 'is an amount of cents with decimals' }]),
  )

  it('a count with three decimals, that may be thousands', async () => {
    const children = { children: numberIn('n', { unit: 'count' }) }
    const what = 'has three decimals, which may be thousands'
    expect(await refused(`insz,n\n${numbers.anna},2.000\n${numbers.bram},1.250\n`, children)).toEqual([
      { row: 2, column: 'n', what },
      { row: 3, column: 'n', what },
    ])
    await (await opened(`insz,n\n${numbers.anna},2.0\n`, children)).close()
  })

  it.each([{ thousands: '.' }, { decimals: '.', thousands: '.' }, { decimals: ',', thousands: ',' }] as const)(
    'one sign for two things: %o',
    async (written) =>
      expect(opened(`insz,y,amount\n`, income, { written })).rejects.toMatchObject({
        code: 'bad-option',
        what: expect.stringContaining('`written`'),
      }),
  )

  it('a column of numbers has the decimals of its type', async () => {
    const columns = { insz: 'text', y: 'bigint', amount: 'decimal(12,3)' } as const
    const amounts = (amount: string) =>
      overDuckDb(files).put({
        name: `amount_${amount.replace('.', '_')}`,
        columns,
        rows: [[numbers.anna, '2025', amount]],
      })
    await (await tables({ ...common, from: await amounts('12.500'), facts: income })).close()
    await expect(tables({ ...common, from: await amounts('12.505'), facts: income })).rejects.toMatchObject({
      problems: [{ row: 1, column: 'amount', what: 'is an amount with more than two decimals' }],
    })
  })

  it('a year that is none', async () =>
    expect(await refused(`insz,y,amount\n${numbers.anna},25,1\n${numbers.anna},,1\n`, income)).toEqual([
      { row: 2, column: 'y', what: 'is not a year as YYYY' },
      { row: 3, column: 'y', what: 'is empty where a year is needed' },
    ]))

  it('a truth in other words', async () =>
    expect(
      await refused(
        `insz,r\n${numbers.anna},J\n${numbers.bram},yes\n`,
        { reduced: truthIn('r') },
        { written: { yes: ['j', 'ja'], no: ['n'] } },
      ),
    ).toEqual([{ row: 3, column: 'r', what: 'is neither yes (j, ja) nor no (n)' }]))

  it('a code that is none', async () =>
    expect(
      await refused(`insz,p\n${numbers.anna},X\n`, { position: textIn('p', { codes: { S: 'single', C: 'couple' } }) }),
    ).toEqual([{ row: 2, column: 'p', what: 'is none of S, C' }]))

  it('a count with decimals', async () =>
    expect(
      await refused(`insz,n\n${numbers.anna},1.5\n`, { children: numberIn('n', { unit: 'count' }) }),
    ).toMatchObject([{ row: 2, column: 'n' }]))

  it('dates in the form of the country', async () =>
    (await opened(`${head}${numbers.anna},1/2/2024,28/2/2024\n`, guided, { written: { dates: 'D/M/YYYY' } })).close())
})

describe('a file', () => {
  it('without a column that is read', async () =>
    expect(await refused(`insz,begin\n${numbers.anna},2024-01-01\n`)).toEqual([
      { column: 'start', what: 'is missing: the header has 2 columns' },
      { column: 'end', what: 'is missing: the header has 2 columns' },
    ]))

  it('with another delimiter', async () =>
    expect(await refused((head + good).replaceAll(',', ';'))).toContainEqual({
      column: 'insz',
      what: 'is missing: the header has 1 column; is the delimiter another?',
    }))

  it('with a column twice', async () =>
    expect(await refused(`insz,start,end,start\n`)).toEqual([
      { column: 'start', what: 'stands 2 times in the header' },
    ]))

  it('without anything', async () => expect(await refused('')).toEqual([{ what: 'is empty: it has no header' }]))

  it('without rows has nobody in it', async () => (await opened(head)).close())

  it('without a header, whose columns are named', async () =>
    (await opened(good, guided, { header: ['insz', 'start', 'end'] })).close())

  it('with a mark of byte order', async () => (await opened(`\uFEFF${head}${good}`)).close())

  it('in UTF-16', async () =>
    (await opened(Buffer.from(`\uFEFF${head}${good}`, 'utf16le'), guided, { encoding: 'utf-16le' })).close())

  it('in UTF-16, read as UTF-8', async () =>
    expect(opened(Buffer.from(`\uFEFF${head}${good}`, 'utf16le'))).rejects.toMatchObject({
      code: 'wrong-encoding',
      todo: "give `csv` the option `encoding: 'utf-16le'`",
    }))

  it('in windows-1252, read as UTF-8', async () => {
    const content = Buffer.from(`insz,start,end,p\n${numbers.anna},2024-01-01,,Li\xe8ge\n`, 'latin1')
    const facts = { postcode: whileValid(days, textIn('p')) }
    expect(await refused(content, facts)).toEqual([{ row: 2, column: 'p', what: 'is not utf-8' }])
    await (await opened(content, facts, { encoding: 'windows-1252' })).close()
  })

  it('with quotes that do not match', async () =>
    expect(opened(`${head}${numbers.anna},"2024-01-01,\n`)).rejects.toMatchObject({
      code: 'bad-csv',
      what: expect.stringContaining('row 2'),
    }))

  it('that is not there', async () => {
    for (const from of [
      csv('/nowhere/a.csv'),
      parquet('/nowhere/a.parquet'),
      duckdb('/nowhere/a.duckdb', { table: 'a' }),
    ])
      await expect(tables({ ...common, from, facts: guided })).rejects.toMatchObject({ code: 'file-not-readable' })
  })

  it('of another kind', async () => {
    const path = file(head + good)
    for (const from of [parquet(path), duckdb(path, { table: 'a' })])
      await expect(tables({ ...common, from, facts: guided })).rejects.toMatchObject({ code: 'table-not-readable' })
  })
})

describe('typed tables', () => {
  const table = { columns: { insz: 'text', start: 'text', end: 'date' } } as const
  it.each([overDuckDb(files), overParquet(files)])('$name: name row and column too', async (engine) => {
    const from = await engine.put({
      name: 'typed',
      ...table,
      rows: [
        [numbers.anna, '2024-01-01', ''],
        [numbers.bram, 'soon', ''],
      ],
    })
    await expect(tables({ ...common, from, facts: guided })).rejects.toMatchObject({
      problems: [{ row: 2, column: 'start', what: 'is not a date as YYYY-MM-DD' }],
    })
  })

  it.each([overDuckDb(files), overParquet(files)])('$name: a column that is missing', async (engine) => {
    const from = await engine.put({ name: 'short', columns: { insz: 'text', start: 'date' }, rows: [] })
    await expect(tables({ ...common, from, facts: guided })).rejects.toMatchObject({
      problems: [{ column: 'end', what: 'is missing' }],
    })
  })

  it('a time of day where a date is read', async () => {
    const columns = { insz: 'text', start: 'timestamp', end: 'date' } as const
    const from = await overDuckDb(files).put({
      name: 'timed',
      columns,
      rows: [[numbers.anna, '2024-01-01 10:00:00', '']],
    })
    await expect(tables({ ...common, from, facts: guided })).rejects.toMatchObject({
      problems: [{ row: 1, column: 'start', what: 'has a time of day' }],
    })
  })

  it('national numbers without their zeros, in a numeric column', async () => {
    const columns = { insz: 'bigint', start: 'date', end: 'date' } as const
    const from = await overDuckDb(files).put({ name: 'numeric', columns, rows: [[numbers.carla, '2024-01-01', '']] })
    const subject = nationalNumber('insz', { leadingZeros: 'may be missing' })
    const table = await tables({ ...common, subject, from, facts: guided })
    const batch = { fact: city.facts.guided, at: { on: '2024-01-01' }, subjects: [carla], purpose } as const
    expect(await table.connector.guided(batch)).toMatchObject([{ value: true }])
    await table.close()
  })

  it('a query, and one that is wrong', async () => {
    await overDuckDb(files).put({
      name: 'queried',
      columns: { insz: 'text', start: 'date', end: 'date' },
      rows: [[numbers.anna, '2024-01-01', '']],
    })
    const over = (query: string) =>
      tables({ ...common, from: duckdb(files.path('queried.duckdb'), { query }), facts: guided })
    await (await over('select insz, start, "end" from queried where start > date \'2023-01-01\'')).close()
    await expect(over('select insz from quered')).rejects.toMatchObject({
      what: expect.stringContaining('quered does not exist'),
    })
    await expect(over('select cast(insz as date) as insz, start, "end" from queried')).rejects.toMatchObject({
      what: 'DuckDB cannot read it (Conversion error)',
    })
  })
})
