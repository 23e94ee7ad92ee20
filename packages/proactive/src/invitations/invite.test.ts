import type { Channel, Delivery } from '@vanzelf/delivery'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { calendarYear, euro, fact, ground, money, policy, type Unknown, unknown } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { concernedBy } from '../campaign/concerned-by.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { invite } from './invite.ts'

const person = { about: 'person', value: { type: 'truth' }, when: ['date'] } as const
const poor = fact({ ...person, source: 'welfare', name: 'poor' })
/** What only the citizen tells; without evidence it is not found. */
const foster = fact({ ...person, source: 'declaration', name: 'evidencedFoster' })
const student = fact({ ...person, source: 'declaration', name: 'student' })
const rule = (name: string) =>
  policy({
    name,
    about: 'person',
    grounds: [ground('art. 2', poor), ground('art. 3', foster), ground('art. 4', student)],
    benefit: money(euro(50)),
    period: calendarYear,
    basis: { welfare: 'art. 8', declaration: 'art. 9' },
  })

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({})
}, 60_000)
afterAll(() => ledger.close())

let made = 0
let support = rule('exampleville/none')
type Told = Record<SubjectId, boolean | Unknown>
let told: { poor: Told; evidencedFoster: Told; student: Told }
beforeEach(() => {
  support = rule(`exampleville/support ${++made}`)
  told = {
    poor: { anna: false, bram: unknown('unavailable'), cleo: true },
    evidencedFoster: {},
    student: { anna: false },
  }
})

interface Batch {
  readonly subjects: readonly SubjectId[]
}
const answer =
  (name: keyof typeof told) =>
  async ({ subjects }: Batch) =>
    subjects.map((one) => {
      const value = told[name][one] ?? unknown('not found')
      return typeof value === 'boolean' ? { value } : value
    })
const run = (id: string, population: readonly SubjectId[] = Object.keys(told.poor)) =>
  runCampaign(support, {
    ...{ ledger, id: `${id} ${made}`, on: '2026-03-10', asker: 'Exampleville', population: () => population },
    connectors: {
      welfare: { poor: answer('poor') },
      declaration: { evidencedFoster: answer('evidencedFoster'), student: answer('student') },
    },
    takesEffect: 'automatically',
    lost: { then: 'keep', law: 'art. 9' },
  } as never)

/** A channel that fails as often as it is told to, and remembers what it sent. */
function post(failures = 0) {
  const sent: Delivery[] = []
  let left = failures
  const channel: Channel = {
    name: `letters ${made}`,
    deliver: async (batch) => {
      if (left-- > 0) throw new Error('killed')
      sent.push(...batch)
      return batch.map(({ id }) => ({ outcome: 'delivered', receipt: id }))
    },
    withdraw: async () => [],
  }
  return { channel, sent, invited: () => sent.map(({ recipient, asks }) => [recipient, asks]) }
}
const FOSTER = { source: 'declaration', name: 'evidencedFoster' }
const STUDENT = { source: 'declaration', name: 'student' }

describe('invited is', () => {
  it('who alone can tell what is missing, for exactly that, and nobody who waits for a source', async () => {
    const { channel, sent, invited } = post()
    await run('first')
    expect(await invite(ledger, { campaign: `first ${made}`, channel })).toEqual({ invited: 1, waiting: 1 })
    expect(invited()).toEqual([['anna', [FOSTER]]])
    expect(sent[0]).toMatchObject({ benefit: { kind: 'nothing' }, policy: support.name })
  })

  it('each once for a fact, also by a later campaign, and after a kill', async () => {
    const { channel, invited } = post(1)
    await run('first')
    await expect(invite(ledger, { campaign: `first ${made}`, channel })).rejects.toThrow('killed')
    expect(invited()).toEqual([])
    expect(await invite(ledger, { campaign: `first ${made}`, channel })).toMatchObject({ invited: 0 })
    await run('second')
    expect(await invite(ledger, { campaign: `second ${made}`, channel })).toMatchObject({ invited: 0 })
    expect(invited()).toEqual([['anna', [FOSTER]]])
    expect((await ledger.people.acts('anna')).filter(({ policy: of }) => of === support.name)).toMatchObject([
      { kind: 'invited', by: `first ${made}`, content: { asks: [FOSTER] } },
    ])
  })

  it('later for what is missing then, and not again for what was asked before', async () => {
    const { channel, invited } = post()
    await run('first')
    await invite(ledger, { campaign: `first ${made}`, channel })
    told.student = {}
    await run('second')
    expect(await invite(ledger, { campaign: `second ${made}`, channel })).toMatchObject({ invited: 1 })
    expect(invited()).toEqual([
      ['anna', [FOSTER]],
      ['anna', [STUDENT]],
    ])
  })

  it('nobody who opted out, or was decided since', async () => {
    const { channel, invited } = post()
    told.poor = { anna: false, dora: false, eve: false }
    told.student = told.poor
    await run('first')
    await ledger.people.optOut('anna', { policy: support.name, by: 'desk' })
    told.evidencedFoster['dora'] = false
    await run('second', ['dora'])
    expect(await invite(ledger, { campaign: `first ${made}`, channel })).toEqual({ invited: 1, waiting: 0 })
    expect(invited()).toEqual([['eve', [FOSTER]]])
  })

  it('and what they answer is decided, and granted', async () => {
    const { channel } = post()
    await run('first')
    await invite(ledger, { campaign: `first ${made}`, channel })
    told.evidencedFoster['anna'] = true
    const answered = await concernedBy(ledger, support, ['anna'])
    expect(await run('answers', answered)).toMatchObject({ decided: 1, effects: { started: 1 } })
  })
})
