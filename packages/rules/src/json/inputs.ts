import * as z from 'zod'
import { label, name, text } from './checked.ts'
import type { Schemas } from './document.ts'
import { unit } from './values.ts'

export const parameterName = z.strictObject({ kind: z.literal('parameter'), name })
export const factName = z.strictObject({ kind: z.literal('fact'), about: name, name })

export const inputs = () =>
  ({
    fact: factName,
    parameter: parameterName,
    constant: z.strictObject({
      kind: z.literal('constant'),
      value: z.union([z.boolean(), z.number(), text, z.array(text)]),
      unit: z.exactOptional(unit),
    }),
    applicant: z.strictObject({ kind: z.literal('applicant') }),
    self: z.strictObject({ kind: z.literal('self') }),
    discretion: z.strictObject({ kind: z.literal('discretion'), name, label }),
  }) satisfies Schemas<'inputs'>
