import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim, Ledger } from '../src/index.ts'
import { claimOf, grant, PASS } from './city.ts'
import { type Engine, inMemory, onServer } from './engines.ts'

const claimed = (ledger: Ledger, ...claims: readonly Claim[]) => ledger.write(({ claim }) => claim(claims))

const takeBack = ({ write }: Ledger, id: string, revision = 2) =>
  write(({ granted }) =>
    granted([
      grant(id, 'p1', {
        revision,
        kind: 'corrected',
        state: 'ended',
        period: { from: '2026-01-01', until: '2026-01-01' },
      }),
    ]),
  )

/** Claims and grants together, as whoever puts a decision into effect does. */
const granting = (ledger: Ledger, claims: readonly Claim[]) =>
  ledger.write(async ({ claim, granted }) => {
    const taken = await claim(claims)
    await granted(
      claims
        .filter((_, index) => taken[index] === undefined)
        .map(({ grant: id, holders }) => grant(id, holders[0] ?? '')),
    )
    return taken
  })

describe.each([
  ['embedded', inMemory],
  ['a server', onServer],
])('a quota on %s', (_, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  it('is counted once, by whichever run and after whichever restart', async () => {
    const first = await engine.open()
    expect(await claimed(first, claimOf('g1', ['p1', 'p2']))).toEqual([undefined])
    const { schema } = first
    const second = await engine.open({ schema })
    expect(await claimed(second, claimOf('g2', ['p1', 'p2']))).toEqual(['g1'])
    expect(await claimed(second, claimOf('g1', ['p1', 'p2']))).toEqual([undefined])
    expect(await claimed(first)).toEqual([])
  })

  it('follows the members of a household that splits or merges', async () => {
    const ledger = await engine.open()
    await claimed(ledger, claimOf('g1', ['p1', 'p2', 'child']), claimOf('g2', ['p3']))
    // Split: each of them was counted, and whom they live with now is not granted again with them.
    expect(await claimed(ledger, claimOf('g3', ['p2']), claimOf('g4', ['p1', 'child']))).toEqual(['g1', 'g1'])
    expect(await claimed(ledger, claimOf('g5', ['p2', 'p9']))).toEqual(['g1'])
    // A refused claim counts for nobody: who lives alone again has theirs.
    expect(await claimed(ledger, claimOf('g6', ['p9']))).toEqual([undefined])
    // Merged: two that were counted apart have one no more.
    expect(await claimed(ledger, claimOf('g7', ['p1', 'p3']))).toEqual(['g1'])
  })

  it('takes one after another within a call', async () => {
    const ledger = await engine.open()
    const claims = [
      claimOf('g1', ['p1', 'p2']),
      claimOf('g2', ['p2', 'p1']),
      claimOf('g3', ['p3']),
      claimOf('g4', ['p3', 'p4']),
    ]
    expect(await claimed(ledger, ...claims)).toEqual([undefined, 'g1', undefined, 'g3'])
  })

  it('keeps twins apart, and whoever is named twice one', async () => {
    const ledger = await engine.open()
    const twins = [claimOf('g1', ['twin 1', 'twin 1'], { per: 'person' }), claimOf('g2', ['twin 2'], { per: 'person' })]
    expect(await claimed(ledger, ...twins)).toEqual([undefined, undefined])
    expect(await claimed(ledger, claimOf('g3', ['twin 1'], { per: 'person' }))).toEqual(['g1'])
  })

  it('counts policies, kinds of holder and periods apart', async () => {
    const ledger = await engine.open()
    await claimed(ledger, claimOf('g1', ['p1']))
    const apart = [{ policy: 'another' }, { per: 'person' }, { from: '2027-01-01' }]
    for (const [index, more] of apart.entries())
      expect(await claimed(ledger, claimOf(`h${index}`, ['p1'], more))).toEqual([undefined])
  })

  it('counts up to as often as it allows, each grant once', async () => {
    const ledger = await engine.open()
    const twice = (id: string, holders: string[]) => claimOf(id, holders, { times: 2 })
    expect(await claimed(ledger, twice('g1', ['p1', 'p2']), twice('g1', ['p1']))).toEqual([undefined, undefined])
    expect(await claimed(ledger, twice('g2', ['p1']))).toEqual([undefined])
    expect(await claimed(ledger, twice('g3', ['p1']))).toEqual(['g1'])
    expect(await claimed(ledger, twice('g3', ['p2']), twice('g4', ['p2']))).toEqual([undefined, 'g1'])
  })

  it('gives back the place of a grant that was taken back as if it had never been, and of no other', async () => {
    const ledger = await engine.open()
    await granting(ledger, [claimOf('g1', ['p1'])])
    await ledger.write(({ granted }) =>
      granted([
        grant('g1', 'p1', {
          revision: 2,
          kind: 'ended',
          state: 'ended',
          period: { from: '2026-01-01', until: '2026-01-02' },
        }),
      ]),
    )
    expect(await claimed(ledger, claimOf('g2', ['p1']))).toEqual(['g1'])
    await takeBack(ledger, 'g1', 3)
    expect(await granting(ledger, [claimOf('g2', ['p1'])])).toEqual([undefined])
    // And who would give it again finds the place taken.
    expect(await claimed(ledger, claimOf('g1', ['p1']))).toEqual(['g2'])
  })

  it.each([
    ['under a former number, by the current one', ['former', 'current'], 'former', 'current'],
    ['under the current number, by a former one', ['former', 'current'], 'current', 'former'],
    ['at the start of a chain, by its end', ['a', 'b', 'c', 'd'], 'a', 'd'],
    ['at the end of a chain, by its start', ['a', 'b', 'c', 'd'], 'd', 'a'],
    ['in the middle of a chain, by its end', ['a', 'b', 'c'], 'b', 'c'],
  ])('is counted %s', async (_, chain, granted, asked) => {
    const before = await engine.open()
    await claimed(before, claimOf('g1', [granted]))
    for (const [index, current] of chain.slice(1).entries())
      await before.people.replaced(chain[index] ?? '', current, 'register')
    expect(await claimed(before, claimOf('g2', [asked]))).toEqual(['g1'])

    const after = await engine.open()
    for (const [index, current] of chain.slice(1).entries())
      await after.people.replaced(chain[index] ?? '', current, 'register')
    expect(await claimed(after, claimOf('g1', [granted]), claimOf('g2', [asked]))).toEqual([undefined, 'g1'])
  })

  it('is counted for one of whom two numbers became one, by each of the three', async () => {
    const ledger = await engine.open()
    await claimed(ledger, claimOf('g1', ['a']))
    await ledger.people.replaced('a', 'c', 'register')
    await ledger.people.replaced('b', 'c', 'register')
    for (const one of ['a', 'b', 'c']) expect(await claimed(ledger, claimOf('g2', [one]))).toEqual(['g1'])
    // Held under two of the three it is one grant.
    const twice = (id: string, holders: string[]) => claimOf(id, holders, { times: 2, per: 'person' })
    expect(await claimed(ledger, twice('h1', ['a', 'c']), twice('h2', ['b']), twice('h3', ['c']))).toEqual([
      undefined,
      undefined,
      'h1',
    ])
  })

  it('is the same for a number that was replaced by itself, or back and forth', async () => {
    const ledger = await engine.open()
    for (const [former, current] of [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ] as const)
      await ledger.people.replaced(former, current, 'register')
    expect(await claimed(ledger, claimOf('g1', ['b']), claimOf('g2', ['a']))).toEqual([undefined, 'g1'])
  })

  it('is as a simple model says, for any order of claims, replacements, take-backs and restarts', async () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const household = fc.array(person, { minLength: 1, maxLength: 3 })
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('claim' as const),
          households: fc.array(household, { minLength: 1, maxLength: 3 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), former: person, current: person }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('take back' as const), which: fc.nat({ max: 5 }) }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2), fc.array(step, { minLength: 2, maxLength: 12 }), async (times, steps) => {
        let ledger = await engine.open()
        const model = quotaModel(times)
        const given: string[] = []
        let made = 0
        for (const one of steps) {
          if (one.kind === 'restart') ledger = await engine.open({ schema: ledger.schema })
          else if (one.kind === 'replace') {
            await ledger.people.replaced(one.former, one.current, 'register')
            model.replace(one.former, one.current)
          } else if (one.kind === 'take back') {
            const [id] = given.splice(one.which % Math.max(given.length, 1), 1)
            if (id === undefined) continue
            await takeBack(ledger, id)
            model.takeBack(id)
          } else {
            const claims = one.households.map((holders) => claimOf(`g${++made}`, holders, { times }))
            const taken = await granting(ledger, claims)
            const expected = claims.map(({ grant: id, holders }) => model.claim(id, holders))
            expect(taken.map((by) => by === undefined)).toEqual(expected)
            given.push(...claims.flatMap(({ grant: id }, index) => (expected[index] ? [id] : [])))
          }
        }
        expect((await ledger.verify()).broken).toBeUndefined()
      }),
      { numRuns: 25 },
    )
  }, 300_000)
})

/** People as sets of numbers, each with the grants that count for them. */
function quotaModel(times: number) {
  let people: { readonly names: ReadonlySet<string>; readonly grants: ReadonlySet<string> }[] = []
  const of = (name: string) => {
    const known = people.find(({ names }) => names.has(name))
    if (known) return known
    const met = { names: new Set([name]), grants: new Set<string>() }
    people.push(met)
    return met
  }
  return {
    replace(former: string, current: string) {
      const [one, other] = [of(former), of(current)]
      if (one === other) return
      people = people.filter((each) => each !== one && each !== other)
      people.push({ names: new Set([...one.names, ...other.names]), grants: new Set([...one.grants, ...other.grants]) })
    },
    takeBack(id: string) {
      people = people.map(({ names, grants }) => ({
        names,
        grants: new Set([...grants].filter((each) => each !== id)),
      }))
    },
    claim(id: string, holders: readonly string[]): boolean {
      const who = new Set(holders.map(of))
      if ([...who].some(({ grants }) => grants.size >= times)) return false
      people = people.map((each) =>
        who.has(each) ? { names: each.names, grants: new Set([...each.grants, id]) } : each,
      )
      return true
    },
  }
}

describe('a quota that eight programs claim at once', () => {
  let engine: Engine
  const ledgers: Ledger[] = []
  beforeAll(async () => {
    engine = await onServer()
    const first = await engine.open()
    ledgers.push(first)
    for (let n = 1; n < 8; n++) ledgers.push(await engine.open({ schema: first.schema }))
  }, 120_000)
  afterAll(() => engine?.stop(), 60_000)

  it('is given once, whoever is first', async () => {
    let round = 0
    const household = fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(household, { minLength: 8, maxLength: 32 }), async (households) => {
        round++
        const from = `${2000 + round}-01-01`
        const claims = households.map((members, index) =>
          claimOf(
            `g${round}.${index}`,
            members.map((n) => `p${n}`),
            { from },
          ),
        )
        const taken = await Promise.all(
          claims.map(async (one, index) => {
            const ledger = ledgers[index % ledgers.length]
            return ledger && (await granting(ledger, [one]))[0]
          }),
        )
        const given = claims.filter((_, index) => taken[index] === undefined)
        // Nobody is counted twice …
        const holders = given.flatMap(({ holders: all }) => all)
        expect(new Set(holders).size).toBe(holders.length)
        // … and nobody is refused but for a grant that counts one of them.
        for (const [index, by] of taken.entries()) {
          if (by === undefined) continue
          const other = given.find(({ grant: id }) => id === by)
          expect(other?.holders.some((one) => claims[index]?.holders.includes(one))).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
    const [ledger] = ledgers
    expect((await ledger?.verify())?.broken).toBeUndefined()
    let grants = 0
    for await (const page of ledger?.grants.under(PASS) ?? []) grants += page.length
    expect(grants).toBeGreaterThan(20)
  }, 300_000)
})
