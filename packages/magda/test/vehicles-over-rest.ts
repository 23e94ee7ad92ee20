import { generateKeyPairSync } from 'node:crypto'
import type { Fact } from '@vanzelf/rules'
import type { Answer, At } from '@vanzelf/source'
import { type LoopbackRest, type LoopbackRestOptions, loopbackMagdaRest } from '@vanzelf/testing/magda'
import { type MagdaVehiclesOptions, magdaRest, magdaVehicles, type RequestLogged } from '../src/index.ts'
import { noonOf, purpose, readable } from './asking.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const clients = { exampleville: publicKey.export({ type: 'spki', format: 'pem' }).toString() }

/** Pseudonyms of vehicles one can read in a failing test. */
export const readablePlates = {
  of: (plate: string) => `vehicle-${plate}`,
  reveal: (id: string) => id.split('vehicle-')[1],
}

/** A platform over REST that answers by plate: an answer's JSON, or nothing (204). */
export const vehiclePlatform = (
  answer: (plate: string) => ReturnType<LoopbackRestOptions['answer']> | undefined,
): Promise<LoopbackRest> =>
  loopbackMagdaRest({
    clients,
    expiresIn: 3600,
    answer: ({ query: { plateNr = '' } }) => answer(plateNr) ?? { status: 204 },
  })

/** Vehicles over such a platform, on a fixed day. */
export const vehiclesOver = (
  { endpoint, tokenEndpoint }: Pick<LoopbackRest, 'endpoint' | 'tokenEndpoint'>,
  { log, ...options }: Partial<MagdaVehiclesOptions> & { readonly log?: (logged: RequestLogged) => void } = {},
) =>
  magdaVehicles({
    rest: magdaRest({
      endpoint,
      oauth: { tokenEndpoint, clientId: 'exampleville', key: privateKey },
      sender: { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' },
      retry: { attempts: 1, delay: 1 },
      ...(log && { log }),
    }),
    people: readable,
    plates: readablePlates,
    now: noonOf('2026-03-10'),
    ...options,
  })

/** Asks one fact of one vehicle, by plate. */
export async function askVehicle(
  connector: object,
  fact: Fact,
  plate: string,
  at: At = { on: '2026-03-10' },
): Promise<Answer> {
  // A test asks any fact: by its name the connector has an answerer for each.
  const answerers = connector as { readonly [fact: string]: (batch: object) => Promise<Answer[]> }
  const [answer] = (await answerers[fact.name]?.({ fact, at, subjects: [readablePlates.of(plate)], purpose })) ?? []
  if (!answer) throw new Error(`no answerer for ${fact.name}`)
  return answer
}
