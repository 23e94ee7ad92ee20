import { calendarYear, euro, fact, ground, money, policy } from '@vanzelf/rules'
import { expectTypeOf, it } from 'vitest'
import { decideOne } from './decide.ts'
import { type DecidedEach, decideEach } from './decide-each.ts'

const common = { about: 'person', benefit: money(euro(50)), period: calendarYear } as const
const poor = fact({ source: 'welfare', name: 'poor', about: 'person', value: { type: 'truth' }, when: ['date'] })
const old = fact({ source: 'register', name: 'old', about: 'person', value: { type: 'truth' }, when: ['date'] })
const meals = policy({ ...common, name: 'meals', grounds: [ground('art. 1', poor)], basis: { welfare: 'a' } })
const pass = policy({ ...common, name: 'pass', grounds: [ground('art. 1', old)], basis: { register: 'b' } })
const answered = async ({ subjects }: { readonly subjects: readonly string[] }) => subjects.map(() => ({ value: true }))
const options = { connectors: { welfare: { poor: answered } }, on: '2026-03-10', asker: 'Exampleville' } as const

it("is decided only where each policy's facts are answered", () => {
  const both = { ...options, connectors: { ...options.connectors, register: { old: answered } } }
  expectTypeOf(decideEach({ meals, pass }, [], both).next).returns.toExtend<
    Promise<IteratorResult<readonly DecidedEach<{ meals: typeof meals; pass: typeof pass }>[], void>>
  >()
  // @ts-expect-error nothing answers what the pass asks
  decideEach({ meals, pass }, [], options)
})

it('lets no policy read what another one that asks something else was told', async () => {
  const decided = await decideOne(meals, 'p1', options)
  decided.learnedFor(meals)
  // @ts-expect-error the pass asks another fact, for another purpose
  decided.learnedFor(pass)
})
