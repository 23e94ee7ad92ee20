import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Fact } from '@vanzelf/rules'
import type { At } from '@vanzelf/source'
import { disabilityRecognised, lossOfIndependence, parkingCard, reductionCard } from '@vanzelf/source-disability'
import { enrolments, school } from '@vanzelf/source-education'
import { registeredAtSameAddress } from '@vanzelf/source-population-register'
import { jointTaxableIncome, latestAssessedYear, taxableIncome } from '@vanzelf/source-tax'
import { type Loopback, loopbackMagda } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atAddress } from '../src/address-told.ts'
import { replyOf } from '../src/reply.ts'
import { address } from '../src/services/address.ts'
import { assessment } from '../src/services/assessment.ts'
import { disabilityFile } from '../src/services/disability-file.ts'
import { enrolmentHistory } from '../src/services/enrolment-history.ts'
import { ask, noonOf, over } from './asking.ts'

// The platform's published test persons; their answers are not part of this project.
const responses = fileURLToPath(new URL('../../../../shared/magda-mock/responses', import.meta.url))
const missing = !existsSync(responses)
if (missing) console.warn('official test persons are not asked: their answers are not beside this checkout')

const folders = {
  disability: 'SocZek/GeefDossierHandicap/03.00.0000',
  tax: 'Inkomen/GeefAanslagbiljetPersonenbelasting/02.00.0000',
  education: 'Onderwijs/GeefHistoriekInschrijving/02.01.0000',
}

/** Each row is asked where its answer is here: a selection of the persons is. */
const known = (folder: string, rows: readonly (readonly [string, Fact, At, object])[]) =>
  rows.filter(([number]) => {
    const there = existsSync(`${responses}/${folder}/${number}.xml`)
    if (!there && !missing) console.warn('an official test person is not asked: not in this selection')
    return there
  })

const on = { on: '2026-06-01' } as const
const income = (year: number) => ({ year })

describe.skipIf(missing)('official test persons', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ responses })
  })
  afterAll(() => server.close())
  const connectors = () => over(server, { now: noonOf('2026-06-01') })

  it.each(
    known(folders.disability, [
      ['12630962125', parkingCard, on, { value: { from: '2020-02-02', until: '2030-02-03' } }],
      ['12630962125', reductionCard, on, { value: { from: '2020-02-02', until: '2030-02-03' } }],
      ['04651999966', parkingCard, on, { value: { from: '2023-05-15', until: '2030-05-16' } }],
      ['04651999966', parkingCard, { on: '2023-05-14' }, { value: null }],
      ['04651999966', reductionCard, on, { value: null }],
      ['96721418968', parkingCard, on, { value: { from: '2023-06-01', until: '2030-06-02' } }],
      // recorded for a finality that is shown recognitions, no cards
      ['01690129514', parkingCard, on, { unknown: 'not permitted' }],
      ['01690129514', disabilityRecognised, on, { value: true }],
      ['01690129514', lossOfIndependence, on, { value: 9 }],
      ['12710295950', disabilityRecognised, on, { value: true }],
      ['12710295950', lossOfIndependence, on, { value: null }],
      // a recognition that ended
      ['69650368562', disabilityRecognised, { on: '2025-10-31' }, { value: true }],
      ['69650368562', disabilityRecognised, { on: '2025-11-01' }, { value: false }],
    ]),
  )('%s: a file on disability', async (number, fact, at, expected) => {
    expect(await ask(connectors(), fact, number, at)).toEqual(expected)
  })

  it('whom the disability administration does not know: not a no', async () => {
    const unheardOf = { unknown: 'not found', code: 'MSG00021' }
    expect(await ask(connectors(), parkingCard, '99999999999', on)).toEqual(unheardOf)
    expect(await ask(connectors(), disabilityRecognised, '99999999999', on)).toEqual(unheardOf)
  })

  it.each(
    known(folders.tax, [
      ['81652315946', taxableIncome, income(2025), { value: 16_775_45 }],
      ['81652315946', taxableIncome, income(2024), { unknown: 'not found', code: '45008' }],
      ['81652315946', latestAssessedYear, on, { value: 2025 }],
      ['98712218264', taxableIncome, income(2022), { value: 0 }],
      ['57682300112', taxableIncome, income(2011), { value: 37_500_55 }],
      ['88651355302', latestAssessedYear, on, { value: null }],
      // no items at all, and items without the income
      ['51042500288', taxableIncome, income(2019), { unknown: 'not permitted' }],
      ['51642500288', taxableIncome, income(2019), { unknown: 'not permitted' }],
      // an amount under the letter of a second person, while there is none
      ['87631845908', taxableIncome, income(2025), { unknown: 'in doubt' }],
      ['79630615717', taxableIncome, income(2025), { unknown: 'in doubt' }],
      // an assessment that is another person's
      ['65663046376', taxableIncome, income(2025), { unknown: 'in doubt' }],
      ['65621500187', taxableIncome, income(2025), { unknown: 'not found', code: '30001' }],
      ['81642500239', taxableIncome, income(2025), { unknown: 'not found', code: '40000' }],
      ['91610100176', taxableIncome, income(2025), { unknown: 'unavailable', code: '99996' }],
      ['91610100176', latestAssessedYear, on, { unknown: 'unavailable', code: '99996' }],
      // who is assessed together is shown of nobody
      ['81652315946', jointTaxableIncome, income(2025), { unknown: 'not permitted' }],
    ]),
  )('%s: an assessment', async (number, fact, at, expected) => {
    expect(await ask(connectors(), fact, number, at)).toEqual(expected)
  })

  it('that have no assessment yet have none for years back', async () => {
    expect(await ask(connectors(), latestAssessedYear, '99999999999', on)).toEqual({ value: null })
  })

  it.each(
    known(folders.education, [
      // labelled 2019, with the days of 2018-2019
      ['07650646682', enrolments, { on: '2019-01-15' }, { value: [expect.any(String)] }],
      ['07650646682', enrolments, { on: '2020-01-15' }, { value: [] }],
      ['65690199646', enrolments, on, { value: [] }],
      ['07650646682', enrolments, on, { value: [] }],
      ['91610100770', enrolments, on, { unknown: 'unavailable', code: '99996' }],
      ['32710876171', enrolments, on, { unknown: 'unavailable', code: '99996' }],
    ]),
  )('%s: enrolments', async (number, fact, at, expected) => {
    expect(await ask(connectors(), fact, number, at)).toEqual(expected)
  })

  it('are enrolled in schools with a number', async () => {
    const number = '97631705966'
    if (!existsSync(`${responses}/${folders.education}/${number}.xml`)) return
    const answer = await ask(connectors(), enrolments, number, { on: '2017-03-01' })
    const [id = ''] = 'value' in answer ? (answer.value as unknown as readonly string[]) : []
    expect(await ask(connectors(), school, id.replace(/^person-/, ''), { on: '2017-03-01' })).toEqual({
      value: '103804',
    })
  })

  it.each([
    [disabilityFile, folders.disability],
    [assessment, folders.tax],
    [enrolmentHistory, folders.education],
    [address, 'Persoon/ZoekPersoonOpAdres/02.02.0000'],
  ])('have answers that all can be read: $name', async (service, folder) => {
    const counts = { content: 0, refusal: 0, misfit: 0 }
    for (const file of await readdir(`${responses}/${folder}`, { recursive: true })) {
      if (!file.endsWith('.xml')) continue
      const reply = await replyIn<unknown>(service, `${folder}/${file}`)
      if ('content' in reply) counts.content += 1
      else if ('refusal' in reply && reply.refusal.code === undefined) counts.misfit += 1
      else counts.refusal += 1
    }
    console.info(service.name, counts)
    expect(counts.misfit).toBe(0)
    expect(counts.content).toBeGreaterThan(0)
  })

  it('share an address with those of the same box number', async () => {
    const reply = await replyIn(address, 'Persoon/ZoekPersoonOpAdres/02.02.0000/RR/2340/0001/122/0.xml')
    if (!('content' in reply)) throw new Error('the answer has no content')
    const at = { postcode: '2340', street: '0001', houseNumber: '122' }
    expect(atAddress(reply.content, { ...at, number: '73040500152', box: 'b' })).toEqual(['73040500152'])
    expect(atAddress(reply.content, { ...at, number: '73040500152' })).toEqual({ unknown: 'in doubt' })
  })

  it('whose street is not shown by its code cannot be searched', async () => {
    const persons = await readdir(`${responses}/Persoon/GeefPersoon/02.02.0000`)
    const numbers = persons.flatMap((file) => /^(\d{11})\.xml$/.exec(file)?.[1] ?? [])
    const tally: { [kind: string]: number } = {}
    for (const number of numbers) {
      const answer = await ask(connectors(), registeredAtSameAddress, number, on)
      const kind = 'unknown' in answer ? answer.unknown : 'known'
      tally[kind] = (tally[kind] ?? 0) + 1
    }
    console.table(tally)
    expect(tally['not permitted']).toBeGreaterThan(numbers.length / 2)
  }, 60_000)

  async function replyIn<Content>(service: Parameters<typeof replyOf<Content>>[0], file: string) {
    const body = await readFile(`${responses}/${file}`, 'utf8')
    const reference = /<Antwoord>\s*<Referte[^>]*>([^<]*)/.exec(body)?.[1] ?? ''
    const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body.replace(/^<\?xml[^>]*>/, '')}</s:Body></s:Envelope>`
    return replyOf(service, envelope, reference)
  }
})
