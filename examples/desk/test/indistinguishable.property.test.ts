import { unknown } from '@vanzelf/rules'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decidingOf } from '../src/desk-options.ts'
import { rights, rightsAtCounter } from '../src/rights.ts'
import { now, type Resident, type Statuses, statuses, town } from './town.ts'
import { header, type Seen } from './walk.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const truth = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  fc.constant(true),
  fc.constant(unknown('unavailable')),
  fc.constant(unknown('in doubt')),
)
const someStatuses = fc.record(Object.fromEntries(statuses.map((status) => [status, truth]))) as fc.Arbitrary<Statuses>
const residents: fc.Arbitrary<Resident> = fc
  .tuple(
    someStatuses,
    fc.constantFrom('44021', '44021', '44021', '44013', unknown('not found')),
    fc.constantFrom('01', '01', '02'),
    fc.array(someStatuses, { maxLength: 2 }),
    fc.constantFrom<Resident['enrolments']>([], ['enrolment'], unknown('unavailable')),
  )
  .map(([own, municipality, householdPosition, others, enrolments]) => ({
    ...{ ...own, municipality, householdPosition, others },
    ...(enrolments && { enrolments }),
  }))

/** What a clerk may do or try. `case` is the number of a case that may exist by now. */
type Move =
  | { readonly does: 'look up'; readonly right: string; readonly written: 'plain' | 'dotted' | 'wrong' }
  | { readonly does: 'open' | 'grant' | 'letter'; readonly case: number }
  | { readonly does: 'get' | 'post'; readonly path: string }
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('look up' as const),
      right: fc.constantFrom('uitpas', 'uitpas', 'waste-bags', 'waste-bags', 'ghent/waste-bags', 'social-rate', 'none'),
      written: fc.constantFrom('plain', 'plain', 'dotted', 'wrong'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('open', 'grant', 'letter'), case: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('get', 'post'),
      path: fc.oneof(
        fc.constantFrom(
          '/',
          '/me',
          '/me/opt-out',
          '/me/opt-in',
          '/campaigns',
          '/campaigns/uitpas-1',
          '/campaigns/uitpas-1/missing.svg',
          '/campaigns/social-rate-1',
          '/campaigns/social-rate-1/invite',
        ),
        fc.constantFrom(
          '/reviews',
          '/chain',
          '/counter',
          '/counter?lang=fr',
          '/counter?lang=en',
          '/counter/cases',
          '/counter/cases/token-1',
        ),
        fc.webPath(),
      ),
    }),
  },
)

/** All that a clerk gets to see who makes these moves about somebody. */
async function seenBy(resident: Resident, made: readonly Move[]): Promise<readonly Seen[]> {
  const number = here.next()
  const app = here.open(here.registersOf({ [number]: resident }), { lookUpsPerMinute: 5 })
  const me = await here.visit(app, 'clerk-1')
  const seen = [await me.get('/counter')]
  expect(seen[0]?.status).toBe(200)
  const cases: string[] = []
  const step = async (move: Move): Promise<Seen> => {
    switch (move.does) {
      case 'look up': {
        const written = {
          plain: number,
          dotted: number.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4 $5'),
          wrong: '123',
        }
        const found = await me.post('/counter/look-ups', { number: written[move.written], right: move.right })
        const at = header(found, 'location')
        if (at !== undefined) cases.push(at)
        return found
      }
      case 'open':
        return me.get(cases[move.case] ?? '/counter/cases/none')
      case 'grant':
        return me.post(`${cases[move.case] ?? '/counter/cases/none'}/grant`)
      case 'letter':
        return me.get(`${cases[move.case] ?? '/counter/cases/none'}/letter`)
      case 'get':
        return me.get(move.path)
      case 'post':
        return me.post(move.path, { right: 'uitpas' })
    }
  }
  for (const move of made) seen.push(await step(move))
  for (const text of seen) expect(text.body).not.toContain(number)
  return seen
}

/** What a regulation lets a clerk see, of what can be looked up at a counter: the outcome, what is granted and whether that is settled; of a person's own right the ground. */
async function tellable(resident: Resident): Promise<string> {
  const number = here.next()
  const { ledger, people } = here
  const deciding = decidingOf(
    { ledger, connectors: here.registersOf({ [number]: resident }), now: () => now },
    'loket',
    'x',
  )
  const told = rightsAtCounter.map(async ({ decide, tells }) => {
    const decision = await decide(people.of(number), deciding)
    if (decision.outcome !== 'eligible') return decision.outcome
    const { benefit, period, ground, open } = decision
    return { benefit, period, isSettled: open.length === 0, ...(tells === 'the ground' && { ground }) }
  })
  return JSON.stringify(await Promise.all(told))
}

it('two residents who differ only in what no ground reveals are the same to a clerk, whatever the clerk does', async () => {
  let pairs = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(residents, { minLength: 8, maxLength: 12 }),
      fc.array(moves, { minLength: 4, maxLength: 14 }),
      async (pool, made) => {
        const alike = new Map<string, Resident[]>()
        for (const one of pool) {
          const key = await tellable(one)
          alike.set(key, [...(alike.get(key) ?? []), one])
        }
        for (const [first, second] of alike.values()) {
          if (first === undefined || second === undefined) continue
          pairs += 1
          expect(await seenBy(second, made)).toEqual(await seenBy(first, made))
        }
      },
    ),
    { numRuns: 25 },
  )
  expect(pairs).toBeGreaterThan(25)
})

it.each<readonly [string, Resident, Resident]>([
  ['budget guidance or budget management', { budgetGuidance: true }, { budgetManagement: true }],
  [
    'a second status behind the first',
    { increasedReimbursement: true },
    { increasedReimbursement: true, debtMediation: true },
  ],
  ['elsewhere, or here without any status', { municipality: '44013', livingWage: true }, {}],
  [
    'a register that is down, or one that doubts',
    { livingWage: unknown('unavailable') },
    { municipality: unknown('in doubt'), livingWage: true },
  ],
  [
    'whether a child has a discount because somebody at home has a living wage',
    { outOfSchoolCare: true, enrolments: ['enrolment'], others: [{ livingWagePaid: true }] },
    { outOfSchoolCare: true, enrolments: ['enrolment'], others: [{}] },
  ],
  [
    'which member of a household, and by which ground',
    { budgetGuidance: true, others: [{}] },
    { budgetGuidance: true, others: [{ debtMediation: true }] },
  ],
])('hides %s', async (_, first, second) => {
  const whole: readonly Move[] = rights.flatMap(({ id }, index) => [
    { does: 'look up', right: id, written: 'plain' },
    { does: 'open', case: index },
    { does: 'grant', case: index },
    { does: 'open', case: index },
    { does: 'letter', case: index },
  ])
  expect(await tellable(second)).toBe(await tellable(first))
  expect(await seenBy(second, whole)).toEqual(await seenBy(first, whole))
})

it('sees a difference where the ground differs: the test can fail', async () => {
  const made: readonly Move[] = [
    { does: 'look up', right: 'uitpas', written: 'plain' },
    { does: 'open', case: 0 },
  ]
  expect(await seenBy({ livingWage: true }, made)).not.toEqual(await seenBy({ debtMediation: true }, made))
})
