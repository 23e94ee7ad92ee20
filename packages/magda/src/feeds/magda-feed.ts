import { DocumentError } from '@vanzelf/rules'
import type { Change } from '@vanzelf/source'
import type { Pseudonyms } from '../numbers.ts'
import type { Security } from '../security/security.ts'
import { referenceProfile } from '../security/signing-profile.ts'
import { type Verify, verifier } from '../security/verification.ts'
import { SHARED, type StatusProfile } from '../status-profile.ts'
import { householdComposition } from './household.ts'
import { published } from './publication.ts'
import { socialStatuses } from './social-statuses.ts'

/** How what the platform pushes is read: the options of `magda` fit here. */
export interface MagdaFeedOptions {
  /** The national numbers of a message become pseudonyms, and go no further. */
  readonly pseudonyms: Pseudonyms
  /** Statuses of the city's own, by the names of their facts. */
  readonly statuses?: { readonly [fact: string]: StatusProfile }
  /** Who must have signed a message: without it signatures are not looked at, and a bare message is read too. */
  readonly security?: Pick<Security, 'verifyAnswers' | 'signing'>
  readonly now?: () => Date
}

/** What one message of a feed tells. */
export interface FeedMessage {
  /** What its sender calls it. */
  readonly message: string
  readonly changes: readonly Change[]
  /** Names of statuses that are asked for no fact, each once: who has one is told as touched by every status. */
  readonly unknownStatuses: readonly string[]
  /** Codes of what went wrong at the source, each once. Of a subject without content nothing changed. */
  readonly exceptions: readonly string[]
}

/**
 * Reads the messages that MAGDA pushes when social statuses or households change: of whom which facts may have changed,
 * and no value of any. A message is read whole or not at all, in its SOAP envelope or bare.
 * @returns a function of the text of one message; it throws `bad-document` where it does not fit, and `not-trusted` where
 * it is not signed by whom we trust
 * @throws {DocumentError} `no-certificate` or `bad-certificate` for authorities that are none
 * @example
 * ```ts
 * const read = magdaFeed({ pseudonyms: { of: (number) => `p${number}`, reveal: (id) => id.slice(1) } })
 * const { changes } = await read(`<m:PubliceerMutatieSocialeStatuten xmlns:m="urn:feed"><Publicatie>
 *   <Context><Bericht><Afzender><Referte>m-17</Referte></Afzender></Bericht></Context>
 *   <Onderwerpen><Onderwerp><Referte>1</Referte><Inhoud><MutatieSocialeStatuten>
 *     <Bron>KSZ</Bron><INSZ>80612500102</INSZ><Annulering>1</Annulering>
 *   </MutatieSocialeStatuten></Inhoud></Onderwerp></Onderwerpen>
 * </Publicatie></m:PubliceerMutatieSocialeStatuten>`)
 * changes // => [{ message: 'PubliceerMutatieSocialeStatuten m-17', place: 1, subjects: ['p80612500102'], kind: 'cancelled', cancels: null, … }]
 * ```
 */
export function magdaFeed({
  pseudonyms,
  statuses = {},
  security = {},
  now = () => new Date(),
}: MagdaFeedOptions): (message: string) => Promise<FeedMessage> {
  const { verifyAnswers, signing } = security
  const verify = verifyAnswers && verifier(verifyAnswers, signing || referenceProfile, now)
  const profiles = { ...SHARED, ...statuses }
  const numbers = { subjectOf: (number: string) => pseudonyms.of(number) }
  const publications = [socialStatuses(profiles, numbers), householdComposition(profiles, numbers)]
  return async (text) => {
    const { kind, reference, told, exceptions } = await published(
      publications,
      verify ? await trusted(text, verify) : text,
    )
    const changes = told.map(({ place, told: { source, subjects, facts, from, isCancelled } }): Change => {
      // Two feeds may call a message by one reference: a ledger would take the second for the first, told again.
      const change = { source, message: `${kind} ${reference}`, place, subjects, facts, from }
      return isCancelled ? { ...change, kind: 'cancelled', cancels: null } : { ...change, kind: 'changed' }
    })
    const unknownStatuses = new Set(told.flatMap((one) => one.told.unknownStatuses ?? []))
    return { message: reference, changes, unknownStatuses: [...unknownStatuses], exceptions }
  }
}

async function trusted(message: string, verify: Verify): Promise<string> {
  const came = await verify(message)
  if ('signed' in came) return came.signed
  throw new DocumentError({
    code: 'not-trusted',
    what: `its signature cannot be relied upon (${came.distrust})`,
    where: 'a message of a feed',
    todo: 'see who sent it, and whether `security.verifyAnswers` names whoever signs what the platform pushes; nothing of it was taken',
  })
}
