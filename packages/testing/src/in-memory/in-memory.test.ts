import type { IsoDate } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { municipality, populationRegister, registeredAtSameAddress } from '@vanzelf/source-population-register'
import { increasedReimbursement, increasedReimbursementInFamily, socialSecurity } from '@vanzelf/source-social-security'
import { describe, expect, it } from 'vitest'
import { type Household, syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 2000 })
const connectors = inMemory(city)
const down = inMemory(city, { fail: 1 })
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const everybody = [...city.residents()].map(({ id }) => id)
const on = city.on
const trial = { subjects: everybody, unknownSubject: 'p2000', on }

describe.each([
  [
    'the population register',
    conformance(populationRegister, connectors['population-register'], {
      ...trial,
      failing: down['population-register'],
    }),
  ],
  [
    'social security',
    conformance(socialSecurity, connectors['social-security'], {
      ...trial,
      during: { from: '2024-01-01', until: '2025-01-01' },
      failing: down['social-security'],
    }),
  ],
  [
    'municipal welfare',
    conformance(municipalWelfare, connectors['municipal-welfare'], { ...trial, failing: down['municipal-welfare'] }),
  ],
])('%s in memory', (_, checks) => {
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_name, run) => run())
})

describe('the answers about a synthetic city', () => {
  it('tell where its residents live, before and after they moved', async () => {
    const household = [...city.households()].find(
      ({ address, before }) => address.municipality !== before.municipality,
    ) as Household
    const [reference = ''] = household.members
    const ask = (at: { readonly on: IsoDate } | { readonly during: { readonly from: IsoDate } }) =>
      connectors['population-register'].municipality({ fact: municipality, at, subjects: [reference], purpose })
    expect(await ask({ on: household.addressSince })).toEqual([{ value: household.address.municipality }])
    expect(await ask({ on: '1990-01-01' })).toEqual([{ value: household.before.municipality }])
    const from = '1990-01-01'
    expect(await ask({ during: { from } })).toEqual([
      {
        value: {
          timeline: [
            { from, until: household.addressSince, value: household.before.municipality },
            { from: household.addressSince, value: household.address.municipality },
          ],
        },
      },
    ])
  })

  it('tell the same as the city does', async () => {
    const batch = { at: { on }, subjects: everybody, purpose }
    const own = await connectors['social-security'].increasedReimbursement({ ...batch, fact: increasedReimbursement })
    expect(own).toEqual(
      [...city.residents()].map(({ statuses }) => ({ value: statuses.increasedReimbursement !== null })),
    )
    const family = await connectors['social-security'].increasedReimbursementInFamily({
      ...batch,
      fact: increasedReimbursementInFamily,
    })
    const holds = (id: string) => city.resident(id)?.statuses.increasedReimbursement !== null
    const families = [...city.households()].flatMap(({ members }) =>
      members.map(() => ({ value: members.some(holds) })),
    )
    expect(family).toEqual(families)
  })

  it('tell who else is registered at an address, whatever the household', async () => {
    const answers = await connectors['population-register'].registeredAtSameAddress({
      fact: registeredAtSameAddress,
      at: { on },
      subjects: everybody,
      purpose,
    })
    const houses = new Map<string, readonly string[]>()
    for (const { address, members } of city.households()) {
      const house = `${address.street} ${address.houseNumber} ${address.boxNumber}`
      houses.set(house, [...(houses.get(house) ?? []), ...members])
    }
    const expected = new Map([...houses.values()].flatMap((all) => all.map((id) => [id, { value: all }] as const)))
    expect(answers).toEqual(everybody.map((id) => expected.get(id)))
    expect(houses.size).toBeLessThan(city.householdCount)
  })
})
