import * as z from 'zod'
import type { NodeSchema, Schemas } from './document.ts'

export const logic = (part: NodeSchema) =>
  ({
    all: z.strictObject({ kind: z.literal('all'), parts: z.array(part) }),
    any: z.strictObject({ kind: z.literal('any'), parts: z.array(part) }),
    not: z.strictObject({ kind: z.literal('not'), part }),
    howMany: z.strictObject({ kind: z.literal('howMany'), parts: z.array(part) }),
  }) satisfies Schemas<'logic'>
