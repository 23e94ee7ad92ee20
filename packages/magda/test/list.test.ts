import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { increasedReimbursement, livingWage, statusProfile } from '@vanzelf/source-social-security'
import { testNationalNumber } from '@vanzelf/testing'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { returnedStatusList, type StatusListSent, writeStatusList } from '../src/index.ts'
import { purpose, readable } from './asking.ts'

const numbers = [1, 2, 3].map((serial) => testNationalNumber('1985-07-30', serial * 11))
const [anna = '', bram = '', carla = ''] = numbers
const id = readable.of
const on = { on: '2026-01-01' } as const
const parkingStatus = statusProfile({ name: 'parkingStatus', label: { nl: 'parkeerstatuut', en: 'parking status' } })

const memory = '/dev/shm'
const isOneFileSystem = !existsSync(memory) || statSync(memory).dev === statSync(tmpdir()).dev
if (isOneFileSystem) console.warn('no list is moved to another file system: this machine shows only one')

let folder: string
const path = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'list-'))
  for (const name of ['out', 'in', 'archive']) mkdirSync(path(name))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (rest: object = {}) =>
  writeStatusList({
    folder: path('out'),
    facts: ['increasedReimbursement', 'livingWage'],
    at: on,
    subjects: numbers.map(id),
    pseudonyms: readable,
    purpose,
    operation: 'EXAMPLE',
    reference: 'bags',
    personsPerFile: 2,
    ...rest,
  })

type Told = readonly [name: string, result: string, ...periods: (readonly [string, string?])[]]
const person = (number: string, ...statuses: readonly Told[]) =>
  `<Persoon><INSZ>${number}</INSZ><SocialeStatuten>${statuses
    .map(
      ([name, result, ...periods]) =>
        `<SociaalStatuut><Naam>${name}</Naam><Resultaat Beschrijving="x">${result}</Resultaat>${
          periods.length > 0
            ? `<Periodes>${periods.map(([from, last]) => `<Periode><Begin>${from}</Begin>${last ? `<Einde>${last}</Einde>` : ''}</Periode>`).join('')}</Periodes>`
            : ''
        }</SociaalStatuut>`,
    )
    .join('')}</SocialeStatuten></Persoon>`

const moment = '<Tijdstip><Datum>2026-01-02</Datum><Tijd>10:00:00.000</Tijd></Tijdstip>'
const answerXml = (reference: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><m:GeefSociaalStatuutVoorLijstResponse xmlns:m="http://webservice.geefsociaalstatuutvoorlijstdienst-02_00.soczek-02_00.vip.vlaanderen.be"><Repliek><Context><Naam>GeefSociaalStatuutVoorLijst</Naam><Versie>02.00.0000</Versie><Bericht><Type>ANTWOORD</Type>${moment}<Afzender><Identificatie>example</Identificatie><Referte>of-the-platform</Referte></Afzender></Bericht></Context><Antwoorden><Antwoord><Referte>${reference}</Referte>${inner}</Antwoord></Antwoorden></Repliek></m:GeefSociaalStatuutVoorLijstResponse>`
const content = (...persons: string[]) => `<Inhoud><Personen>${persons.join('')}</Personen></Inhoud>`
const exception = (code: string) =>
  `<Uitzonderingen><Uitzondering><Identificatie>${code}</Identificatie><Oorsprong>MAGDA</Oorsprong><Type>FOUT</Type><Diagnose>x</Diagnose></Uitzondering></Uitzonderingen>`
const arrive = (name: string, xml: string) => writeFileSync(path('in', name), xml)

const first = content(
  person(anna, ['BIM_BVT', '1', ['2025-01-01', '2026-12-31']], ['LIVING_WAGES_PCSA_HELP', '0']),
  person(bram, ['BIM_BVT', '0'], ['LIVING_WAGES_PCSA_HELP', '1']),
)

const back = <Name extends string>(sent: StatusListSent<Name>, archive?: string) =>
  returnedStatusList({
    sent,
    answers: { folder: path('in'), ...(archive !== undefined && { archive }) },
    pseudonyms: readable,
  })

describe('a list that goes out', () => {
  it('is split into files for their owner alone, each person once, without numbers in what is kept', async () => {
    const sent = await write({
      subjects: [...numbers, ...numbers, 'x'].map((each) => (each === 'x' ? each : id(each))),
    })
    expect(sent.files).toEqual([
      { name: 'bags-1.xml', reference: 'bags-1', count: 2 },
      { name: 'bags-2.xml', reference: 'bags-2', count: 1 },
    ])
    expect(sent.leftOut).toEqual(['x'])
    expect(readdirSync(path('out')).sort()).toEqual(['bags-1.xml', 'bags-2.xml'])
    expect(statSync(path('out', 'bags-1.xml')).mode & 0o777).toBe(0o600)
    expect(readFileSync(path('out', 'bags-2.xml'), 'utf8').match(/\d{11}/g)).toEqual([carla])
  })

  it('keeps no national number in what is kept', async () => {
    const opaque = { of: () => 'p', reveal: (one: string) => numbers[Number(one.slice(1))] }
    const sent = await write({ subjects: ['p0', 'p1'], pseudonyms: opaque })
    expect(JSON.stringify(sent)).not.toMatch(/\d{11}/)
  })

  it('is named as the exchange wants it', async () => {
    const sent = await write({ fileName: ({ place, of }: { place: number; of: number }) => `S.${place}-${of}.T` })
    expect(sent.files.map(({ name }) => name)).toEqual(['S.1-2.T', 'S.2-2.T'])
  })

  it('is not written over another, nor by half', async () => {
    writeFileSync(path('out', 'bags-1.xml'), 'another')
    await expect(write()).rejects.toMatchObject({ code: 'file-not-writable' })
    expect(readdirSync(path('out'))).toEqual(['bags-1.xml'])
    await expect(write({ folder: path('nowhere') })).rejects.toMatchObject({ code: 'file-not-writable' })
  })

  it('is not written over another in its second file either: the first is not placed', async () => {
    writeFileSync(path('out', 'bags-2.xml'), 'another')
    await expect(write()).rejects.toMatchObject({ code: 'file-not-writable', where: 'file `bags-2.xml`' })
    expect(readdirSync(path('out'))).toEqual(['bags-2.xml'])
    expect(readFileSync(path('out', 'bags-2.xml'), 'utf8')).toBe('another')
  })

  it('that broke off is written again as it was, and what it left behind goes', async () => {
    const sent = await write()
    const kept = readFileSync(path('out', 'bags-1.xml'), 'utf8')
    rmSync(path('out', 'bags-2.xml'))
    const left = `.bags-1.xml.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.part`
    for (const name of [left, '.bags-2.xml.part', '.bags-1.xml.other.part']) writeFileSync(path('out', name), anna)
    expect(await write()).toEqual(sent)
    expect(readdirSync(path('out')).sort()).toEqual(['.bags-1.xml.other.part', 'bags-1.xml', 'bags-2.xml'])
    expect(readFileSync(path('out', 'bags-1.xml'), 'utf8')).toBe(kept)
  })

  it.each([
    ['no legal basis', 'no-legal-basis', { purpose: { ...purpose, basis: ' ' } }],
    ['no such day', 'bad-option', { at: { on: '2026-02-30' } }],
    ['an empty period', 'bad-option', { at: { during: { from: '2026-01-01', until: '2026-01-01' } } }],
    ['no facts', 'bad-option', { facts: [] }],
    ['a fact without a status', 'bad-option', { facts: ['disabilityAllowance'] }],
    [
      'one status twice',
      'bad-option',
      { facts: ['livingWage', 'a'], statuses: { a: { name: 'LIVING_WAGES_PCSA_HELP' } } },
    ],
    ['two ages', 'bad-option', { facts: ['a'], statuses: { a: { name: 'BIM_BVT', age: { least: 1, most: 2 } } } }],
    ['a long place', 'bad-option', { facts: ['a'], statuses: { a: { name: 'BIM_BVT', within: { place: 'LONG' } } } }],
    ['no operation', 'bad-option', { operation: '' }],
    ['a long reference', 'bad-option', { reference: 'x'.repeat(30) }],
    ['an empty file', 'bad-option', { personsPerFile: 0 }],
    ['one name for two files', 'bad-option', { fileName: () => 'same.xml' }],
    ['a file elsewhere', 'bad-option', { fileName: ({ place }: { place: number }) => `../${place}.xml` }],
  ])('with %s is refused, and nothing is written', async (_, code, rest) => {
    await expect(write(rest)).rejects.toMatchObject({ code })
    expect(readdirSync(path('out'))).toEqual([])
  })
})

describe('a list that comes back', () => {
  it('tells yes with its days, no, and who is awaited', async () => {
    const sent = await write()
    arrive('any-name', answerXml('bags-1', first))
    const connector = await back(sent)
    const subjects = [anna, bram, carla, '00000000000'].map(id)
    expect(await connector.increasedReimbursement({ fact: increasedReimbursement, at: on, subjects, purpose })).toEqual(
      [
        { value: true, validity: { from: '2025-01-01', until: '2027-01-01' } },
        { value: false },
        { unknown: 'unavailable', code: 'list not answered' },
        { unknown: 'not asked' },
      ],
    )
    const wages = { fact: livingWage, subjects: [id(bram), 'stranger'], purpose } as const
    expect(await connector.livingWage({ ...wages, at: on })).toEqual([{ value: true }, { unknown: 'not found' }])
    expect(await connector.livingWage({ ...wages, at: { on: '2026-01-02' }, subjects: [id(bram)] })).toEqual([
      { unknown: 'not asked' },
    ])
  })

  it('is in doubt of who is missing or told twice; a status that is missing was not permitted', async () => {
    const sent = await write({ personsPerFile: 3 })
    const twice = person(carla, ['BIM_BVT', '1'])
    arrive('a.xml', answerXml('bags-1', content(person(bram, ['BIM_BVT', '1']), twice, twice)))
    const connector = await back(sent)
    const subjects = numbers.map(id)
    expect(await connector.livingWage({ fact: livingWage, at: on, subjects, purpose })).toEqual([
      { unknown: 'in doubt', code: 'not in the answer' },
      { unknown: 'not permitted' },
      { unknown: 'in doubt' },
    ])
  })

  it('is in doubt of a no with details beside it, and of nothing else', async () => {
    const sent = await write()
    const details = '<Details><Detail><Naam>REMARK</Naam><Waarde>x</Waarde></Detail></Details>'
    const remarked = content(
      person(anna, ['BIM_BVT', '0'], ['LIVING_WAGES_PCSA_HELP', '0']),
      person(bram, ['BIM_BVT', '0'], ['LIVING_WAGES_PCSA_HELP', '1']),
    ).replaceAll(/(LIVING_WAGES_PCSA_HELP.*?)(<\/SociaalStatuut>)/g, `$1${details}$2`)
    arrive('a.xml', answerXml('bags-1', remarked))
    const connector = await back(sent)
    const batch = { at: on, subjects: [id(anna), id(bram)], purpose }
    expect(await connector.livingWage({ fact: livingWage, ...batch })).toEqual([
      { unknown: 'in doubt', code: 'details beside a no' },
      { value: true },
    ])
    expect(await connector.increasedReimbursement({ fact: increasedReimbursement, ...batch })).toEqual([
      { value: false },
      { value: false },
    ])
  })

  it('that was refused says why of everybody in it', async () => {
    const sent = await write()
    arrive('a.xml', answerXml('bags-1', exception('40005')))
    const connector = await back(sent)
    const batch = { fact: livingWage, at: on, subjects: [id(anna), id(carla)], purpose }
    expect(await connector.livingWage(batch)).toEqual([
      { unknown: 'not permitted', code: '40005' },
      { unknown: 'unavailable', code: 'list not answered' },
    ])
  })

  it('over a period answers the days within it', async () => {
    const during = { from: '2026-01-01', until: '2026-07-01' } as const
    const sent = await writeStatusList({
      folder: path('out'),
      facts: ['parkingStatus'],
      statuses: { parkingStatus: { name: 'EXAMPLE', within: { postcodes: ['9000'] }, age: { least: 18 } } },
      allowedStatuses: ['EXAMPLE'],
      at: { during },
      subjects: [id(anna)],
      pseudonyms: readable,
      purpose,
      operation: 'EXAMPLE',
      reference: 'parking',
    })
    arrive('a.xml', answerXml('parking-1', content(person(anna, ['EXAMPLE', '1', ['2026-02-01', '2026-02-28']]))))
    const connector = await back(sent)
    const batch = { fact: parkingStatus, subjects: [id(anna)], purpose } as const
    const answers = async (at: Parameters<typeof connector.parkingStatus>[0]['at']) =>
      (await connector.parkingStatus({ ...batch, at }))[0]
    expect(await answers({ on: '2026-01-31' })).toMatchObject({ value: false })
    expect(await answers({ on: '2026-02-28' })).toMatchObject({ value: true })
    expect(await answers({ on: '2026-03-01' })).toMatchObject({ value: false })
    expect(await answers({ on: '2026-07-01' })).toEqual({ unknown: 'not asked' })
    expect(await answers({ during: { from: '2026-02-10', until: '2026-03-10' } })).toEqual({
      value: {
        timeline: [
          { from: '2026-02-10', until: '2026-03-01', value: true },
          { from: '2026-03-01', until: '2026-03-10', value: false },
        ],
      },
    })
  })

  it('goes to the archive once it is read, and is read from there; files of others stay', async () => {
    const sent = await write()
    arrive('a.xml', answerXml('bags-1', first))
    arrive('b.xml', answerXml('another-list-1', first))
    arrive('c.txt', 'no XML')
    const batch = { fact: livingWage, at: on, subjects: [id(bram)], purpose }
    for (const _ of ['arrived', 'archived']) {
      const connector = await back(sent, path('archive'))
      expect(await connector.livingWage(batch)).toEqual([{ value: true }])
      expect(readdirSync(path('in'))).toEqual(['b.xml', 'c.txt'])
      expect(readdirSync(path('archive'))).toEqual(['a.xml'])
    }
    arrive('late.xml', answerXml('bags-1', first))
    await expect(back(sent, path('archive'))).rejects.toMatchObject({ code: 'bad-document' })
  })

  it('is read once where the move to the archive broke off, and the move is completed', async () => {
    const sent = await write()
    arrive('a.xml', answerXml('bags-1', first))
    linkSync(path('in', 'a.xml'), path('archive', 'a.xml'))
    const batch = { fact: livingWage, at: on, subjects: [id(bram)], purpose }
    expect(await (await back(sent, path('archive'))).livingWage(batch)).toEqual([{ value: true }])
    expect(readdirSync(path('in'))).toEqual([])
    expect(readdirSync(path('archive'))).toEqual(['a.xml'])
  })

  it('stays where it is when the archive is the same folder', async () => {
    const sent = await write()
    arrive('a.xml', answerXml('bags-1', first))
    const batch = { fact: livingWage, at: on, subjects: [id(bram)], purpose }
    expect(await (await back(sent, `${path('in')}/../in`)).livingWage(batch)).toEqual([{ value: true }])
    expect(readdirSync(path('in'))).toEqual(['a.xml'])
  })

  it.skipIf(isOneFileSystem)('goes to an archive on another file system', async () => {
    const sent = await write()
    const archive = mkdtempSync(join(memory, 'archive-'))
    try {
      arrive('a.xml', answerXml('bags-1', first))
      await back(sent, archive)
      expect(readdirSync(path('in'))).toEqual([])
      expect(readdirSync(archive)).toEqual(['a.xml'])
      expect(readFileSync(join(archive, 'a.xml'), 'utf8')).toBe(answerXml('bags-1', first))
      expect(statSync(join(archive, 'a.xml')).mode & 0o777).toBe(0o600)
    } finally {
      rmSync(archive, { recursive: true })
    }
  })

  it.each([
    ['is cut off', answerXml('bags-1', first).slice(0, -60)],
    ['says nothing', answerXml('bags-1', '')],
    ['does not fit', answerXml('bags-1', content('<Persoon/>'))],
    ['names somebody else', answerXml('bags-1', content(person(carla, ['BIM_BVT', '1'])))],
    ['declares a document type', `<!DOCTYPE x>${answerXml('bags-1', first)}`],
  ])('is refused when it %s, and stays where it is', async (_, xml) => {
    const sent = await write()
    arrive('a.xml', xml)
    const error: unknown = await back(sent, path('archive')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'bad-document' })
    expect(String(error)).not.toMatch(/\d{11}/)
    expect(readdirSync(path('in'))).toEqual(['a.xml'])
  })

  it('cannot come back from where nothing is', async () => {
    const sent = await write()
    const nowhere = returnedStatusList({ sent, answers: { folder: path('nowhere') }, pseudonyms: readable })
    await expect(nowhere).rejects.toMatchObject({ code: 'file-not-readable' })
  })
})

const schemas = fileURLToPath(
  new URL('../../../../shared/magda-mock/schemas/SocZek.GeefSociaalStatuutVoorLijstDienst-02.00', import.meta.url),
)
const missing = !existsSync(schemas)
if (missing) console.warn('lists are not validated: the schemas of the platform are not beside this checkout')

describe.skipIf(missing)('lists fit their schema', () => {
  it('as they go out, and as they come back in these tests', async () => {
    xmlRegisterFsInputProviders()
    await write()
    await write({
      reference: 'own',
      at: { during: { from: '2026-01-01', until: '2026-07-01' } },
      facts: ['a', 'b'],
      statuses: {
        a: { name: 'ONE & <TWO>', within: { postcodes: ['9000'] }, age: { least: 18 }, parameters: { a: '"b"' } },
        b: { name: 'THREE', within: { place: 'EX' }, age: { most: 64 } },
      },
      allowedStatuses: ['ONE & <TWO>', 'THREE'],
    })
    const out = readdirSync(path('out')).map((name) => readFileSync(path('out', name), 'utf8'))
    expect(out).toHaveLength(4)
    for (const xml of out) validate('GeefSociaalStatuutVoorLijst', xml)
    validate('GeefSociaalStatuutVoorLijstResponse', answerXml('bags-1', first))
  })
})

function validate(name: string, xml: string): void {
  const location = `${schemas}/WebService/${name}.xsd`
  const schema = XmlDocument.fromString(readFileSync(location, 'utf8'), { url: location })
  const validator = XsdValidator.fromDoc(schema)
  const document = XmlDocument.fromString(xml)
  try {
    expect(() => validator.validate(document)).not.toThrow()
  } finally {
    document.dispose()
    validator.dispose()
    schema.dispose()
  }
}
