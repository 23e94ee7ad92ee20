import { type Unknown, unknown } from '@vanzelf/rules'
import type { Known } from '@vanzelf/source'
import { type Assessment, TAXABLE_INCOME } from './services/assessment.ts'

const inDoubt = unknown('in doubt')
const notPermitted = unknown('not permitted')

/** The person's own part, in euro cents. A bill without it says nothing of it: it is not zero. */
export function ownIncome({ status, items, isJoint }: Assessment): Known<number> | Unknown {
  if (status === undefined) return notPermitted
  const own = incomeUnder(status, items)
  if (own !== undefined) return own
  // The letter contradicts the status where nobody else is on the bill: whose amount it is cannot be told.
  return !isJoint && incomeUnder(partnerOf(status), items) ? inDoubt : notPermitted
}

/**
 * The income of the whole bill, in euro cents: of both where two are assessed together.
 * @param isDisclosed whether the sender is shown the second person: only then does a bill without one say so
 */
export function jointIncome(bill: Assessment, isDisclosed: boolean): Known<number> | Unknown {
  const { status, items, isJoint } = bill
  const together = incomeUnder('C', items)
  if (together !== undefined) return together
  const [first, second] = [incomeUnder('A', items), incomeUnder('B', items)]
  if (first && second) return sumOf(first, second)
  const own = ownIncome(bill)
  if ('unknown' in own && own.unknown === 'in doubt') return own
  // Of two people one amount is shown; or it is not shown whether there are two.
  return isJoint || status !== 'A' || !isDisclosed ? notPermitted : own
}

function sumOf(first: Known<number> | Unknown, second: Known<number> | Unknown): Known<number> | Unknown {
  if ('unknown' in first) return first
  return 'unknown' in second ? second : { value: first.value + second.value }
}

const partnerOf = (status: 'A' | 'B') => (status === 'A' ? 'B' : 'A')

/** The amount under a letter; `undefined` where the bill has none. */
function incomeUnder(letter: 'A' | 'B' | 'C', items: Assessment['items'] = []): Known<number> | Unknown | undefined {
  const [item, second] = items.filter(({ code }) => code === `${letter}${TAXABLE_INCOME}`)
  if (!item) return undefined
  // A loss is carried to later years, never written here: what is not a whole number of cents cannot be so.
  return second || !/^\d{1,13}$/.test(item.value) ? inDoubt : { value: Number(item.value) }
}
