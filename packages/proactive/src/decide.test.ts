import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import {
  all,
  atMost,
  below,
  calendarYear,
  during,
  euro,
  fact,
  ground,
  inYear,
  money,
  onOrAfter,
  policy,
  preceding,
  some,
  throughout,
  timeline,
  unknown,
  year,
} from '@vanzelf/rules'
import { known } from '@vanzelf/source'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { populationRegister } from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import { inMemory, inMemoryOf, syntheticCity } from '@vanzelf/testing'
import { describe, expect, it, vi } from 'vitest'
import { decideAll, decideOne } from './decide.ts'

const ON = '2026-01-01'
const SOURCES = [populationRegister, socialSecurity, municipalWelfare] as const
const anna = { municipality: '44021', householdPosition: '01', householdMembers: ['anna', 'bram'] } as const

/** Which facts were asked, of how many subjects, in order. */
function counting<C extends { readonly [source: string]: object }>(connectors: C, asked: string[]): C {
  const heard = Object.entries(connectors).map(([source, facts]) => [
    source,
    Object.fromEntries(
      Object.entries(facts).map(([name, answer]) => [
        name,
        (batch: { readonly subjects: readonly string[] }, signal?: AbortSignal) => {
          asked.push(`${name} ${batch.subjects.length}`)
          return answer(batch, signal)
        },
      ]),
    ),
  ])
  return Object.fromEntries(heard) as C
}

async function everybody<One>(batches: AsyncIterable<readonly One[]>): Promise<readonly One[]> {
  const found: One[] = []
  for await (const some of batches) found.push(...some)
  return found
}

describe('decideOne', () => {
  it('asks nothing further once the first open part refuses', async () => {
    const asked: string[] = []
    const connectors = counting(inMemoryOf(SOURCES, { anna: { ...anna, municipality: '44020' } }), asked)
    const { decision, asked: items } = await decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })
    expect(decision.outcome).toBe('not eligible')
    expect(asked).toEqual(['municipality 1', 'householdPosition 1'])
    expect(items).toBe(2)
  })

  it('asks the members once the relation is known, and later grounds only where they are needed', async () => {
    const asked: string[] = []
    const connectors = counting(inMemoryOf(SOURCES, { anna, bram: { increasedReimbursement: true } }), asked)
    const { decision } = await decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })
    expect(decision).toMatchObject({
      outcome: 'eligible',
      benefit: { parts: [{ amount: 63_00 }, { amount: 31_50 }, { kind: 'status' }] },
    })
    expect(asked).toEqual(['municipality 1', 'householdPosition 1', 'householdMembers 1', 'increasedReimbursement 2'])
  })

  it('leaves open what a source does not answer, and says what is missing and why', async () => {
    const connectors = inMemoryOf(SOURCES, {
      anna: {
        ...anna,
        increasedReimbursement: unknown('unavailable'),
        budgetGuidance: false,
        budgetManagement: false,
        debtMediation: false,
      },
      bram: { increasedReimbursement: false, budgetGuidance: false, budgetManagement: false, debtMediation: false },
    })
    const { decision, missing } = await decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })
    expect(decision.outcome).toBe('undetermined')
    expect(missing.map((one) => one.kind === 'fact' && [one.fact.name, one.because])).toEqual([
      ['increasedReimbursement', 'unavailable'],
    ])
  })

  it('takes a connector that throws for a source that is unavailable', async () => {
    const connectors = {
      ...inMemoryOf(SOURCES, { anna }),
      'population-register': {
        ...inMemoryOf(SOURCES, { anna })['population-register'],
        municipality: () => Promise.reject(new TypeError('fetch failed')),
      },
    }
    const { decision, missing } = await decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })
    expect(decision.outcome).toBe('undetermined')
    expect(missing.find((one) => one.kind === 'fact' && one.fact.name === 'municipality')).toMatchObject({
      because: 'unavailable',
    })
  })

  it('refuses to ask without a legal basis, before anything is asked', async () => {
    const asked: string[] = []
    const { basis: _, ...groundless } = ghentWasteBags
    const connectors = counting(inMemoryOf(SOURCES, { anna }), asked)
    await expect(
      decideOne(groundless as typeof ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' }),
    ).rejects.toMatchObject({ code: 'no-legal-basis' })
    expect(asked).toEqual([])
  })

  it('says which connector does not answer one for one', async () => {
    const connectors = {
      ...inMemoryOf(SOURCES, { anna }),
      'population-register': { ...inMemoryOf(SOURCES, { anna })['population-register'], municipality: async () => [] },
    }
    await expect(decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })).rejects.toMatchObject({
      code: 'answers-missing',
      where: 'the connector of source `population-register`, fact `municipality`',
    })
  })

  it('stops when it is cancelled', async () => {
    const stop = new AbortController()
    const connectors = inMemoryOf(SOURCES, { anna }, { delay: 1000 })
    const deciding = decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent', signal: stop.signal })
    stop.abort()
    await expect(deciding).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('answers that do not fit', () => {
  const born = fact({ source: 'register', name: 'born', about: 'person', value: { type: 'date' }, when: ['date'] })
  const rent = fact({
    source: 'register',
    name: 'rent',
    about: 'person',
    value: { type: 'money', least: 0 },
    when: ['date'],
  })
  const support = policy({
    name: 'support',
    about: 'person',
    grounds: [ground('art. 1', all(onOrAfter(born, '2000-01-01'), atMost(rent, euro(700))))],
    benefit: money(euro(10)),
    period: calendarYear,
    basis: { register: 'art. 9' },
  })
  it.each([
    ['a date that does not exist', { born: '1999-02-30', rent: 0 }],
    ['a text that is no date', { born: 'abcdefghij', rent: 0 }],
    ['an amount below what the fact promises', { born: '2001-01-01', rent: -1 }],
    ['an amount with a fraction of a cent', { born: '2001-01-01', rent: 700_00.5 }],
    ['no number at all', { born: '2001-01-01', rent: Number.NaN }],
  ])('%s is in doubt, and never a no', async (_, told) => {
    const answer = (value: unknown) => async () => [known(value)]
    const connectors = { register: { born: answer(told.born), rent: answer(told.rent) } }
    const { decision, missing } = await decideOne(support, 'a', { connectors: connectors as never, on: ON, asker: 'x' })
    expect(decision.outcome).toBe('undetermined')
    expect(missing.map((one) => one.kind === 'fact' && one.because)).toEqual(['in doubt'])
  })

  it('reads a date of which the register knows only the year', async () => {
    const connectors = { register: { born: async () => [known('2001-00-00')], rent: async () => [known(0)] } }
    const { decision } = await decideOne(support, 'a', { connectors: connectors as never, on: ON, asker: 'x' })
    expect(decision.outcome).toBe('eligible')
  })

  it('leave a decision open and end nothing', async () => {
    const register = inMemoryOf(SOURCES, { anna })['population-register']
    const connectors = {
      ...inMemoryOf(SOURCES, { anna }),
      'population-register': { ...register, municipality: async () => [known(44021)] as never },
    }
    const { decision, missing } = await decideOne(ghentWasteBags, 'anna', { connectors, on: ON, asker: 'Ghent' })
    expect(decision.outcome).toBe('undetermined')
    expect(missing[0]).toMatchObject({ because: 'in doubt', fact: { name: 'municipality' } })
  })
})

describe('times', () => {
  const members = fact({
    source: 'register',
    name: 'members',
    about: 'person',
    value: { type: 'those', to: 'person', least: 1 },
    when: ['date'],
  })
  const lives = fact({
    source: 'register',
    name: 'lives',
    about: 'person',
    value: { type: 'truth' },
    when: ['date', 'period'],
  })
  const income = fact({
    source: 'tax',
    name: 'income',
    about: 'person',
    value: { type: 'money', least: 0 },
    when: ['year'],
  })
  const residence = policy({
    name: 'residence',
    about: 'person',
    requires: throughout(preceding({ years: 1 }, 'lastDay'), lives),
    grounds: [
      ground(
        'art. 1',
        some(
          members,
          all(lives, below(inYear(year(2024), income), euro(10_000)), atMost(inYear(year(2023), income), euro(20_000))),
        ),
      ),
    ],
    benefit: money(euro(10)),
    period: calendarYear,
    basis: { register: 'art. 9', tax: 'art. 9' },
  })
  type Asked = { readonly fact: { readonly name: string }; readonly at: object; readonly subjects: readonly string[] }

  it('asks periods as periods and years as years, and remembers each where it belongs', async () => {
    const heard: Asked[] = []
    const answer = (value: (at: object) => unknown) => async (batch: Asked) => {
      heard.push(batch)
      return batch.subjects.map(() => known(value(batch.at)))
    }
    const connectors = {
      register: {
        members: answer(() => ['a', 'b']),
        lives: answer((at) => ('during' in at ? during({ from: '2020-01-01' }) : true)),
      },
      tax: { income: answer((at) => ('year' in at && at.year === 2024 ? euro(9_000) : euro(20_000))) },
    }
    const { decision } = await decideOne(residence, 'a', {
      connectors: connectors as never,
      on: '2026-03-01',
      asker: 'x',
    })
    expect(decision.outcome).toBe('eligible')
    expect(heard.map(({ fact: { name }, at }) => [name, at])).toEqual([
      ['lives', { during: { from: '2025-03-01', until: '2026-03-01' } }],
      ['members', { on: '2026-03-01' }],
      ['lives', { on: '2026-03-01' }],
      ['income', { year: 2024 }],
      ['income', { year: 2023 }],
    ])
  })

  it('leaves open a period of which a source says only a part, and does not ask it again', async () => {
    const lived = vi.fn(async ({ subjects, at }: Asked) =>
      subjects.map(() => known('during' in at ? timeline({ from: '2025-06-01', value: true }) : true)),
    )
    const connectors = {
      register: { members: vi.fn(async () => [known(['a'])]), lives: lived },
      tax: { income: vi.fn(async () => [unknown('not found')]) },
    }
    const { decision, missing } = await decideOne(residence, 'a', {
      connectors: connectors as never,
      on: '2026-03-01',
      asker: 'x',
    })
    expect(decision.outcome).toBe('undetermined')
    expect(missing.map((one) => one.kind === 'fact' && [one.fact.name, one.because])).toContainEqual([
      'lives',
      'not found',
    ])
    expect(lived.mock.calls.filter(([{ at }]) => 'during' in at)).toHaveLength(1)
  })
})

describe('decideAll', () => {
  const city = syntheticCity({ seed: 7, residents: 3_000 })
  const connectors = inMemory(city)

  it('decides the same in batches of any size, in the order of the subjects', async () => {
    const subjects = [...city.referencePersons()]
    const at = async (together: number) =>
      (await everybody(decideAll(ghentWasteBags, subjects, { connectors, on: ON, asker: 'Ghent', together }))).map(
        ({ subject, decision: { outcome } }) => [subject, outcome],
      )
    const together = await at(10_000)
    expect(together.map(([subject]) => subject)).toEqual(subjects)
    expect(await at(7)).toEqual(together)
  })

  it('never decides otherwise when sources fail: it leaves open', async () => {
    const calm = await everybody(
      decideAll(ghentWasteBags, city.referencePersons(), { connectors, on: ON, asker: 'Ghent' }),
    )
    const failing = inMemory(city, { fail: 0.1, doubt: 0.1, seed: 3 })
    const troubled = await everybody(
      decideAll(ghentWasteBags, city.referencePersons(), { connectors: failing, on: ON, asker: 'Ghent' }),
    )
    const changed = troubled.filter(
      ({ decision }, index) =>
        decision.outcome !== 'undetermined' && decision.outcome !== calm[index]?.decision.outcome,
    )
    expect(changed).toEqual([])
    expect(troubled.some(({ decision }) => decision.outcome === 'undetermined')).toBe(true)
  })

  it('reads its subjects as it needs them', async () => {
    let read = 0
    async function* stream() {
      for (const subject of city.referencePersons()) {
        read++
        yield subject
      }
    }
    const batches = decideAll(ghentWasteBags, stream(), { connectors, on: ON, asker: 'Ghent', together: 10 })
    await batches.next()
    expect(read).toBe(10)
    await batches.return()
  })
})
