import { type Ledger, openLedger } from '@vanzelf/ledger'
import {
  calendarYear,
  type Expression,
  euro,
  fact,
  ground,
  type IsoDate,
  money,
  oncePer,
  type Period,
  policy,
  schoolYear,
  some,
} from '@vanzelf/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCampaign } from './run-campaign.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const members = fact({ ...person, name: 'members', value: { type: 'those', to: 'person', least: 1 } })
const poor = fact({ ...person, name: 'poor', value: { type: 'truth' } })
/** The regulation gives it by the calendar year until 2027, and by the school year since. */
const passOf = (period: Expression<Period>) =>
  policy({
    name: 'exampleville/pass',
    about: 'person',
    grounds: [ground('art. 2', some(members, poor))],
    benefit: money(euro(50)),
    period,
    quota: oncePer('household', period),
    basis: { register: 'art. 5' },
  })
const passes = { 'by calendar year': passOf(calendarYear), 'by school year': passOf(schoolYear) }

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({})
}, 60_000)
afterAll(() => ledger.close())

type Batch = { readonly subjects: readonly string[] }

// Anna and Bram live together: of the two, who is decided first has it.
const run = (pass: keyof typeof passes, on: IsoDate) =>
  runCampaign(passes[pass], {
    ...{ ledger, id: `pass on ${on}`, on, asker: 'Exampleville', population: () => ['anna', 'bram'] },
    connectors: {
      register: {
        poor: async ({ subjects }: Batch) => subjects.map(() => ({ value: true })),
        members: async ({ subjects }: Batch) => subjects.map(() => ({ value: ['anna', 'bram'] })),
      },
    },
    holders: { household: members },
    takesEffect: 'automatically',
    lost: { then: 'keep', law: 'art. 9' },
  })
const periods = async (subject: string) =>
  (await ledger.grants.of(subject)).map(({ kind, period: { from, until } }) => [kind, from, until])

describe('a grant is renewed by a campaign on a day of the next period', () => {
  const used = { 'granted before': 1 }
  const began = ['started', '2026-01-01', '2027-01-01']
  const second = ['renewed', '2027-01-01', '2028-01-01']
  // The school year began before the calendar year was over: what stood is not given twice.
  const across = ['renewed', '2028-01-01', '2028-09-01']
  const third = ['renewed', '2028-09-01', '2029-09-01']
  // biome-ignore format: a table, of one person over the years: each row goes on where the one above ended
  it.each([
    ['by calendar year', '2026-03-10', { started: 1, ...used }, [began]],
    ['by calendar year', '2026-12-31', { unchanged: 1, ...used }, [began]],
    ['by calendar year', '2027-01-01', { renewed: 1, ...used }, [began, second]],
    ['by school year', '2028-02-01', { renewed: 1, ...used }, [began, second, across]],
    ['by school year', '2028-08-31', { unchanged: 1, ...used }, [began, second, across]],
    ['by school year', '2028-09-01', { renewed: 1, ...used }, [began, second, across, third]],
    // Nobody ran it for a year: it begins anew.
    ['by school year', '2030-10-01', { started: 1, ...used }, [began, second, across, third, ['started', '2030-09-01', '2031-09-01']]],
  ] as const)('%s on %s', async (pass, on, effects, grants) => {
    expect((await run(pass, on)).effects).toEqual(effects)
    expect(await periods('anna')).toEqual(grants)
    expect(await periods('bram')).toEqual([])
  })

  it('and follows the one before', async () => {
    const [first, ...others] = await ledger.grants.of('anna')
    expect(others.map(({ follows }) => follows)).toEqual([
      first?.id,
      ...others.slice(0, 2).map(({ id }) => id),
      undefined,
    ])
  })
})

it('who holds one under another number than one that ended loses and regains nothing by it', async () => {
  const rule = policy({
    name: 'exampleville/meals',
    about: 'person',
    grounds: [ground('art. 2', poor)],
    benefit: money(euro(50)),
    period: calendarYear,
    basis: { register: 'art. 5' },
  })
  const poorest = new Set(['a1', 'b2'])
  const run = (id: string, population: readonly string[]) =>
    runCampaign(rule, {
      ...{ ledger, id, on: '2026-03-10', asker: 'Exampleville', population: () => population },
      connectors: {
        register: {
          poor: async ({ subjects }: { readonly subjects: readonly string[] }) =>
            subjects.map((one) => ({ value: poorest.has(one) })),
        },
      },
      ...{ takesEffect: 'automatically', lost: { then: 'end', law: 'art. 9' } },
    })
  await run('both', ['a1', 'b2'])
  poorest.delete('a1')
  await run('one ends', ['a1', 'b2'])
  await ledger.people.replaced('a1', 'b2', 'population register')
  expect((await run('one person', ['b2'])).effects).toEqual({ unchanged: 1 })
})

it('who stands in a batch under two numbers has one grant, also without a quota', async () => {
  const { quota: _, ...definition } = passes['by calendar year']
  // A policy without its quota is one still.
  const pass = { ...definition, name: 'exampleville/without a quota' } as (typeof passes)['by calendar year']
  await ledger.people.replaced('cleo', 'cleo 2', 'register')
  const answers = {
    poor: async ({ subjects }: Batch) => subjects.map(() => ({ value: true })),
    members: async ({ subjects }: Batch) => subjects.map((one) => ({ value: [one] })),
  }
  const { effects } = await runCampaign(pass, {
    ...{ ledger, id: 'without a quota', on: '2026-03-10', asker: 'Exampleville' },
    population: () => ['cleo', 'dora', 'cleo 2'],
    connectors: { register: answers },
    takesEffect: 'automatically',
    lost: { then: 'keep', law: 'art. 9' },
  })
  expect(effects).toEqual({ started: 2, 'granted before': 1 })
  expect(await periods('cleo 2')).toHaveLength(1)
})
