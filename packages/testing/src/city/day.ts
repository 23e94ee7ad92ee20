import type { IsoDate } from '@vanzelf/rules'

/** A day as a number, so that a city of dates fits in typed arrays: days since 1 January 1900. */
export type Day = number

const MILLISECONDS = 86_400_000
const EPOCH = Date.UTC(1900, 0, 1)

export const dayOf = (date: IsoDate): Day => Math.round((Date.parse(date) - EPOCH) / MILLISECONDS)

/** The calendar year of a day. */
export const yearOf = (day: Day): number => new Date(EPOCH + day * MILLISECONDS).getUTCFullYear()

export const dateOf = (day: Day): IsoDate => new Date(EPOCH + day * MILLISECONDS).toISOString().slice(0, 10) as IsoDate
