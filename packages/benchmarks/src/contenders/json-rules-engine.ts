import { Engine, type Event, type NestedCondition } from 'json-rules-engine'
import { type Contender, inTurn, type Load } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import { CITY, type Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'
import { ROLLS } from '../work/waste-bags.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'
import { flat, nullForUnknown } from '../written.ts'

type Conditions = NestedCondition[]

// Two truth values only: a criterion is stated for certain, and once more with what is unknown counted as a yes.
const readings = [
  { type: 'certain', alsoYes: [] },
  { type: 'possible', alsoYes: [null] },
] as const
const has = (events: readonly Event[], type: string) => events.some((event) => event.type === type)
const among = (fact: string, ...values: readonly unknown[]) => ({ fact, operator: 'in', value: values })
/** Lists are reached by a JSONPath, one value at a time. */
const containsOneOf = (fact: string, property: string, ...values: readonly unknown[]): Conditions =>
  values.map((value) => ({ fact, path: `$[*].${property}`, operator: 'contains', value }))

function wasteBags(): readonly [Engine, (events: readonly Event[]) => Code] {
  const engine = new Engine()
  for (const { type, alsoYes } of readings) {
    const inNeed = ['increasedReimbursement', 'livingWage'].flatMap((status) =>
      containsOneOf('members', status, true, ...alsoYes),
    )
    engine.addRule({
      conditions: {
        all: [among('postcode', ...CITY, ...alsoYes), among('registered', true, ...alsoYes), { any: inNeed }],
      },
      event: { type },
    })
  }
  ROLLS.forEach(({ from, value }, row) => {
    const next = ROLLS[row + 1]
    const size = { fact: 'members', path: '$.length' }
    const atLeast = { ...size, operator: 'greaterThanInclusive', value: from }
    engine.addRule({
      conditions: { all: next ? [atLeast, { ...size, operator: 'lessThan', value: next.from }] : [atLeast] },
      event: { type: 'rolls', params: { value } },
    })
  })
  return [
    engine,
    (events) => {
      if (!has(events, 'possible')) return NOT_ELIGIBLE
      if (!has(events, 'certain')) return UNDETERMINED
      return events.find(({ type }) => type === 'rolls')?.params?.['value'] ?? Number.NaN
    },
  ]
}

/** It has no sums: a dynamic fact adds the incomes up in JavaScript. */
function fiscalDiscount(): readonly [Engine, (events: readonly Event[]) => Code] {
  const engine = new Engine()
  engine.addFact('above', async (_params, almanac) => {
    const adults = await almanac.factValue<Child['adults']>('adults')
    const count = await almanac.factValue<number>('dependentChildren')
    return adults.reduce((sum, { income }) => sum + (income ?? 0), 0) - count * PER_CHILD
  })
  const rule = (type: string, all: Conditions, params = {}) =>
    engine.addRule({ conditions: { all }, event: { type, params } })
  rule('wage', containsOneOf('adults', 'livingWage', true))
  rule('wage unknown', containsOneOf('adults', 'livingWage', null))
  rule('income unknown', containsOneOf('adults', 'income', null))
  BRACKETS.forEach(({ below, percent }, row) => {
    rule(
      'bracket',
      [
        { fact: 'above', operator: 'lessThan', value: below },
        {
          fact: 'above',
          operator: 'greaterThanInclusive',
          value: BRACKETS[row - 1]?.below ?? Number.NEGATIVE_INFINITY,
        },
      ],
      { percent },
    )
  })
  return [
    engine,
    (events) => {
      if (has(events, 'wage')) return WITH_A_LIVING_WAGE
      const percent = events.find(({ type }) => type === 'bracket')?.params?.['percent']
      const wageUnknown = has(events, 'wage unknown')
      if (percent === undefined) return wageUnknown ? UNDETERMINED : NOT_ELIGIBLE
      if (has(events, 'income unknown')) return UNDETERMINED
      return wageUnknown && percent !== WITH_A_LIVING_WAGE ? AMOUNT_OPEN : percent
    },
  ]
}

function zoneRegistration(): readonly [Engine, (events: readonly Event[]) => Code] {
  const engine = new Engine()
  engine.addOperator<string | null, string>('onOrBefore', (date, limit) => date !== null && date <= limit)
  engine.addOperator<string | null, string>('endlessOrAfter', (date, limit) => date === null || date > limit)
  const covered: NestedCondition = {
    all: [
      among('hasCard', true),
      { fact: 'cardFrom', operator: 'onOrBefore', value: DAY },
      { fact: 'cardUntil', operator: 'endlessOrAfter', value: DAY },
    ],
  }
  for (const { type, alsoYes } of readings) {
    engine.addRule({
      conditions: {
        all: [
          among('plateRegisteredToHolder', true, ...alsoYes),
          among('otherRegisteredVehicle', false, ...alsoYes),
          among('category', ...CATEGORIES, ...alsoYes),
          {
            any: [
              among('increasedReimbursement', true, ...alsoYes),
              ...alsoYes.map((unknown) => among('hasCard', unknown)),
              covered,
            ],
          },
        ],
      },
      event: { type },
    })
  }
  return [engine, (events) => (has(events, 'certain') ? 1 : has(events, 'possible') ? UNDETERMINED : NOT_ELIGIBLE)]
}

/** Rules fire events; the decision is read off those. */
export function jsonRulesEngine(): readonly Contender[] {
  const load = <One, Input extends object>(
    [engine, read]: readonly [Engine, (events: readonly Event[]) => Code],
    written: (record: One) => Input,
  ): Load<One> =>
    inTurn(async (input: Input) => read((await engine.run(input as Record<string, unknown>)).events), written)
  return [
    {
      name: 'json-rules-engine',
      single: {
        A: load<Household, Household>(wasteBags(), nullForUnknown),
        B: load<Child, Child>(fiscalDiscount(), nullForUnknown),
        C: load<Vehicle, object>(zoneRegistration(), flat),
      },
    },
  ]
}
