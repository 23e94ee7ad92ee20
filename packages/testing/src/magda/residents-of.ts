import type { IsoDate } from '@vanzelf/rules'
import type { Resident as CityResident, SyntheticCity } from '../city/synthetic-city.ts'
import type { Resident, Residents, Status } from './residents.ts'

/**
 * The residents of a synthetic city, as a loopback server knows them. What the city says of the days before a move is
 * not in it: the register's file shows the present address.
 */
export function residentsOf(city: SyntheticCity): Residents {
  // Made when the first address is searched: it reads the whole city.
  let byAddress: ReadonlyMap<string, readonly string[]> | undefined
  return {
    resident(number) {
      const resident = city.withNationalNumber(number)
      return resident && described(city, resident)
    },
    registeredAt({ streetCode, houseNumber }) {
      byAddress ??= addressesOf(city)
      return byAddress.get(`${streetCode} ${houseNumber}`) ?? []
    },
  }
}

/** Everybody by street and house number: of a synthetic city no two addresses share both. */
function addressesOf(city: SyntheticCity): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { address, members } of city.households()) {
    const key = `${streetCodeOf(address.street)} ${address.houseNumber}`
    const numbers = members.flatMap((id) => city.resident(id)?.nationalNumber ?? [])
    found.set(key, [...(found.get(key) ?? []), ...numbers])
  }
  return found
}

/** Four digits that stand for a street: the streets of a synthetic city are few. */
const streetCodeOf = (street: string) =>
  String([...street].reduce((code, character) => (code * 31 + character.charCodeAt(0)) % 10_000, 0)).padStart(4, '0')

function described(city: SyntheticCity, resident: CityResident): Resident {
  const household = city.household(resident.household)
  const members = (household?.members ?? []).flatMap((id) => city.resident(id) ?? [])
  return {
    birthDate: birthDateOf(resident),
    ...(household && {
      address: {
        street: household.address.street,
        streetCode: streetCodeOf(household.address.street),
        houseNumber: household.address.houseNumber,
        ...(household.address.boxNumber !== null && { box: household.address.boxNumber }),
        postcode: household.address.postcode,
        municipality: household.address.municipality,
        since: household.addressSince,
      },
    }),
    household: members.map((member) => ({
      number: member.nationalNumber,
      position: member.position,
      // Households of a synthetic city were always the same.
      since: birthDateOf(member),
    })),
    statuses: statusesOf(resident, members),
    cards: resident.statuses.parkingCard ? [{ category: 'PARKINGCARD', delivered: resident.statuses.parkingCard }] : [],
    // The income of a year is that of any year: a synthetic city has but one.
    assessments: resident.income > 0 ? [{ year: Number(city.on.slice(0, 4)) - 1, income: resident.income }] : [],
  }
}

const birthDateOf = ({ birthDate, yearOfBirthOnly }: CityResident) =>
  yearOfBirthOnly ? `${birthDate.slice(0, 4)}-00-00` : birthDate

function statusesOf({ statuses }: CityResident, members: readonly CityResident[]): readonly Status[] {
  const { increasedReimbursement, livingWage } = statuses
  const inFamily = first(members.map((member) => member.statuses.increasedReimbursement))
  return [
    ...since('BIM_BVT', increasedReimbursement),
    ...since('BIM_BVT_IN_FAMILY', inFamily),
    ...since('LIVING_WAGES_PCSA_HELP', livingWage),
    ...since('PCSA_AND_BIM_HELP', first([increasedReimbursement, livingWage])),
  ]
}

const since = (name: string, from: IsoDate | null): readonly Status[] =>
  from === null ? [] : [{ name, periods: [{ from }] }]

const first = (dates: readonly (IsoDate | null)[]) => dates.filter((date) => date !== null).sort()[0] ?? null
