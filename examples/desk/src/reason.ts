import { z } from 'zod'

/** Eleven digits, with or without what people write between them; further apart only in the groups of such a number. */
const NATIONAL_NUMBER =
  /(?<!\d)(?:\d(?:[\s./-]{0,2}\d){10}|\d\d(?:[\s./–-]{0,3}\d\d){2}[\s./–-]{0,3}\d{3}[\s./–-]{0,3}\d\d)(?!\d)/

/**
 * Why somebody decides or objects, in words that stay in the ledger: a text in which a national number stands is none.
 * @example
 * ```ts
 * reason.safeParse('the certificate was shown').success // => true
 * reason.safeParse('see 00.00.00-000.00').success // => false
 * ```
 */
export const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !NATIONAL_NUMBER.test(text))
