import * as z from 'zod'
import type { NodeSchema, Schemas } from './document.ts'

export const comparison = (part: NodeSchema) =>
  ({
    below: z.strictObject({ kind: z.literal('below'), left: part, right: part }),
    atMost: z.strictObject({ kind: z.literal('atMost'), left: part, right: part }),
    above: z.strictObject({ kind: z.literal('above'), left: part, right: part }),
    atLeast: z.strictObject({ kind: z.literal('atLeast'), left: part, right: part }),
    is: z.strictObject({ kind: z.literal('is'), left: part, right: part }),
    oneOf: z.strictObject({ kind: z.literal('oneOf'), left: part, among: part }),
  }) satisfies Schemas<'comparison'>
