import type { IsoDate } from '@vanzelf/rules'
import type { Resident as CityResident, SyntheticCity } from '../city/synthetic-city.ts'
import type { Resident, Residents, Status } from './residents.ts'

/**
 * The residents of a synthetic city, as a loopback server knows them. What the city says of the days before a move is
 * not in it: the register's file shows the present address.
 */
export function residentsOf(city: SyntheticCity): Residents {
  return {
    resident(number) {
      const resident = city.withNationalNumber(number)
      return resident && described(city, resident)
    },
  }
}

function described(city: SyntheticCity, resident: CityResident): Resident {
  const household = city.household(resident.household)
  const members = (household?.members ?? []).flatMap((id) => city.resident(id) ?? [])
  return {
    birthDate: birthDateOf(resident),
    ...(household && {
      address: {
        street: household.address.street,
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
