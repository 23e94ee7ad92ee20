import type { Label } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import { type Refused, refused } from './channel.ts'

/** A share of a price that is granted. */
export interface Share {
  /** In hundredths. */
  readonly percentage: number
  readonly of: Label
}

/**
 * The money of a benefit, in euro cents: its one part that is money. What several parts of money mean together is the
 * policy's to say.
 * @returns or why there is none: `benefit-not-settled`, `no-money`, `several-amounts`
 * @example
 * ```ts
 * moneyIn({ kind: 'money', amount: 42_00 }) // => 4200
 * moneyIn({ kind: 'money', amount: { least: 0, most: 42_00 } }) // => { outcome: 'refused', why: 'benefit-not-settled' }
 * ```
 */
export function moneyIn(benefit: Given): number | Refused {
  const parts = partsOf(benefit)
  if ('outcome' in parts) return parts
  const [first, ...more] = parts.filter((part) => part.kind === 'money')
  if (!first) return refused('no-money')
  if (more.length > 0) return refused('several-amounts')
  return settled(first.amount)
}

/** The shares of a benefit; a part that is no share cannot be billed, so that it is refused rather than left out. */
export function sharesIn(benefit: Given): readonly Share[] | Refused {
  const parts = partsOf(benefit)
  if ('outcome' in parts) return parts
  const shares: Share[] = []
  for (const part of parts) {
    if (part.kind === 'status') continue
    if (part.kind !== 'share') return refused('not-a-share')
    const percentage = settled(part.amount)
    if (typeof percentage !== 'number') return percentage
    if (percentage > 100) return refused('share-above-the-price')
    shares.push({ percentage, of: part.of })
  }
  return shares.length > 0 ? shares : refused('no-share')
}

type Part = Exclude<Given, { readonly kind: 'composite' | 'alternative' | 'open' }>

function partsOf(benefit: Given): readonly Part[] | Refused {
  if (benefit.kind === 'open') return refused('benefit-not-settled')
  // Whose choice it is, no channel knows.
  if (benefit.kind === 'alternative') return refused('benefit-to-be-chosen')
  if (benefit.kind !== 'composite') return [benefit]
  const parts: Part[] = []
  for (const part of benefit.parts) {
    const inner = partsOf(part)
    if ('outcome' in inner) return inner
    parts.push(...inner)
  }
  return parts
}

function settled(amount: number | { readonly least: number; readonly most: number }): number | Refused {
  if (typeof amount !== 'number') return refused('benefit-not-settled')
  return amount > 0 ? amount : refused('nothing-granted')
}
