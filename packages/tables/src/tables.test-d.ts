import type { ConnectorsFor } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { type BudgetGuidance, type DebtMediation, municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { populationRegister } from '@vanzelf/source-population-register'
import { expectTypeOf, test } from 'vitest'
import { csv } from './from/csv.ts'
import { periodBetween, truthDuring, whileValid } from './readings/dated.ts'
import { moneyIn, textIn, textsIn, truthIn } from './readings/in-column.ts'
import { notKept } from './readings/not-kept.ts'
import { membersBy, oneIn, thoseIn } from './readings/relations.ts'
import { byYear } from './readings/yearly.ts'
import { nationalNumber } from './subject.ts'
import { tables } from './tables.ts'

const common = {
  from: csv('a.csv'),
  subject: nationalNumber('insz'),
  pseudonyms: pseudonyms({ key: 'k'.repeat(32) }),
  tellsOf: 'every day',
} as const
const welfare = { ...common, source: municipalWelfare }
const register = { ...common, source: populationRegister }
const days = { from: 'start', until: 'end', lastDay: 'included' } as const

test('the connector answers what was mapped, and nothing else', async () => {
  const { connector } = await tables({
    ...welfare,
    facts: { budgetGuidance: truthDuring(days), budgetManagement: notKept },
  })
  expectTypeOf<keyof typeof connector>().toEqualTypeOf<'budgetGuidance' | 'budgetManagement'>()
  const connectors = { 'municipal-welfare': connector }
  expectTypeOf(connectors).toExtend<ConnectorsFor<BudgetGuidance>>()
  expectTypeOf(connectors).not.toExtend<ConnectorsFor<BudgetGuidance | DebtMediation>>()
})

test('readings fit facts of their value and their times', () => {
  void tables({
    ...register,
    facts: {
      householdMembers: membersBy('home'),
      referencePerson: oneIn(nationalNumber('reference')),
      householdPosition: textIn('position'),
      postcode: whileValid(days, textIn('postcode')),
    },
  })
  // @ts-expect-error guidance is a yes or no, not a text
  void tables({ ...welfare, facts: { budgetGuidance: textIn('a') } })
  // @ts-expect-error nor a period
  void tables({ ...welfare, facts: { budgetGuidance: periodBetween(days) } })
  // @ts-expect-error it is told by date, not by year
  void tables({ ...welfare, facts: { budgetGuidance: byYear('y', truthIn('a')) } })
  // @ts-expect-error members are subjects, not texts
  void tables({ ...register, facts: { householdMembers: textsIn('a', { between: ',' }) } })
  // @ts-expect-error one is not several
  void tables({ ...register, facts: { referencePerson: thoseIn(nationalNumber('a')) } })
  // @ts-expect-error a postcode is no amount
  void tables({ ...register, facts: { postcode: moneyIn('a', { unit: 'euro' }) } })
})

test('a fact the source does not have is refused', () => {
  // @ts-expect-error the register knows no guidance
  void tables({ ...register, facts: { budgetGuidance: truthDuring(days) } })
  // @ts-expect-error misspelt
  void tables({ ...welfare, facts: { budgetGuidance: truthDuring(days), budgetManagment: truthDuring(days) } })
})

test('whether the last day counts must be said', () => {
  // @ts-expect-error without `lastDay`
  truthDuring({ from: 'start', until: 'end' })
})
