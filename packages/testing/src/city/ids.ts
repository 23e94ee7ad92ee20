import type { SubjectId } from '@vanzelf/source'

/** How connectors call a resident: a pseudonym, made of no more than a count. */
export const idOf = (index: number): SubjectId => `p${index}`
export const householdIdOf = (index: number): string => `h${index}`
export const vehicleIdOf = (index: number): SubjectId => `v${index}`

/** Which of so many residents (or households, or vehicles) an id is of, and -1 of none of them. */
export const indexOf = (id: SubjectId, count: number): number => numberOf(id, P, count)
export const householdIndexOf = (id: string, count: number): number => numberOf(id, H, count)
export const vehicleIndexOf = (id: SubjectId, count: number): number => numberOf(id, V, count)

const [P, H, V] = [112, 104, 118] as const

/** Read digit by digit: a city is asked for millions of them. */
function numberOf(id: string, letter: number, count: number): number {
  if (id.length < 2 || id.charCodeAt(0) !== letter || (id.length > 2 && id.charCodeAt(1) === 48)) return -1
  let index = 0
  for (let place = 1; place < id.length; place++) {
    const digit = id.charCodeAt(place) - 48
    if (digit < 0 || digit > 9) return -1
    index = index * 10 + digit
  }
  return index < count ? index : -1
}
