import type { IsoDate } from '@vanzelf/rules'
import {
  addressSince,
  birthDate,
  deathDate,
  householdMembers,
  householdPosition,
  municipality,
  postcode,
  referencePerson,
  registeredAtSameAddress,
} from '@vanzelf/source-population-register'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Resident } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, over } from './asking.ts'

const n = testNationalNumber
const mother = n('1985-07-30', 34)
const child = n('2012-02-03', 11)
const lodger = n('1990-01-01', 12)
const alone = n('1953-05-05', 21)
const dead = n('1940-01-01', 31)
const impossible = n('1980-06-06', 41)
const replaced = n('1975-08-08', 52)
const renewed = n('1975-08-08', 53)
const nobody = n('1999-09-09', 99)

const address = {
  street: 'Dorp & Kerk',
  houseNumber: '1',
  postcode: '9042',
  municipality: '44021',
  since: '2019-05-01',
}
const household = [
  { number: mother, position: '01' },
  { number: child, position: '03', since: '2012-02-03' },
  { number: lodger, position: '12', since: '2020-01-01' },
]
const residents: { readonly [number: string]: Resident } = {
  [mother]: { birthDate: '1985-07-30', address, household },
  [child]: { birthDate: '2012-02-03', address, household },
  [lodger]: { birthDate: '1990-00-00', address: { ...address, since: '2026-01-20' }, household },
  [alone]: { birthDate: '1953-05-00', household: [{ number: alone, position: '01', since: '2001-01-01' }] },
  [dead]: { birthDate: '1940-01-01', deathDate: '2020-02-29', address },
  [impossible]: { birthDate: '1980-02-30', deathDate: '1970-01-01' },
  [replaced]: { birthDate: '1975-08-08', replacedBy: renewed },
  [renewed]: {
    birthDate: '1975-08-08',
    address,
    household: [{ number: renewed, position: '01', since: '2020-01-01' }],
  },
}

let server: Loopback
beforeAll(async () => {
  server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
})
afterAll(() => server.close())

const today: IsoDate = '2026-03-10'
const told = async (fact: Parameters<typeof ask>[1], number: string, on: IsoDate = today) =>
  ask(over(server), fact, number, { on })

describe('a file', () => {
  it('tells a birth date, or the days between which it lies', async () => {
    expect(await told(birthDate, mother)).toEqual({ value: '1985-07-30' })
    expect(await told(birthDate, lodger)).toEqual({ value: { least: '1990-01-01', most: '1990-12-31' } })
    expect(await told(birthDate, alone)).toEqual({ value: { least: '1953-05-01', most: '1953-05-31' } })
  })
  it('is in doubt about a date that cannot be', async () => {
    expect(await told(birthDate, impossible)).toEqual({ unknown: 'in doubt' })
  })
  it('tells a birth date whatever the day, also one to come', async () => {
    expect(await told(birthDate, mother, '2027-01-01')).toEqual({ value: '1985-07-30' })
  })
  it('says that somebody lives only where deaths are disclosed', async () => {
    expect(await told(deathDate, mother)).toEqual({ value: null })
    expect(await ask(over(server, { disclosed: [] }), deathDate, mother)).toEqual({ unknown: 'not permitted' })
    expect(await told(deathDate, dead)).toEqual({ value: '2020-02-29' })
  })
  it('tells municipality and postcode since the address began, with the days', async () => {
    const validity = { from: '2019-05-01', until: '2026-03-11' }
    expect(await told(municipality, mother)).toEqual({ value: '44021', validity })
    expect(await told(postcode, mother, '2020-01-01')).toEqual({ value: '9042', validity })
    expect(await told(addressSince, mother)).toEqual({ value: '2019-05-01', validity })
  })
  it('does not know where somebody lived before', async () => {
    expect(await told(municipality, lodger, '2026-01-01')).toEqual({ unknown: 'not asked' })
  })
  it('says that who died lives nowhere', async () => {
    expect(await told(municipality, dead)).toMatchObject({ value: null })
    expect(await told(municipality, dead, '2020-02-28')).toMatchObject({ value: '44021' })
  })
  it('tells a period up to today, and leaves open what it does not show', async () => {
    const during = { from: '2019-01-01', until: '2027-01-01' } as const
    expect(await ask(over(server), municipality, mother, { during })).toEqual({
      value: { timeline: [{ from: '2019-05-01', until: '2026-03-11', value: '44021' }] },
    })
  })
  it('leaves an address out where the platform did', async () => {
    expect(await told(municipality, alone)).toEqual({ unknown: 'not permitted' })
  })
})

describe('a household', () => {
  it('has members, a reference person and positions', async () => {
    const everybody = [mother, child, lodger].map((number) => `person-${number}`)
    expect(await told(householdMembers, lodger)).toMatchObject({ value: everybody })
    expect(await told(referencePerson, child)).toMatchObject({ value: `person-${mother}` })
    expect(await told(referencePerson, mother)).toMatchObject({ value: `person-${mother}` })
    expect(await told(householdPosition, mother)).toMatchObject({ value: '01' })
    expect(await told(householdPosition, child)).toMatchObject({ value: '03' })
    expect(await told(householdPosition, alone)).toMatchObject({ value: '01', validity: { from: '2001-01-01' } })
    expect(await told(householdMembers, alone)).toMatchObject({ value: [`person-${alone}`] })
  })
  it('is known as of today: who left since an earlier day is not shown', async () => {
    expect(await told(householdMembers, mother, '2026-01-01')).toEqual({ unknown: 'not asked' })
    expect(await told(householdPosition, child, '2026-01-01')).toMatchObject({ value: '03' })
    expect(await told(householdPosition, lodger, '2019-12-31')).toEqual({ unknown: 'not asked' })
  })
  it("needs the person's own file only to know that person's position", async () => {
    const from = server.asked.length
    await told(householdPosition, child)
    expect(server.asked.slice(from).map(({ service }) => service)).toEqual(['RegistreerInschrijving', 'GeefPersoon'])
  })
  it('is read from one composition when the members are asked too', async () => {
    const connectors = over(server)
    const from = server.asked.length
    await Promise.all(
      [householdPosition, householdMembers, referencePerson].map((fact) => ask(connectors, fact, child)),
    )
    expect(server.asked.slice(from).map(({ service }) => service)).toEqual([
      'RegistreerInschrijving',
      'GeefGezinssamenstelling',
    ])
  })
})

describe('an address', () => {
  const flat = { ...address, street: 'Laan', streetCode: '0012', houseNumber: '7' }
  const inFlatA = n('1970-01-01', 61)
  const alsoInFlatA = n('1971-01-01', 62)
  const inFlatB = n('1972-01-01', 63)
  const withoutBox = n('1973-01-01', 64)
  const abroad = n('1974-01-01', 65)
  const there: { readonly [number: string]: Resident } = {
    [inFlatA]: { birthDate: '1970-01-01', address: { ...flat, box: 'A' } },
    [alsoInFlatA]: { birthDate: '1971-01-01', address: { ...flat, box: '0A' } },
    [inFlatB]: { birthDate: '1972-01-01', address: { ...flat, box: 'B' } },
    [withoutBox]: { birthDate: '1973-01-01', address: flat },
    [abroad]: { birthDate: '1974-01-01', deathDate: '2020-01-01', address: flat },
    [mother]: { birthDate: '1985-07-30', address },
  }
  const living = [inFlatA, alsoInFlatA, inFlatB, withoutBox]
  let building: Loopback
  beforeAll(async () => {
    building = await loopbackMagda({
      city: { resident: (number) => there[number], registeredAt: () => living },
    })
  })
  afterAll(() => building.close())
  const sharing = (number: string, on: IsoDate = today) => ask(over(building), registeredAtSameAddress, number, { on })
  const validity = { from: today, until: '2026-03-11' }

  it('is shared by those with the same box number', async () => {
    expect(await sharing(inFlatB)).toEqual({ value: [`person-${inFlatB}`], validity })
    expect(building.asked.at(-1)?.address).toEqual({
      register: 'RR',
      postcode: '9042',
      streetCode: '0012',
      houseNumber: '7',
      box: 'B',
      onlyReferencePersons: false,
    })
  })
  it('without a box number is not shared with the flats of the building', async () => {
    expect(await sharing(withoutBox)).toEqual({ value: [`person-${withoutBox}`], validity })
  })
  it('is known as of today', async () => {
    expect(await sharing(inFlatB, '2026-01-01')).toEqual({ unknown: 'not asked' })
    expect(await sharing(inFlatB, '2026-03-11')).toEqual({ unknown: 'not asked' })
  })
  it('is searched only where the street is shown by its code', async () => {
    expect(await sharing(mother)).toEqual({ unknown: 'not permitted' })
    expect(building.asked.at(-1)?.service).toBe('GeefPersoon')
  })
  it('is nowhere of who died', async () => {
    expect(await sharing(abroad)).toEqual({ unknown: 'not found' })
  })
  it('is not found where the search finds nobody, and in doubt where it finds only others', async () => {
    const elsewhere = (found: readonly string[]) =>
      loopbackMagda({ city: { resident: (number) => there[number], registeredAt: () => found } })
    const nobody = await elsewhere([])
    expect(await ask(over(nobody), registeredAtSameAddress, inFlatB)).toEqual({ unknown: 'not found', code: '30001' })
    await nobody.close()
    const others = await elsewhere([mother])
    expect(await ask(over(others), registeredAtSameAddress, withoutBox)).toEqual({ unknown: 'in doubt' })
    await others.close()
  })
  it.each([
    ['48181', 'in doubt'],
    ['48074', 'in doubt'],
    ['30040', 'in doubt'],
    ['40005', 'not permitted'],
    ['99995', 'unavailable'],
  ])('with %s is %s', async (code, reason) => {
    const refusing = await loopbackMagda(
      { city: { resident: (number) => there[number], registeredAt: () => living } },
      { fail: ({ service }) => (service === 'ZoekPersoonOpAdres' ? { code } : undefined) },
    )
    expect(await ask(over(refusing), registeredAtSameAddress, inFlatB)).toEqual({ unknown: reason, code })
    await refusing.close()
  })
})

describe('asking', () => {
  it('joins what is asked at once, and registers a person once', async () => {
    const connectors = over(server)
    const from = server.asked.length
    await Promise.all([birthDate, municipality, postcode, deathDate].map((fact) => ask(connectors, fact, mother)))
    await ask(connectors, birthDate, mother)
    expect(server.asked.slice(from).map(({ service }) => service)).toEqual([
      'RegistreerInschrijving',
      'GeefPersoon',
      'GeefPersoon',
    ])
  })
  it('does not register where the city does so itself', async () => {
    const from = server.asked.length
    await ask(over(server, { register: false }), birthDate, mother)
    expect(server.asked.slice(from).map(({ service }) => service)).toEqual(['GeefPersoon'])
  })
  it('asks nothing of a day to come', async () => {
    const from = server.asked.length
    expect(await told(municipality, mother, '2026-03-11')).toEqual({ unknown: 'not asked' })
    expect(server.asked.length).toBe(from)
  })
  it('asks again with the new number of who has one, and tells it', async () => {
    const heard: string[] = []
    const pseudonyms = {
      of: (number: string) => `person-${number}`,
      reveal: (id: string) => id.split('person-')[1],
      replaced: (id: string, number: string) => void heard.push(id, number),
    }
    const connectors = over(server, { pseudonyms })
    expect(await ask(connectors, municipality, replaced)).toMatchObject({ value: '44021' })
    expect(heard).toEqual([`person-${replaced}`, renewed])
    expect(await ask(connectors, householdMembers, replaced)).toMatchObject({ value: [`person-${replaced}`] })
  })
  it('does not find who is unknown to the register, or to us', async () => {
    expect(await told(municipality, nobody)).toEqual({ unknown: 'not found', code: '30001' })
    expect(await told(householdMembers, nobody)).toEqual({ unknown: 'not found', code: '30001' })
    const strangers = { of: readableOf, reveal: () => undefined }
    expect(await ask(over(server, { pseudonyms: strangers }), birthDate, mother)).toEqual({ unknown: 'not found' })
  })
  it('refuses to ask without a legal basis', async () => {
    const purpose = { policy: 'exampleville/meals', basis: ' ', asker: 'Exampleville' }
    const asking = over(server)['population-register'].birthDate({
      fact: birthDate,
      at: { on: today },
      subjects: [],
      purpose,
    })
    await expect(asking).rejects.toMatchObject({ code: 'no-legal-basis' })
  })
})

const readableOf = (number: string) => `person-${number}`
