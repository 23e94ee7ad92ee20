import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '@vanzelf/ledger'
import { idOf } from '@vanzelf/proactive'
import type { Decision } from '@vanzelf/rules/evaluate'
import { type Pseudonyms, pseudonyms } from '@vanzelf/source/pseudonyms'
import { type Disturbance, type SyntheticCity, syntheticCity } from '@vanzelf/testing'
import { registersOf, residentsOf } from './city.ts'
import { desk } from './desk.tsx'
import { decidingOf, today } from './desk-options.ts'
import { invitationLetters } from './invitation-letters.ts'
import { listen } from './listen.ts'
import type { DemoUser } from './provider/demo-user.ts'
import { provider } from './provider/provider.tsx'
import { relyingParty } from './relying-party.ts'
import { type Deciding, rights } from './rights.ts'

export interface DemoOptions {
  readonly residents: number
  /** Where the ledger is kept; in memory without it. A folder is of no use after a restart: the key of its pseudonyms is not kept. */
  readonly folder?: string
  readonly port?: number
  readonly disturbance?: Disturbance
  readonly lookUpsPerMinute?: number
  readonly now?: () => Date
}

/** The desk and an identity provider, each on its own loopback port, over a city of people who do not exist. */
export interface Demo {
  readonly origin: string
  readonly city: SyntheticCity
  /** A number to type for each outcome, of reference persons and for the first right; empty where a city has none. */
  readonly numbers: { readonly [outcome in Decision['outcome']]: string }
  /** The folder of the letters that were sent, until it closes. */
  readonly letters: string
  readonly close: () => Promise<void>
}

const token = () => randomBytes(24).toString('base64url')

export async function demo(options: DemoOptions): Promise<Demo> {
  const { residents, folder, port, disturbance = {}, lookUpsPerMinute, now = () => new Date() } = options
  const city = syntheticCity({ seed: 7, residents, on: today(now) })
  const people = pseudonyms({ key: randomBytes(32) })
  const ledger = await openLedger({ now, ...(folder !== undefined && { folder }) })
  const [here, there] = await Promise.all([listen(port), listen()])
  const client = {
    id: 'desk',
    secret: token(),
    redirectUri: `${here.origin}/signed-in`,
    signedOutUri: `${here.origin}/signed-out`,
  }
  const connectors = registersOf(city, people, disturbance)
  const letters = await mkdtemp(join(tmpdir(), 'desk-letters-'))
  const trying = decidingOf({ ledger, connectors, now }, 'loket', 'demo')
  const numbers = await numbersOf(city, people, trying)
  const parent = await parentOf(city, people, trying)
  there.answerWith(await provider({ issuer: there.origin, client, token, users: usersOf(numbers.eligible, parent) }))
  here.answerWith(
    desk({
      origin: here.origin,
      signIn: await relyingParty({ issuer: there.origin, client, people }),
      ledger,
      people,
      connectors,
      residents: 'simulated',
      population: (right) => residentsOf(city, people, right),
      invitations: invitationLetters({ folder: letters, city, people, now }),
      now,
      token,
      ...(lookUpsPerMinute !== undefined && { lookUpsPerMinute }),
    }),
  )
  return {
    origin: here.origin,
    city,
    numbers,
    letters,
    close: async () => {
      await Promise.all([here.close(), there.close()])
      await ledger.close()
      await rm(letters, { recursive: true, force: true })
    },
  }
}

const usersOf = (citizen: string, parent: string | undefined): readonly DemoUser[] => [
  { sub: 'clerk-1', name: 'Lotte', role: 'clerk' },
  { sub: 'clerk-2', name: 'Karim', role: 'clerk' },
  { sub: 'reviewer-1', name: 'Rik', role: 'reviewer' },
  { sub: 'reviewer-2', name: 'Rosa', role: 'reviewer' },
  { sub: 'officer-1', name: 'Nele', role: 'officer' },
  { sub: 'protection-1', name: 'Dirk', role: 'data-protection-officer' },
  { sub: 'citizen-1', name: 'Amira', role: 'citizen', national_number: citizen },
  ...(parent === undefined
    ? []
    : [{ sub: 'citizen-2', name: 'Noor', role: 'citizen', national_number: parent } as const]),
]

/** Tries the first people of the city. What is asked for it is not kept: the desk is not open yet. */
async function numbersOf(city: SyntheticCity, people: Pseudonyms, deciding: Deciding): Promise<Demo['numbers']> {
  const found = { eligible: '', 'not eligible': '', undetermined: '' }
  for (const { nationalNumber, position } of city.residents()) {
    if (position !== '01') continue
    const decision = await rights[0]?.decide(people.of(nationalNumber), deciding)
    // Of who is certainly entitled while something else is open nothing can be granted: no number to try.
    if (decision === undefined || (decision.outcome === 'eligible' && decision.open.length > 0)) continue
    found[decision.outcome] ||= nationalNumber
    if (Object.values(found).every((number) => number !== '')) break
  }
  return found
}

/** Who receives what the first entitled child of the city is granted; nobody in a city without one. */
async function parentOf(city: SyntheticCity, people: Pseudonyms, deciding: Deciding): Promise<string | undefined> {
  const right = rights.find(({ decidedFor }) => decidedFor === 'children')
  if (right === undefined) return undefined
  for (const child of residentsOf(city, people, right)) {
    const decision = await right.decide(child, deciding)
    if (decision.outcome !== 'eligible' || decision.open.length > 0) continue
    const parent = decision.recipient && idOf(decision.recipient)
    if (parent !== undefined) return people.reveal(parent)
  }
  return undefined
}
