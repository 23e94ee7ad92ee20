import { jointTaxableIncome, latestAssessedYear, taxableIncome } from '@vanzelf/source-tax'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Question, type Resident } from '@vanzelf/testing/magda'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, over } from './asking.ts'

const n = testNationalNumber
const alone = n('1985-07-30', 34)
const first = n('1970-01-01', 61)
const second = n('1971-01-01', 62)
const withoutItems = n('1951-01-01', 63)
const never = n('2010-01-01', 11)
const long = n('1990-01-01', 12)
const nobody = n('1999-09-09', 99)

const residents: { readonly [number: string]: Resident } = {
  [alone]: {
    birthDate: '1985-07-30',
    assessments: [
      { year: 2024, income: 16_775_45 },
      { year: 2023, income: 0 },
    ],
  },
  [first]: {
    birthDate: '1970-01-01',
    assessments: [{ year: 2024, income: 5_000_00, partner: { number: second, income: 10_000_00 } }],
  },
  [second]: {
    birthDate: '1971-01-01',
    assessments: [{ year: 2024, income: 10_000_00, partner: { number: first, income: 5_000_00 }, isSecond: true }],
  },
  [withoutItems]: { birthDate: '1951-01-01', assessments: [{ year: 2024 }] },
  [never]: { birthDate: '2010-01-01' },
  [long]: { birthDate: '1990-01-01', assessments: [{ year: 2021, income: 1 }] },
}

describe('an assessment', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
  })
  afterAll(() => server.close())
  const shown = () => over(server, { disclosed: ['jointTaxableIncome'] })

  it.each([
    ['one who is assessed alone', alone, 2024, { value: 16_775_45 }],
    ['nothing earned', alone, 2023, { value: 0 }],
    ['no assessment yet', alone, 2025, { unknown: 'not found', code: '45008' }],
    ['the first of two', first, 2024, { value: 5_000_00 }],
    ['the second of two', second, 2024, { value: 10_000_00 }],
    ['a bill without items', withoutItems, 2024, { unknown: 'not permitted' }],
    ['somebody unknown', nobody, 2024, { unknown: 'not found', code: '30003' }],
    ['a year to come', alone, 2027, { unknown: 'not asked' }],
  ])('of %s tells the own income', async (_, number, year, expected) => {
    expect(await ask(over(server), taxableIncome, number, { year })).toEqual(expected)
  })
  it.each([
    ['the first of two', first, { value: 15_000_00 }],
    ['the second of two', second, { value: 15_000_00 }],
    ['a bill without items', withoutItems, { unknown: 'not permitted' }],
  ])('of %s tells the income of both', async (_, number, expected) => {
    expect(await ask(over(server), jointTaxableIncome, number, { year: 2024 })).toEqual(expected)
    expect(await ask(shown(), jointTaxableIncome, number, { year: 2024 })).toEqual(expected)
  })
  it('of one person is that of both only where a second one would be shown', async () => {
    expect(await ask(over(server), jointTaxableIncome, alone, { year: 2024 })).toEqual({ unknown: 'not permitted' })
    expect(await ask(shown(), jointTaxableIncome, alone, { year: 2024 })).toEqual({ value: 16_775_45 })
  })
  it('is asked by year, and no more than the income of it', async () => {
    await ask(over(server), taxableIncome, alone, { year: 2024 })
    expect(server.asked.at(-1)?.envelope).toContain(
      '<Inkomensjaar>2024</Inkomensjaar><IPCALCodes><IPCALCode>7555</IPCALCode></IPCALCodes>',
    )
    expect(await ask(over(server), taxableIncome, alone, { on: '2026-03-10' })).toEqual({ unknown: 'not asked' })
  })
})

describe('the latest year with an assessment', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
  })
  afterAll(() => server.close())
  const years = (from: number) => server.asked.slice(from).flatMap(({ year }) => year ?? [])

  it('is looked for from last year back, until there is one', async () => {
    const from = server.asked.length
    expect(await ask(over(server), latestAssessedYear, alone)).toEqual({ value: 2024 })
    expect(years(from)).toEqual(['2025', '2024'])
  })
  it('counts where the bill shows no items', async () => {
    expect(await ask(over(server), latestAssessedYear, withoutItems)).toEqual({ value: 2024 })
  })
  it('is none within the years that are looked back', async () => {
    const from = server.asked.length
    expect(await ask(over(server), latestAssessedYear, never)).toEqual({ value: null })
    expect(years(from)).toEqual(['2025', '2024', '2023'])
    expect(await ask(over(server), latestAssessedYear, long)).toEqual({ value: null })
    expect(await ask(over(server, { assessedYears: 5 }), latestAssessedYear, long)).toEqual({ value: 2021 })
  })
  it('shares its requests with the incomes that are asked at once', async () => {
    const connectors = over(server)
    const from = server.asked.length
    await Promise.all([
      ask(connectors, latestAssessedYear, alone),
      ask(connectors, taxableIncome, alone, { year: 2024 }),
      ask(connectors, jointTaxableIncome, alone, { year: 2024 }),
    ])
    expect(years(from)).toEqual(['2025', '2024'])
  })
  it('is known as of today', async () => {
    expect(await ask(over(server), latestAssessedYear, alone, { on: '2026-01-01' })).toEqual({ unknown: 'not asked' })
    expect(await ask(over(server), latestAssessedYear, alone, { on: '2026-03-11' })).toEqual({ unknown: 'not asked' })
  })
  it('is not known of somebody unknown', async () => {
    expect(await ask(over(server), latestAssessedYear, nobody)).toEqual({ unknown: 'not found', code: '30003' })
  })
  it('refuses to look back no years', () => {
    expect(() => over(server, { assessedYears: 0 })).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })
  it.each([
    ['a year that did not answer', '99996', { unknown: 'unavailable', code: '99996' }],
    ['a year that may not be told', '40005', { unknown: 'not permitted', code: '40005' }],
  ])('is not known beyond %s', async (_, code, expected) => {
    const failing = await loopbackMagda(
      { city: { resident: (number) => residents[number] } },
      { fail: ({ year }) => (year === '2025' ? { code } : undefined) },
    )
    expect(await ask(over(failing), latestAssessedYear, alone)).toEqual(expected)
    await failing.close()
  })
  it('is not none where of a year there is "no data": that may be about the person', async () => {
    const failing = await loopbackMagda(
      { city: { resident: (number) => residents[number] } },
      { fail: ({ year }) => (year === undefined ? undefined : { code: '30001' }) },
    )
    expect(await ask(over(failing), latestAssessedYear, alone)).toEqual({ unknown: 'not found', code: '30001' })
    await failing.close()
  })
})

describe('a bill that does not fit', () => {
  let server: Loopback
  afterEach(() => server.close())
  const items = (...told: readonly (readonly [string, string])[]) =>
    `<Items>${told.map(([code, value]) => `<Item><Code>${code}</Code><Waarde>${value}</Waarde></Item>`).join('')}</Items>`
  const bill = (below: string, { number = alone, letter = 'A', year = 2024, more = '' } = {}) => ({
    below: `<GevraagdePersoon><INSZ>${number}</INSZ>${letter && `<FiscaleStatus><Code>${letter}</Code></FiscaleStatus>`}</GevraagdePersoon>${more}<Inkomensjaar>${year}</Inkomensjaar><Artikelnummer>700000001</Artikelnummer>${below}`,
  })
  const partner = `<GerelateerdePersoon><INSZ>${second}</INSZ><FiscaleStatus><Code>B</Code></FiscaleStatus></GerelateerdePersoon>`
  const response = (below: string, { reference }: Question) =>
    `<m:GeefAanslagbiljetPersonenbelastingResponse xmlns:m="http://webservice.geefaanslagbiljetpersonenbelastingdienst-02_00.inkomen-02_00.vip.vlaanderen.be"><Repliek><Antwoorden><Antwoord><Referte>${reference}</Referte><Inhoud><AanslagbiljetPersonenbelasting>${below}</AanslagbiljetPersonenbelasting></Inhoud></Antwoord></Antwoorden></Repliek></m:GeefAanslagbiljetPersonenbelastingResponse>`
  const notPermitted = { unknown: 'not permitted' }
  const inDoubt = { unknown: 'in doubt' }

  it.each<[string, { readonly below: string }, object, object]>([
    ['of another year', bill(items(['A7555', '1']), { year: 2023 }), inDoubt, inDoubt],
    ['of somebody else', bill(items(['A7555', '1']), { number: second }), inDoubt, inDoubt],
    ["under the other's letter", bill(items(['B7555', '1'])), inDoubt, inDoubt],
    ['without the income', bill(items(['A7270', '1'])), notPermitted, notPermitted],
    ['without a letter', bill(items(['A7555', '1']), { letter: '' }), notPermitted, notPermitted],
    ['below zero', bill(items(['A7555', '-1'])), inDoubt, inDoubt],
    ['with a fraction of a cent', bill(items(['A7555', '1.5'])), inDoubt, inDoubt],
    ['with two incomes', bill(items(['A7555', '1'], ['A7555', '2'])), inDoubt, inDoubt],
    ['of two, with one income', bill(items(['A7555', '1']), { more: partner }), { value: 1 }, notPermitted],
    [
      'of two, with an income together',
      bill(items(['A7555', '1'], ['C7555', '3']), { more: partner }),
      { value: 1 },
      { value: 3 },
    ],
    ["of two, with the other's only", bill(items(['B7555', '1']), { more: partner }), notPermitted, notPermitted],
  ])('%s', async (_, { below }, own, joint) => {
    server = await loopbackMagda(
      { city: { resident: (number) => residents[number] } },
      { fail: (asked) => (asked.year === undefined ? undefined : { body: response(below, asked) }) },
    )
    const connectors = over(server, { disclosed: ['jointTaxableIncome'] })
    expect(await ask(connectors, taxableIncome, alone, { year: 2024 })).toEqual(own)
    expect(await ask(connectors, jointTaxableIncome, alone, { year: 2024 })).toEqual(joint)
  })
})
