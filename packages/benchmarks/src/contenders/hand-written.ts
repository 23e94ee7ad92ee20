import { type Contender, oneByOne } from '../contender.ts'
import { works } from '../work/works.ts'

/** The yardstick. Over many records it is the same loop as over one. */
export function handWritten(): readonly Contender[] {
  const { A, B, C } = works
  const decisions = { A: oneByOne(A.decide), B: oneByOne(B.decide), C: oneByOne(C.decide) }
  return [{ name: 'hand-written', single: decisions, many: decisions }]
}
