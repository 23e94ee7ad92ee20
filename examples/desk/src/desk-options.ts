import type { Channel } from '@vanzelf/delivery'
import type { Ledger } from '@vanzelf/ledger'
import type { IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import type { RelyingParty } from './relying-party.ts'
import type { Connectors, Deciding, Right } from './rights.ts'

/** What a desk is made of. Time and chance are given, so that tests can give theirs. */
export interface DeskOptions {
  /** Where browsers reach it, such as `https://loket.example`. */
  readonly origin: string
  readonly signIn: RelyingParty
  readonly ledger: Ledger
  readonly people: Pseudonyms
  readonly connectors: Connectors
  /** Whether the people exist. Of a simulated city every figure is told to be no fact. */
  readonly residents: 'real' | 'simulated'
  /** Whom a campaign of a right is about. */
  readonly population: (right: Right) => Iterable<SubjectId>
  /** What carries the letters that ask somebody for what they alone can tell. */
  readonly invitations: Channel
  readonly now: () => Date
  /** A text that nobody can guess. */
  readonly token: () => string
  /** How many people one clerk may look up in any minute; 10 unless told. */
  readonly lookUpsPerMinute?: number
}

/** Who asks, as the citizen will read it. */
const CITY = 'Stad Gent'

/** How something is decided now, and who asks: a member of staff by id, never by name. */
export const decidingOf = (
  { ledger, connectors, now }: Pick<DeskOptions, 'ledger' | 'connectors' | 'now'>,
  part: 'loket' | 'campagne' | 'beoordeling',
  by: string,
): Deciding => ({
  ledger,
  connectors,
  now,
  on: today(now),
  asker: `${CITY}, ${part} (${by})`,
})

/** The day, in Belgium. */
export function today(now: () => Date): IsoDate {
  // Sweden writes its dates as ISO does. The type of a formatted text does not say so.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(now()) as IsoDate
}
