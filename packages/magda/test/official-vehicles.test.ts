import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fact } from '@vanzelf/rules'
import { euroNorm, firstRegistration, fuels, holder, vehicleCategory, vehicles } from '@vanzelf/source-vehicles'
import type { LoopbackRest } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askVehicle, vehiclePlatform, vehiclesOver } from './vehicles-over-rest.ts'

// The platform's published test vehicles; their answers are not part of this project.
const folder = fileURLToPath(new URL('../../../../shared/magda-mock/rest/mobility/registrations', import.meta.url))
const missing = !existsSync(folder)
if (missing) console.warn('official test vehicles are not asked: their answers are not beside this checkout')

describe.skipIf(missing)('official test vehicles', () => {
  let server: LoopbackRest
  beforeAll(async () => {
    server = await vehiclePlatform((plate) =>
      existsSync(`${folder}/${plate}.json`) ? { body: readFileSync(`${folder}/${plate}.json`, 'utf8') } : undefined,
    )
  })
  afterAll(() => server.close())

  it.each<[string, Fact, object]>([
    ['1ABC123', holder, { value: 'person-71640618918' }],
    ['1ABC123', vehicleCategory, { value: 'M1' }],
    ['1ABC123', fuels, { value: ['petrol'] }],
    ['1ABC123', euroNorm, { value: '6ei' }],
    ['1ABC123', firstRegistration, { value: '2020-02-20' }],
    ['1PVF787', holder, { value: null }],
    ['1NBS275', holder, { value: null }],
    ['3FTK614', euroNorm, { value: 'V' }],
    ['1UYQ490', fuels, { value: ['ethanol'] }],
    ['MIJNAUTO', fuels, { value: ['hydrogen'] }],
    ['9ZZZ999', holder, { unknown: 'not found', code: 'HTTP 204' }],
  ])('%s: %o', async (plate, fact, expected) =>
    expect(await askVehicle(vehiclesOver(server), fact, plate)).toEqual(expected),
  )

  it('tell every fact', async () => {
    const plates = readdirSync(folder).map((file) => file.replace('.json', ''))
    const connector = vehiclesOver(server)
    const untold = await Promise.all(
      plates.flatMap((plate) =>
        Object.values(vehicles.facts).map(async (fact) =>
          'value' in (await askVehicle(connector, fact, plate)) ? [] : [[plate, fact.name]],
        ),
      ),
    )
    expect(untold.flat()).toEqual([])
  })
})
