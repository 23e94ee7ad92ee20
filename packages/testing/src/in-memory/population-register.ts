import { type Between, type IsoDate, partialDate } from '@vanzelf/rules'
import { type FactsOf, known, type SubjectId } from '@vanzelf/source'
import type { populationRegister } from '@vanzelf/source-population-register'
import { type Columns, flag } from '../city/columns.ts'
import { type Day, dateOf } from '../city/day.ts'
import { idOf } from '../city/ids.ts'
import { places } from '../city/shares.ts'
import { codeOf } from '../city/synthetic-city.ts'
import { always, changed, NOT_FOUND } from './reader.ts'
import type { Readers } from './readers.ts'

const NOBODY_DIED = Object.freeze(known(null))
const MUNICIPALITIES = places.map(({ municipality }) => Object.freeze(known(municipality)))
const POSTCODES = places.map(({ postcode }) => Object.freeze(known(postcode)))

/** What the population register says of a city. */
export function populationRegisterOf({ residents, households }: Columns): Readers<FactsOf<typeof populationRegister>> {
  const { household: householdOf, birth, position, flags } = residents
  const { first, place, placeBefore, since, address } = households
  const dates = made((day: Day) => known(dateOf(day)))
  const years = made((year: number) => known(partialDate(String(year))))
  const positions = made((code: number) => known(codeOf(code)))
  const household = (resident: number) => householdOf[resident] ?? 0
  const settled = (resident: number): Day => since[household(resident)] ?? 0
  const living =
    <V>(table: readonly V[], at: Uint8Array) =>
    (resident: number) =>
      table[at[household(resident)] ?? 0] ?? NOT_FOUND
  return {
    birthDate: always<IsoDate | Between<IsoDate>>((resident) => {
      const date = dates(birth[resident] ?? 0)
      const onlyYear = (flags[resident] ?? 0) & flag.yearOfBirthOnly
      return onlyYear ? years(Number(date.value.slice(0, 4))) : date
    }),
    deathDate: always(() => NOBODY_DIED),
    municipality: changed({
      since: settled,
      before: living(MUNICIPALITIES, placeBefore),
      then: living(MUNICIPALITIES, place),
    }),
    postcode: changed({ since: settled, before: living(POSTCODES, placeBefore), then: living(POSTCODES, place) }),
    // When they had moved to the address before, this city does not remember.
    addressSince: changed({ since: settled, before: () => NOT_FOUND, then: (resident) => dates(settled(resident)) }),
    householdMembers: always((resident) => {
      const home = household(resident)
      return known(range(first[home] ?? 0, first[home + 1] ?? 0))
    }),
    referencePerson: always((resident) => known(idOf(first[household(resident)] ?? 0))),
    householdPosition: always((resident) => positions(position[resident] ?? 0)),
    registeredAtSameAddress: always((resident) => {
      const start = address[household(resident)] ?? 0
      let end = start + 1
      while (end < households.count && address[end] === start) end++
      return known(range(first[start] ?? 0, first[end] ?? 0))
    }),
  }
}

function range(from: number, until: number): readonly SubjectId[] {
  const ids = new Array<SubjectId>(until - from)
  for (let index = from; index < until; index++) ids[index - from] = idOf(index)
  return ids
}

/** What a number yields, made once each: there are fewer of them than asks. */
function made<V>(make: (number: number) => V): (number: number) => V {
  const kept: V[] = []
  return (number) => {
    const before = kept[number]
    if (before !== undefined) return before
    const value = make(number)
    kept[number] = value
    return value
  }
}
