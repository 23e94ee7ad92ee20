import { describe, expect, it } from 'vitest'
import * as recordShares from './record-shares.ts'
import { ages, cars, deprived, incomes, others, places, sizes, statuses, types } from './shares.ts'
import { syntheticCity } from './synthetic-city.ts'

const city = syntheticCity({ seed: 7, residents: 40_000 })
const residents = [...city.residents()]
const households = [...city.households()]
const vehicles = [...city.vehicles()]
const share = <One>(among: readonly One[], holds: (one: One) => boolean) => among.filter(holds).length / among.length

describe('a synthetic city', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, again, other] = [3, 3, 4].map((seed) => [...syntheticCity({ seed, residents: 500 }).residents()])
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it.each([1, 2, 999, 1000])('has exactly %i residents, each in one household', (count) => {
    const small = syntheticCity({ seed: 5, residents: count })
    expect([...small.residents()]).toHaveLength(count)
    expect([...small.households()].flatMap(({ members }) => members)).toEqual(
      [...small.residents()].map(({ id }) => id),
    )
  })

  it.each([0, -1, 1.5])('refuses %d residents', (count) =>
    expect(() => syntheticCity({ seed: 1, residents: count })).toThrow(RangeError),
  )

  it('gives each household one reference person, its first member', () => {
    const firsts = households.map(({ members }) => members[0])
    expect(residents.filter(({ position }) => position === '01').map(({ id }) => id)).toEqual(firsts)
    expect([...city.referencePersons()]).toEqual(firsts)
  })

  it('gives each household the vehicles it has, in the name of one of its adults', () => {
    const held = new Map<string, number>()
    for (const { holder } of vehicles) {
      const resident = city.resident(holder ?? '')
      if (resident) held.set(resident.household, (held.get(resident.household) ?? 0) + 1)
    }
    expect(households.filter(({ id, cars: had }) => (held.get(id) ?? 0) !== had)).toEqual([])
    const minors = vehicles.filter(({ holder }) => (city.resident(holder ?? '')?.birthDate ?? '') > '2008-01-01')
    expect(minors).toEqual([])
  })

  it('finds a vehicle by its id, and none by another', () => {
    expect(vehicles).toHaveLength(city.vehicleCount)
    expect(city.vehicle('v0')).toEqual(vehicles[0])
    for (const id of ['', 'v', `v${city.vehicleCount}`, 'v01', 'p0', 'v-1']) expect(city.vehicle(id)).toBeUndefined()
  })

  it('has no vehicle from after its day, and no euro norm of what runs on electricity alone', () => {
    expect(vehicles.filter(({ firstRegistration }) => firstRegistration > city.on)).toEqual([])
    const electric = vehicles.filter(({ fuels }) => fuels.join() === 'electricity')
    expect(electric.length).toBeGreaterThan(0)
    expect(electric.filter(({ euroNorm }) => euroNorm !== null)).toEqual([])
  })

  it('gives each resident a national number of nobody, valid and met once', () => {
    const numbers = residents.map(({ nationalNumber }) => nationalNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    const wrong = residents.filter(({ nationalNumber, birthDate, sex }) => {
      const start = Number(`${birthDate >= '2000' ? '2' : ''}${nationalNumber.slice(0, 9)}`)
      return !(
        /^\d{11}$/.test(nationalNumber) &&
        Number(nationalNumber.slice(2, 4)) === Number(birthDate.slice(5, 7)) + 60 &&
        Number(nationalNumber[8]) % 2 === (sex === 'man' ? 1 : 0) &&
        (start + Number(nationalNumber.slice(9))) % 97 === 0
      )
    })
    expect(wrong).toEqual([])
  })

  it('finds a resident by id and by national number, and nobody by another', () => {
    const [resident] = residents
    expect(city.resident('p0')).toEqual(resident)
    expect(city.withNationalNumber(resident?.nationalNumber ?? '')).toEqual(resident)
    expect(city.household('h0')).toEqual(households[0])
    for (const id of ['', 'p', 'p40000', 'p-1', 'p1.5', 'p01', 'h0', 'p1 ', 'x1'])
      expect(city.resident(id)).toBeUndefined()
    expect(city.household('p0')).toBeUndefined()
    expect(city.withNationalNumber('00000000000')).toBeUndefined()
  })

  it('has nobody who was born, moved in or got a status after the day it is made for', () => {
    const early = residents.filter(
      ({ birthDate, statuses: held }) =>
        birthDate > city.on ||
        Object.values(held).some((since) => since !== null && (since < birthDate || since > city.on)),
    )
    expect(early).toEqual([])
    expect(households.filter(({ addressSince }) => addressSince > city.on)).toEqual([])
  })

  it('has parents at least eighteen years older than the children of their household', () => {
    const yearsOf = (members: readonly string[]) =>
      members.map((id) => Number(city.resident(id)?.birthDate.slice(0, 4)))
    const families = households.filter(({ type }) => type === 'lone parent').map(({ members }) => yearsOf(members))
    expect(families.filter(([parent = 0, ...children]) => children.some((child) => child - parent < 17))).toEqual([])
  })

  // The figures of shares.ts, as they are found in the city.
  it.each([
    ['members of a household', city.residentCount / city.householdCount, 2.16, 0.03],
    ['singles', share(households, ({ type }) => type === 'single'), 0.413, 0.01],
    ['lone parents', share(households, ({ type }) => type === 'lone parent'), 0.08, 0.01],
    ['couples with children', share(households, ({ type }) => type === 'couple with children'), 0.24, 0.01],
    ['under 20', share(residents, ({ birthDate }) => birthDate > '2006-01-01'), 0.208, 0.015],
    ['65 or older', share(residents, ({ birthDate }) => birthDate <= '1961-01-01'), 0.166, 0.015],
    [
      'increased reimbursement',
      share(residents, ({ statuses: { increasedReimbursement: since } }) => since !== null),
      0.21,
      0.015,
    ],
    ['living wage', share(residents, ({ statuses: { livingWage: since } }) => since !== null), 0.03, 0.004],
    ['parking cards', share(residents, ({ statuses: { parkingCard: since } }) => since !== null), 0.029, 0.004],
    ['vehicles of organisations', share(vehicles, ({ holder }) => holder === null), 0.15 / 1.15, 0.01],
    ['in Ghent', share(households, ({ address }) => address.municipality === '44021'), 0.98, 0.005],
  ])('%s: as many as there are said to be', (_, found, said, margin) =>
    expect(Math.abs(found - said)).toBeLessThan(margin),
  )

  it('clusters increased reimbursement in households', () => {
    const held = (id: string) => typeof city.resident(id)?.statuses.increasedReimbursement === 'string'
    const large = households.filter(({ members }) => members.length > 1)
    const some = share(large, ({ members }) => members.some(held))
    const all = share(large, ({ members }) => members.every(held))
    expect(all / some).toBeGreaterThan(0.6)
  })

  it('says of every share where it comes from', () => {
    const sources = (part: object): readonly unknown[] =>
      Object.entries(part).flatMap(([key, value]) =>
        key === 'source' ? [value] : typeof value === 'object' ? sources(value) : [],
      )
    const shares = (part: object): number =>
      Object.entries(part).reduce(
        (total, [key, value]) => total + (key === 'share' ? 1 : typeof value === 'object' ? shares(value) : 0),
        0,
      )
    const { euroNorms: _, ...records } = recordShares
    for (const table of [ages, cars, deprived, incomes, others, places, records, sizes, statuses, types]) {
      expect(sources(table).every((text) => typeof text === 'string' && text !== '')).toBe(true)
      expect(sources(table).length).toBeGreaterThanOrEqual(shares(table))
    }
  })
})
