import type { IsoDate } from '@vanzelf/rules'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { educationLevel, enrolmentPeriod, enrolments, school, schoolYear } from '@vanzelf/source-education'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Question, type Resident } from '@vanzelf/testing/magda'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MagdaConnectors } from '../src/index.ts'
import { ask, over, purpose } from './asking.ts'

const n = testNationalNumber
const child = n('2015-06-30', 11)
const moved = n('2012-02-03', 12)
const nowhere = n('2020-01-01', 13)
const nobody = n('1999-09-09', 99)

const wholeYear = { level: '2', schoolYear: 2025, from: '2025-09-01', last: '2026-08-31' } as const
const residents: { readonly [number: string]: Resident } = {
  [child]: {
    birthDate: '2015-06-30',
    enrolments: [
      { ...wholeYear, school: '990001' },
      { ...wholeYear, school: '990001', schoolYear: 2024, from: '2024-09-01', last: '2025-08-31', level: '1' },
    ],
  },
  [moved]: {
    birthDate: '2012-02-03',
    enrolments: [
      { ...wholeYear, school: '000123', last: '2026-01-11' },
      { ...wholeYear, school: '990002', from: '2026-01-12', level: '3' },
    ],
  },
  [nowhere]: { birthDate: '2020-01-01' },
}
const facts = [school, educationLevel, schoolYear, enrolmentPeriod]

/** The enrolments of a person, each with what is told of it. */
async function told(connectors: Pick<MagdaConnectors, 'education'>, number: string, on: IsoDate = '2026-03-10') {
  const answer = await ask(connectors, enrolments, number, { on })
  if ('unknown' in answer) return answer
  const ids = answer.value as unknown as readonly string[]
  return Promise.all(
    ids.map(async (id) => {
      const answers = facts.map(async (fact) => {
        const [one] = await (connectors.education[fact.name] as never as Answer)({
          fact,
          at: { on },
          subjects: [id],
          purpose,
        })
        return one && 'value' in one ? one.value : one
      })
      return Promise.all(answers)
    }),
  )
}
type Answer = (batch: object) => Promise<readonly ({ readonly value: unknown } | { readonly unknown: string })[]>

describe('enrolments', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
  })
  afterAll(() => server.close())

  it('are those of the school year of the date, each with its school, level, year and days', async () => {
    expect(await told(over(server), child)).toEqual([
      ['990001', 'primary', 2025, { from: '2025-09-01', until: '2026-09-01' }],
    ])
    expect(await told(over(server), child, '2025-08-31')).toEqual([
      ['990001', 'pre-primary', 2024, { from: '2024-09-01', until: '2025-09-01' }],
    ])
    expect(await told(over(server), child, '2025-09-01')).toMatchObject([['990001', 'primary', 2025, {}]])
  })
  it('are several after a change of school, whichever of them runs', async () => {
    expect(await told(over(server), moved)).toEqual([
      ['123', 'primary', 2025, { from: '2025-09-01', until: '2026-01-12' }],
      ['990002', 'secondary', 2025, { from: '2026-01-12', until: '2026-09-01' }],
    ])
  })
  it('are none of who is enrolled nowhere, and not known of who is unknown', async () => {
    expect(await told(over(server), nowhere)).toEqual([])
    expect(await told(over(server), nobody)).toEqual({ unknown: 'not found', code: '30003' })
  })
  it('are asked from the first of September until today, never of days to come', async () => {
    await told(over(server), child)
    expect(server.asked.at(-1)?.days).toEqual({ from: '2025-09-01', last: '2026-03-10' })
    await told(over(server), child, '2025-08-31')
    expect(server.asked.at(-1)?.days).toEqual({ from: '2024-09-01', last: '2025-08-31' })
    expect(await told(over(server), child, '2026-03-11')).toEqual({ unknown: 'not asked' })
  })
  it('are told in one request for all that is asked at once of a person and year', async () => {
    const connectors = over(server)
    const from = server.asked.length
    await told(connectors, moved)
    expect(server.asked.slice(from).map(({ service }) => service)).toEqual([
      'RegistreerInschrijving',
      'GeefHistoriekInschrijving',
      'GeefHistoriekInschrijving',
    ])
  })
  it('have names without a national number, the same in another process', async () => {
    const key = 'a secret of thirty-two bytes, or more'
    const [one, another] = [pseudonyms({ key }), pseudonyms({ key })]
    const subject = one.of(child)
    another.of(child)
    const batch = { fact: enrolments, at: { on: '2026-03-10' }, subjects: [subject], purpose } as const
    const [answer] = await over(server, { pseudonyms: one }).education.enrolments(batch)
    const [id] = answer && 'value' in answer ? (answer.value as unknown as readonly string[]) : []
    expect(id).toMatch(new RegExp(`^${subject}\\.2025\\.[\\w-]{16}$`))
    expect(id).not.toContain(child)
    expect(id).not.toContain('enrolment-0')
    const later = over(server, { pseudonyms: another }).education.school
    expect(await later({ fact: school, at: batch.at, subjects: [id ?? '', 'no enrolment'], purpose })).toEqual([
      { value: '990001' },
      { unknown: 'not found' },
    ])
  })
})

describe('an answer about enrolments', () => {
  let server: Loopback
  afterEach(() => server.close())
  const exceptions = (...codes: readonly string[]) =>
    `<Uitzonderingen>${codes.map((code) => `<Uitzondering><Identificatie>${code}</Identificatie><Type>FOUT</Type></Uitzondering>`).join('')}</Uitzonderingen>`
  const response = (below: string, { reference }: Question) =>
    `<m:GeefHistoriekInschrijvingResponse xmlns:m="http://webservice.geefhistoriekinschrijvingdienst-02_01.onderwijs.vlaanderen.be"><Repliek><Antwoorden><Antwoord><Referte>${reference}</Referte>${below}</Antwoord></Antwoorden></Repliek></m:GeefHistoriekInschrijvingResponse>`
  const content = (...told: readonly string[]) =>
    `<Inhoud><Inschrijvingen>${told.map((one, index) => `<Inschrijving><Referte>${index}</Referte>${one}</Inschrijving>`).join('')}</Inschrijvingen></Inhoud>`
  const at = (number: string) => `<Instelling><Instellingsnummer>${number}</Instellingsnummer></Instelling>`
  const compulsory = (year: number, from: string, last: string, level = '2') =>
    `<LeerplichtOnderwijs><Schooljaar>${year}</Schooljaar><InschrijvingAdministratieveGroep><Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode><AdministratieveGroep><Niveau><Code>${level}</Code></Niveau></AdministratieveGroep></InschrijvingAdministratieveGroep></LeerplichtOnderwijs>`
  const higher = (left = '') =>
    `<HogerOnderwijs><Academiejaar>2025</Academiejaar><DatumInschrijving>2025-07-01</DatumInschrijving>${left && `<DatumUitschrijving>${left}</DatumUitschrijving>`}</HogerOnderwijs>`
  const adult = (enrolled: string, left = '') =>
    `<Volwassenenonderwijs><DatumInschrijving>${enrolled}</DatumInschrijving>${left && `<DatumUitschrijving>${left}</DatumUitschrijving>`}</Volwassenenonderwijs>`
  const notKept = { unknown: 'not found' }
  const inDoubt = { unknown: 'in doubt' }
  const notPermitted = { unknown: 'not permitted' }
  const year = { from: '2025-09-01', until: '2026-09-01' }

  it.each<[string, string, unknown]>([
    ['in higher education, that lasts', content(at('103804') + higher()), [['103804', 'higher', 2025, notKept]]],
    [
      'in higher education, that ended',
      content(at('103804') + higher('2026-01-15')),
      [['103804', 'higher', 2025, { from: '2025-07-01', until: '2026-01-15' }]],
    ],
    [
      'in adult education',
      content(at('12345') + adult('2025-10-01', '2026-02-01'), adult('2024-01-01', '2025-01-01'), adult('2026-09-01')),
      [['12345', 'adult', notKept, { from: '2025-10-01', until: '2026-02-01' }]],
    ],
    ['in a boarding school', content(`${at('12345')}<Internaat/>`), []],
    ['in a boarding school of which no more is shown', content(`<Bron>INT</Bron>${at('12345')}`), []],
    ['of which the kind of education is left out', content(`<Bron>LP</Bron>${at('12345')}`), notPermitted],
    [
      'of which that of one is left out',
      content(at('990001') + compulsory(2025, '2025-09-01', '2026-08-31'), at('12345')),
      notPermitted,
    ],
    ['in another school year', content(at('12345') + compulsory(2024, '2024-09-01', '2025-08-31')), []],
    [
      'of which school and group are left out',
      content('<LeerplichtOnderwijs><Schooljaar>2025</Schooljaar></LeerplichtOnderwijs>'),
      [[notPermitted, notPermitted, 2025, notPermitted]],
    ],
    [
      'whose days contradict each other and its school year, on a level nobody knows',
      content(at('1234567') + compulsory(2026, '2025-09-01', '2025-08-31', '9')),
      [[inDoubt, inDoubt, inDoubt, inDoubt]],
    ],
    [
      'beside two administrations that have none',
      content(at('990001') + compulsory(2025, '2025-09-01', '2026-08-31')) + exceptions('30101', '30101'),
      [['990001', 'primary', 2025, year]],
    ],
    [
      'beside an administration that did not answer',
      content(at('990001') + compulsory(2025, '2025-09-01', '2026-08-31')) + exceptions('30101', '60006'),
      { unknown: 'unavailable', code: '60006' },
    ],
    ['of which none has any', exceptions('30101', '30101', '30101'), []],
    [
      'of which two have none, and one says nothing',
      exceptions('30101', '30101'),
      { unknown: 'not found', code: '30101' },
    ],
    ['of which one did not answer', exceptions('30101', '60006'), { unknown: 'unavailable', code: '60006' }],
    ['with a day that cannot be', content(at('1') + compulsory(2025, '2025-11-31', '2026-08-31')), inDoubt],
  ])('%s', async (_, below, expected) => {
    server = await loopbackMagda(
      { city: { resident: (number) => residents[number] } },
      {
        fail: (asked) => (asked.service === 'GeefHistoriekInschrijving' ? { body: response(below, asked) } : undefined),
      },
    )
    expect(await told(over(server), child)).toEqual(expected)
  })
})
