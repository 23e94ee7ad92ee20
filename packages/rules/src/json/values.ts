import * as z from 'zod'
import { checkHistory } from '../check-parts.ts'
import type { Parameter, VersionValue } from '../tree.ts'
import type { Unit } from '../value-type.ts'
import { date, label, name, passes, scalar, text } from './checked.ts'
import type { DescribedFact, DescribedParameter } from './document.ts'

const UNITS = ['money', 'count', 'days', 'months', 'years', 'year', 'percentage'] as const satisfies readonly Unit[]
export const unit = z.enum(UNITS)

const bounds = { least: z.exactOptional(z.number()), most: z.exactOptional(z.number()) }
const numbers = UNITS.map((type) =>
  z.strictObject({ type: z.literal(type), ...bounds, decimals: z.exactOptional(z.literal(true)) }),
)
const truth = z.strictObject({ type: z.literal('truth') })
const dated = z.strictObject({ type: z.literal('date') })
const among = { among: z.exactOptional(z.array(z.string())) }

const [money, ...otherNumbers] = numbers as [(typeof numbers)[number], ...(typeof numbers)[number][]]

/** What a value of a fact looks like. */
const valueType = z.discriminatedUnion('type', [
  money,
  ...otherNumbers,
  truth,
  dated,
  z.strictObject({ type: z.literal('text'), ...among }),
  z.strictObject({ type: z.literal('texts'), ...among }),
  z.strictObject({ type: z.literal('period') }),
  z.strictObject({ type: z.literal('one'), to: name }),
  z.strictObject({ type: z.literal('those'), to: name, ...bounds }),
])

const scalarType = z.discriminatedUnion('type', [
  money,
  ...otherNumbers,
  truth,
  dated,
  z.strictObject({ type: z.literal('text') }),
])
const parameterType = z.discriminatedUnion('type', [
  money,
  ...otherNumbers,
  truth,
  dated,
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('texts') }),
  z.strictObject({
    type: z.literal('brackets'),
    by: z.discriminatedUnion('type', [money, ...otherNumbers, dated]),
    gives: scalarType,
  }),
  z.strictObject({ type: z.literal('keyed'), ...among, gives: scalarType }),
])

export const describedFact: z.ZodType<DescribedFact> = z.strictObject({
  source: name,
  name,
  about: name,
  value: valueType,
  when: z.array(z.enum(['date', 'period', 'year'])),
  optional: z.exactOptional(z.literal(true)),
  label: z.exactOptional(label),
})

/** Where a row of a step table starts: `from` a value, or `above` it. */
export const edges = {
  from: z.exactOptional(z.union([z.number(), date])),
  above: z.exactOptional(z.union([z.number(), date])),
}

const versionValue: z.ZodType<VersionValue> = z.union([
  scalar,
  z.array(text),
  z.array(z.strictObject({ ...edges, value: scalar })),
  z.record(z.string(), scalar),
])

export const describedParameter: z.ZodType<DescribedParameter> = z
  .strictObject({
    name,
    value: parameterType,
    history: z.array(
      z.strictObject({
        from: date,
        until: z.exactOptional(date),
        value: versionValue,
        article: z.string(),
        verified: z.exactOptional(z.boolean()),
        note: z.exactOptional(z.string()),
      }),
    ),
    label: z.exactOptional(label),
  })
  .superRefine(
    passes((parameter: Omit<Parameter, 'kind'>) => checkHistory(parameter.name, parameter.value, parameter.history)),
  )
