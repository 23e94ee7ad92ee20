declare const unit: unique symbol

/** An amount of money in whole euro cents. At run time a plain number. */
export type Cents = number & { readonly [unit]: 'euro cents' }
/** A length of time in days. */
export type Days = number & { readonly [unit]: 'days' }
/** A length of time in calendar months. */
export type Months = number & { readonly [unit]: 'months' }
/** A length of time in calendar years; also an age. */
export type Years = number & { readonly [unit]: 'years' }
/** A calendar year, such as 2026. */
export type Year = number & { readonly [unit]: 'calendar year' }
/** A share in hundredths: 25 is a quarter. */
export type Percentage = number & { readonly [unit]: 'percent' }
/** A number of things; a bare number is one. */
export type Count = number & { readonly [unit]?: never }
/** A calendar date, `YYYY-MM-DD`. The compiler sees its outline; the builders check the calendar. */
export type IsoDate = `${number}-${number}-${number}`

/** Every value that is a number at run time. */
export type Numeric = Cents | Days | Months | Years | Year | Percentage | Count
/** Every value that has an order. */
export type Ordered = Numeric | IsoDate

/** A half-open stretch of time: `from` belongs to it, `until` no longer; without `until` it has no end. */
export interface Period {
  readonly from: IsoDate
  readonly until?: IsoDate | null
}

/**
 * Euros as euro cents.
 * @param euros at most two decimals
 * @throws {RangeError} when the amount has a fraction of a cent
 * @example
 * ```ts
 * euro(42.5) // => 4250
 * ```
 */
export function euro(euros: number): Cents {
  const amount = Math.round(euros * 100)
  if (!Number.isFinite(euros) || Math.abs(amount - euros * 100) > 1e-6)
    throw new RangeError(`an amount in euros has at most two decimals, this one is ${euros}`)
  return amount as Cents
}

/** Euro cents, as they stand: `cents(42_50)` is 42.50 euros. */
export const cents = (amount: number): Cents => amount as Cents
/** A length of time in days: `days(30)`. */
export const days = (amount: number): Days => amount as Days
/** A length of time in calendar months: `months(6)`. */
export const months = (amount: number): Months => amount as Months
/** A length of time in years, or an age: `years(18)`. */
export const years = (amount: number): Years => amount as Years
/** A calendar year: `year(2026)`. */
export const year = (number: number): Year => number as Year
/** Hundredths: `percent(25)` is a quarter. */
export const percent = (amount: number): Percentage => amount as Percentage
