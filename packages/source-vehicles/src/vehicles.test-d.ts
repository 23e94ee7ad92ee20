import { type AsksOf, below, years } from '@vanzelf/rules'
import type { FactsOf } from '@vanzelf/source'
import { isAdult, type RegisteredAtSameAddress } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import type { AdaptedForDisability } from './adapted-for-disability.ts'
import type { EuroNorm } from './euro-norm.ts'
import { type FirstRegistration, firstRegistration } from './first-registration.ts'
import { type Fuels, fuels } from './fuels.ts'
import type { Holder } from './holder.ts'
import { holderMeets } from './holder-meets.ts'
import { somebodyAtHoldersAddressMeets } from './somebody-at-holders-address-meets.ts'
import type { VehicleCategory } from './vehicle-category.ts'
import type { vehicles } from './vehicles.ts'

it('has these facts', () =>
  expectTypeOf<FactsOf<typeof vehicles>>().toEqualTypeOf<
    AdaptedForDisability | EuroNorm | FirstRegistration | Fuels | Holder | VehicleCategory
  >())

it('asks of a holder what the criterion asks, and of the address only where it may be another', () => {
  const own = holderMeets(isAdult)
  const atHome = somebodyAtHoldersAddressMeets(isAdult)
  expectTypeOf<AsksOf<typeof own>>().toEqualTypeOf<Holder | AsksOf<typeof isAdult>>()
  expectTypeOf<AsksOf<typeof atHome>>().toEqualTypeOf<Holder | RegisteredAtSameAddress | AsksOf<typeof isAdult>>()
})

it('refuses a criterion about a vehicle where it is about its holder', () => {
  // @ts-expect-error a fuel is a vehicle's, and the criterion is about a person
  holderMeets(fuels)
  // @ts-expect-error a date is no age
  below(firstRegistration, years(10))
})
