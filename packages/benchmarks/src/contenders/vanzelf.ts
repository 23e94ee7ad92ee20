import type { Policy } from '@vanzelf/rules'
import { compile, type Decision } from '@vanzelf/rules/evaluate'
import { type Contender, type Decisions, type Load, oneByOne } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { fiscalDiscountPolicy } from '../policies/fiscal-discount.ts'
import { wasteBagsPolicy } from '../policies/waste-bags.ts'
import { zoneRegistrationPolicy } from '../policies/zone-registration.ts'
import { DAY } from '../work/zone-registration.ts'

/** The records are situations as they are: nothing is made ready. */
export function vanzelf(): readonly Contender[] {
  return [
    { name: 'vanzelf (exact)', single: single(true) },
    { name: 'vanzelf (without generated code)', single: single(false) },
    { name: 'vanzelf (many in one call)', many: many() },
  ]
}

function single(generated: boolean): Decisions {
  const load = <One>(policy: Policy): Load<One> => {
    const { decide } = compile(policy, { generated })
    return oneByOne<One>((record) => codeOf(decide(record as never, DAY)))
  }
  return { A: load(wasteBagsPolicy), B: load(fiscalDiscountPolicy), C: load(zoneRegistrationPolicy) }
}

function many(): Decisions {
  const load = <One>(policy: Policy): Load<One> => {
    const { decideMany } = compile(policy)
    return (records) => ({
      answers: () => decideMany(records as never, DAY).map(codeOf),
      pass: () => decideMany(records as never, DAY),
    })
  }
  return { A: load(wasteBagsPolicy), B: load(fiscalDiscountPolicy), C: load(zoneRegistrationPolicy) }
}

function codeOf(decision: Decision): Code {
  if (decision.outcome === 'not eligible') return NOT_ELIGIBLE
  if (decision.outcome === 'undetermined') return UNDETERMINED
  const { benefit } = decision
  return 'amount' in benefit && typeof benefit.amount === 'number' ? benefit.amount : AMOUNT_OPEN
}
