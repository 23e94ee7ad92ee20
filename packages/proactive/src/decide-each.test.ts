import { calendarYear, euro, fact, ground, money, policy, some } from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import type { Batch } from '@vanzelf/source'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAll, decideOne } from './decide.ts'
import { decideEach } from './decide-each.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const members = fact({ ...person, name: 'members', value: { type: 'those', to: 'person', least: 1 } })
const poor = fact({ ...person, name: 'poor', value: { type: 'truth' } })
const old = fact({ ...person, name: 'old', value: { type: 'truth' } })
const common = { about: 'person', benefit: money(euro(50)), period: calendarYear } as const
const bags = policy({
  ...common,
  name: 'exampleville/bags',
  grounds: [ground('art. 2', some(members, poor))],
  basis: { register: 'decision 2026/1' },
})
const meals = policy({
  ...common,
  name: 'exampleville/meals',
  grounds: [ground('art. 3', poor), ground('art. 4', old)],
  basis: { register: 'decision 2026/2' },
})
const twin = policy({
  ...common,
  name: 'exampleville/twin',
  grounds: [ground('art. 3', poor), ground('art. 4', old)],
  basis: { register: 'decision 2026/3' },
})

type Known = { readonly members: readonly string[]; readonly poor: boolean; readonly old: boolean }

const nobody: Known = { members: [], poor: false, old: false }

function connectorsOf(register: { readonly [subject: string]: Known }, hear: (batch: Batch) => void = () => {}) {
  const answer =
    <Value>(of: (known: Known) => Value) =>
    async (batch: Batch) => {
      hear(batch)
      await new Promise((resolve) => setImmediate(resolve))
      return batch.subjects.map((subject) => ({ value: of(register[subject] ?? nobody) }))
    }
  return {
    register: {
      members: answer(({ members }) => members),
      poor: answer(({ poor }) => poor),
      old: answer(({ old }) => old),
    },
  }
}
const optionsOf = (register: { readonly [subject: string]: Known }, hear?: (batch: Batch) => void) =>
  ({ connectors: connectorsOf(register, hear), on: '2026-03-10', asker: 'Exampleville' }) as const

const anna: Known = { members: ['anna', 'bram'], poor: false, old: false }
const bram: Known = { members: ['anna', 'bram'], poor: true, old: false }

describe('several policies side by side', () => {
  it('ask each for its own purpose: what one was told another asks again', async () => {
    const asked: string[] = []
    const hear = ({ fact, subjects, purpose }: Batch) =>
      void asked.push(`${purpose.policy} ${purpose.basis}: ${fact.name} of ${subjects.join(', ')}`)
    for await (const _ of decideEach({ bags, meals }, ['anna', 'bram'], optionsOf({ anna, bram }, hear)));
    expect(asked.toSorted()).toEqual([
      'exampleville/bags decision 2026/1: members of anna, bram',
      'exampleville/bags decision 2026/1: poor of anna, bram',
      'exampleville/meals decision 2026/2: old of anna',
      'exampleville/meals decision 2026/2: poor of anna, bram',
    ])
  })

  it('send a round of one policy while that of another is still out', async () => {
    const out = new Map<string, number>()
    const beside = new Set<string>()
    const count = (name: string, more: number) => out.set(name, (out.get(name) ?? 0) + more)
    const hear = ({ purpose }: Batch) => {
      count(purpose.policy, 1)
      beside.add([...out.keys()].filter((one) => out.get(one) !== 0).join(' and '))
      // An answer comes with the next turn of the loop.
      setImmediate(() => count(purpose.policy, -1))
    }
    const options = optionsOf({ anna, bram }, hear)
    for await (const _ of decideEach({ bags, meals }, ['anna'], options));
    expect(beside).toContain('exampleville/bags and exampleville/meals')
  })

  it('decide as each would by itself, whatever the register holds and however they are batched', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ poor: fc.boolean(), old: fc.boolean(), with: fc.nat(4) }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (people, together) => {
          const register = Object.fromEntries(
            people.map((one, index) => [
              `p${index}`,
              { ...one, members: [...new Set([`p${index}`, `p${one.with % people.length}`])] },
            ]),
          )
          const options = { ...optionsOf(register), together }
          const subjects = Object.keys(register)
          const outcome: unknown[] = []
          for await (const batch of decideEach({ bags, meals }, subjects, options))
            for (const { subject, under } of batch)
              outcome.push([subject, under.bags.decision.outcome, under.meals.decision.outcome])
          const alone = new Map(subjects.map((subject): [string, unknown[]] => [subject, [subject]]))
          const byThemselves = optionsOf(register)
          for (const each of [decideAll(bags, subjects, byThemselves), decideAll(meals, subjects, byThemselves)])
            for await (const batch of each)
              for (const { subject, decision } of batch) alone.get(subject)?.push(decision.outcome)
          expect(outcome).toEqual([...alone.values()])
        },
      ),
      { numRuns: 50 },
    ))

  it('must be about one kind of subject', async () => {
    const car = policy({
      ...common,
      name: 'exampleville/car',
      about: 'vehicle',
      grounds: [
        ground(
          'art. 1',
          fact({ source: 'register', name: 'clean', about: 'vehicle', value: { type: 'truth' }, when: ['date'] }),
        ),
      ],
    })
    const options = {
      ...optionsOf({}),
      connectors: { register: { ...optionsOf({}).connectors.register, clean: connectorsOf({}).register.old } },
    }
    await expect(decideEach({ bags, car }, [], options).next()).rejects.toMatchObject({ code: 'subjects-differ' })
  })
})

describe('what was learned for a policy', () => {
  it('explains the decision of that policy', async () => {
    const decided = await decideOne(bags, 'anna', optionsOf({ anna, bram }))
    expect(explain(bags, decided.learnedFor(bags), '2026-03-10').decision.outcome).toBe('eligible')
  })

  it('is refused to another one, also to one that asks the same', async () => {
    const decided = await decideOne(meals, 'bram', optionsOf({ anna, bram }))
    expect(() => decided.learnedFor(twin)).toThrow(expect.objectContaining({ code: 'other-purpose' }))
  })
})
