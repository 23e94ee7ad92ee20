import * as z from 'zod'
import type { Kind, Node } from '../tree.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { label, name } from './checked.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import {
  type Documented,
  EXPRESSION,
  type ExpressionDocument,
  POLICY,
  type PolicyDocument,
  VERSION,
} from './document.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { time } from './time.ts'
import { describedFact, describedParameter } from './values.ts'

/** An expression of any kind. */
export const expression: z.ZodType<Documented<Node>> = z.lazy(() =>
  z.discriminatedUnion('kind', [kinds.all, ...Object.values(others)]),
)

/** The schema of every kind; a kind without one does not compile. */
export const kinds = {
  ...inputs(),
  ...logic(expression),
  ...comparison(expression),
  ...arithmetic(expression),
  ...choice(expression),
  ...members(expression),
  ...time(expression),
  ...notes(expression),
  ...benefit(expression),
} satisfies { readonly [K in Kind]: z.ZodType }
const { all: _, ...others } = kinds

const policy = z.strictObject({
  name,
  about: name,
  label: z.exactOptional(label),
  regulation: z.exactOptional(z.string()),
  requires: z.exactOptional(expression),
  grounds: z.array(z.strictObject({ article: z.string(), criterion: expression, label: z.exactOptional(label) })),
  benefit: expression,
  recipient: expression,
  period: expression,
  quota: z.exactOptional(z.strictObject({ times: z.int().positive(), per: name, within: expression })),
  basis: z.exactOptional(z.record(z.string(), z.string())),
})

const shared = {
  $schema: z.exactOptional(z.string()),
  version: z.literal(VERSION),
  facts: z.array(describedFact),
  parameters: z.array(describedParameter),
}

export const policyDocument: z.ZodType<PolicyDocument> = z.strictObject({
  ...shared,
  format: z.literal(POLICY),
  policy,
})
export const expressionDocument: z.ZodType<ExpressionDocument> = z.strictObject({
  ...shared,
  format: z.literal(EXPRESSION),
  expression,
})
