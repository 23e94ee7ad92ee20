import * as z from 'zod'
import type { NodeSchema, Schemas } from './document.ts'

export const members = (part: NodeSchema) =>
  ({
    of: z.strictObject({ kind: z.literal('of'), one: part, part }),
    some: z.strictObject({ kind: z.literal('some'), those: part, part }),
    every: z.strictObject({ kind: z.literal('every'), those: part, part }),
    none: z.strictObject({ kind: z.literal('none'), those: part, part }),
    count: z.strictObject({ kind: z.literal('count'), those: part }),
    sum: z.strictObject({ kind: z.literal('sum'), those: part, part }),
    filter: z.strictObject({ kind: z.literal('filter'), those: part, part }),
    smallest: z.strictObject({ kind: z.literal('smallest'), those: part, part }),
    largest: z.strictObject({ kind: z.literal('largest'), those: part, part }),
  }) satisfies Schemas<'members'>
