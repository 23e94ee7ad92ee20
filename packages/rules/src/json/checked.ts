import * as z from 'zod'
import { isDate } from '../calendar.ts'
import { checkCalendarDay, checkDate, checkName } from '../check-parts.ts'
import { VanzelfError } from '../errors.ts'

/** A check of the builders, as a check of a schema: its complaint becomes an issue at that place. */
export const passes =
  <Value>(check: (value: Value) => unknown) =>
  (value: Value, context: z.core.$RefinementCtx<Value>): void => {
    try {
      check(value)
    } catch (error) {
      if (!(error instanceof VanzelfError)) throw error
      context.addIssue({ code: 'custom', message: error.what, params: { todo: error.todo } })
    }
  }

export const name = z.string().superRefine(passes((text) => checkName(text, '')))
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .superRefine(passes((text) => checkDate(text, '')))
export const calendarDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .superRefine(passes(checkCalendarDay))

const DATE_LIKE = /^\d{4}-\d{2}-\d{2}$/
/** A text; one that looks like a date is one, and exists. */
export const text = z
  .string()
  .superRefine(passes((value) => DATE_LIKE.test(value) && !isDate(value) && checkDate(value, '')))

export const label = z.strictObject({
  nl: z.string(),
  en: z.string(),
  fr: z.exactOptional(z.string()),
  de: z.exactOptional(z.string()),
})

export const scalar = z.union([z.boolean(), z.number(), text])
