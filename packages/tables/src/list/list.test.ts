import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { conformance } from '@vanzelf/source/conformance'
import { increasedReimbursement, livingWage, socialSecurity } from '@vanzelf/source-social-security'
import { afterAll, describe, expect, it } from 'vitest'
import { anna, bram, carla, dirk, numbers, people, purpose } from '../../test/city.ts'
import { folder } from '../../test/engines.ts'
import { csv } from '../from/csv.ts'
import { nationalNumber } from '../subject.ts'
import { type ListAnswer, returnedList } from './returned-list.ts'
import { writeList } from './write-list.ts'

const files = folder()
afterAll(files.remove)

const layout = {
  head: 'H;EXAMPLEVILLE',
  line: (number: string, place: number) => `${place};${number}`,
  foot: (count: number) => `T;${count}`,
  lineEnd: '\r\n',
} as const
const writing = { layout, pseudonyms: people, on: '2026-01-01' } as const
const sent = { on: '2026-01-01', subjects: [anna, bram, carla], leftOut: ['stranger'] } as const
const facts = {
  increasedReimbursement: { column: 'S', among: ['V'] },
  livingWage: { column: 'S', among: ['L', 'E'] },
} as const

let written = 0
function answered(content: string, rest: Partial<ListAnswer> = {}) {
  written += 1
  const path = files.path(`back-${written}.csv`)
  writeFileSync(path, content)
  const answer = { from: csv(path), subject: nationalNumber('N'), rejected: { column: 'S', among: ['?'] }, ...rest }
  return returnedList({ source: socialSecurity, facts, sent, answer, pseudonyms: people })
}

const on = { on: '2026-01-01' } as const
const reimbursed = { fact: increasedReimbursement, at: on, purpose }

describe('a list that goes out', () => {
  it('is written as its layout says, each person once, for its owner alone', async () => {
    const path = files.path('out.csv')
    const told = await writeList({ ...writing, path, subjects: [anna, bram, anna, 'stranger'] })
    expect(readFileSync(path, 'utf8')).toBe(`H;EXAMPLEVILLE\r\n1;${numbers.anna}\r\n2;${numbers.bram}\r\nT;2\r\n`)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(told).toEqual({ on: '2026-01-01', subjects: [anna, bram], leftOut: ['stranger'] })
    expect(JSON.stringify(told)).not.toContain(numbers.anna)
  })

  it('is not written over another', async () => {
    const path = files.path('twice.csv')
    await writeList({ ...writing, path, subjects: [anna] })
    await expect(writeList({ ...writing, path, subjects: [bram] })).rejects.toMatchObject({ code: 'file-not-writable' })
    expect(readFileSync(path, 'utf8')).toContain(numbers.anna)
  })
})

describe('a list that comes back', () => {
  const content = `N,S\n${numbers.anna},V\n${numbers.anna},E\n${numbers.bram},?\n`

  it('says yes of who is in it, no of who is not, and is in doubt of who was rejected', async () => {
    const connector = await answered(content, { count: 3 })
    const subjects = [anna, bram, carla, dirk, 'stranger']
    expect(await connector.increasedReimbursement({ ...reimbursed, subjects })).toEqual([
      { value: true },
      { unknown: 'in doubt', code: 'rejected' },
      { value: false },
      { unknown: 'not asked' },
      { unknown: 'not found' },
    ])
    expect(await connector.livingWage({ ...reimbursed, fact: livingWage, subjects: [anna] })).toEqual([{ value: true }])
  })

  it('is refused where a row says neither yes, no nor that it was rejected', async () =>
    expect(answered(`N,S\n${numbers.anna},V\n${numbers.bram},X\n${numbers.carla},\n`)).rejects.toMatchObject({
      code: 'bad-table',
      problems: [
        { row: 3, column: 'S', what: 'is none of V, L, E' },
        { row: 4, column: 'S', what: 'is none of V, L, E' },
      ],
    }))

  it('says no by the texts that are told to mean it', async () => {
    const connector = await answered(`N,S\n${numbers.anna},V\n${numbers.bram},X\n${numbers.carla},\n`, {
      no: [{ column: 'S', among: ['X', ''] }],
    })
    const answers = await connector.increasedReimbursement({ ...reimbursed, subjects: [anna, bram, carla] })
    expect(answers).toEqual([{ value: true }, { value: false }, { value: false }])
  })

  it('has a text that is known in each column, whatever the others say', async () => {
    const path = files.path('two-columns.csv')
    writeFileSync(path, `N,R,L\n${numbers.anna},V,?\n`)
    const two = {
      increasedReimbursement: { column: 'R', among: ['V'] },
      livingWage: { column: 'L', among: ['V'] },
    } as const
    const answer = { from: csv(path), subject: nationalNumber('N'), no: [{ column: 'R', among: ['?'] }] }
    await expect(
      returnedList({ source: socialSecurity, facts: two, sent, answer, pseudonyms: people }),
    ).rejects.toMatchObject({ problems: [{ row: 2, column: 'L', what: 'is none of V' }] })
  })

  it('was asked about one date only', async () => {
    const connector = await answered(content)
    for (const at of [{ on: '2026-01-02' }, { during: { from: '2026-01-01', until: '2026-01-02' } }] as const)
      expect(await connector.increasedReimbursement({ ...reimbursed, at, subjects: [anna] })).toEqual([
        { unknown: 'not asked' },
      ])
  })

  it('is awaited until then', async () => {
    const connector = await returnedList({ source: socialSecurity, facts, sent, pseudonyms: people })
    expect(await connector.increasedReimbursement({ ...reimbursed, subjects: [anna] })).toEqual([
      { unknown: 'unavailable', code: 'list not answered' },
    ])
  })

  it.each([
    [
      'names somebody else',
      `N,S\n${numbers.dirk},V\n`,
      { row: 2, column: 'N', what: 'names somebody who was not on the list' },
    ],
    ['names nobody', 'N,S\n,V\n', { row: 2, column: 'N', what: 'is not a national number' }],
    ['is shorter than it says', 'N,S\n', { what: 'has 0 rows where there are to be 1' }],
    [
      'lacks a column',
      `N\n${numbers.anna}\n`,
      { column: 'S', what: 'is missing: the header has 1 column; is the delimiter another?' },
    ],
  ])('is refused when it %s', async (_, back, problem) =>
    expect(answered(back, { count: 1 })).rejects.toMatchObject({ code: 'bad-table', problems: [problem] }),
  )

  it('keeps what a connector promises, on the date that was asked', async () => {
    const connector = await answered(content)
    const failing = await returnedList({ source: socialSecurity, facts, sent, pseudonyms: people })
    const source = { ...socialSecurity, facts: { increasedReimbursement, livingWage } }
    const trial = { subjects: [anna, carla], unknownSubject: 'nobody', on: '2026-01-01', failing } as const
    for (const { name, run } of conformance(source, connector, trial)) if (!name.includes('in a period')) await run()
  })
})
