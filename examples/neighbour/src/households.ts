import { unknown } from '@vanzelf/rules'
import type { Authorisation, Person, Vehicle } from './facts.ts'
import { adult, pupil, together } from './people.ts'

/** A household: its people, its vehicles, and what it bought for the low-emission zone, by what they are called. */
export interface Household {
  readonly name: string
  readonly people: { readonly [name: string]: Person }
  readonly vehicles?: { readonly [name: string]: Vehicle }
  readonly authorisations?: { readonly [name: string]: Authorisation }
}

export const dieselEuro4Car = {
  vehicleCategory: 'M1',
  fuels: ['diesel'],
  euroNorm: '4',
  adaptedForDisability: false,
} as const

const anna = adult(14_500, { increasedReimbursement: true, parkingCard: { from: '2024-06-01' } })
const bram = pupil('2019-05-01')
together(anna, bram)

const cato = adult(18_000)
const dirk = adult(16_000)
const [els, finn, gust] = [pupil('2016-03-01'), pupil('2018-07-01'), pupil('2021-11-01')]
together(cato, dirk, els, finn, gust)

const hanne = adult(21_000, { increasedReimbursement: unknown('unavailable') })
const ilse = pupil('2018-01-01')
together(hanne, ilse)

/** Three households, made up like the regulation. */
export const households: readonly Household[] = [
  { name: 'Anna', people: { Anna: anna, Bram: bram }, vehicles: { "Anna's car": { ...dieselEuro4Car, holder: anna } } },
  {
    name: 'Cato and Dirk',
    people: { Cato: cato, Dirk: dirk, Els: els, Finn: finn, Gust: gust },
    vehicles: { "Dirk's car": { ...dieselEuro4Car, holder: dirk } },
  },
  {
    name: 'Hanne, while social security does not answer',
    people: { Hanne: hanne, Ilse: ilse },
    authorisations: {
      "Hanne's week in the zone": {
        buyer: hanne,
        authorisedVehicle: dieselEuro4Car,
        duration: 'week',
        normalPricePaid: true,
      },
    },
  },
]
