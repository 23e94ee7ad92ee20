import type { IsoDate } from '@vanzelf/rules'
import { disabilityRecognised, lossOfIndependence, parkingCard, reductionCard } from '@vanzelf/source-disability'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Question, type Resident } from '@vanzelf/testing/magda'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, over } from './asking.ts'

const n = testNationalNumber
const holder = n('1985-07-30', 34)
const unlimited = n('1950-01-01', 21)
const child = n('2015-06-30', 11)
const without = n('1990-01-01', 12)
const lapsed = n('1960-01-01', 41)
const nobody = n('1999-09-09', 99)
const other = n('1970-01-01', 51)

const residents: { readonly [number: string]: Resident } = {
  [holder]: {
    birthDate: '1985-07-30',
    cards: [
      { category: 'PARKINGCARD', delivered: '2020-02-02', last: '2026-03-10' },
      { category: 'REDUCTIONCARD', delivered: '2026-03-10', last: '2030-02-02' },
    ],
    recognitions: [{ from: '2020-09-04', points: 9 }],
  },
  [unlimited]: { birthDate: '1950-01-01', cards: [{ category: 'PARKINGCARD', delivered: '2010-01-01' }] },
  [child]: { birthDate: '2015-06-30', recognitions: [{ from: '2020-09-04', last: '2027-06-30' }] },
  [without]: { birthDate: '1990-01-01' },
  [lapsed]: { birthDate: '1960-01-01', recognitions: [{ from: '2020-01-01', last: '2025-10-31', points: 7 }] },
}

describe('a file on disability', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
  })
  afterAll(() => server.close())
  const told = (fact: Parameters<typeof ask>[1], number: string, on: IsoDate = '2026-03-10') =>
    ask(over(server), fact, number, { on })

  it.each([
    ['on its last day', holder, parkingCard, '2026-03-10', { from: '2020-02-02', until: '2026-03-11' }],
    ['on the day of its delivery', holder, reductionCard, '2026-03-10', { from: '2026-03-10', until: '2030-02-03' }],
    ['the day before its delivery', holder, reductionCard, '2026-03-09', null],
    ['without an end', unlimited, parkingCard, '2026-03-10', { from: '2010-01-01' }],
    ['of another kind', unlimited, reductionCard, '2026-03-10', null],
    ['of who has nothing on file', without, parkingCard, '2026-03-10', null],
  ] as const)('shows a card %s', async (_, number, fact, on, value) => {
    expect(await told(fact, number, on)).toEqual({ value })
  })
  it.each([
    ['in force', holder, true, 9],
    ['of a child: no points of an adult', child, true, null],
    ['that lapsed', lapsed, false, null],
    ['of nobody with a file', without, false, null],
  ] as const)('shows a recognition %s', async (_, number, isRecognised, points) => {
    expect(await told(disabilityRecognised, number)).toEqual({ value: isRecognised })
    expect(await told(lossOfIndependence, number)).toEqual({ value: points })
  })
  it('shows a recognition until its last day', async () => {
    expect(await told(disabilityRecognised, lapsed, '2025-10-31')).toEqual({ value: true })
    expect(await told(disabilityRecognised, lapsed, '2025-11-01')).toEqual({ value: false })
  })
  it('is asked of one authority, and only the parts that are needed', async () => {
    await told(parkingCard, holder)
    expect(server.asked.at(-1)?.parts).toEqual(['socialCards'])
    expect(server.asked.at(-1)?.envelope).toContain(
      '<handicapAuthenticSources><DGPH>true</DGPH></handicapAuthenticSources>',
    )
    await told(disabilityRecognised, holder)
    expect(server.asked.at(-1)?.parts).toEqual(['handicapRecognitions'])
  })
  it('is asked once for all that is asked at once', async () => {
    const connectors = over(server)
    const from = server.asked.length
    await Promise.all(
      [parkingCard, reductionCard, disabilityRecognised, lossOfIndependence].map((fact) =>
        ask(connectors, fact, holder),
      ),
    )
    expect(server.asked.slice(from).map(({ service, parts }) => [service, parts])).toEqual([
      ['RegistreerInschrijving', []],
      ['GeefDossierHandicap', ['handicapRecognitions', 'socialCards']],
    ])
  })
  it('is not asked of days to come, nor found of who is unknown', async () => {
    expect(await told(parkingCard, holder, '2026-03-11')).toEqual({ unknown: 'not asked' })
    expect(await told(parkingCard, nobody)).toEqual({ unknown: 'not found', code: '30003' })
  })
})

describe('an answer about a file', () => {
  let server: Loopback
  afterEach(() => server.close())
  const response =
    (below: string, exceptions = '') =>
    (asked: Question) =>
      `<m:GeefDossierHandicapResponse xmlns:m="http://magda.vlaanderen.be/soczek/soap/geefdossierhandicap/v03_00"><Repliek><Antwoorden><Antwoord><Referte>${asked.reference}</Referte><Inhoud><ConsultFilesByDateResponse>${below}</ConsultFilesByDateResponse></Inhoud>${exceptions}</Antwoord></Antwoorden></Repliek></m:GeefDossierHandicapResponse>`
  const status = (value: string, code: string) => `<status><value>${value}</value><code>${code}</code></status>`
  const found = status('DATA_FOUND', 'MSG00000')
  const nothing = status('NO_DATA_FOUND', 'MSG00100')
  const source = (below: string) => `${found}<results><dgphResult>${below}</dgphResult></results>`
  const cards = (...told: readonly string[]) =>
    source(
      `${found}<file><socialCards>${told.map((card) => `<socialCard>${card}<cardNumber>0000000000</cardNumber><cardCategory>PARKINGCARD</cardCategory></socialCard>`).join('')}</socialCards></file>`,
    )
  const days = (from: string, last?: string) =>
    `<deliveryDate>${from}</deliveryDate>${last ? `<endDate>${last}</endDate>` : ''}`
  const warning =
    '<Uitzonderingen><Uitzondering><Identificatie>70001</Identificatie><Type>WAARSCHUWING</Type></Uitzondering></Uitzonderingen>'
  const recognition = (below: string) =>
    source(
      `${found}<file><handicapRecognitions><handicapRecognition>${below}</handicapRecognition></handicapRecognitions></file>`,
    )
  const since = (from: string, last = '') =>
    `<recognitionStatus><dateOfDecision>${from}</dateOfDecision><startDateRecognition>${from}</startDateRecognition>${last && `<endDateRecognition>${last}</endDateRecognition>`}</recognitionStatus>`

  async function answered(body: (asked: Question) => string, fact: Parameters<typeof ask>[1], shown = false) {
    server = await loopbackMagda(
      { city: { resident: () => ({ birthDate: '1985-07-30' }) } },
      { fail: (asked) => (asked.service === 'GeefDossierHandicap' ? { body: body(asked) } : undefined) },
    )
    return ask(over(server, shown ? { disclosed: ['parkingCard', 'disabilityRecognised'] } : {}), fact, holder)
  }

  it.each<[string, (asked: Question) => string, object]>([
    ['no data: holds none', response(nothing, warning), { value: null }],
    [
      'no data, for the source does not know the person: nothing is known',
      response(`${nothing}<results><dgphResult>${status('NO_DATA_FOUND', 'MSG00021')}</dgphResult></results>`, warning),
      { unknown: 'not found', code: 'MSG00021' },
    ],
    [
      'no data for another reason',
      response(status('NO_DATA_FOUND', 'MSG00012'), warning),
      { unknown: 'in doubt', code: 'MSG00012' },
    ],
    [
      'a technical error at the source',
      response(source(status('TECHNICAL_ERROR', 'MSG00003'))),
      { unknown: 'unavailable', code: 'MSG00003' },
    ],
    ['no result', response(status('NO_RESULT', 'MSG00011')), { unknown: 'in doubt', code: 'MSG00011' }],
    ['a file without the part', response(source(`${found}<file/>`)), { unknown: 'not permitted' }],
    ['an empty part', response(source(`${found}<file><socialCards/></file>`)), { unknown: 'not permitted' }],
    ['another person', response(`${found}<ssin>${other}</ssin>`), { unknown: 'in doubt' }],
    ['a day that cannot be', response(cards(days('2022-11-31'))), { unknown: 'in doubt' }],
    ['an end before the delivery', response(cards(days('2022-01-02', '2022-01-01'))), { unknown: 'in doubt' }],
    [
      'two cards, one of them longer',
      response(cards(days('2020-01-01', '2026-12-31'), days('2024-01-01'))),
      { value: { from: '2024-01-01' } },
    ],
    ['cards that have all lapsed', response(cards(days('2020-01-01', '2026-03-09'))), { value: null }],
    [
      'a warning without content',
      (asked) => response('')(asked).replace(/<Inhoud>.*<\/Inhoud>/, warning),
      { unknown: 'not found', code: '70001' },
    ],
  ])('says %s', async (_, body, expected) => {
    expect(await answered(body, parkingCard)).toEqual(expected)
  })
  it.each([
    ['without the part', '<file/>'],
    ['with an empty part', '<file><socialCards/></file>'],
  ])('%s says that there is none, where the part is disclosed and was not filtered', async (_, file) => {
    const told = source(`${found}${file}`)
    expect(await answered(response(told), parkingCard, true)).toEqual({ value: null })
    for (const element of ['socialCards', '/file/socialCards/socialCard']) {
      await server.close()
      const filters = `<dataFilters><filteredElement>${element}</filteredElement></dataFilters>`
      const filtered = told.replace('<results>', `${filters}<results>`)
      expect(await answered(response(filtered), parkingCard, true)).toEqual({ unknown: 'not permitted' })
    }
  })
  it('with an empty part of recognitions says nothing of them, unless that part is disclosed', async () => {
    const empty = response(source(`${found}<file><handicapRecognitions/></file>`))
    expect(await answered(empty, disabilityRecognised)).toEqual({ unknown: 'not permitted' })
    await server.close()
    expect(await answered(empty, disabilityRecognised, true)).toEqual({ value: false })
  })
  it.each<[string, string, object, object]>([
    ['without days', '<resultRecognitionChild/>', { unknown: 'not permitted' }, { unknown: 'not permitted' }],
    ['without a result', since('2020-01-01'), { value: true }, { unknown: 'not permitted' }],
    [
      'without its total',
      `${since('2020-01-01')}<resultRecognitionAdult><diminuationIndependence/></resultRecognitionAdult>`,
      { value: true },
      { unknown: 'not permitted' },
    ],
    [
      'by another decision',
      `${since('2020-01-01')}<decisionStatus>PENDING</decisionStatus>`,
      { unknown: 'in doubt' },
      { unknown: 'in doubt' },
    ],
    [
      'by another decision that lapsed',
      `${since('2020-01-01', '2021-01-01')}<decisionStatus>PENDING</decisionStatus>`,
      { value: false },
      { value: null },
    ],
    ['that ends before it begins', since('2020-01-01', '2019-01-01'), { unknown: 'in doubt' }, { unknown: 'in doubt' }],
    [
      'with more points than there are',
      `${since('2020-01-01')}<resultRecognitionAdult><diminuationIndependence><totalPoints>19</totalPoints></diminuationIndependence></resultRecognitionAdult>`,
      { value: true },
      { unknown: 'in doubt' },
    ],
  ])('tells of a recognition %s', async (_, below, recognised, points) => {
    expect(await answered(response(recognition(below)), disabilityRecognised)).toEqual(recognised)
    await server.close()
    expect(await answered(response(recognition(below)), lossOfIndependence)).toEqual(points)
  })
})
