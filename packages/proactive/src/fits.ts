import type { Fact } from '@vanzelf/rules'

/**
 * Whether an answer looks as its fact promises: in a few nanoseconds, for a campaign hears millions. It keeps one odd
 * answer from ending a campaign; what a value must be in full, `checked` of @vanzelf/source says.
 */
export function fitting({ value: { type }, optional }: Fact): (value: unknown) => boolean {
  const fits = FITS[type] ?? isNumber
  return optional ? (value) => value === null || fits(value) : fits
}

const isBetween = (value: unknown) => typeof value === 'object' && value !== null && 'least' in value && 'most' in value
const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => (typeof value === 'number' ? Number.isFinite(value) : isBetween(value))

const FITS: { readonly [type in Fact['value']['type']]?: (value: unknown) => boolean } = {
  truth: (value) => typeof value === 'boolean',
  date: (value) => (isText(value) ? /^\d{4}-\d{2}-\d{2}$/.test(value as string) : isBetween(value)),
  text: isText,
  texts: (value) => Array.isArray(value) && value.every(isText),
  one: isText,
  those: (value) => Array.isArray(value) && value.every(isText),
  period: (value) => typeof value === 'object' && value !== null && 'from' in value,
}
