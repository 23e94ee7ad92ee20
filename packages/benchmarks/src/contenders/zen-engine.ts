import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import { type Contender, type Decisions, inGroups, inTurn } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import { CITY, type Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'
import { ROLLS } from '../work/waste-bags.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'
import { asNumber, flatInNumbers, nullForUnknown } from '../written.ts'

/** `null or …` is an error in its language, so a rule compares with `null` itself; later keys read earlier ones as `$`. */
interface Expressions {
  readonly [key: string]: string
}

const choose = (...branches: readonly (readonly [string, string | number])[]) => ({
  otherwise: (value: string | number): string =>
    branches.reduceRight<string>((rest, [criterion, then]) => `(${criterion} ? ${then} : ${rest})`, `${value}`),
})
const isKnownOutside = (fact: string, list: readonly string[]) =>
  `(${fact} != null and not (${fact} in ${JSON.stringify(list)}))`

const rolls = choose(
  ...ROLLS.slice(1).map(({ from }, place) => [`len(members) < ${from}`, ROLLS[place]?.value ?? 0] as const),
).otherwise(ROLLS.at(-1)?.value ?? 0)

const wasteBags: Expressions = {
  code: choose(
    ['registered == false', NOT_ELIGIBLE],
    [
      'some(members, #.increasedReimbursement == true or #.livingWage == true)',
      choose(
        [isKnownOutside('postcode', CITY), NOT_ELIGIBLE],
        ['postcode == null or registered == null', UNDETERMINED],
      ).otherwise(rolls),
    ],
    [
      'some(members, #.increasedReimbursement == null or #.livingWage == null)',
      choose([isKnownOutside('postcode', CITY), NOT_ELIGIBLE]).otherwise(UNDETERMINED),
    ],
  ).otherwise(NOT_ELIGIBLE),
}

const wageUnknown = 'some(adults, #.livingWage == null)'
const fiscalDiscount: Expressions = {
  above: `sum(map(adults, #.income ?? 0)) - dependentChildren * ${PER_CHILD}`,
  code: choose(
    ['some(adults, #.livingWage == true)', WITH_A_LIVING_WAGE],
    [`$.above >= ${BRACKETS[2].below}`, choose([wageUnknown, UNDETERMINED]).otherwise(NOT_ELIGIBLE)],
    ['some(adults, #.income == null)', UNDETERMINED],
    [`$.above < ${BRACKETS[0].below}`, BRACKETS[0].percent],
    [wageUnknown, AMOUNT_OPEN],
    [`$.above < ${BRACKETS[1].below}`, BRACKETS[1].percent],
  ).otherwise(BRACKETS[2].percent),
}

const day = asNumber(DAY)
const zoneRegistration: Expressions = {
  code: choose(
    ['plateRegisteredToHolder == false or otherRegisteredVehicle == true', NOT_ELIGIBLE],
    [isKnownOutside('category', CATEGORIES), NOT_ELIGIBLE],
    [
      `increasedReimbursement == true or (hasCard == true and cardFrom <= ${day} and (cardUntil == null or ${day} < cardUntil))`,
      choose([
        'plateRegisteredToHolder == null or otherRegisteredVehicle == null or category == null',
        UNDETERMINED,
      ]).otherwise(1),
    ],
    ['increasedReimbursement == null or hasCard == null', UNDETERMINED],
  ).otherwise(NOT_ELIGIBLE),
}

/** Three ways to ask: each record by itself, 256 calls in flight (both cores at work), a thousand in a loop node. */
export function zenEngine(): readonly Contender[] {
  const engine = new ZenEngine()
  const decision = (expressions: Expressions, mode: object = {}) =>
    engine.createDecision(new ZenDecisionContent(graphOf(expressions, mode)))

  const single = (expressions: Expressions) => {
    const asked = decision(expressions)
    return async (input: unknown): Promise<Code> => (await asked.evaluate(input)).result.code
  }
  const loop = (expressions: Expressions) => {
    const asked = decision(expressions, {
      executionMode: 'loop',
      inputField: 'records',
      outputPath: 'results',
      passThrough: false,
    })
    return async (records: readonly unknown[]): Promise<readonly Code[]> => {
      const { result } = await asked.evaluate({ records })
      return result.results.map(({ code }: { readonly code: Code }) => code)
    }
  }
  const inFlight = (expressions: Expressions) => {
    const ask = single(expressions)
    return (inputs: readonly unknown[]) => Promise.all(inputs.map(ask))
  }

  type Ask = ReturnType<typeof inFlight | typeof loop>
  const grouped = (width: number, ask: (expressions: Expressions) => Ask): Decisions => ({
    A: inGroups<Household, unknown>(width, ask(wasteBags), nullForUnknown),
    B: inGroups<Child, unknown>(width, ask(fiscalDiscount), nullForUnknown),
    C: inGroups<Vehicle, unknown>(width, ask(zoneRegistration), flatInNumbers),
  })
  return [
    { name: 'zen-engine (loop node, 1000 a call)', single: grouped(1000, loop) },
    { name: 'zen-engine (256 calls in flight)', single: grouped(256, inFlight) },
    {
      name: 'zen-engine (one call each)',
      single: {
        A: inTurn<Household, unknown>(single(wasteBags), nullForUnknown),
        B: inTurn<Child, unknown>(single(fiscalDiscount), nullForUnknown),
        C: inTurn<Vehicle, unknown>(single(zoneRegistration), flatInNumbers),
      },
    },
  ]
}

/** In, one node of expressions, out. */
function graphOf(expressions: Expressions, mode: object): object {
  const position = { x: 0, y: 0 }
  const content = { expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })), ...mode }
  return {
    nodes: [
      { id: 'request', type: 'inputNode', name: 'request', position },
      { id: 'decision', type: 'expressionNode', name: 'decision', position, content },
      { id: 'response', type: 'outputNode', name: 'response', position },
    ],
    edges: [
      { id: 'asked', sourceId: 'request', targetId: 'decision' },
      { id: 'answered', sourceId: 'decision', targetId: 'response' },
    ],
  }
}
