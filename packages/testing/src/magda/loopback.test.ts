import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testNationalNumber } from '../city/national-number.ts'
import { syntheticCity } from '../city/synthetic-city.ts'
import { type Loopback, loopbackMagda } from './loopback.ts'
import { elements } from './question.ts'

const person = testNationalNumber('1985-07-30', 34)
const nobody = testNationalNumber('1999-09-09', 99)

const question = (service: string, version: string, content: string, reference = 'question-1') =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${service} xmlns:m="urn:m"><Verzoek><Context><Naam>${service}</Naam><Versie>${version}</Versie><Bericht><Afzender><Identificatie>exampleville.be</Identificatie><Referte>message-1</Referte></Afzender></Bericht></Context><Vragen><Vraag><Referte>${reference}</Referte><Inhoud>${content}</Inhoud></Vraag></Vragen></Verzoek></m:${service}></s:Body></s:Envelope>`
const statuses = (number: string, ...names: readonly string[]) =>
  question(
    'GeefSociaalStatuut',
    '03.00.0000',
    `<Criteria><INSZ>${number}</INSZ><SocialeStatuten>${names.map((name) => `<SociaalStatuut><Naam>${name}</Naam><Datum><Datum>2026-01-01</Datum></Datum></SociaalStatuut>`).join('')}</SocialeStatuten></Criteria>`,
  )

let server: Loopback
afterEach(() => server.close())
const post = async (body: string) => (await fetch(server.endpoint, { method: 'POST', body })).text()

describe('from a folder of recorded answers', () => {
  let responses: string
  const recorded = (content: string) =>
    `<?xml version="1.0"?>\n<m:GeefSociaalStatuutResponse xmlns:m="urn:m"><Repliek><Antwoorden><Antwoord>\n<Referte>old</Referte><Inhoud><Persoon><INSZ>00000000000</INSZ>${content}</Persoon></Inhoud></Antwoord></Antwoorden></Repliek></m:GeefSociaalStatuutResponse>`
  const told = (name: string) =>
    `<SociaalStatuut><Naam>${name}</Naam><Resultaat><Code>1</Code></Resultaat></SociaalStatuut>`
  beforeAll(async () => {
    responses = await mkdtemp(join(tmpdir(), 'recorded-'))
    const folder = join(responses, 'SocZek', 'GeefSociaalStatuut', '03.00.0000')
    await mkdir(folder, { recursive: true })
    await writeFile(
      join(folder, `${person}.xml`),
      recorded(`<SocialeStatuten>${told('ONE')}${told('TWO')}</SocialeStatuten>`),
    )
    await writeFile(join(folder, 'notfound.xml'), recorded('<Status><Code>SSH00048</Code><Waarde/></Status>'))
  })
  afterAll(() => rm(responses, { recursive: true }))

  it('answers the question, with its reference, and the statuses it asks', async () => {
    server = await loopbackMagda({ responses })
    const answer = await post(statuses(person, 'TWO', 'THREE'))
    expect(elements(answer, 'Antwoord').map((one) => elements(one, 'Referte')[0])).toEqual(['question-1'])
    const codes = elements(answer, 'SociaalStatuut').map((one) => [elements(one, 'Naam')[0], elements(one, 'Code')[0]])
    expect(codes).toEqual([
      ['TWO', '1'],
      ['THREE', '0'],
    ])
  })
  it('answers of others what is recorded for others', async () => {
    server = await loopbackMagda({ responses })
    const answer = await post(statuses(nobody, 'TWO'))
    expect(answer).toContain('SSH00048')
    expect(elements(answer, 'INSZ')).toEqual([nobody])
  })
  it('has no data where nothing is recorded', async () => {
    server = await loopbackMagda({ responses })
    const answer = await post(question('GeefPersoon', '02.02.0000', `<Criteria><INSZ>${person}</INSZ></Criteria>`))
    expect(elements(answer, 'Identificatie')).toContain('30001')
  })
  it('answers a search by the address, and of a year only what is recorded of that year', async () => {
    const at = join(responses, 'Persoon', 'ZoekPersoonOpAdres', '02.02.0000', 'RR', '9000', '0012', '7')
    const tax = join(responses, 'Inkomen', 'GeefAanslagbiljetPersonenbelasting', '02.00.0000')
    await mkdir(at, { recursive: true })
    await mkdir(tax, { recursive: true })
    const body = (content: string) => `<m:R xmlns:m="urn:m"><Antwoord><Referte>old</Referte>${content}</Antwoord></m:R>`
    await writeFile(join(at, '0.xml'), body('<there/>'))
    await writeFile(join(tax, `${person}.xml`), body('<Inkomensjaar>2024</Inkomensjaar>'))
    await writeFile(join(tax, 'notfound.xml'), body('<none/>'))
    server = await loopbackMagda({ responses })
    const search = (house: string) =>
      `<Criteria><Adres><PostCode>9000</PostCode><Straatcode>0012</Straatcode><Huisnummer>${house}</Huisnummer></Adres><EnkelReferentiepersoon>0</EnkelReferentiepersoon></Criteria><Bron>RR</Bron>`
    expect(await post(question('ZoekPersoonOpAdres', '02.02.0000', search('7')))).toContain('<there/>')
    expect(await post(question('ZoekPersoonOpAdres', '02.02.0000', search('../7')))).toContain('30001')
    const bill = (year: number) => `<Criteria><INSZ>${person}</INSZ><Inkomensjaar>${year}</Inkomensjaar></Criteria>`
    const asked = (year: number) => question('GeefAanslagbiljetPersonenbelasting', '02.00.0000', bill(year))
    expect(await post(asked(2024))).toContain('2024')
    expect(await post(asked(2023))).toContain('<none/>')
  })
  it('looks nowhere but in the folder', async () => {
    server = await loopbackMagda({ responses })
    const answer = await post(question('GeefPersoon', '../..', `<Criteria><INSZ>${person}</INSZ></Criteria>`))
    expect(elements(answer, 'Identificatie')).toContain('30001')
  })
})

describe('from a city', () => {
  const city = syntheticCity({ seed: 3, residents: 200 })
  const [first] = city.residents()

  it('tells a file, a household and statuses', async () => {
    server = await loopbackMagda({ city })
    const { nationalNumber = '' } = first ?? {}
    const criteria = `<Criteria><INSZ>${nationalNumber}</INSZ></Criteria>`
    const file = await post(question('GeefPersoon', '02.02.0000', criteria))
    expect(elements(file, 'INSZ')[0]).toBe(nationalNumber)
    const household = await post(question('GeefGezinssamenstelling', '02.02.0000', criteria))
    expect(elements(household, 'Gezinslid')).toHaveLength(city.household(first?.household ?? '')?.members.length ?? -1)
    expect(elements(await post(statuses(nationalNumber, 'BIM_BVT')), 'SociaalStatuut')).toHaveLength(1)
    expect(elements(await post(statuses(nobody, 'BIM_BVT')), 'Identificatie')).toContain('30003')
    expect(server.asked.map(({ service }) => service)).toEqual([
      'GeefPersoon',
      'GeefGezinssamenstelling',
      'GeefSociaalStatuut',
      'GeefSociaalStatuut',
    ])
  })
  it('tells who is at an address, cards and incomes', async () => {
    server = await loopbackMagda({ city })
    const resident = (of: (resident: typeof first & object) => unknown) => [...city.residents()].find(of)
    const holder = resident(({ statuses }) => statuses.parkingCard)
    const earner = resident(({ income }) => income > 0)
    const file = await post(
      question('GeefPersoon', '02.02.0000', `<Criteria><INSZ>${earner?.nationalNumber}</INSZ></Criteria>`),
    )
    const part = (name: string) => elements(file, name)[0] ?? ''
    const address = `<Adres><PostCode>${part('Postcode')}</PostCode><Straatcode>${part('StraatCode')}</Straatcode><Huisnummer>${part('Huisnummer')}</Huisnummer></Adres>`
    const there = await post(question('ZoekPersoonOpAdres', '02.02.0000', `<Criteria>${address}</Criteria>`))
    expect(elements(there, 'INSZ')).toContain(earner?.nationalNumber)
    const cards = `<Criteria><ssin>${holder?.nationalNumber}</ssin><referenceDate>2026-01-01</referenceDate><parts><socialCards>true</socialCards></parts></Criteria>`
    expect(elements(await post(question('GeefDossierHandicap', '03.00.0000', cards)), 'socialCard')).toHaveLength(1)
    const bill = (year: number) =>
      `<Criteria><INSZ>${earner?.nationalNumber}</INSZ><Inkomensjaar>${year}</Inkomensjaar></Criteria>`
    const asked = (year: number) => question('GeefAanslagbiljetPersonenbelasting', '02.00.0000', bill(year))
    // Assessments of 2025 do not come before August 2026.
    expect(elements(await post(asked(2023)), 'Waarde')).toContain(String(earner?.income))
    expect(elements(await post(asked(2025)), 'Identificatie')).toContain('45008')
  })
  it('fails, and waits, as it is told', async () => {
    server = await loopbackMagda(
      { city },
      { delay: 30, fail: (_, before) => (before === 0 ? { code: '99996' } : 'cut') },
    )
    const started = performance.now()
    expect(elements(await post(statuses(person, 'ONE')), 'Identificatie')).toContain('99996')
    expect(performance.now() - started).toBeGreaterThan(25)
    await expect(post(statuses(person, 'ONE'))).rejects.toThrow()
  })
})
