import type { Fact, IsoDate, NumberType, ValueType } from '@vanzelf/rules'
import * as z from 'zod'
import type { ValueAt } from './answer.ts'

/**
 * What a raw value of a fact must look like, as a zod schema, derived from the fact's own description: a relation is
 * pseudonyms, a number lies within the fact's bounds and is whole unless it may have decimals, a number or date may be
 * a range of which only the bounds are known, and `null` fits only where there may be none.
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const income = fact({ source: 'tax', name: 'income', about: 'person', value: { type: 'money', least: 0 }, when: ['year'] })
 * schemaOf(income).safeParse(1_250_00).success // => true
 * schemaOf(income).safeParse({ least: 0, most: 1_250_00 }).success // => true
 * schemaOf(income).safeParse(-1).success // => false
 * schemaOf(income).safeParse(null).success // => false
 * ```
 */
export function schemaOf<F extends Fact>(fact: F): z.ZodType<ValueAt<F>> {
  const schema = schemaOfType(fact.value)
  // A fact's value type and its description say the same, by the types of `fact`: the compiler cannot follow that here.
  return (fact.optional ? z.nullable(schema) : schema) as unknown as z.ZodType<ValueAt<F>>
}

function schemaOfType(type: ValueType): z.ZodType {
  switch (type.type) {
    case 'truth':
      return z.boolean()
    case 'date':
      return rangeOr(date())
    case 'text':
      return type.among ? z.enum([...type.among]) : z.string()
    case 'texts':
      return z.array(type.among ? z.enum([...type.among]) : z.string()).readonly()
    case 'period':
      return period()
    case 'one':
      return pseudonym()
    case 'those':
      return those(type.least, type.most)
    default:
      return rangeOr(number(type))
  }
}

// Made when asked for: a schema at module level would stay in the bundle of every policy, which only wants `source`.
const date = () => z.iso.date()
const pseudonym = () => z.string().min(1)

const period = () =>
  z
    .strictObject({ from: date(), until: date().nullish() })
    .refine(({ from, until }) => !until || from < until, 'a period ends after it starts')

const those = (least = 0, most = Number.POSITIVE_INFINITY) =>
  z
    .array(pseudonym())
    .readonly()
    .refine((ids) => ids.length >= least && ids.length <= most, 'not as many as there must be')
    .refine((ids) => new Set(ids).size === ids.length, 'a subject stands in it twice')

const number = ({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, decimals }: NumberType) =>
  (decimals ? z.number() : z.int()).gte(least).lte(most)

/** Of a number or a date the source may know no more than two bounds. */
const rangeOr = <V extends number | IsoDate | string>(value: z.ZodType<V>) =>
  z.union([
    value,
    z
      .strictObject({ least: value, most: value })
      .refine(({ least, most }) => least <= most, 'the least is above the most'),
  ])
