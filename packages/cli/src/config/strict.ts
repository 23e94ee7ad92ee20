import * as z from 'zod'
import { suggestion } from '../nearest.ts'

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
export const isFunction = (value: unknown): value is () => unknown => typeof value === 'function'

/** Says that something is not there where it is not, and else what is wrong with it. */
export const orMissing =
  (otherwise: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? 'is missing' : otherwise

/** An object with these fields and no others; of another field it says which one was most likely meant. */
export const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape, called: string) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return issue.input === undefined ? 'is missing' : `is not a ${called}`
      const [key = ''] = issue.keys
      return `has \`${key}\`, which no ${called} has: ${suggestion(key, Object.keys(shape))}`
    },
  })

/** What a schema takes, or a function that makes it: this is called, and what it makes is checked, when it is needed. */
export const madeBy = <Value>(schema: z.ZodType<Value>) =>
  z.unknown().transform((value, context): Value | (() => unknown) => {
    if (isFunction(value)) return value
    const checked = schema.safeParse(value)
    if (checked.success) return checked.data
    for (const { path, message } of checked.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
