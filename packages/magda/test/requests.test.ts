import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { disabilityRecognised, parkingCard } from '@vanzelf/source-disability'
import { enrolments } from '@vanzelf/source-education'
import { birthDate, householdMembers, registeredAtSameAddress } from '@vanzelf/source-population-register'
import { increasedReimbursement, livingWage, statusProfile } from '@vanzelf/source-social-security'
import { jointTaxableIncome, taxableIncome } from '@vanzelf/source-tax'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda } from '@vanzelf/testing/magda'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, over } from './asking.ts'

const schemas = fileURLToPath(new URL('../../../../shared/magda-mock/schemas', import.meta.url))
const missing = !existsSync(schemas)
if (missing) console.warn('requests are not validated: the schemas of the platform are not beside this checkout')

const folders: { readonly [service: string]: string } = {
  RegistreerInschrijving: 'Repertorium.RegistreerInschrijvingDienst-02.01',
  GeefPersoon: 'Persoon.GeefPersoonDienst-02.02',
  GeefGezinssamenstelling: 'Persoon.GeefGezinssamenstellingDienst-02.02',
  GeefSociaalStatuut: 'SocZek.GeefSociaalStatuutDienst-03.00',
  ZoekPersoonOpAdres: 'Persoon.ZoekPersoonOpAdresDienst-02.02',
  GeefDossierHandicap: 'SocZek.GeefDossierHandicapDienst-03.00',
  GeefAanslagbiljetPersonenbelasting: 'Inkomen.GeefAanslagbiljetPersonenbelastingDienst-02.00',
  GeefHistoriekInschrijving: 'Onderwijs.GeefHistoriekInschrijvingDienst-02.01',
  GeefLeefloonperiodes: 'SocZek.GeefLeefloonperiodesDienst-02.00',
}

describe.skipIf(missing)('requests and the answers of the loopback server', () => {
  let server: Loopback
  const bodies: string[] = []
  beforeAll(async () => {
    xmlRegisterFsInputProviders()
    const person = testNationalNumber('1985-07-30', 34)
    const household = [{ number: person, position: '01', since: '2020-01-01' }]
    const address = {
      street: 'A & B',
      streetCode: '0012',
      houseNumber: '1',
      box: 'A',
      postcode: '9000',
      municipality: '44021',
      since: '2020-01-01',
    }
    server = await loopbackMagda({
      city: {
        resident: () => ({
          birthDate: '1985-07-30',
          household,
          address,
          statuses: [
            { name: 'BIM_BVT', periods: [{ from: '2024-01-01' }] },
            {
              name: 'LIVING_WAGES_PCSA_HELP',
              periods: [{ from: '2025-01-01', last: '2025-06-30' }, { from: '2026-01-01' }],
            },
          ],
          cards: [{ category: 'PARKINGCARD', delivered: '2024-01-01', last: '2030-01-01' }],
          recognitions: [
            { from: '2024-01-01', points: 9 },
            { from: '2024-01-01', last: '2030-01-01' },
          ],
          assessments: [{ year: 2024, income: 2_000_000, partner: { number: person, income: 1 } }],
          enrolments: [{ school: '990001', level: '2', schoolYear: 2025, from: '2025-09-01', last: '2026-08-31' }],
        }),
        registeredAt: () => [person],
      },
    })
    const statuses = {
      one: {
        name: 'ONE & <TWO>',
        within: { postcodes: ['9000', '9042'] },
        age: { least: 18 },
        parameters: { a: '"b"' },
      },
      two: { name: 'THREE', within: { place: 'EXAMPLEVILLE' }, age: { most: 64 } },
    } as const
    const send = async ({ envelope }: { readonly envelope: string }) => {
      const response = await fetch(server.endpoint, { method: 'POST', body: envelope })
      const body = await response.text()
      bodies.push(envelope, body)
      return { status: response.status, body }
    }
    const connectors = over(server, {
      endpoint: undefined as never,
      send,
      statuses,
      allowedStatuses: ['BIM_BVT', 'LIVING_WAGES_PCSA_HELP', 'ONE & <TWO>', 'THREE'],
    })
    const byPeriods = over(server, { endpoint: undefined as never, send, livingWage: 'periods' })
    const during = { from: '2026-01-01', until: '2027-01-01' } as const
    await Promise.all([
      ask(connectors, birthDate, person),
      ask(connectors, birthDate, `${person.slice(0, 2)}21${person.slice(4)}`),
      ask(connectors, householdMembers, person),
      ask(connectors, increasedReimbursement, person),
      ask(connectors, livingWage, person, { during }),
      ask(byPeriods, livingWage, person, { during }),
      ask(connectors, registeredAtSameAddress, person),
      ask(connectors, registeredAtSameAddress, `${person.slice(0, 2)}21${person.slice(4)}`),
      ask(connectors, parkingCard, person),
      ask(connectors, disabilityRecognised, person),
      ask(connectors, parkingCard, person, { on: '2023-01-01' }),
      ask(connectors, jointTaxableIncome, person, { year: 2024 }),
      ask(connectors, taxableIncome, person, { year: 2023 }),
      ask(connectors, enrolments, person),
      ...(['one', 'two'] as const).map((name) =>
        ask(connectors, statusProfile({ name, label: { nl: name, en: name } }), person),
      ),
    ])
  })
  afterAll(() => server.close())

  it.each(Object.entries(folders))('of %s fit its schema', (service, folder) => {
    const ours = bodies.filter((body) => body.includes(`:${service} `) || body.includes(`:${service}Response `))
    expect(ours.length).toBeGreaterThanOrEqual(2)
    for (const kind of ['', 'Response']) {
      const location = `${schemas}/${folder}/WebService/${service}${kind}.xsd`
      const schema = XmlDocument.fromString(readFileSync(location, 'utf8'), { url: location })
      const validator = XsdValidator.fromDoc(schema)
      try {
        for (const body of ours.filter((text) => text.includes(`:${service}${kind} `))) validate(validator, body)
      } finally {
        validator.dispose()
        schema.dispose()
      }
    }
  })
})

function validate(validator: XsdValidator, envelope: string): void {
  const inner = envelope.slice(envelope.indexOf('Body>') + 5, envelope.lastIndexOf('</soapenv:Body>'))
  const document = XmlDocument.fromString(inner)
  try {
    expect(() => validator.validate(document)).not.toThrow()
  } finally {
    document.dispose()
  }
}
