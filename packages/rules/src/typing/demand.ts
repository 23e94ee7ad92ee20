import { DefinitionError } from '../errors.ts'
import { aboutOf, isNumeric, isOrdered, type Place, type Typed, typed } from './typed.ts'

const NAMES: Readonly<Record<Typed['type'], string>> = {
  truth: 'yes or no',
  money: 'euro cents',
  count: 'a count',
  number: 'a bare number',
  days: 'days',
  months: 'months',
  years: 'years',
  year: 'a calendar year',
  percentage: 'a percentage',
  date: 'a date',
  text: 'a text',
  texts: 'a list of texts',
  period: 'a period',
  one: 'one subject',
  those: 'several subjects',
  benefit: 'a benefit',
  brackets: 'a step table',
  keyed: 'a table by text',
}
export const nameOf = ({ type }: Typed): string => NAMES[type]

export function refuse(place: Place, code: string, what: string, todo: string): never {
  throw new DefinitionError({ code, what, where: place.where, todo })
}

/** The part is of this type, and there certainly is such a value. */
export function demand(place: Place, word: string, part: Typed, ...types: readonly Typed['type'][]): Typed {
  const fits = types.includes(part.type) || (part.type === 'number' && types.some((type) => isNumeric(typed(type))))
  if (!fits)
    refuse(
      place,
      'wrong-type',
      `\`${word}\` wants ${types.map((type) => NAMES[type]).join(' or ')}, not ${nameOf(part)}`,
      'give it an expression of that type',
    )
  return demandPresent(place, word, part)
}

export function demandPresent(place: Place, word: string, part: Typed): Typed {
  if (part.absent)
    refuse(
      place,
      'may-be-absent',
      `\`${word}\` is given a value that may be absent`,
      'say with `ifAbsent` what holds where there is none',
    )
  return part
}

export function demandOrdered(place: Place, word: string, part: Typed): Typed {
  if (!isOrdered(part))
    refuse(
      place,
      'wrong-type',
      `\`${word}\` wants a number or a date, not ${nameOf(part)}`,
      'give it something that has an order',
    )
  return demandPresent(place, word, part)
}

/** What these have in common: one unit, one relation. A bare number takes the unit of the others. */
export function common(place: Place, word: string, parts: readonly Typed[]): Typed {
  const first = parts.find(({ type }) => type !== 'number') ?? parts[0]
  if (first === undefined) return refuse(place, 'no-parts', `\`${word}\` is given nothing`, 'give it at least one part')
  for (const part of parts) {
    const same = part.type === first.type || (part.type === 'number' && isNumeric(first))
    if (!same)
      refuse(
        place,
        'wrong-unit',
        `\`${word}\` is given both ${nameOf(first)} and ${nameOf(part)}`,
        'compare and combine values of one unit only',
      )
    if (part.to !== undefined && first.to !== undefined && part.to !== first.to)
      refuse(
        place,
        'wrong-subject',
        `\`${word}\` is given both a ${first.to} and a ${part.to}`,
        'compare subjects of one kind only',
      )
  }
  // The policy's own subject and the subject at hand do not say of which kind they are: the others do.
  const to = parts.find((part) => part.to !== undefined)?.to
  return {
    ...first,
    ...(to !== undefined && { to }),
    about: aboutOf(...parts),
    absent: parts.some(({ absent }) => absent),
    least: Math.min(...parts.map(({ least }) => least)),
    most: Math.max(...parts.map(({ most }) => most)),
    whole: parts.every(({ whole }) => whole),
  }
}
