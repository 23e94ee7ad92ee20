import type { Fact } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'

type Fits = (value: unknown) => boolean

/**
 * Whether an answer looks as its fact promises: in a few nanoseconds, for a campaign hears millions. What does not is in
 * doubt: it neither decides anything nor ends a campaign. What a value must be in full, `checked` of @vanzelf/source says.
 */
export function fitting({ value: type, optional }: Fact): Fits {
  const fits = FITS[type.type] ?? numberWithin(type as Limits)
  return optional ? (value) => value === null || fits(value) : fits
}

interface Limits {
  readonly least?: number
  readonly most?: number
  readonly decimals?: true
}

/** A number within what its fact promises, and whole unless it may have decimals; or bounds that are. */
function numberWithin({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, decimals }: Limits): Fits {
  const fits = (value: unknown) =>
    typeof value === 'number' && value >= least && value <= most && (decimals === true || Number.isInteger(value))
  return (value) =>
    fits(value) || (isBetween(value) && typeof value.least === 'number' && typeof value.most === 'number')
}

const isBetween = (value: unknown): value is { readonly least: unknown; readonly most: unknown } =>
  typeof value === 'object' && value !== null && 'least' in value && 'most' in value
const isText = (value: unknown): value is string => typeof value === 'string'
/** A register may know the year only, or year and month: `1953-00-00`, `1953-07-00`. */
const PARTIAL = /^\d{4}-(?:0[0-9]|1[0-2])-00$/
const isDay: Fits = (value) => isText(value) && (isDate(value) || PARTIAL.test(value))

const FITS: { readonly [type in Fact['value']['type']]?: Fits } = {
  truth: (value) => typeof value === 'boolean',
  date: (value) => isDay(value) || (isBetween(value) && isDay(value.least) && isDay(value.most)),
  text: isText,
  texts: (value) => Array.isArray(value) && value.every(isText),
  one: isText,
  those: (value) => Array.isArray(value) && value.every(isText),
  period: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'from' in value &&
    isDay(value.from) &&
    (!('until' in value) || value.until === null || value.until === undefined || isDay(value.until)),
}
