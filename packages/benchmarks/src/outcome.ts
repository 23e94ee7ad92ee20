/**
 * A whole decision as one number, so that no engine is charged for a result it would not make by itself.
 * Above zero: eligible, and the number is the amount.
 */
export type Code = number

export const NOT_ELIGIBLE = 0
export const UNDETERMINED = -1
/** Eligible for certain, but the amount still hangs on something unknown. */
export const AMOUNT_OPEN = -2

export function inWords(code: Code): string {
  if (code === NOT_ELIGIBLE) return 'not eligible'
  if (code === UNDETERMINED) return 'undetermined'
  if (code === AMOUNT_OPEN) return 'eligible, amount open'
  return `eligible, ${code}`
}
