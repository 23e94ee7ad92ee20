import { type IsoDate, type Period, unknown } from '@vanzelf/rules'
import { type Answerer, type Connector, type FactsOf, known, type SubjectId, source } from '@vanzelf/source'
import { conformance } from '@vanzelf/source/conformance'
import { describe, it } from 'vitest'
import {
  type GrantDefinition,
  type GrantedInYear,
  type GrantUnder,
  grantedInYear,
  grants,
  grantUnder,
} from '../src/index.ts'

const pass = {
  policy: 'exampleville/pass',
  name: 'passGrant',
  label: { nl: 'toegekende kansenpas', en: 'opportunity pass granted' },
} as const satisfies GrantDefinition
const bags = {
  policy: 'exampleville/waste-bags',
  name: 'bagsGranted',
  label: { nl: 'afvalzakken toegekend', en: 'waste bags granted' },
} as const satisfies GrantDefinition

const ours = source({ ...grants, facts: { passGrant: grantUnder(pass), bagsGranted: grantedInYear(bags) } })

interface Granted {
  readonly policy: string
  readonly period: Period
}
/** What a city granted, and to whom; of who is not here the keeper of the grants knows nothing. */
const granted: ReadonlyMap<SubjectId, readonly Granted[]> = new Map([
  [
    'anna',
    [
      { policy: pass.policy, period: { from: '2025-01-01', until: '2026-01-01' } },
      { policy: pass.policy, period: { from: '2026-01-01' } },
    ],
  ],
  ['bram', [{ policy: bags.policy, period: { from: '2026-01-01', until: '2027-01-01' } }]],
  ['cleo', []],
])

const covers = ({ from, until }: Period, day: IsoDate) => from <= day && (!until || day < until)

/** A connector in memory: it finds the policy by the definition of the fact. */
const inForce =
  (definition: GrantDefinition): Answerer<GrantUnder<'passGrant'>> =>
  async ({ at, subjects }, signal) => {
    signal?.throwIfAborted()
    return subjects.map((subject) => {
      const theirs = granted.get(subject)
      if (theirs === undefined || !('on' in at)) return unknown('not found')
      const found = theirs.find(({ policy, period }) => policy === definition.policy && covers(period, at.on))
      return known(found?.period ?? null)
    })
  }
const startedIn =
  (definition: GrantDefinition): Answerer<GrantedInYear<'bagsGranted'>> =>
  async ({ at, subjects }, signal) => {
    signal?.throwIfAborted()
    return subjects.map((subject) => {
      const theirs = granted.get(subject)
      if (theirs === undefined || !('year' in at)) return unknown('not found')
      return known(
        theirs.some(
          ({ policy, period }) => policy === definition.policy && period.from.slice(0, 4) === String(at.year),
        ),
      )
    })
  }

const connector: Connector<FactsOf<typeof ours>> = { passGrant: inForce(pass), bagsGranted: startedIn(bags) }
const failing: Connector<FactsOf<typeof ours>> = {
  passGrant: async ({ subjects }) => subjects.map(() => unknown('unavailable')),
  bagsGranted: async ({ subjects }) => subjects.map(() => unknown('unavailable')),
}

describe('a connector of grants, which finds the policy by the definition of a fact, keeps what it promises', () => {
  const trial = { subjects: [...granted.keys()], unknownSubject: 'nobody', failing }
  describe.each<IsoDate>(['2025-12-31', '2026-01-01'])('on %s', (on) => {
    for (const { name, run } of conformance(ours, connector, { ...trial, on })) it(name, run)
  })
})
