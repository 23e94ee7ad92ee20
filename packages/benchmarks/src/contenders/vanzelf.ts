import type { Policy } from '@vanzelf/rules'
import { compile as closures, type Decision } from '@vanzelf/rules/evaluate'
import { compileColumns, toColumns } from '@vanzelf/rules/evaluate/columns'
import { compile } from '@vanzelf/rules/evaluate/generated'
import { type Contender, type Decisions, fresh, type Load, oneByOne } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { fiscalDiscountPolicy } from '../policies/fiscal-discount.ts'
import { wasteBagsPolicy } from '../policies/waste-bags.ts'
import { zoneRegistrationPolicy } from '../policies/zone-registration.ts'
import { DAY } from '../work/zone-registration.ts'

/** The records are situations as they are: nothing is made ready. */
export function vanzelf(): readonly Contender[] {
  return [
    { name: 'vanzelf (generated)', single: single(compile) },
    { name: 'vanzelf (without generated code)', single: single(closures) },
    { name: 'vanzelf (many in one call)', many: many() },
    { name: 'vanzelf (columns)', many: columns() },
  ]
}

function single(compiled: typeof compile): Decisions {
  const load = <One>(policy: Policy): Load<One> => {
    const { decide } = compiled(policy)
    return oneByOne<One>(coded(decide as never))
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

/** The facts as columns, made ready beforehand; the decisions are columns too, written again at every pass. */
function columns(): Decisions {
  const load = <One>(policy: Policy): Load<One> => {
    const { decide } = compileColumns(policy)
    return (records) => {
      const table = toColumns(policy, records as never)
      let decided = decide(table, DAY)
      return {
        answers: () =>
          Array.from(decided.outcome, (outcome, row) => codeIn(outcome, decided.least[row], decided.most[row])),
        pass: () => {
          decided = decide(table, DAY, decided)
        },
      }
    }
  }
  return { A: load(wasteBagsPolicy), B: load(fiscalDiscountPolicy), C: load(zoneRegistrationPolicy) }
}

const ELIGIBLE = 3
function codeIn(outcome: number, least: number | undefined, most: number | undefined): Code {
  if (outcome !== ELIGIBLE) return outcome === 0 ? NOT_ELIGIBLE : UNDETERMINED
  return least === most && least !== undefined ? least : AMOUNT_OPEN
}

/** The decision of a record as a code, in a function of its own for every policy: the call in it meets one function. */
function coded<One>(decide: (record: One, on: string) => Decision): (record: One) => Code {
  const made = fresh('decide', 'codeOf', 'on', 'return (record) => codeOf(decide(record, on))') as Coded<One>
  return made(decide, codeOf, DAY)
}
type Coded<One> = (
  decide: (record: One, on: string) => Decision,
  code: typeof codeOf,
  on: string,
) => (record: One) => Code

function codeOf(decision: Decision): Code {
  if (decision.outcome === 'not eligible') return NOT_ELIGIBLE
  if (decision.outcome === 'undetermined') return UNDETERMINED
  const { benefit } = decision
  return 'amount' in benefit && typeof benefit.amount === 'number' ? benefit.amount : AMOUNT_OPEN
}
