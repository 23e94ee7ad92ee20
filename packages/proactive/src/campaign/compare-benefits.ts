import type { Days } from '@vanzelf/ledger'
import type { IsoDate } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import { later } from '../grants/days.ts'

/** What somebody is given, and when. */
export interface Worth {
  readonly benefit: Given
  readonly period: Days
}

/**
 * How what is given now compares with what was: `less` as soon as one part of it is, or a day falls away. Days before the
 * one on which it is decided are past, and cannot.
 */
export function compare(was: Worth, is: Worth, on: IsoDate): 'same' | 'more' | 'less' {
  const still = { ...was.period, from: later(was.period.from, on) }
  if (isLess(still, is.period)) return 'less'
  const [before, after] = [partsOf(was.benefit), partsOf(is.benefit)]
  let more = isLess(is.period, was.period)
  for (const [part, amount] of before) {
    const now = after.get(part)
    if (now === undefined || now < amount) return 'less'
    if (now > amount) more = true
  }
  for (const part of after.keys()) if (!before.has(part)) more = true
  return more ? 'more' : 'same'
}

/** How many cents somebody still has to receive: what is given now less what was. */
export function owed(was: Given | undefined, is: Given): number {
  return moneyIn(is) - (was === undefined ? 0 : moneyIn(was))
}

function moneyIn(given: Given): number {
  return [...partsOf(given)].reduce((sum, [part, amount]) => (part === 'money' ? sum + amount : sum), 0)
}

/** The same for the same thing: a database gives the keys of an object back in another order. */
const keyOf = (thing: object): string =>
  JSON.stringify(thing, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** Whether days of the one are not in the other. */
const isLess = (was: Days, is: Days): boolean => is.from > was.from || (is.until ?? '~') < (was.until ?? '~')

/** Each thing that is given, and how much of it. */
function partsOf(given: Given, found = new Map<string, number>()): ReadonlyMap<string, number> {
  const add = (part: string, amount: number) => found.set(part, (found.get(part) ?? 0) + amount)
  switch (given.kind) {
    case 'money':
      add('money', amountIn(given.amount))
      break
    case 'share':
      add(`share of ${keyOf(given.of)}`, amountIn(given.amount))
      break
    case 'inKind':
      add(keyOf(given.what), amountIn(given.amount))
      break
    case 'status':
      add(`status ${keyOf(given.what)}`, 1)
      break
    case 'composite':
      for (const part of given.parts) partsOf(part, found)
      break
    case 'alternative':
      add(`one of ${keyOf(given.parts)}`, 1)
      break
    case 'open':
    case 'nothing':
      break
  }
  return found
}

/** Nothing that is not settled takes effect, so a range is not met here; its least is certain. */
const amountIn = (amount: number | { readonly least: number }): number =>
  typeof amount === 'number' ? amount : amount.least
