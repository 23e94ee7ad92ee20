import { indexOf } from '../city/ids.ts'
import type { Resident as CityResident, SyntheticCity } from '../city/synthetic-city.ts'
import { type Files, filesOf } from './files-of.ts'
import type { Resident, Residents } from './residents.ts'

/**
 * The residents of a synthetic city, as a loopback server knows them. What the city says of the days before a move is
 * not in it: the register's file shows the present address.
 */
export function residentsOf(city: SyntheticCity): Residents {
  const files = filesOf(city)
  // Made when the first address is searched: it reads the whole city.
  let byAddress: ReadonlyMap<string, readonly string[]> | undefined
  return {
    resident(number) {
      const resident = city.withNationalNumber(number)
      return resident && described(city, resident, files)
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

function described(city: SyntheticCity, resident: CityResident, files: Files): Resident {
  const household = city.household(resident.household)
  const members = (household?.members ?? []).flatMap((id) => city.resident(id) ?? [])
  const index = indexOf(resident.id, city.residentCount)
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
    // Each when it is asked: a file has many years of them.
    get statuses() {
      return files.statuses(index)
    },
    get cards() {
      return files.cards(index)
    },
    get recognitions() {
      return files.recognitions(index)
    },
    get assessments() {
      return files.assessments(index)
    },
    get enrolments() {
      return files.enrolments(index)
    },
  }
}

const birthDateOf = ({ birthDate, yearOfBirthOnly }: CityResident) =>
  yearOfBirthOnly ? `${birthDate.slice(0, 4)}-00-00` : birthDate
