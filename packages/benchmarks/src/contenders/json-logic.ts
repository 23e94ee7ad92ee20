import { AMOUNT_OPEN, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { CITY } from '../population/households.ts'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'
import { ROLLS } from '../work/waste-bags.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'

/** A rule as JsonLogic has it: an operator with its operands, or a value. */
export type Logic =
  | { readonly [operator: string]: Logic | readonly Logic[] }
  | readonly Logic[]
  | string
  | number
  | boolean
  | null

const read = (path: string): Logic => ({ var: path })
const is = (path: string, value: Logic): Logic => ({ '===': [read(path), value] })
const isUnknown = (path: string): Logic => is(path, null)
const either = (...parts: readonly Logic[]): Logic => ({ or: parts })
const both = (...parts: readonly Logic[]): Logic => ({ and: parts })
const someOf = (list: string, criterion: Logic): Logic => ({ some: [read(list), criterion] })
const isKnownOutside = (path: string, list: readonly string[]): Logic =>
  both({ '!==': [read(path), null] }, { '!': { in: [read(path), list] } })
const choose = (...branches: readonly Logic[]): Logic => ({ if: branches })
const isBelow = (value: Logic, limit: number): Logic => ({ '<': [value, limit] })

const rolls = choose(
  ...ROLLS.slice(1).flatMap(({ from }, place) => [isBelow(read('members.length'), from), ROLLS[place]?.value ?? 0]),
  ROLLS.at(-1)?.value ?? 0,
)

/** JsonLogic knows no third truth value: each rule asks for `null` itself. */
const wasteBags = choose(
  is('registered', false),
  NOT_ELIGIBLE,
  someOf('members', either(is('increasedReimbursement', true), is('livingWage', true))),
  choose(
    isKnownOutside('postcode', CITY),
    NOT_ELIGIBLE,
    either(isUnknown('postcode'), isUnknown('registered')),
    UNDETERMINED,
    rolls,
  ),
  someOf('members', either(isUnknown('increasedReimbursement'), isUnknown('livingWage'))),
  choose(isKnownOutside('postcode', CITY), NOT_ELIGIBLE, UNDETERMINED),
  NOT_ELIGIBLE,
)

/** A list of one income less the supplements, so that a reduction over it reads the sum by name and adds it up once. */
function fiscalDiscount(income: Logic): Logic {
  const total: Logic = { reduce: [read('adults'), { '+': [read('accumulator'), income] }, 0] }
  const above: Logic = { '-': [total, { '*': [read('dependentChildren'), PER_CHILD] }] }
  const limits = { first: BRACKETS[0].below, last: BRACKETS[2].below }
  const byBracket = BRACKETS.flatMap(({ below, percent }) => [isBelow(read('current'), below), percent])
  const once = (...branches: readonly Logic[]): Logic => ({ reduce: [[above], choose(...branches), 0] })
  return choose(
    someOf('adults', is('livingWage', true)),
    WITH_A_LIVING_WAGE,
    someOf('adults', isUnknown('income')),
    choose(
      someOf('adults', isUnknown('livingWage')),
      UNDETERMINED,
      isBelow(above, limits.last),
      UNDETERMINED,
      NOT_ELIGIBLE,
    ),
    someOf('adults', isUnknown('livingWage')),
    once(
      isBelow(read('current'), limits.first),
      WITH_A_LIVING_WAGE,
      isBelow(read('current'), limits.last),
      AMOUNT_OPEN,
      UNDETERMINED,
    ),
    once(...byBracket, NOT_ELIGIBLE),
  )
}

const holdsACard = both(
  is('hasCard', true),
  { '<=': [read('cardFrom'), DAY] },
  either(is('cardUntil', null), { '<': [DAY, read('cardUntil')] }),
)
const zoneRegistration = choose(
  either(is('plateRegisteredToHolder', false), is('otherRegisteredVehicle', true)),
  NOT_ELIGIBLE,
  isKnownOutside('category', CATEGORIES),
  NOT_ELIGIBLE,
  either(is('increasedReimbursement', true), holdsACard),
  choose(
    either(isUnknown('plateRegisteredToHolder'), isUnknown('otherRegisteredVehicle'), isUnknown('category')),
    UNDETERMINED,
    1,
  ),
  either(isUnknown('increasedReimbursement'), isUnknown('hasCard')),
  UNDETERMINED,
  NOT_ELIGIBLE,
)

/**
 * The three decisions as JsonLogic documents, for the engine that interprets and the engine that compiles.
 * @param unknownIncome what stands for an income of `null`: an engine may add it as 0, or make a NaN of it and so a
 * wrong "no"
 */
export function documents(unknownIncome: 'counts as 0' | 'must be guarded'): {
  readonly A: Logic
  readonly B: Logic
  readonly C: Logic
} {
  const income = read('current.income')
  return {
    A: wasteBags,
    B: fiscalDiscount(unknownIncome === 'must be guarded' ? either(income, 0) : income),
    C: zoneRegistration,
  }
}
