import type { Given } from '@vanzelf/rules/evaluate'

/** How many cents of money are given for certain: of a choice, and of what is left open, none. */
export function centsIn(given: Given): number {
  if (given.kind === 'composite') return given.parts.reduce((sum, part) => sum + centsIn(part), 0)
  if (given.kind !== 'money') return 0
  return typeof given.amount === 'number' ? given.amount : given.amount.least
}
