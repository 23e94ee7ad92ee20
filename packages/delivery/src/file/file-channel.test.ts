import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../channel.ts'
import type { Delivery } from '../delivery.ts'
import { creditFile } from './credit-file.ts'
import type { Layout } from './layout.ts'
import { schoolBillingFile } from './school-billing-file.ts'
import { type PostalAddress, voucherFile } from './voucher-file.ts'

const address: PostalAddress = { name: 'Anna Peeters', street: 'Kouter 1', postcode: '9000', municipality: 'Gent' }
const grant = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  id,
  policy: 'ghent/waste-bags',
  recipient: `person of ${id}`,
  benefit: { kind: 'money', amount: 63_00 },
  period: { from: '2026-01-01', until: '2027-01-01' },
  ...more,
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delivery-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const vouchers = (about: (id: string) => PostalAddress | undefined = () => address, layout?: Layout) =>
  voucherFile({
    folder,
    name: 'vouchers',
    recipients: (batch) => batch.map(({ id }) => about(id)),
    ...(layout && { layout }),
  })
const receiptOf = (outcome: Outcome | undefined) => (outcome && 'receipt' in outcome ? outcome.receipt : '')
const contents = () => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
const csv = () => readdirSync(folder).filter((name) => name.endsWith('.csv') && !name.includes('withdrawn'))
const manifests = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.manifest.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
const rows = (delimiter = ';'): string[][] =>
  csv().flatMap((name) => parse(readFileSync(join(folder, name), 'utf8'), { delimiter, from: 2, bom: true }))

describe('a file', () => {
  it('stands whole, with its manifest, for its owner only', async () => {
    const outcomes = await vouchers().deliver([grant('b', { benefit: { kind: 'money', amount: 42_05 } }), grant('a')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered'])
    expect(rows()).toEqual([
      ['a', 'ghent/waste-bags', 'Anna Peeters', 'Kouter 1', '9000', 'Gent', '', '63,00', '2026-01-01', '2026-12-31'],
      ['b', 'ghent/waste-bags', 'Anna Peeters', 'Kouter 1', '9000', 'Gent', '', '42,05', '2026-01-01', '2026-12-31'],
    ])
    expect(manifests()).toMatchObject([{ of: 'deliveries', count: 2, sum: 105_05, file: csv()[0] }])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('has the same bytes for the same batch, in whatever order it comes', async () => {
    await vouchers().deliver([grant('a'), grant('b')])
    const first = contents()
    rmSync(folder, { recursive: true })
    await vouchers().deliver([grant('b'), grant('a')])
    expect(contents()).toEqual(first)
  })

  it('is written again where the writing was cut off before its manifest', async () => {
    await vouchers().deliver([grant('a')])
    const first = contents()
    rmSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? ''))
    expect(await vouchers().deliver([grant('a')])).toMatchObject([{ outcome: 'delivered' }])
    expect(contents()).toEqual(first)
  })

  it('is left as it is by what is in it already', async () => {
    const [first] = await vouchers().deliver([grant('a')])
    const before = contents()
    expect(await vouchers().deliver([grant('a')])).toEqual([
      { outcome: 'already delivered', receipt: receiptOf(first) },
    ])
    expect(await vouchers(() => undefined).deliver([grant('a')])).toMatchObject([{ outcome: 'already delivered' }])
    expect(contents()).toEqual(before)
  })

  it('asks nothing of whom it holds, and knows a grant again after its recipient moved', async () => {
    const asked: string[] = []
    const channel = vouchers((id) => {
      asked.push(id)
      return { ...address, street: `Kouter ${asked.length}` }
    })
    await channel.deliver([grant('a')])
    const again = { ...grant('a'), benefit: { amount: 63_00, kind: 'money' as const } }
    const outcomes = await channel.deliver([again, grant('b')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['already delivered', 'delivered'])
    expect(asked).toEqual(['a', 'b'])
  })

  it('leaves in its manifest nothing of recipients', async () => {
    await vouchers().deliver([grant('a')])
    expect(JSON.stringify(manifests())).not.toMatch(/Peeters|Kouter|9000/)
  })

  it('takes only what is new of a batch that is handed over again', async () => {
    await vouchers().deliver([grant('a')])
    const outcomes = await vouchers().deliver([grant('a'), grant('b')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['already delivered', 'delivered'])
    expect(rows().map(([id]) => id)).toHaveLength(2)
  })

  it('holds a delivery once when two calls hand it over side by side', async () => {
    const channel = vouchers()
    const both = await Promise.all([channel.deliver([grant('a')]), channel.deliver([grant('a'), grant('a')])])
    expect(both.flat().map(({ outcome }) => outcome)).toEqual(['delivered', 'already delivered', 'already delivered'])
    expect(rows()).toHaveLength(1)
  })

  it('does not answer for files of another channel in its folder', async () => {
    await vouchers().deliver([grant('a')])
    const other = voucherFile({ folder, name: 'vouchers-autumn', recipients: (batch) => batch.map(() => address) })
    expect(await other.deliver([grant('a')])).toMatchObject([{ outcome: 'delivered' }])
    expect(await vouchers().deliver([grant('b')])).toMatchObject([{ outcome: 'delivered' }])
  })

  it('is not made where nothing can be delivered', async () => {
    expect(await vouchers(() => undefined).deliver([grant('a')])).toEqual([
      { outcome: 'refused', why: 'recipient-unknown' },
    ])
    expect(await vouchers().deliver([])).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses under one id what is not the same', async () => {
    const other = grant('a', { benefit: { kind: 'money', amount: 1 } })
    expect(await vouchers().deliver([grant('a'), other])).toMatchObject([
      { outcome: 'delivered' },
      { outcome: 'refused', why: 'id-used-twice' },
    ])
    expect(await vouchers().deliver([other])).toEqual([{ outcome: 'refused', why: 'delivered-otherwise' }])
  })

  it('asks to retry while the folder cannot be written, or recipients cannot be asked', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    const nowhere = creditFile({
      folder: join(folder, 'a-file'),
      name: 'credits',
      recipients: (batch) => batch.map(() => ({ account: '1' })),
    })
    expect(await nowhere.deliver([grant('a')])).toEqual([{ outcome: 'to retry', why: 'folder-not-readable' }])
    const down = creditFile({
      folder,
      name: 'credits',
      recipients: () => {
        throw new Error('Anna Peeters is not found')
      },
    })
    expect(await down.deliver([grant('a')])).toEqual([{ outcome: 'to retry', why: 'recipients-unavailable' }])
  })

  it('leaves nothing half written, and is written once it can be', async () => {
    await vouchers().deliver([grant('a')])
    const before = contents()
    const [file = ''] = csv()
    rmSync(folder, { recursive: true })
    // No file can be renamed to where a folder stands, whoever asks it.
    mkdirSync(join(folder, file), { recursive: true })
    expect(await vouchers().deliver([grant('a')])).toEqual([{ outcome: 'to retry', why: 'file-not-written' }])
    expect(readdirSync(folder)).toEqual([file])
    rmSync(join(folder, file), { recursive: true })
    expect(await vouchers().deliver([grant('a')])).toMatchObject([{ outcome: 'delivered' }])
    expect(contents()).toEqual(before)
  })

  it('stops for a manifest that cannot be read, and for answers that are not one for one', async () => {
    const short = creditFile({ folder, name: 'credits', recipients: () => [] })
    await expect(short.deliver([grant('a')])).rejects.toMatchObject({ code: 'answers-missing' })
    writeFileSync(join(folder, 'vouchers-0123456789ab.manifest.json'), '{')
    await expect(vouchers().deliver([grant('a')])).rejects.toMatchObject({ code: 'bad-manifest' })
  })

  it('holds a delivery once when a call is cancelled in the middle of its writing', async () => {
    const cancelled = new AbortController()
    const channel = voucherFile({
      folder,
      name: 'vouchers',
      recipients: async (batch) => {
        // By then its file is being written.
        setImmediate(() => cancelled.abort())
        return batch.map(() => address)
      },
    })
    const outcomes = await Promise.all([
      channel.deliver([grant('a'), grant('x')], cancelled.signal),
      channel.deliver([grant('a'), grant('b')]),
    ]).finally(() => new Promise((settled) => setTimeout(settled, 100)))
    expect(
      rows()
        .map(([id]) => id)
        .sort(),
    ).toEqual(['a', 'b', 'x'])
    expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'delivered',
      'already delivered',
      'delivered',
    ])
  })

  it('is not written when its call is cancelled while it waits for another', async () => {
    const cancelled = new AbortController()
    const channel = vouchers()
    const first = channel.deliver([grant('a')])
    const second = channel.deliver([grant('b')], cancelled.signal)
    cancelled.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect(await first).toMatchObject([{ outcome: 'delivered' }])
    expect(rows()).toHaveLength(1)
  })

  it('is not written once cancelled', async () => {
    await expect(vouchers().deliver([grant('a')], AbortSignal.abort())).rejects.toThrow()
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })

  it.each(['Vouchers', '../vouchers', 'vouchers-withdrawn', ''])('refuses the name %j', (name) => {
    expect(() => creditFile({ folder, name, recipients: () => [] })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    )
  })
})

describe('a withdrawal', () => {
  it('is a file of its own, once, by receipt', async () => {
    const channel = vouchers()
    const [outcome] = await channel.deliver([grant('a')])
    const receipt = receiptOf(outcome)
    const before = readFileSync(join(folder, csv()[0] ?? ''), 'utf8')
    expect(await channel.withdraw([{ delivery: grant('a'), receipt }])).toEqual([{ outcome: 'withdrawn' }])
    expect(await channel.withdraw([{ delivery: grant('a'), receipt }])).toEqual([{ outcome: 'already withdrawn' }])
    expect(await channel.withdraw([{ delivery: grant('b'), receipt }])).toEqual([
      { outcome: 'refused', why: 'receipt-unknown' },
    ])
    const withdrawn = readdirSync(folder).find((name) => /withdrawn.*csv$/.test(name)) ?? ''
    expect(readFileSync(join(folder, withdrawn), 'utf8')).toBe(`reference;file\r\na;${csv()[0]}\r\n`)
    expect(readFileSync(join(folder, csv()[0] ?? ''), 'utf8')).toBe(before)
    expect(await channel.deliver([grant('a')])).toEqual([{ outcome: 'refused', why: 'withdrawn' }])
  })
})

describe('a cell', () => {
  it.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+32 9', "'+32 9"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\t=1', "'=1"],
    ['\u200B=1', "'=1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['De "Zwaan"; 2', 'De "Zwaan"; 2'],
    ['Anna\r\nPeeters', 'Anna Peeters'],
    ['Zoë Müller', 'Zoë Müller'],
  ])('that holds %j reads %j', async (name, read) => {
    await vouchers(() => ({ ...address, name })).deliver([grant('a')])
    expect(rows()[0]?.[2]).toBe(read)
  })

  it.each([
    ['decimal comma', 5, '0,05'],
    ['decimal comma', 126_00, '126,00'],
    ['decimal point', 31_50, '31.50'],
    ['cents', 31_50, '3150'],
  ] as const)('with a %s says %i cents as %s', async (amounts, amount, read) => {
    await vouchers(() => address, { amounts, delimiter: ',', lineEnd: '\n', byteOrderMark: true }).deliver([
      grant('a', { benefit: { kind: 'money', amount } }),
    ])
    expect(rows(',')[0]?.[7]).toBe(read)
    expect(readFileSync(join(folder, csv()[0] ?? '')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })
})

describe('money', () => {
  const label = { nl: 'tegemoetkoming', en: 'allowance' }
  it.each([
    [
      'several-amounts',
      {
        kind: 'composite',
        parts: [
          { kind: 'money', amount: 1 },
          { kind: 'money', amount: 2 },
        ],
      },
    ],
    ['no-money', { kind: 'status', what: label }],
    ['no-money', { kind: 'nothing' }],
    ['nothing-granted', { kind: 'money', amount: 0 }],
    ['benefit-not-settled', { kind: 'money', amount: { least: 1, most: 2 } }],
    ['benefit-not-settled', { kind: 'open', among: [{ kind: 'money', amount: 1 }] }],
    ['benefit-to-be-chosen', { kind: 'alternative', parts: [{ kind: 'money', amount: 1 }] }],
  ] as const)('is refused as %s', async (why, benefit) => {
    expect(await vouchers().deliver([grant('a', { benefit })])).toEqual([{ outcome: 'refused', why }])
  })

  it.each([0, -1, 0.5, Number.NaN])('is refused where a city reads %d cents', async (amount) => {
    const credits = creditFile({
      folder,
      name: 'credits',
      recipients: (batch) => batch.map(() => ({ account: 'C-9' })),
      amountOf: () => amount,
    })
    expect(await credits.deliver([grant('a')])).toEqual([{ outcome: 'refused', why: 'not-an-amount' }])
  })

  it('is the one part that is money, or what the city says', async () => {
    const parts = [
      { kind: 'money', amount: 63_00 },
      { kind: 'status', what: label },
    ] as const
    expect(await vouchers().deliver([grant('a', { benefit: { kind: 'composite', parts } })])).toMatchObject([
      { outcome: 'delivered' },
    ])
    const credits = creditFile({
      folder,
      name: 'credits',
      recipients: (batch) => batch.map(() => ({ account: 'C-9' })),
      amountOf: () => 31_50,
    })
    await credits.deliver([grant('a', { period: { from: '2026-03-01', until: null } })])
    expect(rows()[0]).toEqual(['a', 'ghent/waste-bags', 'C-9', '31,50', '2026-03-01', ''])
  })
})

describe('school billing', () => {
  const care = { nl: 'opvang', en: 'care' }
  const meals = { nl: 'maaltijden', en: 'meals' }
  const billing = (codes: { readonly [item: string]: string } = { care: 'CARE', meals: 'MEAL' }) =>
    schoolBillingFile({
      folder,
      name: 'billing',
      recipients: (batch) =>
        batch.map(({ id }) =>
          id === 'none'
            ? []
            : [
                { pupil: 'L-1', school: '37101' },
                { pupil: 'L-2', school: '37102' },
              ],
        ),
      itemOf: ({ en }) => codes[en],
    })
  const benefit = {
    kind: 'composite',
    parts: [
      { kind: 'share', amount: 100, of: care },
      { kind: 'share', amount: 80, of: meals },
    ],
  } as const
  const period = { from: '2026-09-01', until: '2027-09-01' }

  it('has a line for each pupil, school and item', async () => {
    await billing().deliver([grant('a', { benefit, period })])
    expect(rows().map((row) => row.slice(2))).toEqual([
      ['L-1', '37101', 'CARE', '100', '2026-09-01', '2027-08-31'],
      ['L-1', '37101', 'MEAL', '80', '2026-09-01', '2027-08-31'],
      ['L-2', '37102', 'CARE', '100', '2026-09-01', '2027-08-31'],
      ['L-2', '37102', 'MEAL', '80', '2026-09-01', '2027-08-31'],
    ])
    expect(manifests()).toMatchObject([{ count: 4 }])
    expect(manifests()[0]).not.toHaveProperty('sum')
  })

  it.each([
    ['item-unknown', benefit, { care: 'CARE' }],
    ['not-a-share', { kind: 'money', amount: 1 }, {}],
    ['no-share', { kind: 'status', what: care }, {}],
    ['share-above-the-price', { kind: 'share', amount: 101, of: care }, {}],
    ['benefit-not-settled', { kind: 'share', amount: { least: 25, most: 80 }, of: care }, {}],
  ] as const)('refuses whole what is %s', async (why, given, codes) => {
    expect(await billing(codes).deliver([grant('a', { benefit: given })])).toEqual([{ outcome: 'refused', why }])
  })

  it('says half a hundredth by the decimals of the file', async () => {
    await billing().deliver([grant('a', { benefit: { kind: 'share', amount: 12.5, of: care } })])
    expect(rows()[0]?.[5]).toBe('12,5')
  })

  it('refuses who has no pupils', async () => {
    expect(await billing().deliver([grant('none', { benefit })])).toEqual([
      { outcome: 'refused', why: 'recipient-unknown' },
    ])
  })
})
