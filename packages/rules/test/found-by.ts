import type { IsoDate, Policy, Yields } from '@vanzelf/rules'
import { evaluate, type Result } from '@vanzelf/rules/evaluate'
import { checkPolicy, type Node, nodeOf } from '@vanzelf/rules/tree'
import { WAYS } from './compiled-by.ts'

/** The day on which tables of tests are read, where they do not say another. */
export const NEW_YEAR: IsoDate = '2026-01-01'

/**
 * What an expression yields, by itself; and by then a policy that rests on it has decided the same, by generated source
 * and by closures.
 */
export function foundBy<Value>(expression: Yields<Value>, told: object = {}, on: IsoDate = NEW_YEAR): Result<Value> {
  const found = evaluate(expression as Parameters<typeof evaluate>[0], told, on) as Result<Value>
  const [criterion, outcome] = expected(nodeOf(expression), found)
  const policy = checkPolicy({
    kind: 'policy',
    name: 'rests on it',
    about: 'person',
    grounds: [{ article: 'art. 1', criterion }],
    benefit: { kind: 'status', what: { nl: 'recht', en: 'right' } },
    recipient: { kind: 'applicant' },
    period: { kind: 'period', from: { kind: 'thisDay' }, until: { kind: 'constant', value: '9999-12-31' } },
  })
  for (const [way, compile] of WAYS) {
    // Made of nodes, it has no types for the compiler; `checkPolicy` has looked at them.
    const decided = compile(policy as Policy).decide(told, on).outcome
    if (decided !== outcome)
      throw new Error(`found ${JSON.stringify(found)}, and a policy decides ${decided} by ${way}`)
  }
  return found
}

/** A criterion that rests on a value, and how it is decided where that is what is found. */
function expected(node: Node, found: unknown): readonly [Node, 'eligible' | 'not eligible' | 'undetermined'] {
  const isIt = (value: unknown): Node => ({ kind: 'is', left: node, right: nodeOf(value) })
  if (typeof found === 'boolean') return [isIt(found), 'eligible']
  if (found === null) return [{ kind: 'not', part: { kind: 'isPresent', part: node } }, 'eligible']
  if (typeof found === 'string' || (typeof found === 'number' && Number.isFinite(found)))
    return [isIt(found), 'eligible']
  if (isRange(found)) {
    const bound = typeof found.least === 'string' || Number.isFinite(found.least) ? found.least : found.most
    return [isIt(bound), 'undetermined']
  }
  // Lists, periods and what is not known are compared elsewhere.
  return [{ kind: 'constant', value: true }, 'eligible']
}

const isRange = (found: unknown): found is { readonly least: number | string; readonly most: number | string } =>
  typeof found === 'object' && found !== null && 'least' in found
