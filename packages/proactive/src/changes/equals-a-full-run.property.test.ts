import { type Ledger, openLedger } from '@vanzelf/ledger'
import type { Change } from '@vanzelf/source'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { members, supportOf, type Town, town } from '../../test/town.ts'
import type { Lost } from '../campaign/options.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { decideChanges } from './decide-changes.ts'
import { decideNewVersion } from './decide-new-version.ts'

let server: PostgresServer
let ledgers = 0
beforeAll(async () => {
  server = await postgresServer()
}, 60_000)
afterAll(() => server.stop())

const PEOPLE = 5
const neighbours = fc.array(fc.record({ home: fc.nat({ max: 2 }), poor: fc.boolean(), disabled: fc.boolean() }), {
  minLength: PEOPLE,
  maxLength: PEOPLE,
})
const who = fc.nat({ max: PEOPLE - 1 })
const event = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), who, home: fc.nat({ max: 2 }) }),
  fc.record({
    ...{ kind: fc.constant('status' as const), who, name: fc.constantFrom('poor' as const, 'disabled' as const) },
    value: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat() }),
)
/** What happens, how many steps late its message arrives, how often, and after which others. */
const events = fc.array(
  fc.record({ event, late: fc.nat({ max: 2 }), copies: fc.integer({ min: 1, max: 3 }), after: fc.nat() }),
  { minLength: 1, maxLength: 4 },
)
const steps = fc.array(events, { minLength: 1, maxLength: 3 })
const lost = fc.constantFrom<Lost['then']>('keep', 'ask a person', 'end')

/** Who represented a home left it, and no message speaks of who stayed: once found, and found again each time. */
const homes = [1, 1, 0, 0, 0].map((home, index) => ({ home, poor: index === 4, disabled: false }))
const moves = [[{ event: { kind: 'move' as const, who: 2, home: 1 }, late: 0, copies: 1, after: 0 }]]
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never

/** Lets it happen, and gives the message that tells it; none where there is nothing to cancel. */
function happens(city: Town, one: Event, told: Change[]): Change | undefined {
  if (one.kind === 'move') return city.move(one.who, one.home)
  if (one.kind === 'cancel') {
    const cancelled = told.length > 0 ? told.splice(one.which % told.length, 1) : []
    return cancelled.map((change) => city.takeBack(change))[0]
  }
  const change = city.tell(one.who, one.name, one.value)
  told.push(change)
  return change
}

const DAYS = ['2026-03-10', '2026-04-10', '2026-05-10', '2026-06-10', '2026-07-10', '2026-08-10'] as const

function running(ledger: Ledger, city: Town, then: Lost['then']) {
  const options = (id: string, on: string) =>
    ({
      ...{ ledger, id, on, connectors: city.connectors, population: () => city.people, asker: 'Exampleville' },
      ...{ holders: { household: members }, takesEffect: 'automatically', lost: { then, law: 'art. 9' } },
    }) as never
  return {
    full: (amount: number, on: string, id = `full ${on}`) => runCampaign(supportOf(amount), options(id, on)),
    delta: (amount: number, on: string) => decideChanges(supportOf(amount), options('support', on)),
    newVersion: (amount: number, on: string) => decideNewVersion(supportOf(amount), options(`version ${on}`, on)),
  }
}

const newLedger = () =>
  openLedger({ connectionString: server.connectionString, schema: `ledger_${ledgers++}`, connections: 5 })

/** What was decided of each, whenever that was. */
async function decidedIn(ledger: Ledger, { people }: Town) {
  const latest = await ledger.decisions.latest('exampleville/support', people)
  return people.map((one) => {
    const { outcome, ground, grant, version } = latest.get(one) ?? expect.fail()
    return [one, outcome, ground, grant, version]
  })
}

/** What stands, whatever it is called that led to it. */
async function grantedIn(ledger: Ledger) {
  const found: unknown[][] = []
  for await (const page of ledger.grants.under('exampleville/support'))
    for (const { id, subject, recipient, state, benefit, period, revision } of page)
      found.push([id, subject, recipient, state, benefit, period, revision])
  return found
}

it(
  'deltas whose messages arrived stand as full runs on the same days do, also where a figure changed',
  () =>
    fc.assert(
      fc.asyncProperty(neighbours, steps, lost, fc.boolean(), async (living, all, then, hasNewFigure) => {
        const [whole, part] = await Promise.all([newLedger(), newLedger()])
        const city = town(living)
        const [byFull, byDelta] = [running(whole, city, then), running(part, city, then)]
        await Promise.all([byFull.full(50, '2026-02-01'), byDelta.full(50, '2026-02-01')])
        const told: Change[] = []
        for (const [index, step] of all.entries()) {
          const on = DAYS[index] ?? expect.fail()
          const messages = step.flatMap((one) => {
            const change = happens(city, one.event, told)
            return change
              ? Array.from({ length: one.copies }, (_, copy) => ({ change, place: (one.after * (copy + 1)) % 7 }))
              : []
          })
          messages.sort((one, other) => one.place - other.place)
          for (const { change } of messages) await part.changes.take([change])
          const amount = hasNewFigure && index === all.length - 1 ? 60 : 50
          await byFull.full(amount, on)
          await byDelta.delta(amount, on)
          if (amount === 60) await byDelta.newVersion(amount, on)
          if (amount === 50) expect(await decidedIn(part, city)).toEqual(await decidedIn(whole, city))
          expect(await grantedIn(part)).toEqual(await grantedIn(whole))
        }
        expect(await decidedIn(part, city)).toEqual(await decidedIn(whole, city))
        await Promise.all([whole.close(), part.close()])
      }),
      { numRuns: 12, examples: [[homes, moves, 'keep', false]] },
    ),
  300_000,
)

it(
  'deltas whose messages were late leave nothing for a full run to change, once all have arrived',
  () =>
    fc.assert(
      fc.asyncProperty(neighbours, steps, lost, async (living, all, then) => {
        const [fresh, part] = await Promise.all([newLedger(), newLedger()])
        const city = town(living)
        const byDelta = running(part, city, then)
        await byDelta.full(50, '2026-02-01')
        const told: Change[] = []
        const arriving = new Map<number, Change[]>()
        for (let index = 0; index < all.length + 2; index++) {
          for (const { event: one, late, copies } of all[index] ?? []) {
            const change = happens(city, one, told)
            for (let copy = 0; change && copy < copies; copy++)
              arriving.set(index + late, [change, ...(arriving.get(index + late) ?? [])])
          }
          await part.changes.take(arriving.get(index) ?? [])
          await byDelta.delta(50, DAYS[index] ?? expect.fail())
        }
        const on = DAYS[all.length + 1] ?? expect.fail()
        await running(fresh, city, then).full(50, on)
        expect(await decidedIn(part, city)).toEqual(await decidedIn(fresh, city))
        const before = await grantedIn(part)
        await byDelta.full(50, on, 'everybody')
        expect(await grantedIn(part)).toEqual(before)
        await Promise.all([fresh.close(), part.close()])
      }),
      { numRuns: 12, examples: [[homes, moves, 'keep']] },
    ),
  300_000,
)
