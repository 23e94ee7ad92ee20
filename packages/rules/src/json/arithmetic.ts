import * as z from 'zod'
import type { NodeSchema, Schemas } from './document.ts'

export const arithmetic = (part: NodeSchema) =>
  ({
    plus: z.strictObject({ kind: z.literal('plus'), parts: z.array(part).min(1) }),
    minus: z.strictObject({ kind: z.literal('minus'), left: part, right: part }),
    times: z.strictObject({ kind: z.literal('times'), left: part, by: part }),
    dividedBy: z.strictObject({ kind: z.literal('dividedBy'), left: part, by: part }),
    percentOf: z.strictObject({ kind: z.literal('percentOf'), share: part, of: part }),
    round: z.strictObject({
      kind: z.literal('round'),
      part,
      rule: z.enum(['nearest', 'nearestEven', 'up', 'down']),
      step: z.number().positive(),
    }),
    lowest: z.strictObject({ kind: z.literal('lowest'), parts: z.array(part).min(1) }),
    highest: z.strictObject({ kind: z.literal('highest'), parts: z.array(part).min(1) }),
  }) satisfies Schemas<'arithmetic'>
