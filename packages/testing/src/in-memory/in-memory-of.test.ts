import { type Cents, during, euro, type Fact, fact, type IsoDate, timeline, unknown } from '@vanzelf/rules'
import { type At, source } from '@vanzelf/source'
import { conformance } from '@vanzelf/source/conformance'
import { livingWage, socialSecurity } from '@vanzelf/source-social-security'
import { describe, expect, it } from 'vitest'
import { inMemoryOf } from './in-memory-of.ts'

interface Income extends Fact<'tax', 'income', 'person', Cents, 'year'> {}
const income = fact<Income>({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money' },
  when: ['year'],
})
const tax = source({ name: 'tax', authority: { nl: 'fiscus', en: 'tax administration' }, facts: { income } })

const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const records = {
  anna: { livingWage: during({ from: '2024-01-01', until: '2025-01-01' }), income: { 2024: euro(12_000) } },
  bram: { livingWage: true, income: unknown('not permitted') },
  cleo: { livingWage: timeline({ from: '2025-06-01', value: false }), income: { 2024: unknown('in doubt') } },
  dina: {},
} as const
const connectors = inMemoryOf([socialSecurity, tax], records)
const everybody = [...Object.keys(records), 'emil']
const wages = (at: At) =>
  connectors['social-security'].livingWage({ fact: livingWage, at, subjects: everybody, purpose })
const notFound = unknown('not found')

describe('records written by hand', () => {
  it.each<readonly [IsoDate, readonly unknown[]]>([
    ['2024-12-31', [{ value: true }, { value: true }, notFound]],
    ['2025-01-01', [{ value: false }, { value: true }, notFound]],
    ['2025-06-01', [{ value: false }, { value: true }, { value: false }]],
  ])('tell what they say of %s', async (on, told) => expect(await wages({ on })).toEqual([...told, notFound, notFound]))

  it('tell a period as far as it is asked', async () => {
    const period = { from: '2024-06-01', until: '2025-09-01' } as const
    expect(await wages({ during: period })).toEqual([
      {
        value: {
          timeline: [
            { from: '2024-06-01', until: '2025-01-01', value: true },
            { from: '2025-01-01', until: '2025-09-01', value: false },
          ],
        },
      },
      { value: { timeline: [{ ...period, value: true }] } },
      { value: { timeline: [{ from: '2025-06-01', until: '2025-09-01', value: false }] } },
      notFound,
      notFound,
    ])
  })

  it('tell a year that is written down, and of no other', async () => {
    const incomes = (year: number) =>
      connectors.tax.income({ fact: income, at: { year }, subjects: everybody, purpose })
    const denied = unknown('not permitted')
    expect(await incomes(2024)).toEqual([{ value: 12_000_00 }, denied, unknown('in doubt'), notFound, notFound])
    expect(await incomes(2025)).toEqual([notFound, denied, notFound, notFound, notFound])
  })

  const checks = conformance(tax, connectors.tax, {
    subjects: ['anna', 'bram'],
    unknownSubject: 'emil',
    on: '2024-05-01',
  })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())
})
