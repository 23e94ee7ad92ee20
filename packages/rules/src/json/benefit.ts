import * as z from 'zod'
import { label } from './checked.ts'
import type { NodeSchema, Schemas } from './document.ts'

export const benefit = (part: NodeSchema) =>
  ({
    money: z.strictObject({ kind: z.literal('money'), amount: part }),
    share: z.strictObject({ kind: z.literal('share'), share: part, of: label }),
    inKind: z.strictObject({ kind: z.literal('inKind'), count: part, what: label }),
    status: z.strictObject({ kind: z.literal('status'), what: label }),
    composite: z.strictObject({ kind: z.literal('composite'), parts: z.array(part) }),
    alternative: z.strictObject({ kind: z.literal('alternative'), parts: z.array(part) }),
    nothing: z.strictObject({ kind: z.literal('nothing') }),
  }) satisfies Schemas<'benefit'>
