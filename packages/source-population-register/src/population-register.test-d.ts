import { type AsksOf, atLeast, atMost, euro, on } from '@vanzelf/rules'
import type { Connector, FactsOf } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import { birthDate } from './birth-date.ts'
import { type HouseholdMembers, householdMembers } from './household-members.ts'
import { livesIn } from './lives-in.ts'
import type { Municipality } from './municipality.ts'
import type { populationRegister } from './population-register.ts'

it('is answered by a connector, fact by fact', () => {
  type Register = Connector<FactsOf<typeof populationRegister>>
  expectTypeOf<keyof Register>().toEqualTypeOf<keyof (typeof populationRegister)['facts']>()
  expectTypeOf<Parameters<Register['municipality']>[0]['fact']>().toEqualTypeOf<Municipality>()
})

it('asks what its criteria are made of, and nothing else', () => {
  const lives = livesIn('44021')
  expectTypeOf<AsksOf<typeof lives>>().toEqualTypeOf<Municipality>()
  const household = on('2026-01-01', householdMembers)
  expectTypeOf<AsksOf<typeof household>>().toEqualTypeOf<HouseholdMembers>()
})

it('refuses what makes no sense', () => {
  // @ts-expect-error a date of birth is no amount
  atMost(birthDate, euro(3))
  // @ts-expect-error a code is a text
  livesIn(44021)
  // @ts-expect-error households have no order
  atLeast(householdMembers, 2)
})
