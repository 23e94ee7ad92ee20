import jsonLogic from 'json-logic-js'
import { type Contender, oneByOne } from '../contender.ts'
import type { Code } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import type { Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { flat, nullForUnknown } from '../written.ts'
import { documents } from './json-logic.ts'

export function jsonLogicJs(): readonly Contender[] {
  const { A, B, C } = documents('must be guarded')
  return [
    {
      name: 'json-logic-js',
      single: {
        A: oneByOne<Household>((input) => jsonLogic.apply(A, input) as Code, nullForUnknown),
        B: oneByOne<Child>((input) => jsonLogic.apply(B, input) as Code, nullForUnknown),
        C: oneByOne<Vehicle, unknown>((input) => jsonLogic.apply(C, input) as Code, flat),
      },
    },
  ]
}
