import type { Days } from '@vanzelf/ledger'
import type { Given } from '@vanzelf/rules/evaluate'

/** What somebody is given, and when. */
export interface Worth {
  readonly benefit: Given
  readonly period: Days
}

/**
 * How what is given now compares with what was: `less` as soon as one part of it is, or a day falls away.
 */
export function compare(was: Worth, is: Worth): 'same' | 'more' | 'less' {
  if (isLess(was.period, is.period)) return 'less'
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
      add(`share of ${JSON.stringify(given.of)}`, amountIn(given.amount))
      break
    case 'inKind':
      add(JSON.stringify(given.what), amountIn(given.amount))
      break
    case 'status':
      add(`status ${JSON.stringify(given.what)}`, 1)
      break
    case 'composite':
      for (const part of given.parts) partsOf(part, found)
      break
    case 'alternative':
      add(`one of ${JSON.stringify(given.parts)}`, 1)
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
