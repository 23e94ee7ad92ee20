import type { Label } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import { everyNode, type Node } from '@vanzelf/rules/tree'

/**
 * What benefits may be for, so that they can be compared: a name, and what the policies call it. Of one label only `nl`
 * and `en` count, which each label has.
 */
export interface Things {
  readonly [thing: string]: readonly Label[]
}

/** The thing that every set knows without being told: amounts of money, whatever they are for. */
export const MONEY = 'money'

/** What is known of an amount: its bounds, equal where it is settled. */
export interface Range {
  readonly least: number
  readonly most: number
}

/** How much a benefit gives for one thing: cents, hundredths of its price, or a number of them. */
export function amountFor(things: Things, thing: string, given: Given): Range {
  switch (given.kind) {
    case 'money':
      return thing === MONEY ? rangeOf(given.amount) : NONE
    case 'share':
      return isCalled(things[thing], given.of) ? rangeOf(given.amount) : NONE
    case 'inKind':
      return isCalled(things[thing], given.what) ? rangeOf(given.amount) : NONE
    case 'composite':
      return given.parts
        .map((part) => amountFor(things, thing, part))
        .reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), NONE)
    // The recipient may choose the part that gives most for it.
    case 'alternative':
      return given.parts
        .map((part) => amountFor(things, thing, part))
        .reduce((best, { least, most }) => ({
          least: Math.max(best.least, least),
          most: Math.max(best.most, most),
        }))
    case 'open': {
      const each = given.among.map((part) => amountFor(things, thing, part))
      return { least: Math.min(...each.map(({ least }) => least)), most: Math.max(...each.map(({ most }) => most)) }
    }
    case 'status':
    case 'nothing':
      return NONE
  }
}

/** In what a policy's benefit could ever count for one thing: the kinds of its parts that are for it. */
export function kindsFor(things: Things, thing: string, benefit: Node): ReadonlySet<'money' | 'share' | 'inKind'> {
  const kinds = new Set<'money' | 'share' | 'inKind'>()
  for (const node of everyNode(benefit)) {
    if (node.kind === 'money' && thing === MONEY) kinds.add('money')
    if (node.kind === 'share' && isCalled(things[thing], node.of)) kinds.add('share')
    if (node.kind === 'inKind' && isCalled(things[thing], node.what)) kinds.add('inKind')
  }
  return kinds
}

const NONE: Range = { least: 0, most: 0 }

const rangeOf = (amount: number | Range): Range =>
  typeof amount === 'number' ? { least: amount, most: amount } : amount

const isCalled = (labels: readonly Label[] | undefined, label: Label): boolean =>
  labels?.some(({ nl, en }) => nl === label.nl && en === label.en) ?? false
