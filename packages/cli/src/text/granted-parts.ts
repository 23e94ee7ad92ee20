import type { Label } from '@vanzelf/rules'
import type { Amount, Given } from '@vanzelf/rules/evaluate'

/** The amounts and the things of a benefit, in its order; what is left open is not among them. */
export interface GrantedParts {
  /** Money in euros, shares in hundredths, numbers of things. */
  readonly amounts: readonly Amount[]
  readonly things: readonly Label[]
}

export function grantedParts(given: Given): GrantedParts {
  switch (given.kind) {
    case 'money':
      return { amounts: [inEuros(given.amount)], things: [] }
    case 'share':
      return { amounts: [given.amount], things: [given.of] }
    case 'inKind':
      return { amounts: [given.amount], things: [given.what] }
    case 'status':
      return { amounts: [], things: [given.what] }
    case 'nothing':
      return { amounts: [], things: [] }
    case 'composite':
    case 'alternative': {
      const parts = given.parts.map(grantedParts)
      return { amounts: parts.flatMap(({ amounts }) => amounts), things: parts.flatMap(({ things }) => things) }
    }
    case 'open':
      return { amounts: openAmounts(given.among.map((one) => grantedParts(one).amounts)), things: [] }
  }
}

const inEuros = (amount: Amount): Amount =>
  typeof amount === 'number' ? amount / 100 : { least: amount.least / 100, most: amount.most / 100 }

/** Which of several it is, is open: amount by amount it lies between the least and the most of them. */
function openAmounts(among: readonly (readonly Amount[])[]): readonly Amount[] {
  const longest = Math.max(...among.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) => {
    const all = among.map((amounts) => amounts[index] ?? 0)
    const least = Math.min(...all.map((one) => (typeof one === 'number' ? one : one.least)))
    const most = Math.max(...all.map((one) => (typeof one === 'number' ? one : one.most)))
    return least === most ? least : { least, most }
  })
}
