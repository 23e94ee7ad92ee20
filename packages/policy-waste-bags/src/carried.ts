import type { Given } from '@vanzelf/rules/evaluate'
import { LABELS } from './labels.ts'

/**
 * In which form a benefit of this policy is carried to the household; `undefined` where it does not say, or not yet.
 * @example
 * ```ts
 * formOf({ kind: 'money', amount: 42_00 }) // => undefined
 * ```
 */
export function formOf(benefit: Given): 'bags' | 'collections' | undefined {
  return (['bags', 'collections'] as const).find((form) => says(benefit, form))
}

/**
 * In which round of the year a benefit of this policy is paid; `undefined` where it does not say, or not yet.
 * @example
 * ```ts
 * roundOf({ kind: 'money', amount: 42_00 }) // => undefined
 * ```
 */
export function roundOf(benefit: Given): 'first' | 'second' | undefined {
  return (['first', 'second'] as const).find((round) => says(benefit, round))
}

// A benefit names what it is by its label; here no two are called the same.
const says = (benefit: Given, label: keyof typeof LABELS): boolean =>
  benefit.kind === 'composite'
    ? benefit.parts.some((part) => says(part, label))
    : benefit.kind === 'status' && benefit.what.nl === LABELS[label].nl
