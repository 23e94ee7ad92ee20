/*
 * The authority's own mock server behind the connector: MAGDA-Mock, a Java program (the public project
 * Informatievlaanderen/MAGDA-Mock, EUPL-1.2). It runs apart from this project and is no part of it.
 *
 * With Java 21, in a checkout of it: `mvn -pl magdaservice -am package`, then start what was built (its image does too):
 *
 *     java -jar magdaservice/target/magdaservice-*.jar --server.port=8080
 *     VANZELF_MAGDA_MOCK=http://127.0.0.1:8080 npx vitest run packages/magda/test/mock-server.test.ts
 *
 * It verifies signatures and signs its answers when it has a key. One key, for both sides, and a second server:
 *
 *     keytool -genkeypair -alias mock -keyalg RSA -dname CN=magda-mock -validity 365 \
 *       -storetype PKCS12 -keystore mock.p12 -storepass exampleville
 *     java -jar … --server.port=8081 --registratie.cert-path=mock.p12 --registratie.key-alias=mock \
 *       --registratie.key-password=exampleville --registratie.keystore-password=exampleville
 *     VANZELF_MAGDA_MOCK_SIGNED=http://127.0.0.1:8081 VANZELF_MAGDA_MOCK_KEY=mock.p12 \
 *       VANZELF_MAGDA_MOCK_PASSPHRASE=exampleville npx vitest run packages/magda/test/mock-server.test.ts
 *
 * SOAP stands at `/api/Magda-02.00/soap/WebService`, REST below `/api/Magda-v1/rest`. It gives no access tokens and looks
 * at none: those are of a loopback server.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Fact } from '@vanzelf/rules'
import type { Answer, At } from '@vanzelf/source'
import { disability, disabilityRecognised, parkingCard } from '@vanzelf/source-disability'
import { education, enrolments } from '@vanzelf/source-education'
import {
  birthDate,
  deathDate,
  householdMembers,
  municipality,
  populationRegister,
  referencePerson,
} from '@vanzelf/source-population-register'
import { increasedReimbursement, livingWage, socialAssistance, socialSecurity } from '@vanzelf/source-social-security'
import { latestAssessedYear, tax, taxableIncome } from '@vanzelf/source-tax'
import { euroNorm, fuels, holder, vehicleCategory, vehicles } from '@vanzelf/source-vehicles'
import { type Loopback, type LoopbackRest, loopbackMagda } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atAddress } from '../src/address-told.ts'
import { identityFromPkcs12, type MagdaOptions, referenceProfile, type Security, sha256Profile } from '../src/index.ts'
import { exchangeWith } from '../src/platform.ts'
import { address } from '../src/services/address.ts'
import { ask, noonOf, over, purpose } from './asking.ts'
import { askVehicle, vehiclePlatform, vehiclesOver } from './vehicles-over-rest.ts'

const { VANZELF_MAGDA_MOCK: mock, VANZELF_MAGDA_MOCK_SIGNED: signedMock } = process.env
if (!mock) console.warn("the authority's mock server is not asked: VANZELF_MAGDA_MOCK does not say where it runs")
if (!signedMock) console.warn("the authority's mock server signs nothing: VANZELF_MAGDA_MOCK_SIGNED is not set")

const shared = fileURLToPath(new URL('../../../../shared/magda-mock', import.meta.url))
const missing = !existsSync(shared)
if (mock && missing) console.warn('few test persons are asked: the official answers are not beside this checkout')

/** Connectors over a mock server, of which they need no more than its address. */
const overMock = (server: string | undefined, options: Partial<MagdaOptions> = {}) =>
  over({ endpoint: `${server}/api/Magda-02.00/soap/WebService` } as Loopback, {
    now: noonOf('2026-06-01'),
    timeout: 60_000,
    ...options,
  })

const on = { on: '2026-06-01' } as const
const income = (year: number) => ({ year })

describe.skipIf(!mock)("the authority's mock server", () => {
  it.each<[string, Fact, At, object]>([
    ['76642812413', municipality, on, { value: '31005' }],
    ['63613082228', municipality, on, { value: null }],
    ['86710585636', referencePerson, on, { value: 'person-84640618997' }],
    ['62680599650', householdMembers, on, { value: ['person-57611399743', 'person-62680599650'] }],
    ['00600099536', birthDate, on, { value: { least: '2000-01-01', most: '2000-12-31' } }],
    ['63613082228', deathDate, on, { value: '2025-01-25' }],
    ['10630345934', birthDate, on, { unknown: 'in doubt' }],
    ['91610100176', birthDate, on, { unknown: 'unavailable', code: '99996' }],
    ['99999999999', birthDate, on, { unknown: 'not found', code: '30001' }],
    ['91610100275', birthDate, on, { unknown: 'not permitted' }],
    ['76642812413', increasedReimbursement, on, { value: true, validity: { from: '2024-01-01', until: '2030-01-02' } }],
    ['76642812413', livingWage, on, { value: false }],
    ['75652299881', socialAssistance, on, { value: true }],
    ['12630962125', parkingCard, on, { value: { from: '2020-02-02', until: '2030-02-03' } }],
    ['01690129514', parkingCard, on, { unknown: 'not permitted' }],
    ['01690129514', disabilityRecognised, on, { value: true }],
    ['99999999999', parkingCard, on, { unknown: 'not found', code: 'MSG00021' }],
    ['81652315946', taxableIncome, income(2025), { value: 16_775_45 }],
    ['98712218264', taxableIncome, income(2022), { value: 0 }],
    ['87631845908', taxableIncome, income(2025), { unknown: 'in doubt' }],
    ['99999999999', latestAssessedYear, on, { value: null }],
    ['07650646682', enrolments, { on: '2019-01-15' }, { value: [expect.any(String)] }],
    ['65690199646', enrolments, on, { value: [] }],
    ['91610100770', enrolments, on, { unknown: 'unavailable', code: '99996' }],
  ])('%s: %o', async (number, fact, at, expected) => {
    expect(await ask(overMock(mock), fact, number, at)).toMatchObject(expected)
  })

  it('tells who has a new number, who is asked about by that', async () => {
    const heard: string[] = []
    const pseudonyms = {
      of: (number: string) => `person-${number}`,
      reveal: () => '75680836687',
      replaced: (_: string, number: string) => void heard.push(number),
    }
    const answer = await ask(overMock(mock, { pseudonyms }), birthDate, 'somebody')
    expect(answer).toEqual({ unknown: 'not found', code: '30001' })
    expect(heard).toEqual(['00600000032'])
  })

  it('finds who is registered at an address', async () => {
    // No test person shows the code of its street, so that no fact leads here.
    const exchange = exchangeWith({
      endpoint: `${mock}/api/Magda-02.00/soap/WebService`,
      sender: { uri: 'exampleville.be/meals-aip', hoedanigheid: 'ipdc1' },
    })
    const place = { number: '73640500152', postcode: '2340', street: '0001', houseNumber: '122' }
    const reply = await exchange(address, place, {
      subject: 'somebody',
      purpose,
      signal: AbortSignal.timeout(60_000),
    })
    expect(reply).toHaveProperty('content')
    expect('content' in reply && atAddress(reply.content, { ...place, number: '73040500152', box: 'b' })).toEqual([
      '73040500152',
    ])
  })

  describe('over REST', () => {
    let tokens: LoopbackRest
    beforeAll(async () => {
      tokens = await vehiclePlatform(() => undefined)
    })
    afterAll(() => tokens.close())
    const connector = () => vehiclesOver({ endpoint: `${mock}/api/Magda-v1/rest`, tokenEndpoint: tokens.tokenEndpoint })

    it.each<[string, Fact, object]>([
      ['1ABC123', holder, { value: 'person-71640618918' }],
      ['1ABC123', vehicleCategory, { value: 'M1' }],
      ['1PVF787', holder, { value: null }],
      ['3FTK614', euroNorm, { value: 'V' }],
      ['MIJNAUTO', fuels, { value: ['hydrogen'] }],
      ['9ZZZ999', holder, { unknown: 'not found', code: 'HTTP 204' }],
    ])('%s: %o', async (plate, fact, expected) => {
      expect(await askVehicle(connector(), fact, plate)).toEqual(expected)
    })

    it.skipIf(missing)('tells of every official vehicle what the loopback server does', async () => {
      const folder = `${shared}/rest/mobility/registrations`
      const plates = (await readdir(folder)).map((file) => file.replace('.json', ''))
      const recorded = await vehiclePlatform((plate) => ({ body: readFileSync(`${folder}/${plate}.json`, 'utf8') }))
      for (const plate of plates)
        for (const fact of Object.values(vehicles.facts))
          expect([plate, fact.name, await askVehicle(connector(), fact, plate)]).toEqual([
            plate,
            fact.name,
            await askVehicle(vehiclesOver(recorded), fact, plate),
          ])
      await recorded.close()
    })
  })

  describe.skipIf(missing)('says of every official person what the loopback server says', () => {
    const persons = `${shared}/responses/Persoon/GeefPersoon/02.02.0000`
    let recorded: Loopback
    let numbers: readonly string[]
    beforeAll(async () => {
      recorded = await loopbackMagda({ responses: `${shared}/responses` })
      numbers = (await readdir(persons)).flatMap((file) => /^(\d{11})\.xml$/.exec(file)?.[1] ?? [])
    })
    afterAll(() => recorded.close())

    const facts: readonly Fact[] = [populationRegister, socialSecurity, disability, tax, education]
      .flatMap((source): Fact[] => Object.values(source.facts))
      .filter(({ about }) => about === 'person')

    it.each(facts.map((fact) => [`${fact.source}.${fact.name}`, fact] as const))(
      '%s',
      async (name, fact) => {
        const at = fact.when.some((when) => when === 'year') ? income(2025) : on
        const [loopback, server] = [over(recorded, { now: noonOf('2026-06-01') }), overMock(mock)]
        const answers = await Promise.all(
          numbers.map(async (number) => ({
            number,
            recorded: await ask(loopback, fact, number, at),
            told: await ask(server, fact, number, at),
          })),
        )
        const others = answers.filter(({ recorded, told }) => JSON.stringify(recorded) !== JSON.stringify(told))
        const unexplained = others.filter(({ recorded, told }) => !explained(fact, recorded, told))
        console.info(name, { persons: answers.length, alike: answers.length - others.length, explained: others.length })
        expect(unexplained).toEqual([])
      },
      60_000,
    )
  })
})

/** Where this server is less than the platform, and the loopback server more. */
function explained({ source, name }: Fact, recorded: Answer, told: Answer): boolean {
  // Of whom it has no statuses on record it says that none applies; the loopback server, that there is nobody.
  // Whom the platform refuses it cannot answer at all: it looks for the statuses in an answer that has none.
  if (source === 'social-security')
    return isUnknown(told, 'HTTP 500') ? isUnknown(recorded) : isUnknown(recorded, '30003') && told.value === false
  // It tells the one assessment it has, whatever year was asked: the connector does not take it for another year's.
  if (source === 'tax')
    return isUnknown(told) && told.unknown === 'in doubt' && (isUnknown(recorded, '45008') || recorded.value === null)
  // It writes the reference of the question over the references of enrolments, from which their names are made.
  if (name === 'enrolments') return countOf(recorded) === countOf(told)
  return false
}

const isUnknown = (answer: Answer, code?: string): answer is Extract<Answer, { readonly unknown: unknown }> =>
  'unknown' in answer && (code === undefined || answer.code === code)

const countOf = (answer: Answer) => ('value' in answer && Array.isArray(answer.value) ? answer.value.length : undefined)

describe.skipIf(!signedMock)("the authority's mock server, with a key", () => {
  // Read where a test runs: without a server there is no file.
  const own = () => {
    const { VANZELF_MAGDA_MOCK_KEY: file = '', VANZELF_MAGDA_MOCK_PASSPHRASE: passphrase = '' } = process.env
    const identity = identityFromPkcs12({ file: readFileSync(file), passphrase })
    const trusted = { authorities: identity.chain[0].toString(), name: 'magda-mock' }
    return { identity, trusted }
  }
  const known = { value: { least: '2000-01-01', most: '2000-12-31' } }
  /** On the clock of the machine: certificates are valid now. */
  const asked = (security?: Security) =>
    ask(overMock(signedMock, { now: () => new Date(), ...(security && { security }) }), birthDate, '00600099536', {
      on: '2026-01-01',
    })

  it.each([
    ['the reference profile', referenceProfile],
    ['the profile of SHA-256', sha256Profile],
    ['the certificate alone', { ...referenceProfile, token: 'X509v3' }],
    ['only the body', { ...referenceProfile, parts: ['body'] }],
  ] as const)('accepts a question signed with %s', async (_, signing) => {
    expect(await asked({ identity: own().identity, signing })).toEqual(known)
  })
  it('signs answers in a way that verifies', async () => {
    const { identity, trusted } = own()
    expect(await asked({ identity, verifyAnswers: trusted })).toEqual(known)
    expect(await asked({ identity, verifyAnswers: { ...trusted, name: 'Somebody else' } })).toEqual({
      unknown: 'in doubt',
      code: 'SignerUnknown',
    })
  })
  it('refuses a question without a signature', async () => {
    expect(await asked()).toEqual({ unknown: 'not permitted', code: 'ERR_025' })
  })
})
