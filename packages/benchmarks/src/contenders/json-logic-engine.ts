import { LogicEngine } from 'json-logic-engine'
import { type Contender, oneByOne } from '../contender.ts'
import type { Code } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import type { Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { flat, nullForUnknown } from '../written.ts'
import { documents, type Logic } from './json-logic.ts'

export function jsonLogicEngine(): readonly Contender[] {
  const engine = new LogicEngine()
  const { A, B, C } = documents('counts as 0')
  const built = (logic: Logic) => engine.build(logic) as (input: unknown) => Code
  return [
    {
      name: 'json-logic-engine (compiled)',
      single: {
        A: oneByOne<Household>(built(A), nullForUnknown),
        B: oneByOne<Child>(built(B), nullForUnknown),
        C: oneByOne<Vehicle, unknown>(built(C), flat),
      },
    },
  ]
}
