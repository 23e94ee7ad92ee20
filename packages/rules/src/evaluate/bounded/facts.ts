import { DAWN, daysInMonth, ENDLESS, isDate } from '../../calendar.ts'
import { DocumentError } from '../../errors.ts'
import type { Fact } from '../../fact.ts'
import { type At, type Frame, SOMEBODY, type Subject } from '../frame.ts'
import { NO_DATE, noDate } from '../no-date.ts'
import { isBetween, isTimeline, isUnknown, nextChange, reasonOf, toldBetween, toldOn } from '../told.ts'
import { type Bounded, NO, PERHAPS, type Truth, YES } from './bounded.ts'

/** What a situation tells of a fact on the dates at hand; what is not known is left out, after it was noted. */
export type Hear = (frame: Frame) => Heard
interface Heard {
  readonly values: readonly unknown[]
  readonly complete: boolean
}
const NOTHING_HEARD: Heard = Object.freeze({ values: Object.freeze([]), complete: false })

/** Hears a fact that is told by date. */
export const hearOnDate = (fact: Fact): Hear => {
  const { name } = fact
  return (frame) => {
    const told = frame.subject[name]
    if (!isTimeline(told)) return sift(frame, fact, told)
    if (frame.on === NO_DATE) noDate()
    if (frame.next !== '') {
      const next = nextChange(told, frame.on)
      if (next < frame.next) frame.next = next
    }
    if (frame.on === frame.onLast) return sift(frame, fact, toldOn(told, frame.on))
    return siftAll(toldBetween(told, frame.on, frame.onLast))
  }
}

/** Hears a fact that is told by year, for the years between two. */
export function hearInYears(frame: Frame, fact: Fact, first: number, last: number): Heard {
  const told = frame.subject[fact.name]
  if (isUnknown(told) || told === undefined || told === null || typeof told !== 'object') {
    if (told === null || (told !== undefined && typeof told !== 'object'))
      refuse(fact, 'told without its year', 'tell it by year: `{ 2024: … }`')
    if (first === last) note(frame, fact, told, { year: first })
    return NOTHING_HEARD
  }
  if (first === last) return sift(frame, fact, (told as Subject)[first], { year: first })
  if (last - first > MOST_YEARS) return NOTHING_HEARD
  const years = Array.from({ length: last - first + 1 }, (_, index) => (told as Subject)[first + index])
  return siftAll(years)
}
const MOST_YEARS = 200

function sift(frame: Frame, fact: Fact, value: unknown, at?: At): Heard {
  if (value !== undefined && !isUnknown(value)) {
    // What is known in part only may matter just as well: whatever is settled all the same takes it back.
    if (frame.asks !== undefined && isVague(fact.value.type, value)) note(frame, fact, value, at)
    return { values: [value], complete: true }
  }
  note(frame, fact, value, at)
  return NOTHING_HEARD
}

/** Told, but as bounds only; a date without its day; a period with such an end. */
function isVague(type: Fact['value']['type'], told: unknown): boolean {
  if (isBetween(told)) return told.least !== told.most
  if (type === 'date') return typeof told === 'string' && PARTIAL.test(told)
  return type === 'period' && isSubject(told) && (isVague('date', told['from']) || isVague('date', told['until']))
}

function siftAll(values: readonly unknown[]): Heard {
  const known = values.filter((value) => value !== undefined && !isUnknown(value))
  return { values: known, complete: known.length === values.length }
}

/** Notes what somebody would have to ask; a date that is not settled itself comes first. */
function note(frame: Frame, fact: Fact, told: unknown, at?: At): void {
  if (frame.asks === undefined || frame.subject === SOMEBODY) return
  const when =
    at ??
    (frame.during === undefined ? (frame.on === frame.onLast ? onDate(frame) : undefined) : { during: frame.during })
  if (when !== undefined) frame.asks.push({ fact, subject: frame.subject, at: when, because: reasonOf(told) })
}

/** One object for all that is asked on a date. */
function onDate(frame: Frame): At {
  if (frame.asked?.on !== frame.on) frame.asked = Object.freeze({ on: frame.on })
  return frame.asked as At
}

export function refuse(fact: Fact, what: string, todo: string): never {
  throw new DocumentError({
    code: 'bad-situation',
    what: `fact \`${fact.name}\` is ${what}`,
    where: 'a situation',
    todo,
  })
}

const wrong = (fact: Fact): never =>
  refuse(
    fact,
    `told as something that is not of its type, \`${fact.value.type}\``,
    'tell a value of that type, `unknown(reason)`, or a `timeline` of them',
  )

/** A fact, read through what a situation tells of it. */
export function factBy(fact: Fact, hear: Hear): Bounded {
  const present = fact.optional ? presentBy(hear) : undefined
  const type = fact.value
  switch (type.type) {
    case 'truth':
      return { as: 'truth', read: (frame) => truthOf(fact, hear(frame)), present }
    case 'date':
      return { as: 'date', read: (frame) => dateOf(fact, hear(frame), frame), present }
    case 'text':
      return { as: 'text', read: (frame) => only(fact, hear(frame), isText), present }
    case 'texts':
      return { as: 'texts', read: (frame) => only(fact, hear(frame), isTexts), present }
    case 'one':
      return { as: 'one', read: (frame) => only(fact, hear(frame), isSubject), present }
    case 'those':
      return {
        as: 'those',
        read: (frame) => only(fact, hear(frame), isSubjects),
        least: type.least ?? 0,
        most: type.most ?? Number.POSITIVE_INFINITY,
      }
    case 'period':
      return {
        as: 'period',
        from: (frame) => edgeOf(fact, hear(frame), frame, 'from', DAWN),
        until: (frame) => edgeOf(fact, hear(frame), frame, 'until', ENDLESS),
        present,
      }
    default: {
      const [least, most] = [type.least ?? Number.NEGATIVE_INFINITY, type.most ?? Number.POSITIVE_INFINITY]
      return { as: 'number', read: (frame) => numberOf(fact, hear(frame), frame, least, most), present }
    }
  }
}

const presentBy =
  (hear: Hear) =>
  (frame: Frame): Truth => {
    const { values, complete } = hear(frame)
    if (!complete) return PERHAPS
    const some = values.some((value) => value !== null)
    return some ? (values.every((value) => value !== null) ? YES : PERHAPS) : NO
  }

function truthOf(fact: Fact, { values, complete }: Heard): Truth {
  let [yes, no] = [!complete, !complete]
  for (const value of values) {
    if (isAbsent(fact, value)) continue
    if (typeof value !== 'boolean') return wrong(fact)
    if (value) yes = true
    else no = true
  }
  return yes === no ? PERHAPS : yes ? YES : NO
}

function numberOf(fact: Fact, { values, complete }: Heard, frame: Frame, floor: number, ceiling: number): number {
  let least = complete ? Number.POSITIVE_INFINITY : floor
  let most = complete ? Number.NEGATIVE_INFINITY : ceiling
  for (const value of values) {
    if (isAbsent(fact, value)) continue
    const [low, high] = isBetween(value) ? [value.least, value.most] : [value, value]
    if (typeof low !== 'number' || typeof high !== 'number' || Number.isNaN(low) || Number.isNaN(high))
      return wrong(fact)
    if (low < least) least = low
    if (high > most) most = high
  }
  if (least > most) [least, most] = [floor, ceiling]
  frame.high = most
  return least
}

function dateOf(fact: Fact, { values, complete }: Heard, frame: Frame): string {
  let first = complete ? ENDLESS : DAWN
  let last = complete ? DAWN : ENDLESS
  let heard = !complete
  for (const value of values) {
    if (isAbsent(fact, value)) continue
    const [low, high] = isBetween(value)
      ? [firstOf(fact, value.least), lastOf(fact, value.most)]
      : [firstOf(fact, value), lastOf(fact, value)]
    heard = true
    if (low < first) first = low
    if (high > last) last = high
  }
  // Nothing heard, or bounds that are told the wrong way round: any date.
  const bounded = heard && first <= last
  frame.last = bounded ? last : ENDLESS
  return bounded ? first : DAWN
}

function edgeOf(fact: Fact, { values, complete }: Heard, frame: Frame, edge: 'from' | 'until', open: string): string {
  const edges = values.map((value) => {
    if (isAbsent(fact, value)) return null
    if (typeof value !== 'object' || !('from' in (value as object))) return wrong(fact)
    return (value as Subject)[edge] ?? open
  })
  return dateOf({ ...fact, optional: true }, { values: edges, complete }, frame)
}

/** The only value there is, where it is certain which. */
function only<Value>(
  fact: Fact,
  { values, complete }: Heard,
  fits: (value: unknown) => value is Value,
): Value | undefined {
  let found: Value | undefined
  for (const value of values) {
    if (isAbsent(fact, value)) continue
    if (!fits(value)) return wrong(fact)
    if (found !== undefined && found !== value) return undefined
    found = value
  }
  return complete ? found : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isSubject = (value: unknown): value is Subject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isSubjects = (value: unknown): value is readonly Subject[] => Array.isArray(value) && value.every(isSubject)

function isAbsent(fact: Fact, value: unknown): boolean {
  if (value !== null) return false
  if (!fact.optional)
    refuse(fact, 'told to be absent, and it never is', 'tell its value or `unknown(reason)`, or make the fact optional')
  return true
}

/** `1953`, `1953-07`, and as registers write them `1953-00-00`, `1953-07-00`: a day that is not known lies between two. */
const PARTIAL = /^(\d{4})(?:-(\d{2}))?(?:-00)?$/

function firstOf(fact: Fact, value: unknown): string {
  if (typeof value !== 'string') return wrong(fact)
  if (isDate(value)) return value
  const match = PARTIAL.exec(value)
  if (match === null) return wrong(fact)
  const [, year = '', month] = match
  if (year === '0000') return DAWN
  if (month === undefined || month === '00') return `${year}-01-01`
  return Number(month) > 12 ? wrong(fact) : `${year}-${month}-01`
}

function lastOf(fact: Fact, value: unknown): string {
  if (typeof value !== 'string') return wrong(fact)
  if (isDate(value)) return value
  const [, year = '', month] = PARTIAL.exec(value) ?? []
  if (year === '0000') return ENDLESS
  if (month === undefined || month === '00') return `${year}-12-31`
  return `${year}-${month}-${daysInMonth(Number(year), Number(month))}`
}
