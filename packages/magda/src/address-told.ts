import { type Unknown, unknown } from '@vanzelf/rules'
import type { AddressQuestion, Registered } from './services/address.ts'
import type { PersonFile } from './services/person.ts'
import type { Whereabouts } from './whereabouts.ts'

const notPermitted = unknown('not permitted')
const inDoubt = unknown('in doubt')

/** The address to search, as a person's own file has it; or why there is none to search. */
export function addressOf(
  { number, residence }: PersonFile,
  { lived, gone, contradictory }: Whereabouts,
  oneOfSeveral: readonly string[],
): AddressQuestion | Unknown {
  if (contradictory || ['Adressen', 'Hoofdverblijfplaats'].some((name) => oneOfSeveral.includes(name))) return inDoubt
  if (gone) return unknown('not found')
  const { postcode, street, houseNumber, box } = residence ?? {}
  if (postcode === undefined || street === undefined || houseNumber === undefined) return notPermitted
  // An address the search takes: it would refuse another one, or find another street.
  if (!lived || !/^\d{4}$/.test(postcode) || !/^\d{1,4}$/.test(street) || houseNumber.length > LONGEST) return inDoubt
  return box !== undefined && box.length > LONGEST ? inDoubt : { number, postcode, street, houseNumber, box }
}

/** As long as a house number or a box number may be in a question. */
const LONGEST = 15

/**
 * The numbers of those who are registered at the very address, box number included: a search without one finds the
 * whole building.
 */
export function atAddress(found: Registered, { number, box }: AddressQuestion): readonly string[] | Unknown {
  // Where the search does not show addresses, only the one it searched by box is sure to be theirs.
  if (box === undefined && found.some(({ residence }) => residence === undefined)) return notPermitted
  const there = found.filter(({ residence }) => residence === undefined || sameBox(residence.box, box))
  const numbers = [...new Set(there.map((person) => person.number))]
  // Who was searched by his or her own address must be at it.
  return numbers.includes(number) ? numbers : inDoubt
}

const sameBox = (one: string | undefined, other: string | undefined) => plain(one) === plain(other)

/** One register writes `A`, another `a`; one `001`, another `1`. */
const plain = (box = '') =>
  box
    .replace(/\s/g, '')
    .replace(/^0+(?=.)/, '')
    .toUpperCase()
