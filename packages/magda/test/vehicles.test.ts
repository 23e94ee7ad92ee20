import type { Fact } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import {
  adaptedForDisability,
  euroNorm,
  firstRegistration,
  fuels,
  holder,
  vehicleCategory,
  vehicles,
} from '@vanzelf/source-vehicles'
import { testNationalNumber } from '@vanzelf/testing'
import type { LoopbackRest } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestLogged } from '../src/index.ts'
import { purpose } from './asking.ts'
import { askVehicle, readablePlates, vehiclePlatform, vehiclesOver } from './vehicles-over-rest.ts'

const person = testNationalNumber('1985-07-30', 34)

interface Shown {
  readonly license: object | undefined
  readonly titular: object | undefined
  readonly vehicle: object | undefined
}
/** A registration of a petrol car of a person, with changes; `undefined` leaves a field out, as the platform does. */
const car = (license: object = {}, titular: object = {}, vehicle: object = {}): Shown => ({
  license: { status: { code: 'REG' }, statusLegal: { code: 'NOR' }, ...license },
  titular: { type: 'P', person: { nationalNr: { identificator: person } }, ...titular },
  vehicle: {
    category: { code: 'M1' },
    firstRegistrationDate: '2018-06-15',
    handicapIndicator: false,
    engine: [{ fuel: [{ code: '10', euroNormCode: '6b' }] }],
    ...vehicle,
  },
})
const runsOn = (...fuel: object[]) => car({}, {}, { engine: [{ fuel }] })

let server: LoopbackRest
let registered: readonly unknown[] = []
const known: { readonly [plate: string]: Shown } = {
  '1AAA111': car({ plateNr: '1AAA111' }),
  '1BBB222': car({ plateNr: '1-BBB-222' }, { type: 'O', person: undefined }, { handicapIndicator: true }),
}
beforeAll(async () => {
  server = await vehiclePlatform((plate) => {
    if (plate === 'ANY') return { body: { items: registered } }
    const one = known[plate]
    return one && { body: { items: [one], total: 1 } }
  })
})
afterAll(() => server.close())

const asked = (fact: Fact, items: readonly unknown[], disclosed: readonly 'euroNorm'[] = []) => {
  registered = items
  return askVehicle(vehiclesOver(server, { disclosed }), fact, 'ANY')
}
const notPermitted = { unknown: 'not permitted' }
const inDoubt = { unknown: 'in doubt' }

describe('what a registration tells', () => {
  it.each<[string, Fact, Shown, object]>([
    ['a person', holder, car(), { value: `person-${person}` }],
    ['an organisation', holder, car({}, { type: 'O', person: undefined }), { value: null }],
    ['an organisation of another type', holder, car({}, { type: 'M' }), { value: null }],
    ['a type nobody has seen', holder, car({}, { type: 'Z' }), inDoubt],
    ['no type', holder, car({}, { type: undefined }), notPermitted],
    ['a person without number', holder, car({}, { person: {} }), notPermitted],
    ['a person whose number is none', holder, car({}, { person: { nationalNr: { identificator: '1' } } }), inDoubt],
    ['no holder', holder, { ...car(), titular: undefined }, notPermitted],
    ['a category', vehicleCategory, car({}, {}, { category: { code: 'N1' } }), { value: 'N1' }],
    ['no category', vehicleCategory, car({}, {}, { category: undefined }), notPermitted],
    ['that it is adapted', adaptedForDisability, car({}, {}, { handicapIndicator: true }), { value: true }],
    ['that it is not adapted', adaptedForDisability, car(), { value: false }],
    ['not whether it is adapted', adaptedForDisability, car({}, {}, { handicapIndicator: null }), notPermitted],
    ['a first registration', firstRegistration, car(), { value: '2018-06-15' }],
    ['a day that is none', firstRegistration, car({}, {}, { firstRegistrationDate: '2018-02-30' }), inDoubt],
    ['a day to come', firstRegistration, car({}, {}, { firstRegistrationDate: '2026-03-11' }), inDoubt],
    ['no first registration', firstRegistration, car({}, {}, { firstRegistrationDate: undefined }), notPermitted],
    ['no vehicle', fuels, { ...car(), vehicle: undefined }, notPermitted],
  ])('%s', async (_, fact, registration, expected) => expect(await asked(fact, [registration])).toEqual(expected))

  it.each([
    ['10', 'petrol'],
    ['16', 'ethanol'],
    ['20', 'diesel'],
    ['21', 'biodiesel'],
    ['30', 'lpg'],
    ['50', 'hydrogen'],
  ])('fuel %s is %s', async (code, fuel) =>
    expect(await asked(fuels, [runsOn({ code, euroNormCode: '6' })])).toEqual({ value: [fuel] }),
  )

  it.each<[string, readonly object[], object]>([
    ['two fuels', [{ code: '10' }, { code: '30' }], { value: ['petrol', 'lpg'] }],
    ['one fuel twice', [{ code: '10' }, { code: '10' }], { value: ['petrol'] }],
    ['a code nobody has seen', [{ code: '10' }, { code: '99' }], inDoubt],
    ['a fuel without code', [{ euroNormCode: '6' }], notPermitted],
    ['no fuel', [], inDoubt],
  ])('runs on %s', async (_, shown, expected) => expect(await asked(fuels, [runsOn(...shown)])).toEqual(expected))

  it.each<[string, readonly object[], object, object]>([
    ['one norm', [{ euroNormCode: 'V' }], { value: 'V' }, { value: 'V' }],
    ['the same norm', [{ euroNormCode: '6b' }, { euroNormCode: '6b' }], { value: '6b' }, { value: '6b' }],
    ['two norms', [{ euroNormCode: '6b' }, { euroNormCode: '6' }], inDoubt, inDoubt],
    ['none', [{ code: '10' }], notPermitted, { value: null }],
    ['one of two', [{ euroNormCode: '6b' }, { code: '30' }], notPermitted, inDoubt],
    ['no fuel', [], inDoubt, inDoubt],
  ])('norms: %s', async (_, shown, expected, whenDisclosed) => {
    expect(await asked(euroNorm, [runsOn(...shown)])).toEqual(expected)
    expect(await asked(euroNorm, [runsOn(...shown)], ['euroNorm'])).toEqual(whenDisclosed)
  })
})

describe('an answer that tells of no vehicle', () => {
  it.each<[string, readonly unknown[], object]>([
    ['nothing', [], { unknown: 'not found' }],
    ['two registrations', [car(), car()], inDoubt],
    ['another plate', [car({ plateNr: '1ABC123' })], inDoubt],
    ['a plate that is struck off', [car({ status: { code: 'RAD' } })], inDoubt],
    ['a plate that is stolen', [car({ statusLegal: { code: 'STO' } })], inDoubt],
    ['not whether it is registered', [car({ status: undefined })], notPermitted],
    ['not how it stands in law', [car({ statusLegal: undefined })], notPermitted],
    ['not how it stands in law, by its code', [car({ statusLegal: { code: null } })], notPermitted],
    ['neither, of a plate that is struck off', [car({ status: { code: 'RAD' }, statusLegal: undefined })], inDoubt],
    ['another shape', [{ vehicle: { engine: 'petrol' } }], inDoubt],
  ])('%s', async (_, items, expected) => {
    for (const fact of [holder, fuels]) expect(await asked(fact, items)).toEqual(expected)
  })
  it('no data at all', async () =>
    expect(await askVehicle(vehiclesOver(server), fuels, '9ZZZ999')).toEqual({
      unknown: 'not found',
      code: 'HTTP 204',
    }))
  it('a plate that cannot be one is not asked', async () => {
    const before = server.asked.length
    expect(await askVehicle(vehiclesOver(server), fuels, '1 or 2; all of them')).toEqual({ unknown: 'not found' })
    expect(server.asked).toHaveLength(before)
  })
})

describe('a question', () => {
  it('is one request for all that is asked of a vehicle at once, by its plate and told by its pseudonym', async () => {
    const logged: RequestLogged[] = []
    const connector = vehiclesOver(server, { log: (event) => logged.push(event) })
    const before = server.asked.length
    await Promise.all([holder, fuels, euroNorm].map((fact) => askVehicle(connector, fact, '1-aaa-111')))
    expect(server.asked.slice(before).map(({ query }) => query)).toEqual([{ plateNr: '1AAA111' }])
    expect(logged.map(({ outcome, subject }) => [outcome, subject])).toEqual([
      ['requested', 'vehicle-1-aaa-111'],
      ['succeeded', 'vehicle-1-aaa-111'],
    ])
  })
  it.each(['2026-03-09', '2026-03-11'] as const)('of %s, which is not today, is not asked', async (on) => {
    const before = server.asked.length
    expect(await askVehicle(vehiclesOver(server), holder, '1AAA111', { on })).toEqual({ unknown: 'not asked' })
    expect(server.asked).toHaveLength(before)
  })
})

describe('the connector keeps what a connector promises', () => {
  const checksOf = (over: ReturnType<typeof vehiclesOver>) =>
    conformance(vehicles, over, {
      subjects: ['1AAA111', '1BBB222'].map(readablePlates.of),
      unknownSubject: readablePlates.of('9ZZZ999'),
      on: '2026-03-10',
      purpose,
      failing: vehiclesOver({ endpoint: 'http://127.0.0.1:1', tokenEndpoint: 'http://127.0.0.1:1/token' }),
    })
  const nowhere = { endpoint: 'http://127.0.0.1:1', tokenEndpoint: 'http://127.0.0.1:1/token' }
  it.each(checksOf(vehiclesOver(nowhere)).map(({ name }) => name))('%s', async (name) => {
    await checksOf(vehiclesOver(server))
      .find((check) => check.name === name)
      ?.run()
  })
})
