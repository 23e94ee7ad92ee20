import { fact } from '@vanzelf/rules'
import { source } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { testNationalNumber } from '@vanzelf/testing'
import { periodBetween, truthDuring, whileValid } from '../src/readings/dated.ts'
import { dateIn, moneyIn, numberIn, orNone, textIn, textsIn, truthIn } from '../src/readings/in-column.ts'
import { membersBy, oneIn, thoseIn } from '../src/readings/relations.ts'
import { rowsWhere } from '../src/readings/rows-where.ts'
import { byYear, truthInYear } from '../src/readings/yearly.ts'
import { identifier, nationalNumber } from '../src/subject.ts'
import type { TablesOptions } from '../src/tables.ts'
import { tables } from '../src/tables.ts'
import type { Engine, TestTable } from './engines.ts'

const person = { source: 'city', about: 'person', when: ['date'] } as const
const byYears = { source: 'city', about: 'person', when: ['year'] } as const
const overPeriods = { ...person, when: ['date', 'period'] } as const

/** A fact of each kind of value and time. */
export const city = source({
  name: 'city',
  authority: { nl: 'stad Voorbeeldgem', en: 'city of Exampleville' },
  facts: {
    guided: fact({ ...overPeriods, name: 'guided', value: { type: 'truth' } }),
    managed: fact({ ...overPeriods, name: 'managed', value: { type: 'truth' } }),
    card: fact({ ...person, name: 'card', value: { type: 'period' }, optional: true }),
    postcode: fact({ ...overPeriods, name: 'postcode', value: { type: 'text' } }),
    income: fact({ ...byYears, name: 'income', value: { type: 'money', least: 0 } }),
    granted: fact({ ...byYears, name: 'granted', value: { type: 'truth' } }),
    household: fact({ ...person, name: 'household', value: { type: 'those', to: 'person', least: 1 } }),
    enrolments: fact({ ...person, name: 'enrolments', value: { type: 'those', to: 'enrolment' } }),
    doctor: fact({ ...person, name: 'doctor', value: { type: 'one', to: 'person' } }),
    birthDate: fact({ ...person, name: 'birthDate', value: { type: 'date' } }),
    deathDate: fact({ ...person, name: 'deathDate', value: { type: 'date' }, optional: true }),
    children: fact({ ...person, name: 'children', value: { type: 'count', least: 0, most: 20 } }),
    position: fact({ ...person, name: 'position', value: { type: 'text', among: ['single', 'couple'] } }),
    marks: fact({ ...person, name: 'marks', value: { type: 'texts' } }),
    reduced: fact({ ...person, name: 'reduced', value: { type: 'truth' } }),
  },
})

export const people = pseudonyms({ key: 'k'.repeat(32) })

/** National numbers of nobody: Anna, Bram, Carla and somebody in no table. */
export const numbers = {
  anna: testNationalNumber('1985-07-30', 34),
  bram: testNationalNumber('1983-01-02', 33),
  carla: testNationalNumber('2001-12-24', 2),
  dirk: testNationalNumber('1970-05-05', 5),
} as const
export const anna = people.of(numbers.anna)
export const bram = people.of(numbers.bram)
export const carla = people.of(numbers.carla)
export const dirk = people.of(numbers.dirk)

export const purpose = { policy: 'exampleville/meals', basis: 'council decision 2026/12', asker: 'Exampleville' }

const dotted = (number: string) =>
  `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}-${number.slice(6, 9)}.${number.slice(9)}`

export const helped: TestTable = {
  name: 'helped',
  columns: { insz: 'text', kind: 'text', start: 'date', end: 'date' },
  rows: [
    [numbers.anna, 'guidance', '2024-01-01', '2024-06-30'],
    [dotted(numbers.bram), 'guidance', '2025-01-01', ''],
    [numbers.anna, 'guidance', '2024-07-01', '2026-02-28'],
    [numbers.bram, 'management', '2026-03-01', '9999-12-31'],
  ],
}
export const cards: TestTable = {
  name: 'cards',
  columns: { insz: 'text', delivered: 'timestamp', ends: 'timestamp' },
  rows: [
    [numbers.anna, '2020-01-01', '2025-12-31'],
    [numbers.anna, '2025-12-01', '2030-12-31'],
    [numbers.bram, '2026-01-01', ''],
  ],
}
export const addresses: TestTable = {
  name: 'addresses',
  columns: { insz: 'text', household: 'bigint', since: 'date', left: 'date', postcode: 'text' },
  rows: [
    [numbers.anna, '7', '2020-01-01', '2026-02-01', '9000'],
    [numbers.anna, '8', '2026-02-01', '', '9030'],
    [numbers.bram, '7', '2020-01-01', '', '9000'],
    [numbers.carla, '7', '2021-05-01', '', '9000'],
  ],
}
export const incomes: TestTable = {
  name: 'incomes',
  columns: { insz: 'text', income_year: 'bigint', amount: 'decimal(12,2)' },
  rows: [
    [numbers.anna, '2024', '18250.10'],
    [numbers.anna, '2025', '0.00'],
    [numbers.bram, '2025', '1.05'],
    [numbers.bram, '2026', '20000.00'],
    [numbers.carla, '2025', ''],
  ],
}
export const persons: TestTable = {
  name: 'persons',
  columns: {
    insz: 'text',
    doctor: 'text',
    born: 'date',
    died: 'date',
    children: 'bigint',
    position: 'text',
    marks: 'text',
    reduced: 'boolean',
  },
  rows: [
    [numbers.anna, numbers.carla, '1985-07-30', '', '2', 'C', 'G|aG', 'true'],
    [numbers.bram, numbers.carla, '1983-01-02', '2026-02-02', '0', 'S', 'B', 'false'],
    [numbers.carla, '', '2001-12-24', '', '', '', '', ''],
  ],
}
export const enrolled: TestTable = {
  name: 'enrolled',
  columns: { insz: 'text', enrolment: 'text' },
  rows: [
    [numbers.anna, '1-1'],
    [numbers.anna, '11'],
    [numbers.bram, 'x'],
  ],
}

const whole = { lastDay: 'included' } as const
const common = { source: city, subject: nationalNumber('insz'), pseudonyms: people, tellsOf: 'every day' } as const
type Change = Partial<Pick<TablesOptions<typeof city, object>, 'absent' | 'tellsOf'>>

/** Every fact of the city, from six tables of one engine. */
export async function cityOver(engine: Engine, change: Change = {}) {
  const base = { ...common, ...change }
  const days = { from: 'start', until: 'end', ...whole } as const
  const welfare = await tables({
    ...base,
    from: await engine.put(helped),
    facts: {
      guided: rowsWhere('kind', ['guidance'], truthDuring(days)),
      managed: rowsWhere('kind', ['management'], truthDuring(days)),
    },
  })
  const parking = await tables({
    ...base,
    from: await engine.put(cards),
    facts: { card: periodBetween({ from: 'delivered', until: 'ends', ...whole }) },
  })
  const living = { from: 'since', until: 'left', lastDay: 'excluded' } as const
  const register = await tables({
    ...base,
    from: await engine.put(addresses),
    facts: { postcode: whileValid(living, textIn('postcode')), household: membersBy('household', living) },
  })
  const tax = await tables({
    ...base,
    from: await engine.put(incomes),
    facts: { income: byYear('income_year', moneyIn('amount', { unit: 'euro' })), granted: truthInYear('income_year') },
  })
  const file = await tables({
    ...base,
    from: await engine.put(persons),
    facts: {
      doctor: oneIn(nationalNumber('doctor')),
      birthDate: dateIn('born'),
      deathDate: orNone(dateIn('died')),
      children: numberIn('children', { unit: 'count' }),
      position: textIn('position', { codes: { S: 'single', C: 'couple' } }),
      marks: textsIn('marks', { between: '|' }),
      reduced: truthIn('reduced'),
    },
  })
  const schools = await tables({
    ...base,
    from: await engine.put(enrolled),
    facts: { enrolments: thoseIn(identifier('enrolment')) },
  })
  const all = [welfare, parking, register, tax, file, schools]
  return {
    connector: {
      ...welfare.connector,
      ...parking.connector,
      ...register.connector,
      ...tax.connector,
      ...file.connector,
      ...schools.connector,
    },
    check: async () => void (await Promise.all(all.map((table) => table.check()))),
    close: async () => void (await Promise.all(all.map((table) => table.close()))),
  }
}

export type City = Awaited<ReturnType<typeof cityOver>>
