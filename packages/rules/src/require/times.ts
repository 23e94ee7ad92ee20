import { as } from '../evaluate/bounded/bounded.ts'
import { compileBounded } from '../evaluate/bounded/compile.ts'
import { frameOf, SOMEBODY } from '../evaluate/frame.ts'
import { isFree } from '../evaluate/free.ts'
import type { Fact } from '../fact.ts'
import type { Node, PolicyNode } from '../tree.ts'
import { partsOf } from '../walk.ts'

/** The one date on which a fact is ever read, or `various` where there may be others, periods or years. */
export type OnlyDate = string | 'various'

/** For each fact of a policy, by its kind of subject and name, the only date on which it is read. */
export function onlyDates(policy: PolicyNode, on: string): ReadonlyMap<string, OnlyDate> {
  const dates = new Map<string, OnlyDate>()
  const met = ({ about, name }: Fact, date: OnlyDate) => {
    const key = `${about} ${name}`
    const before = dates.get(key)
    dates.set(key, before === undefined || before === date ? date : 'various')
  }
  const visit = (node: Node, date: OnlyDate): void => {
    switch (node.kind) {
      case 'fact':
        met(node, date)
        break
      case 'inYear':
        met(node.fact, 'various')
        visit(node.year, date)
        break
      case 'on':
        visit(node.date, date)
        visit(node.part, shifted(node.date, date, on))
        break
      case 'throughout':
      case 'atSomeTimeIn':
      case 'daysIn':
        visit(node.period, date)
        visit(node.part, 'various')
        break
      default:
        for (const part of partsOf(node)) visit(part, date)
    }
  }
  for (const part of [
    policy.requires,
    ...policy.grounds.map(({ criterion }) => criterion),
    policy.benefit,
    policy.recipient,
    policy.period,
  ])
    if (part) visit(part, on)
  return dates
}

function shifted(date: Node, from: OnlyDate, reference: string): OnlyDate {
  if (from === 'various' || !isFree(date)) return 'various'
  const frame = { ...frameOf(SOMEBODY, from), reference }
  try {
    const first = as('date', compileBounded(date)).read(frame)
    return first === frame.last ? first : 'various'
  } catch {
    // A parameter that is not in force, on a branch that may never be taken: deciding says so if it is.
    return 'various'
  }
}
