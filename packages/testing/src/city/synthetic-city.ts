import { type Cents, cents, type IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { type Columns, columnsOf, flag, householdTypes, type Status, sinceOf } from './columns.ts'
import { dateOf, dayOf } from './day.ts'
import { municipalSchools } from './enrolments.ts'
import { householdIdOf, householdIndexOf, idOf, indexOf, vehicleIndexOf } from './ids.ts'
import { nameOf, streetOf } from './names.ts'
import { testNationalNumber } from './national-number.ts'
import { type HouseholdType, type Place, places } from './shares.ts'
import { type Vehicle, vehiclesOf } from './vehicles.ts'

/** Somebody who does not exist. */
export interface Resident {
  /** By what connectors call this person. */
  readonly id: SubjectId
  /** A test number: valid by its check digits, with 60 added to the month. */
  readonly nationalNumber: string
  readonly name: { readonly given: string; readonly family: string }
  readonly sex: 'man' | 'woman'
  readonly birthDate: IsoDate
  /** Whether the register knows no more than the year of birth. */
  readonly yearOfBirthOnly: boolean
  /** The register's code of the place in the household: `'01'` is the reference person. */
  readonly position: string
  readonly household: string
  /** Since when each status has held; `null` where it does not. */
  readonly statuses: { readonly [status in Status]: IsoDate | null }
  /** A year's income. */
  readonly income: Cents
}

/** People who live together. */
export interface Household {
  readonly id: string
  readonly type: HouseholdType
  /** The reference person first. */
  readonly members: readonly SubjectId[]
  readonly address: Place & { readonly street: string; readonly houseNumber: string; readonly boxNumber: string | null }
  readonly addressSince: IsoDate
  /** Where they lived before that. */
  readonly before: Place
  readonly cars: number
}

/** A city of people who do not exist, as it is on one day. Households were always the same; statuses began some day. */
export interface SyntheticCity {
  readonly on: IsoDate
  readonly residentCount: number
  readonly householdCount: number
  readonly vehicleCount: number
  /** Everybody, made one at a time. */
  residents(): Iterable<Resident>
  /** Every household, made one at a time. */
  households(): Iterable<Household>
  /** Every vehicle, made one at a time: those of residents, household by household, then those of organisations. */
  vehicles(): Iterable<Vehicle>
  /** Those for whom a household is decided, by their id. */
  referencePersons(): Iterable<SubjectId>
  /** A resident by id; `undefined` of nobody's. */
  resident(id: SubjectId): Resident | undefined
  /** A household by id; `undefined` of no household's. */
  household(id: string): Household | undefined
  /** A vehicle by id; `undefined` of no vehicle's. */
  vehicle(id: SubjectId): Vehicle | undefined
  /** The schools that the municipality organises, by institution number. */
  readonly municipalSchools: readonly string[]
  /** A resident by national number; the first look-up reads the whole city. */
  withNationalNumber(number: string): Resident | undefined
  /** The city as numbers, for what must be fast. */
  readonly columns: Columns
}

/**
 * A city of any size: households, addresses, statuses, incomes, children and cars in the shares of `shares.ts` and
 * `record-shares.ts`, each of which says where it comes from. The same options always make the same city.
 * @param seed any whole number
 * @param residents how many people; about 270,000 for Ghent
 * @param on the day the city is as it is; without it 1 January 2026
 * @throws {RangeError} when `residents` is no whole number above zero, or `on` lies before 2000
 * @example
 * ```ts
 * const city = syntheticCity({ seed: 1, residents: 1000 })
 * const [first] = city.households()
 * first?.members[0] // => 'p0'
 * city.resident('p0')?.position // => '01'
 * city.resident('p1000') // => undefined
 * ```
 */
export function syntheticCity({
  seed,
  residents: count,
  on = '2026-01-01',
}: {
  readonly seed: number
  readonly residents: number
  readonly on?: IsoDate
}): SyntheticCity {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError('a city has a whole number of residents, at least one')
  if (on < '2000-01-01') throw new RangeError('a city is made for a day from 2000-01-01 on')
  const columns = columnsOf(seed, count, dayOf(on))
  const vehicle = vehiclesOf(columns)
  let byNumber: ReadonlyMap<string, number> | undefined
  return Object.freeze({
    on,
    residentCount: count,
    householdCount: columns.households.count,
    vehicleCount: columns.vehicles.count,
    municipalSchools,
    *residents() {
      for (let index = 0; index < count; index++) yield residentOf(columns, index)
    },
    *households() {
      for (let index = 0; index < columns.households.count; index++) yield householdOf(columns, index)
    },
    *vehicles() {
      for (let index = 0; index < columns.vehicles.count; index++) yield vehicle(index)
    },
    *referencePersons() {
      for (let index = 0; index < columns.households.count; index++) yield idOf(columns.households.first[index] ?? 0)
    },
    resident(id: SubjectId) {
      const index = indexOf(id, count)
      return index < 0 ? undefined : residentOf(columns, index)
    },
    household(id: string) {
      const index = householdIndexOf(id, columns.households.count)
      return index < 0 ? undefined : householdOf(columns, index)
    },
    vehicle(id: SubjectId) {
      const index = vehicleIndexOf(id, columns.vehicles.count)
      return index < 0 ? undefined : vehicle(index)
    },
    withNationalNumber(number: string) {
      byNumber ??= numbered(columns)
      const index = byNumber.get(number)
      return index === undefined ? undefined : residentOf(columns, index)
    },
    columns,
  })
}

function residentOf(columns: Columns, index: number): Resident {
  const { birth, sequence, position, household, flags, income } = columns.residents
  const birthDate = dateOf(at(birth, index))
  const sex = at(sequence, index) % 2 === 1 ? 'man' : 'woman'
  const since = (status: Status) => (at(flags, index) & flag[status] ? dateOf(sinceOf(columns, index, status)) : null)
  return {
    id: idOf(index),
    nationalNumber: testNationalNumber(birthDate, at(sequence, index)),
    name: nameOf(columns.seed, index, at(household, index), sex),
    sex,
    birthDate,
    yearOfBirthOnly: (at(flags, index) & flag.yearOfBirthOnly) !== 0,
    position: codeOf(at(position, index)),
    household: householdIdOf(at(household, index)),
    statuses: {
      increasedReimbursement: since('increasedReimbursement'),
      livingWage: since('livingWage'),
      livingWagePaid: since('livingWagePaid'),
      budgetGuidance: since('budgetGuidance'),
      budgetManagement: since('budgetManagement'),
      debtMediation: since('debtMediation'),
      parkingCard: since('parkingCard'),
    },
    income: cents(at(income, index)),
  }
}

function householdOf({ households }: Columns, index: number): Household {
  const first = at(households.first, index)
  const last = at(households.first, index + 1)
  const address = at(households.address, index)
  return {
    id: householdIdOf(index),
    type: householdTypes[at(households.type, index)] ?? 'other',
    members: Array.from({ length: last - first }, (_, member) => idOf(first + member)),
    address: {
      ...placeAt(at(households.place, index)),
      ...streetOf(address),
    },
    addressSince: dateOf(at(households.since, index)),
    before: placeAt(at(households.placeBefore, index)),
    cars: at(households.cars, index),
  }
}

/** The register's code as text: `1` is `'01'`. */
export const codeOf = (position: number): string => String(position).padStart(2, '0')

function placeAt(index: number): Place {
  const { postcode, municipality, name } = places[index] ?? { postcode: '', municipality: '', name: '' }
  return { postcode, municipality, name }
}

/** An index that is within the column, by construction. */
const at = (column: { readonly [index: number]: number }, index: number): number => column[index] ?? 0

function numbered({ residents: { birth, sequence, count } }: Columns): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (let index = 0; index < count; index++)
    numbers.set(testNationalNumber(dateOf(at(birth, index)), at(sequence, index)), index)
  return numbers
}
