import * as z from 'zod'
import { label } from './checked.ts'
import type { NodeSchema, Schemas } from './document.ts'

export const notes = (part: NodeSchema) =>
  ({
    note: z.strictObject({
      kind: z.literal('note'),
      part,
      article: z.exactOptional(z.string()),
      label: z.exactOptional(label),
    }),
  }) satisfies Schemas<'notes'>
