import { evaluate } from 'feelin'
import { type Contender, oneByOne } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import { CITY, type Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'
import { ROLLS } from '../work/waste-bags.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'
import { flat, nullForUnknown } from '../written.ts'

// FEEL is three-valued in `and`, `or` and `any()`. In `some … satisfies` an unknown becomes a no: it is not used here.
const among = (fact: string, list: readonly string[]) =>
  `(if ${fact} = null then null else list contains(${JSON.stringify(list)}, ${fact}))`
const decided = (criterion: string, amount: string) =>
  `{ holds: ${criterion}, code: if holds = null then ${UNDETERMINED} else if holds then ${amount} else ${NOT_ELIGIBLE} }.code`

const rolls = ROLLS.slice(1).reduceRight(
  (rest, { from }, place) => `if count(members) < ${from} then ${ROLLS[place]?.value} else ${rest}`,
  `${ROLLS.at(-1)?.value}`,
)
const wasteBags = decided(
  `registered and ${among('postcode', CITY)} and any(for one in members return one.increasedReimbursement or one.livingWage)`,
  `(${rolls})`,
)

const fiscalDiscount = `{
  wage: any(for one in adults return one.livingWage),
  above: sum(for one in adults return if one.income = null then 0 else one.income) - dependentChildren * ${PER_CHILD},
  code: if wage then ${WITH_A_LIVING_WAGE}
    else if above >= ${BRACKETS[2].below} then (if wage = null then ${UNDETERMINED} else ${NOT_ELIGIBLE})
    else if any(for one in adults return one.income = null) then ${UNDETERMINED}
    else if above < ${BRACKETS[0].below} then ${BRACKETS[0].percent}
    else if wage = null then ${AMOUNT_OPEN}
    else if above < ${BRACKETS[1].below} then ${BRACKETS[1].percent}
    else ${BRACKETS[2].percent}
}.code`

const covered = `(hasCard and (if cardFrom = null then true else cardFrom <= "${DAY}" and (if cardUntil = null then true else "${DAY}" < cardUntil)))`
const zoneRegistration = decided(
  `plateRegisteredToHolder and not(otherRegisteredVehicle) and ${among('category', CATEGORIES)} and (increasedReimbursement or ${covered})`,
  '1',
)

/** It has no compiled form: the text is parsed at every call. */
export function feelin(): readonly Contender[] {
  const asked = (expression: string) => (input: object) => evaluate(expression, { ...input }).value as Code
  return [
    {
      name: 'feelin (FEEL)',
      single: {
        A: oneByOne<Household>(asked(wasteBags), nullForUnknown),
        B: oneByOne<Child>(asked(fiscalDiscount), nullForUnknown),
        C: oneByOne<Vehicle, object>(asked(zoneRegistration), flat),
      },
    },
  ]
}
