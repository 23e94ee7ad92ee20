import type { Fact, IsoDate } from '@vanzelf/rules'
import type { Answer, At, Purpose } from '@vanzelf/source'
import type { Loopback } from '@vanzelf/testing/magda'
import { type MagdaConnectors, type MagdaOptions, magda } from '../src/index.ts'

/** Pseudonyms one can read in a failing test; outside tests they must not be readable. */
export const readable = { of: (number: string) => `person-${number}`, reveal: (id: string) => id.split('person-')[1] }

export const purpose: Purpose = { policy: 'exampleville/meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }

/** Noon on a day in Exampleville. */
export const noonOf = (day: IsoDate) => () => new Date(`${day}T11:00:00Z`)

/** Connectors over a loopback server: quick to give up, on a fixed day. */
export function over<const Own extends string = never>(
  { endpoint }: Loopback,
  options: Partial<MagdaOptions<Own>> = {},
): MagdaConnectors<Own> {
  return magda<Own>({
    endpoint,
    sender: { uri: 'exampleville.be/meals-aip', hoedanigheid: 'ipdc1' },
    pseudonyms: readable,
    disclosed: ['deathDate'],
    retry: { attempts: 1, delay: 1 },
    now: noonOf('2026-03-10'),
    ...options,
  } as MagdaOptions<Own>)
}

/** Asks one fact of one person, by national number. */
export async function ask(
  connectors: object,
  fact: Fact,
  number: string,
  at: At = { on: '2026-03-10' },
  signal?: AbortSignal,
): Promise<Answer> {
  // A test asks facts of any source: by its name the connector has an answerer for each.
  const sources = connectors as {
    [source: string]: { [fact: string]: (batch: object, signal?: AbortSignal) => Promise<Answer[]> }
  }
  const answers = await sources[fact.source]?.[fact.name]?.(
    { fact, at, subjects: [`person-${number}`], purpose },
    signal,
  )
  const [answer] = answers ?? []
  if (!answer) throw new Error(`no answerer for ${fact.name}`)
  return answer
}
