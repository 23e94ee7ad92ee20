import { randomBytes } from 'node:crypto'
import { openLedger } from '@vanzelf/ledger'
import type { Decision } from '@vanzelf/rules/evaluate'
import { type Pseudonyms, pseudonyms } from '@vanzelf/source/pseudonyms'
import { type Disturbance, type SyntheticCity, syntheticCity } from '@vanzelf/testing'
import { registersOf, residentsOf } from './city.ts'
import { desk } from './desk.tsx'
import { decidingOf, today } from './desk-options.ts'
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
  readonly close: () => Promise<void>
}

const token = () => randomBytes(24).toString('base64url')

export async function demo(options: DemoOptions): Promise<Demo> {
  const { residents, folder, port, disturbance = {}, lookUpsPerMinute, now = () => new Date() } = options
  const city = syntheticCity({ seed: 7, residents, on: today(now) })
  const people = pseudonyms({ key: randomBytes(32) })
  const ledger = await openLedger({ now, ...(folder !== undefined && { folder }) })
  const [here, there] = await Promise.all([listen(port), listen()])
  const client = { id: 'desk', secret: token(), redirectUri: `${here.origin}/signed-in` }
  const connectors = registersOf(city, people, disturbance)
  const numbers = await numbersOf(city, people, decidingOf({ ledger, connectors, now }, 'loket', 'demo'))
  there.answerWith(await provider({ issuer: there.origin, client, token, users: usersOf(numbers.eligible) }))
  here.answerWith(
    desk({
      origin: here.origin,
      signIn: await relyingParty({ issuer: there.origin, client, redirectUri: client.redirectUri, people }),
      ledger,
      people,
      connectors,
      population: ({ id }) => residentsOf(city, people, id === 'uitpas' ? 'everybody' : 'reference persons'),
      now,
      token,
      ...(lookUpsPerMinute !== undefined && { lookUpsPerMinute }),
    }),
  )
  return {
    origin: here.origin,
    city,
    numbers,
    close: async () => {
      await Promise.all([here.close(), there.close()])
      await ledger.close()
    },
  }
}

const usersOf = (nationalNumber: string): readonly DemoUser[] => [
  { sub: 'clerk-1', name: 'Lotte', role: 'clerk' },
  { sub: 'clerk-2', name: 'Karim', role: 'clerk' },
  { sub: 'reviewer-1', name: 'Rik', role: 'reviewer' },
  { sub: 'officer-1', name: 'Nele', role: 'officer' },
  { sub: 'protection-1', name: 'Dirk', role: 'data-protection-officer' },
  { sub: 'citizen-1', name: 'Amira', role: 'citizen', national_number: nationalNumber },
]

/** Tries the first people of the city. What is asked for it is not kept: the desk is not open yet. */
async function numbersOf(city: SyntheticCity, people: Pseudonyms, deciding: Deciding): Promise<Demo['numbers']> {
  const found = { eligible: '', 'not eligible': '', undetermined: '' }
  for (const { nationalNumber, position } of city.residents()) {
    if (position !== '01') continue
    const outcome = (await rights[0]?.decide(people.of(nationalNumber), deciding))?.outcome ?? 'undetermined'
    found[outcome] ||= nationalNumber
    if (Object.values(found).every((number) => number !== '')) break
  }
  return found
}
