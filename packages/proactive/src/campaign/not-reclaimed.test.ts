import { type Ledger, openLedger } from '@vanzelf/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { city, type Register } from '../../test/small-city.ts'
import { type NotReclaimed, notReclaimed } from './not-reclaimed.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({})
}, 60_000)
afterAll(() => ledger.close())

async function list(campaign: string) {
  const found: NotReclaimed[] = []
  for await (const one of notReclaimed(ledger, campaign)) found.push(one)
  return found.map(({ why, grant: { subject, revision }, less, law }) => [why, subject, revision, less, law])
}

const before: Register = { a: { poor: true }, b: { poor: true, disabled: true }, c: { poor: true }, d: {} }
const after: Register = { a: {}, b: { poor: true }, c: { poor: true }, d: { poor: true } }

describe('from whom nothing is asked back', () => {
  it('names the grant, how much less it would be and the law, of who keeps it', async () => {
    const { run, register } = city(ledger, { ...before }, { lost: { then: 'keep', law: 'art. 9' } })
    await run('first')
    expect(await list('first')).toEqual([])
    Object.assign(register, after)
    const { effects } = await run('second', '2026-03-10', { corrects: true })
    expect(effects).toEqual({ kept: 2, unchanged: 1, started: 1 })
    const kept = [
      ['kept', 'a', 1, 50_00, 'art. 9'],
      ['kept', 'b', 1, 30_00, 'art. 9'],
    ]
    expect(await list('second')).toEqual(kept)

    // Who is told again is in the list of who told it first; whose amount is another is in the next one.
    register['b'] = {}
    expect((await run('third', '2026-03-10', { corrects: true })).effects).toMatchObject({ kept: 2 })
    expect(await list('third')).toEqual([['kept', 'b', 1, 80_00, 'art. 9']])
    expect(await list('second')).toEqual(kept)
  })

  it.each([
    ['ask a person', [['to review', 'x', 1, 50_00, 'art. 8']]],
    ['end', []],
  ] as const)('where the law says %s', async (then, expected) => {
    const { run, register } = city(ledger, { x: { poor: true } }, { lost: { then, law: 'art. 8' } })
    const year = then === 'end' ? '2028-03-10' : '2027-03-10'
    await run(`${then} first`, year)
    register['x'] = {}
    await run(`${then} second`, year)
    expect(await list(`${then} second`)).toEqual(expected)
  })

  it('who is entitled still to less waits for a person, also where the law ends what is lost', async () => {
    const { run, register } = city(
      ledger,
      { y: { poor: true, disabled: true } },
      { lost: { then: 'end', law: 'art. 7' } },
    )
    await run('more')
    register['y'] = { poor: true }
    await run('less')
    expect(await list('less')).toEqual([['to review', 'y', 1, 30_00, 'art. 7']])
  })
})
