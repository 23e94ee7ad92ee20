/** What a policy of this size is made of: the files of a small project, by name. */
export type Files = { readonly [file: string]: string }

const SOURCES = ['register', 'social-security', 'tax', 'education', 'welfare'] as const
const FACTS_PER_SOURCE = 8
const CRITERIA = 80
const CRITERIA_PER_GROUND = 8

interface Sort {
  readonly value: string
  readonly type: string
  readonly when: readonly string[]
  /** Two different criteria over one such fact. */
  readonly criteria: readonly [(fact: string) => string, (fact: string) => string]
}

const sorts: readonly Sort[] = [
  {
    value: 'boolean',
    type: `{ type: 'truth' }`,
    when: ['date', 'period'],
    criteria: [(fact) => fact, (fact) => `throughout(calendarYear, not(${fact}))`],
  },
  {
    value: 'Cents',
    type: `{ type: 'money', least: 0 }`,
    when: ['year'],
    criteria: [
      (fact) => `below(inYear(yearsBefore(yearOf(thisDay), 2), ${fact}), euro(23_000))`,
      (fact) => `atMost(sum(householdMembers, inYear(year(2024), ${fact})), ceiling)`,
    ],
  },
  {
    value: 'IsoDate',
    type: `{ type: 'date' }`,
    when: ['date'],
    criteria: [
      (fact) => `atLeast(age(${fact}), years(18))`,
      (fact) => `some(householdMembers, onOrBefore(${fact}, '1966-01-01'))`,
    ],
  },
  {
    value: 'string',
    type: `{ type: 'text' }`,
    when: ['date'],
    criteria: [(fact) => `oneOf(${fact}, ['a', 'b'])`, (fact) => `on(january1, is(${fact}, 'c'))`],
  },
  {
    value: 'Count',
    type: `{ type: 'count', least: 0 }`,
    when: ['date'],
    criteria: [(fact) => `atLeast(${fact}, 3)`, (fact) => `every(householdMembers, above(${fact}, 1))`],
  },
]

const imports = `all, age, above, any, atLeast, atMost, below, bracket, calendarYear, count, euro, every, ground, inYear, is,
  january1, money, not, on, onOrBefore, oneOf, parameter, policy, some, sum, thisDay, throughout, year, yearOf, years, yearsBefore`

interface Made {
  readonly source: string
  readonly name: string
  readonly sort: Sort
}

function made(): readonly Made[] {
  return SOURCES.flatMap((source, row) =>
    Array.from({ length: FACTS_PER_SOURCE }, (_, place) => {
      const sort = sorts[(row + place) % sorts.length]
      if (!sort) throw new RangeError('no sort of fact')
      return { source, name: `fact${row + 1}${place + 1}`, sort }
    }),
  )
}

/** A source package: named interfaces and their constants. */
function sourceFile(source: string, facts: readonly Made[]): string {
  const members = source === SOURCES[0] ? householdMembers : ''
  const body = facts.map(({ name, sort }) => {
    const shape = `${capital(name)} extends Fact<'${source}', '${name}', 'person', ${sort.value}, ${sort.when.map((at) => `'${at}'`).join(' | ')}>`
    return `export interface ${shape} {}
export const ${name} = fact<${capital(name)}>({
  source: '${source}', name: '${name}', about: 'person', value: ${sort.type}, when: ${JSON.stringify(sort.when)}, label: { nl: '${name}', en: '${name}' },
})`
  })
  return `import { type Cents, type Count, type Fact, type IsoDate, type Those, fact } from '@vanzelf/rules'\n${[members, ...body].join('\n')}\n`
}

/** The relation is one of the forty. */
const householdMembers = `export interface HouseholdMembers extends Fact<'register', 'householdMembers', 'person', Those<'person'>, 'date'> {}
export const householdMembers = fact<HouseholdMembers>({
  source: 'register', name: 'householdMembers', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'],
})`

function policyFile(facts: readonly Made[]): string {
  const all = facts.flatMap(({ name, sort }) => sort.criteria.map((criterion) => criterion(name)))
  // The relation has no criteria of its own: two more over another fact make eighty.
  const criteria = [...all, 'atLeast(count(householdMembers), 2)', 'below(count(householdMembers), 9)'].slice(
    0,
    CRITERIA,
  )
  const grounds = Array.from({ length: CRITERIA / CRITERIA_PER_GROUND }, (_, row) => {
    const own = criteria.slice(row * CRITERIA_PER_GROUND, (row + 1) * CRITERIA_PER_GROUND)
    const half = own.length / 2
    return `    ground('art. 3, ${row + 1}°', all(any(${own.slice(0, half).join(', ')}), ${own.slice(half).join(', ')})),`
  })
  return `import { ${imports} } from '@vanzelf/rules'
${SOURCES.map((source) => `import { ${namesOf(source, facts).join(', ')} } from './${source}'`).join('\n')}

const ceiling = parameter({ name: 'ceiling', value: { type: 'money' }, history: [{ from: '2020-01-01', value: euro(30_000), article: 'art. 4' }] })

export const large = policy({
  name: 'large',
  about: 'person',
  grounds: [
${grounds.join('\n')}
  ],
  benefit: money(bracket(count(householdMembers), [{ value: euro(10) }, { from: 3, value: euro(20) }])),
  period: calendarYear,
})
`
}

const namesOf = (source: string, facts: readonly Made[]) => [
  ...(source === SOURCES[0] ? ['householdMembers'] : []),
  ...facts.filter((fact) => fact.source === source).map(({ name }) => name),
]
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A policy of 80 criteria over 40 facts of 5 sources, each source a file of its own, as its author would write it. */
export function generatedPolicy(): Files {
  const facts = made().slice(1)
  return {
    ...Object.fromEntries(
      SOURCES.map((source) => [
        `${source}.ts`,
        sourceFile(
          source,
          facts.filter((fact) => fact.source === source),
        ),
      ]),
    ),
    'policy.ts': policyFile(facts),
  }
}
