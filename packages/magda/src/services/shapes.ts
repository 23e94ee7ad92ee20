import * as z from 'zod'
import { isDay } from '../day.ts'

/** A national number. */
export const number = z.string().regex(/^\d{11}$/)

/** A date of a register, parts of which may be missing: read by `registerDate`. */
export const optionalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()

/** A day of the calendar; the zone that XML allows behind it says nothing more. */
export const day = z
  .string()
  .transform((text) => text.replace(/(Z|[+-]\d{2}:\d{2})$/, ''))
  .refine(isDay)

/** A code of information type 141, which has two digits; some messages leave out the first where it is zero. */
export const position = z
  .string()
  .min(1)
  .max(255)
  .transform((code) => code.padStart(2, '0'))
