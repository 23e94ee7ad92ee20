import { between, type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { At } from '@vanzelf/source'
import type { Said } from './consultation.ts'
import { dayAfter, earliest } from './day.ts'
import { boundsOf, registerDate } from './register-date.ts'
import type { PersonFile } from './services/person.ts'
import { answerAt } from './told.ts'
import { isCurrent, type Whereabouts, whereabouts } from './whereabouts.ts'

const inDoubt = unknown('in doubt')
const notPermitted = unknown('not permitted')
/** Of these days the file says nothing, and its history was not asked. */
const notAsked = unknown('not asked')

/** The day of birth: one day, or the days between which it lies. It is the same whatever the day at hand. */
export function birthDateOf({ content: { birth }, oneOfSeveral }: Said<PersonFile>, today: IsoDate) {
  if (!birth) return notPermitted
  if (oneOfSeveral.includes('Geboorte')) return inDoubt
  return pastDay(birth.date, today)
}

/**
 * The day of death.
 * @param isDisclosed whether the sender is shown deaths: only then does a file without one say that there is none
 */
export function deathDateOf(said: Said<PersonFile>, at: At, today: IsoDate, isDisclosed: boolean) {
  const { birth, death, statuses } = said.content
  if (death) {
    const died = pastDay(death.date, today)
    const born = boundsOf(birth?.date)
    const diedBeforeBirth = 'value' in died && born && mostOf(died.value) < born.least
    return diedBeforeBirth || said.oneOfSeveral.includes('Overlijden') ? inDoubt : died
  }
  // A file that says "dead" without the day: the platform may have left it out.
  if (statuses.some((status) => status.code === DEAD && isCurrent(status, today))) return notPermitted
  if (lastDayOf(at) > today) return notAsked
  return isDisclosed ? { value: null } : notPermitted
}

/** The code of a file that was closed because of death. */
const DEAD = '99990'

function pastDay(text: string | undefined, today: IsoDate) {
  const date = text === undefined ? 'not known' : registerDate(text)
  if (date === 'not known') return unknown('not found')
  if (date === 'impossible' || date.least > today) return inDoubt
  return { value: date.least === date.most ? date.least : between(date.least, earliest(date.most, today)) }
}

const mostOf = (date: IsoDate | { readonly most: IsoDate }) => (typeof date === 'string' ? date : date.most)
const lastDayOf = (at: At) => ('on' in at ? at.on : '')

/** The municipality of the main residence, by its NIS code. */
export function municipalityOf(said: Said<PersonFile>, at: At, today: IsoDate) {
  const { residence, administration } = said.content
  const there = whereabouts(said.content, today)
  // Who moves within a municipality stays in its register: the keeper of the file is older than the address.
  const kept = administration?.municipality === residence?.municipality && !said.oneOfSeveral.includes('Beheerder')
  const keptSince =
    kept && administration && isCurrent(administration, today) ? boundsOf(administration.since)?.most : undefined
  const lived =
    there.lived && keptSince !== undefined
      ? { ...there.lived, from: earliest(there.lived.from, keptSince) }
      : there.lived
  return ofResidence(said, { ...there, ...(lived && { lived }) }, at, today, shaped(residence?.municipality, /^\d{5}$/))
}

/** The postcode of the main residence. */
export function postcodeOf(said: Said<PersonFile>, at: At, today: IsoDate) {
  return ofResidence(
    said,
    whereabouts(said.content, today),
    at,
    today,
    shaped(said.content.residence?.postcode, /^\d{4}$/),
  )
}

/** The day since which the main residence is what it is. */
export function addressSinceOf(said: Said<PersonFile>, at: At, today: IsoDate) {
  const there = whereabouts(said.content, today)
  const { since } = there
  const value = since && (since.least === since.most ? since.least : between(since.least, since.most))
  return ofResidence(said, there, at, today, value ?? notPermitted)
}

/** A code in Belgium's form; one in another form cannot be so, a missing one may have been left out by the platform. */
function shaped(text: string | undefined, form: RegExp): string | Unknown {
  if (text === undefined) return notPermitted
  return form.test(text) ? text : inDoubt
}

function ofResidence<Value>(
  { content, oneOfSeveral }: Said<PersonFile>,
  { lived, gone, since, contradictory }: Whereabouts,
  at: At,
  today: IsoDate,
  value: Value | Unknown,
) {
  if (['Adressen', 'Hoofdverblijfplaats'].some((name) => oneOfSeveral.includes(name))) return inDoubt
  const steps = [
    ...(lived && !isUnknown(value) ? [{ ...lived, value }] : []),
    ...(gone ? [{ ...gone, value: null }] : []),
  ]
  return answerAt<Value | null>(at, steps, (day) => {
    if (day >= dayAfter(today)) return notAsked
    if (contradictory) return inDoubt
    if (lived && lived.from <= day && day < lived.until && isUnknown(value)) return value
    if (!content.residence && !gone) return notPermitted
    const begin = [since?.least, lived?.from, gone?.from].filter((from) => from !== undefined).sort()[0]
    return begin !== undefined && day >= begin ? inDoubt : notAsked
  })
}

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value
