import * as z from 'zod'
import { checkRows } from '../check-parts.ts'
import { passes } from './checked.ts'
import type { NodeSchema, Schemas } from './document.ts'
import { parameterName } from './inputs.ts'
import { edges } from './values.ts'

export const choice = (part: NodeSchema) =>
  ({
    when: z.strictObject({
      kind: z.literal('when'),
      cases: z.array(z.strictObject({ if: part, then: part })).min(1),
      otherwise: part,
    }),
    bracket: z.strictObject({
      kind: z.literal('bracket'),
      by: part,
      rows: z.union([
        z.array(z.strictObject({ ...edges, value: part })).superRefine(passes((rows) => checkRows(rows, ''))),
        parameterName,
      ]),
    }),
    keyed: z.strictObject({
      kind: z.literal('keyed'),
      by: part,
      // A row may well have the key `kind`: its value is an expression then, not a text.
      rows: z.union([parameterName, z.record(z.string(), part)]),
    }),
    isPresent: z.strictObject({ kind: z.literal('isPresent'), part }),
    ifAbsent: z.strictObject({ kind: z.literal('ifAbsent'), part, otherwise: part }),
  }) satisfies Schemas<'choice'>
