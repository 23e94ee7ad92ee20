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
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const connector = inMemory(city).vehicles
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const everyVehicle = [...city.vehicles()]
const subjects = everyVehicle.map(({ id }) => id)

describe('vehicles in memory', () => {
  const failing = inMemory(city, { fail: 1 }).vehicles
  const unknownSubject = `v${city.vehicleCount}`
  const checks = conformance(vehicles, connector, { subjects, unknownSubject, on: city.on, failing })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())

  it('tell the same as the city does', async () => {
    const ask = { at: { on: city.on }, subjects, purpose }
    const told = await Promise.all([
      connector.adaptedForDisability({ ...ask, fact: adaptedForDisability }),
      connector.euroNorm({ ...ask, fact: euroNorm }),
      connector.firstRegistration({ ...ask, fact: firstRegistration }),
      connector.fuels({ ...ask, fact: fuels }),
      connector.holder({ ...ask, fact: holder }),
      connector.vehicleCategory({ ...ask, fact: vehicleCategory }),
    ])
    everyVehicle.forEach((vehicle, index) => {
      const { adaptedForDisability: adapted, euroNorm: norm, category, fuels: runsOn } = vehicle
      const said = [adapted, norm, vehicle.firstRegistration, runsOn, vehicle.holder, category]
      expect(told.map((answers) => answers[index])).toEqual(said.map((value) => ({ value })))
    })
  })

  it('are not known before their first registration', async () => {
    const old = everyVehicle.find((vehicle) => vehicle.firstRegistration < '2015-01-01')
    const ask = (on: '1980-01-01' | '2015-01-01') =>
      connector.vehicleCategory({ fact: vehicleCategory, at: { on }, subjects: [old?.id ?? ''], purpose })
    expect(await ask('1980-01-01')).toEqual([{ unknown: 'not found' }])
    expect(await ask('2015-01-01')).toEqual([{ value: old?.category }])
  })

  it('are no residents, and residents no vehicles', async () =>
    expect(await connector.holder({ fact: holder, at: { on: city.on }, subjects: ['p0', ''], purpose })).toEqual([
      { unknown: 'not found' },
      { unknown: 'not found' },
    ]))
})
