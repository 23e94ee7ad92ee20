import { type AsksOf, all, applicant, fact, type SituationOf, some, unknown } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { holderMeets } from './holder-meets.ts'
import { isRegisteredAtAddressOf } from './is-registered-at-address-of.ts'
import { isRegisteredTo } from './is-registered-to.ts'
import { somebodyAtHoldersAddressMeets } from './somebody-at-holders-address-meets.ts'

const on = '2026-03-10'
const person = { source: 'register', about: 'person', when: ['date'] } as const
const hasCard = fact({ ...person, name: 'hasCard', value: { type: 'truth' } })
const hasStatus = fact({ ...person, name: 'hasStatus', value: { type: 'truth' } })
const parked = fact({ ...person, name: 'parked', value: { type: 'those', to: 'vehicle' } })
const down = unknown('unavailable')

describe('the holder of a vehicle', () => {
  it.each([
    ['meets it', { hasCard: true }, true],
    ['does not meet it', { hasCard: false }, false],
    ['is an organisation', null, false],
    ['is not known', down, { unknown: 'unavailable' }],
    ['is known, but not whether it holds', { hasCard: down }, { unknown: 'unavailable' }],
  ] as const)('%s', (_, holder, expected) => expect(evaluate(holderMeets(hasCard), { holder }, on)).toEqual(expected))
})

describe('the holder or somebody at the same address', () => {
  const both = somebodyAtHoldersAddressMeets(all(hasCard, hasStatus))
  type Person = SituationOf<AsksOf<typeof both>, 'person'>
  const entitled = { hasCard: true, hasStatus: true } as const
  const nothing = { hasCard: false, hasStatus: false } as const
  const cardOnly = { hasCard: true, hasStatus: false } as const
  const statusOnly = { hasCard: false, hasStatus: true } as const

  it.each<readonly [string, Person, readonly Person[], boolean]>([
    ['the holder', entitled, [], true],
    ['somebody else at the address', nothing, [entitled], true],
    ['nobody', nothing, [nothing], false],
    ['one with the first and another with the second', cardOnly, [statusOnly], false],
    ['one with the first and another with both', cardOnly, [statusOnly, entitled], true],
  ])('%s', (_, holder, others, expected) => {
    const registeredAtSameAddress = [holder, ...others]
    expect(evaluate(both, { holder: { ...holder, registeredAtSameAddress } }, on)).toBe(expected)
  })

  it('does not need the others where the holder suffices', () => {
    expect(evaluate(both, { holder: { ...entitled, registeredAtSameAddress: down } }, on)).toBe(true)
    expect(evaluate(both, { holder: { ...nothing, registeredAtSameAddress: down } }, on)).toEqual(down)
  })

  it('is nobody where the holder is an organisation', () => expect(evaluate(both, { holder: null }, on)).toBe(false))
})

describe('a vehicle registered to a person', () => {
  const own = some(parked, isRegisteredTo(applicant))
  const ownOrAtHome = some(parked, isRegisteredAtAddressOf(applicant))
  type Person = SituationOf<AsksOf<typeof ownOrAtHome>, 'person'>

  /** Anna, who shares an address with Bram and not with Carl, and the vehicle of one of them. */
  function annaWith(name: 'anna' | 'bram' | 'carl' | 'a company'): Person {
    const anna: Person = {}
    const bram: Person = {}
    const carl: Person = {}
    anna.registeredAtSameAddress = [anna, bram]
    bram.registeredAtSameAddress = [anna, bram]
    carl.registeredAtSameAddress = [carl]
    anna.parked = [{ holder: name === 'a company' ? null : { anna, bram, carl }[name] }]
    return anna
  }

  it.each([
    ['anna', true, true],
    ['bram', false, true],
    ['carl', false, false],
    ['a company', false, false],
  ] as const)('of %s: in her name %s, at her address %s', (name, isOwn, isAtHome) => {
    expect(evaluate(own, annaWith(name), on)).toBe(isOwn)
    expect(evaluate(ownOrAtHome, annaWith(name), on)).toBe(isAtHome)
  })

  it('does not need the address of her own vehicle', () => {
    const anna: Person = {}
    anna.parked = [{ holder: anna }]
    expect(evaluate(ownOrAtHome, anna, on)).toBe(true)
  })

  it('is not known while the holder is not', () =>
    expect(evaluate(ownOrAtHome, { parked: [{ holder: down }] }, on)).toEqual(down))
})
