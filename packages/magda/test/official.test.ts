import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  birthDate,
  deathDate,
  householdMembers,
  householdPosition,
  municipality,
  populationRegister,
  postcode,
  referencePerson,
} from '@vanzelf/source-population-register'
import {
  increasedReimbursement,
  increasedReimbursementInFamily,
  livingWage,
  socialAssistance,
  socialSecurity,
  statusProfile,
} from '@vanzelf/source-social-security'
import { type Loopback, loopbackMagda } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replyOf } from '../src/reply.ts'
import { household } from '../src/services/household.ts'
import { person } from '../src/services/person.ts'
import { registration } from '../src/services/registration.ts'
import { socialStatus } from '../src/services/social-status.ts'
import { ask, noonOf, over } from './asking.ts'

// The platform's published test persons; their answers are not part of this project.
const responses = fileURLToPath(new URL('../../../../shared/magda-mock/responses', import.meta.url))
const missing = !existsSync(responses)
if (missing) console.warn('official test persons are not asked: their answers are not beside this checkout')

const persons = `${responses}/Persoon/GeefPersoon/02.02.0000`
const statuses = `${responses}/SocZek/GeefSociaalStatuut/03.00.0000`
const parking = {
  parkingAdult: { name: 'GENT_PARKING_ADULT' },
  parkingChild: { name: 'GENT_PARKING_CHILD' },
} as const
const parkingFact = (name: 'parkingAdult' | 'parkingChild') => statusProfile({ name, label: { nl: name, en: name } })
const allowedStatuses = [
  'BIM_BVT',
  'BIM_BVT_IN_FAMILY',
  'LIVING_WAGES_PCSA_HELP',
  'PCSA_AND_BIM_HELP',
  'GENT_PARKING_ADULT',
  'GENT_PARKING_CHILD',
]

/** Each row is asked where its answer is here: a selection of the persons is. */
const known = (folder: string, rows: readonly (readonly unknown[])[]) =>
  rows.filter(([number]) => {
    const there = existsSync(`${folder}/${number}.xml`)
    if (!there && !missing) console.warn('an official test person is not asked: not in this selection')
    return there
  }) as [string, Parameters<typeof ask>[1], object][]

describe.skipIf(missing)('official test persons', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ responses })
  })
  afterAll(() => server.close())
  const asked = (fact: Parameters<typeof ask>[1], number: string) =>
    ask(over(server, { statuses: parking, allowedStatuses, now: noonOf('2026-06-01') }), fact, number, {
      on: '2026-06-01',
    })

  it.each(
    known(persons, [
      ['06701151393', municipality, { value: '44021' }],
      ['06701151393', postcode, { value: '9042' }],
      ['76642812413', householdPosition, { value: '01' }],
      ['86710585636', referencePerson, { value: 'person-84640618997' }],
      ['15663045929', householdPosition, { value: '03' }],
      [
        '15663045929',
        householdMembers,
        { value: ['81652315946', '15663045929', '75663046194', '65663046376'].map((number) => `person-${number}`) },
      ],
      ['62680599650', householdMembers, { value: ['person-57611399743', 'person-62680599650'] }],
      ['00600099536', birthDate, { value: { least: '2000-01-01', most: '2000-12-31' } }],
      ['63613082228', deathDate, { value: '2025-01-25' }],
      // the dead, those struck off and those abroad live in no municipality
      ['63613082228', municipality, { value: null }],
      ['02682599761', municipality, { value: null }],
      ['80722500769', municipality, { value: null }],
      // a file that is another person's
      ['10630345934', birthDate, { unknown: 'in doubt' }],
      // a child that is older than its parent
      ['04651999966', householdPosition, { unknown: 'in doubt' }],
      ['91610100176', birthDate, { unknown: 'unavailable', code: '99996' }],
      ['88661177739', birthDate, { unknown: 'unavailable', code: '99996' }],
      ['13662188822', birthDate, { unknown: 'unavailable', code: '99994' }],
    ]),
  )('%s: a file', async (number, fact, expected) => {
    expect(await asked(fact, number)).toMatchObject(expected)
  })

  it.each(
    known(statuses, [
      ['76642812413', increasedReimbursement, { value: true, validity: { from: '2024-01-01', until: '2030-01-02' } }],
      ['76642812413', livingWage, { value: false }],
      ['86710585636', livingWage, { value: true }],
      ['12630962125', increasedReimbursementInFamily, { value: true }],
      ['75652299881', socialAssistance, { value: true }],
      ['06701151393', parkingFact('parkingAdult'), { value: true }],
      ['01690129514', parkingFact('parkingChild'), { value: true }],
      ['01690129514', parkingFact('parkingAdult'), { value: false }],
      ['18631326301', parkingFact('parkingChild'), { value: false }],
      ['06691087347', increasedReimbursement, { unknown: 'not found', code: '30001' }],
      ['69650368562', increasedReimbursement, { unknown: 'not found', code: '30001' }],
    ]),
  )('%s: statuses', async (number, fact, expected) => {
    expect(await asked(fact, number)).toMatchObject(expected)
  })

  it('do not exist where nothing is recorded of them', async () => {
    expect(await asked(livingWage, '99999999999')).toEqual({ unknown: 'not found', code: '30003' })
    expect(await asked(birthDate, '99999999999')).toEqual({ unknown: 'not found', code: '30001' })
  })

  it('with a new number are asked about by that number', async () => {
    const heard: string[] = []
    const pseudonyms = {
      of: (number: string) => `person-${number}`,
      reveal: () => '75680836687',
      replaced: (_: string, number: string) => void heard.push(number),
    }
    expect(await ask(over(server, { pseudonyms }), birthDate, 'somebody')).toEqual({
      unknown: 'not found',
      code: '30001',
    })
    expect(heard).toEqual(['00600000032'])
    expect(server.asked.slice(-2).map(({ service, number }) => [service, number])).toEqual([
      ['RegistreerInschrijving', '00600000032'],
      ['GeefPersoon', '00600000032'],
    ])
  })

  it('whose registration does not succeed are not asked about', async () => {
    expect(await asked(birthDate, '91610100275')).toEqual({ unknown: 'not permitted' })
  })

  it.each([
    [registration, 'Repertorium/RegistreerInschrijving/02.01.0000/PERS'],
    [person, 'Persoon/GeefPersoon/02.02.0000'],
    [household, 'Persoon/GeefGezinssamenstelling/02.02.0000'],
    [socialStatus, 'SocZek/GeefSociaalStatuut/03.00.0000'],
  ])('have answers that all can be read: $name', async (service, folder) => {
    const counts = { content: 0, refusal: 0, replaced: 0, misfit: 0 }
    for (const file of await readdir(`${responses}/${folder}`)) {
      const body = await readFile(`${responses}/${folder}/${file}`, 'utf8')
      const reference = /<Antwoord>\s*<Referte[^>]*>([^<]*)/.exec(body)?.[1] ?? ''
      const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body.replace(/^<\?xml[^>]*>/, '')}</s:Body></s:Envelope>`
      const reply = await replyOf<unknown>(service, envelope, reference)
      if ('content' in reply) counts.content += 1
      else if ('replacedBy' in reply) counts.replaced += 1
      else if (reply.refusal.code === undefined) counts.misfit += 1
      else counts.refusal += 1
    }
    console.info(service.name, counts)
    expect(counts.misfit).toBe(0)
    expect(counts.content).toBeGreaterThan(0)
  })

  it('each get an answer to every fact', async () => {
    const numbers = (await readdir(persons)).flatMap((file) => /^(\d{11})\.xml$/.exec(file)?.[1] ?? [])
    const connectors = over(server, { now: noonOf('2026-06-01') })
    const tally: { [fact: string]: { [kind: string]: number } } = {}
    const facts = [...Object.values(populationRegister.facts), ...Object.values(socialSecurity.facts)].filter(
      // Of nobody here the search by address is recorded: everybody gets the same answer about somebody else.
      ({ name }) => name !== 'registeredAtSameAddress',
    )
    await Promise.all(
      facts.flatMap((fact) =>
        numbers.map(async (number) => {
          const answer = await ask(connectors, fact, number, { on: '2026-06-01' })
          const kind = 'unknown' in answer ? answer.unknown : answer.value === null ? 'absent' : 'known'
          const kinds = tally[fact.name] ?? {}
          tally[fact.name] = kinds
          kinds[kind] = (kinds[kind] ?? 0) + 1
        }),
      ),
    )
    console.table(tally)
    for (const kinds of Object.values(tally)) {
      expect(Object.values(kinds).reduce((sum, count) => sum + count)).toBe(numbers.length)
      // Files that are another person's are in doubt, and few others.
      expect(kinds['in doubt'] ?? 0).toBeLessThan(numbers.length / 20)
    }
  }, 60_000)
})
