import { type Ledger, openLedger } from '@vanzelf/ledger'
import type { Unknown } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { childcare } from '@vanzelf/source-childcare'
import { education } from '@vanzelf/source-education'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { populationRegister } from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import { inMemoryOf, testNationalNumber } from '@vanzelf/testing'
import { desk } from '../src/desk.tsx'
import { listen } from '../src/listen.ts'
import { provider } from '../src/provider/provider.tsx'
import { relyingParty } from '../src/relying-party.ts'
import type { Connectors } from '../src/rights.ts'
import { type Walk, walk } from './walk.ts'

/** What can entitle somebody, or those they live with. */
export const statuses = [
  'increasedReimbursement',
  'livingWage',
  'livingWagePaid',
  'budgetGuidance',
  'budgetManagement',
  'debtMediation',
  'outOfSchoolCare',
] as const
export type Statuses = { readonly [status in (typeof statuses)[number]]: boolean | Unknown }
export const nothing: Statuses = {
  increasedReimbursement: false,
  livingWage: false,
  livingWagePaid: false,
  budgetGuidance: false,
  budgetManagement: false,
  debtMediation: false,
  outOfSchoolCare: false,
}

/** Somebody at the counter, by what registers know. */
export interface Resident extends Partial<Statuses> {
  readonly municipality?: string | Unknown
  readonly householdPosition?: '01' | '02'
  readonly others?: readonly Partial<Statuses>[]
  readonly enrolments?: readonly ['enrolment'] | readonly [] | Unknown
}

export const now = new Date('2026-11-24T10:00:00Z')

/** Numbers of people nobody has met yet. */
export function newNumbers() {
  let count = 0
  return () => {
    count += 1
    return testNationalNumber(`${1950 + (Math.floor(count / 900) % 50)}-07-30`, (count % 900) + 1)
  }
}

/** Texts that are the same in each test. */
function counted(name: string) {
  let count = 0
  return () => {
    count += 1
    return `${name}-${count}`
  }
}

/** A provider, a ledger and pseudonyms, over which desks are opened with the registers that a test needs. */
export async function town() {
  const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
  const ledger: Ledger = await openLedger({ now: () => now })
  const [there, next] = [await listen(), newNumbers()]
  const origin = 'http://127.0.0.1:1'
  const client = {
    id: 'desk',
    secret: 'a secret of the tests',
    redirectUri: `${origin}/signed-in`,
    signedOutUri: `${origin}/signed-out`,
  }
  const citizen = next()
  const staff = ['clerk', 'reviewer', 'officer', 'data-protection-officer']
  const users = [
    ...staff.map((role) => ({ sub: `${role}-1`, name: 'Sam', role })),
    { sub: 'clerk-2', name: 'Kim', role: 'clerk' },
    { sub: 'reviewer-2', name: 'Bo', role: 'reviewer' },
    { sub: 'citizen-1', name: 'Ada', role: 'citizen', national_number: citizen },
    { sub: 'nobody', name: 'Nemo', role: 'mayor' },
  ]
  const token = counted('provided')
  there.answerWith(await provider({ issuer: there.origin, client, users, token }))
  const signIn = await relyingParty({ issuer: there.origin, client, people })

  /** An enrolment in a municipal school, which any resident of a test may have. */
  const enrolment = { school: '990001', enrolmentPeriod: { from: '2026-09-01', until: '2027-07-01' } } as const

  const registersOf = (residents: { readonly [number: string]: Resident }): Connectors => {
    const records = Object.entries(residents).flatMap(([number, { others = [], ...own }]) => {
      const id = people.of(number)
      const members = others.map((other, index) => [`${id}-${index}`, { ...nothing, ...other }] as const)
      const householdMembers: readonly SubjectId[] = [id, ...members.map(([member]) => member)]
      return [
        [
          id,
          {
            ...{ ...nothing, municipality: '44021', householdPosition: '01', enrolments: [], referencePerson: id },
            ...own,
            householdMembers,
          },
        ] as const,
        ...members,
      ]
    })
    return inMemoryOf([populationRegister, socialSecurity, municipalWelfare, childcare, education], {
      ...Object.fromEntries(records),
      enrolment,
    })
  }

  /** A desk of which every token is the same in each test. */
  const open = (
    connectors: Connectors,
    more: {
      readonly lookUpsPerMinute?: number
      readonly clock?: () => Date
      readonly population?: () => Iterable<SubjectId>
    } = {},
  ) => {
    const { clock = () => now, ...limits } = more
    return desk({
      ...{ origin, signIn, ledger, people, connectors, now: clock },
      residents: 'simulated',
      population: () => [],
      invitations: { name: 'letters', deliver: async () => [], withdraw: async () => [] },
      token: counted('token'),
      ...limits,
    })
  }
  const visit = async (app: ReturnType<typeof desk>, as: string): Promise<Walk> => {
    const me = walk(app, origin)
    await me.signIn(as)
    return me
  }
  return {
    ...{ people, ledger, registersOf, open, visit, next, citizen, origin },
    issuer: there.origin,
    close: async () => {
      await there.close()
      await ledger.close()
    },
  }
}
