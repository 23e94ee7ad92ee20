import { isDate } from '../../calendar.ts'
import { isTimeline, isUnknown, toldOn } from '../told.ts'

// What a situation tells where it does not tell a plain value: looked up by date, or `undefined`, and the decision is
// handed over to the bounded twin. Generated source calls these; each lets through only a value of its type.

const told = (value: unknown, on: string): unknown => (isTimeline(value) ? toldOn(value, on) : undefined)

const resolver = (fits: (value: unknown) => boolean) => ({
  always: (value: unknown, on: string) => {
    const found = told(value, on)
    return fits(found) ? found : undefined
  },
  optional: (value: unknown, on: string) => {
    if (value === null) return null
    const found = told(value, on)
    return found === null || fits(found) ? found : undefined
  },
})

const isPeriod = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || !('from' in value)) return false
  const { from, until } = value as { from: unknown; until?: unknown }
  return (
    typeof from === 'string' &&
    isDate(from) &&
    (until === undefined || until === null || (typeof until === 'string' && isDate(until)))
  )
}

export const resolvers = {
  truth: resolver((value) => typeof value === 'boolean'),
  number: resolver((value) => typeof value === 'number' && Number.isFinite(value)),
  date: resolver((value) => typeof value === 'string' && isDate(value)),
  text: resolver((value) => typeof value === 'string'),
  texts: resolver((value) => Array.isArray(value)),
  one: resolver((value) => typeof value === 'object' && value !== null && !isUnknown(value) && !isTimeline(value)),
  those: resolver((value) => Array.isArray(value)),
  period: resolver(isPeriod),
}
