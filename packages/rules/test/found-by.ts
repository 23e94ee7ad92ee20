import { DefinitionError, type IsoDate, type Policy, type Yields } from '@vanzelf/rules'
import { evaluate, type Result } from '@vanzelf/rules/evaluate'
import { checkPolicy, type Node, nodeOf } from '@vanzelf/rules/tree'
import { plusDays } from '../src/calendar.ts'
import { WAYS } from './compiled-by.ts'

/** The day on which tables of tests are read, where they do not say another. */
const NEW_YEAR: IsoDate = '2026-01-01'

/**
 * What an expression yields, by itself; and by then policies that rest on it have decided the same, by generated source
 * and by closures: no wider and no narrower.
 */
export function foundBy<Value>(expression: Yields<Value>, told: object = {}, on: IsoDate = NEW_YEAR): Result<Value> {
  const found = evaluate(expression as Parameters<typeof evaluate>[0], told, on) as Result<Value>
  for (const [criterion, outcome] of expected(nodeOf(expression), found)) {
    const policy = restingOn(criterion)
    if (policy === undefined) continue
    for (const [way, compile] of WAYS) {
      const decided = compile(policy).decide(told, on).outcome
      if (decided !== outcome)
        throw new Error(`found ${JSON.stringify(found)}, and by ${way} a policy decides ${decided}, not ${outcome}`)
    }
  }
  return found
}

/** A policy with one ground; none where the ground is no criterion, or one that may be absent. */
function restingOn(criterion: Node): Policy | undefined {
  try {
    const policy = checkPolicy({
      kind: 'policy',
      name: 'rests on it',
      about: 'person',
      grounds: [{ article: 'art. 1', criterion }],
      benefit: { kind: 'status', what: { nl: 'recht', en: 'right' } },
      recipient: { kind: 'applicant' },
      period: { kind: 'period', from: { kind: 'thisDay' }, until: { kind: 'constant', value: '9999-12-31' } },
    })
    // Made of nodes, it has no types for the compiler; `checkPolicy` has looked at them.
    return policy as Policy
  } catch (error) {
    if (error instanceof DefinitionError && ['wrong-type', 'may-be-absent', 'wrong-unit'].includes(error.code))
      return undefined
    throw error
  }
}

type Expected = readonly [Node, 'eligible' | 'not eligible' | 'undetermined']

/** Criteria that rest on a value, and how they are decided where that is what is found. */
function expected(node: Node, found: unknown): readonly Expected[] {
  const isIt = (value: unknown): Node => ({ kind: 'is', left: node, right: nodeOf(value) })
  if (typeof found === 'boolean')
    return [
      [node, found ? 'eligible' : 'not eligible'],
      [isIt(found), 'eligible'],
      [isIt(!found), 'not eligible'],
    ]
  if (found === null) return [[{ kind: 'not', part: { kind: 'isPresent', part: node } }, 'eligible']]
  const { least, most } = isRange(found) ? found : { least: found, most: found }
  // Whatever is not known is undetermined as a criterion; lists and periods are compared elsewhere.
  if (!isValue(least) || !isValue(most)) return [[node, 'undetermined']]
  const within = least === most ? 'eligible' : 'undetermined'
  const values: readonly (readonly [number | string, Expected[1]])[] = [
    [least, within],
    [most, within],
    [beyond(least, -1), 'not eligible'],
    [beyond(most, 1), 'not eligible'],
  ]
  // A rule cannot speak of an amount without end, and beyond the ends of the calendar there is no day.
  const said = values.filter(
    ([value, outcome]) =>
      Number.isFinite(value) ||
      (typeof value === 'string' && (outcome === within || (value !== least && value !== most))),
  )
  return said.map(([value, outcome]) => [isIt(value), outcome])
}

const isValue = (found: unknown): found is number | string => typeof found === 'number' || typeof found === 'string'

/** The next value, up or down: numbers are exact to a millionth. */
function beyond(value: number | string, sign: 1 | -1): number | string {
  if (typeof value === 'number') return value + sign * 1e-6
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? plusDays(value, sign) : `${value} and more`
}

const isRange = (found: unknown): found is { readonly least: number | string; readonly most: number | string } =>
  typeof found === 'object' && found !== null && 'least' in found
