import { type Fact, type Period, type Timeline, unknown } from '@vanzelf/rules'
import * as z from 'zod'
import { type Answer, known, type ValueAt } from './answer.ts'
import { schemaOf } from './schema.ts'

/**
 * What makes answers of raw values at the boundary: a value that fits the fact is known, any other is in doubt. A
 * timeline fits when each of its values does and its steps are in order without overlap. Made once for each fact.
 * @returns never a default: what does not fit is unknown, and why it does not fit is not kept, for it may hold a value
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const parse = parserOf(livingWage)
 * parse(false) // => { value: false }
 * parse('0') // => { unknown: 'in doubt' }
 * parse(undefined) // => { unknown: 'in doubt' }
 * ```
 */
export function parserOf<F extends Fact>(fact: F): (raw: unknown, validity?: Period) => Answer<F> {
  const value = schemaOf(fact)
  const step = z.strictObject({ from: z.iso.date().nullish(), until: z.iso.date().nullish(), value })
  const steps = z.strictObject({ timeline: z.array(step).readonly() })
  return (raw, validity) => {
    const single = value.safeParse(raw)
    if (single.success) return known(single.data, validity)
    const several = steps.safeParse(raw)
    // Zod sees texts where the type says dates: it has checked that they are.
    if (several.success && inOrder(several.data.timeline)) return known(several.data as Timeline<ValueAt<F>>, validity)
    return unknown('in doubt')
  }
}

interface Days {
  readonly from?: string | null | undefined
  readonly until?: string | null | undefined
}

/** Whether each step ends after it starts, and before the next one does. */
const inOrder = (steps: readonly Days[]): boolean =>
  steps.every(({ from, until }, index) => {
    const next = steps[index + 1]
    return (
      !(from && until && until <= from) && (next === undefined || Boolean(until && next.from && until <= next.from))
    )
  })
