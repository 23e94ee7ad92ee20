import { DefinitionError, DocumentError, type IsoDate, RefusedError } from '@vanzelf/rules'
import type { Purpose, SubjectId } from '@vanzelf/source'
import { dayBefore, isDay } from './day.ts'
import type { Asking } from './exchange.ts'
import {
  type ExemptionChannel,
  type ExemptionDelivery,
  type ExemptionOutcome,
  type ExemptionWithdrawal,
  type ExemptionWithdrawalOutcome,
  type Failed,
  failedBy,
  refused,
  toRetry,
} from './exemption-channel.ts'
import type { Pseudonyms } from './numbers.ts'
import { oneByOne } from './one-by-one.ts'
import { plateOf } from './plate.ts'
import { exchangeWith, type Platform, type PlatformOptions } from './platform.ts'
import {
  type Exemption,
  registerExemption,
  registeredExemptions,
  removeExemptions,
  type ZoneVehicle,
} from './services/exemptions.ts'

/** The vehicle that a grant exempts. */
export interface ExemptVehicle {
  readonly vehicle: SubjectId
  /** ISO code of two letters of the country that gave the plate; `BE` unless said. */
  readonly country?: string
}

/** How exemptions are registered. Nothing is tried again by itself, so that nothing is registered twice. */
export type LowEmissionZoneOptions = Platform &
  Omit<PlatformOptions, 'retry'> & {
    /** Who registers, as the register of zones knows you (`Bron`). */
    readonly source: string
    /** Why vehicles are exempt, as the register writes it (`Reden`): one reason, or one for each grant. */
    readonly reason: string | ((delivery: ExemptionDelivery) => string)
    /** On what legal basis it is registered, and by whom. */
    readonly purpose: Omit<Purpose, 'policy'>
    /** The plates behind the pseudonyms of vehicles. */
    readonly plates: Pick<Pseudonyms, 'reveal'>
    /** Which vehicles grants exempt, one for one: asked at the last moment; `undefined` where there is none. */
    readonly vehicles: (
      batch: readonly ExemptionDelivery[],
      signal: AbortSignal,
    ) => readonly (ExemptVehicle | undefined)[] | Promise<readonly (ExemptVehicle | undefined)[]>
  }

/**
 * A channel that registers exemptions from low-emission zones with MAGDA, and removes them. What stands there already is
 * not registered again; two grants with the same vehicle, reason and days are one exemption. A receipt names the vehicle
 * by its pseudonym: keep it, to withdraw.
 * @throws {RefusedError} `no-legal-basis` when the purpose names none
 * @throws {DefinitionError} `bad-option` for a source or reason that is empty or longer than 120 characters, and as `magda`
 * @example
 * ```ts
 * const channel = lowEmissionZone({
 *   send: async () => ({ status: 503, body: '' }),
 *   sender: { uri: 'exampleville.be/lez-aip', hoedanigheid: 'ipdc3' },
 *   source: 'Exampleville',
 *   reason: 'disability',
 *   purpose: { basis: 'authorisation 2026/5', asker: 'Exampleville' },
 *   plates: { reveal: (id) => id.slice(1) },
 *   vehicles: (batch) => batch.map(() => ({ vehicle: 'v1ABC123' })),
 * })
 * const period = { from: '2026-04-01', until: '2031-04-01' }
 * await channel.deliver([{ id: 'grant-1', policy: 'exampleville/lez', recipient: 'p1', period }])
 * // => [{ outcome: 'to retry', why: 'unavailable-http-503' }]
 * ```
 */
export function lowEmissionZone(options: LowEmissionZoneOptions): ExemptionChannel {
  const { source, reason, purpose, plates, vehicles } = options
  checkBasis(purpose)
  checkShort('source', source)
  const reasonOf = typeof reason === 'function' ? reason : () => reason
  if (typeof reason === 'string') checkShort('reason', reason)
  const ask = exchangeWith({ ...options, retry: { attempts: 1 } })
  const inTurn = oneByOne()
  /** What was registered and not yet shown: the register may take its time, and must not be told twice. */
  const unconfirmed = new Set<string>()

  return Object.freeze({ name: 'low-emission-zone', deliver, withdraw })

  async function deliver(batch: readonly ExemptionDelivery[], signal = new AbortController().signal) {
    signal.throwIfAborted()
    const exempt = await vehiclesOf(batch, signal)
    if ('outcome' in exempt) return batch.map(() => exempt)
    return Promise.all(batch.map((delivery, index) => delivered(delivery, exempt[index], signal)))
  }

  async function withdraw(batch: readonly ExemptionWithdrawal[], signal = new AbortController().signal) {
    signal.throwIfAborted()
    return Promise.all(batch.map((withdrawal) => withdrawn(withdrawal, signal)))
  }

  async function delivered(
    delivery: ExemptionDelivery,
    exempt: ExemptVehicle | undefined,
    signal: AbortSignal,
  ): Promise<ExemptionOutcome> {
    if (!exempt) return refused('vehicle-unknown')
    const vehicle = vehicleOf(exempt)
    if ('outcome' in vehicle) return vehicle
    const days = daysOf(delivery)
    if (!days) return refused('bad-period')
    const exemption = { ...days, reason: checkShort('reason', reasonOf(delivery)) }
    const receipt = (reference: string) => JSON.stringify([exempt.vehicle, vehicle.country, reference])
    return inTurn(placeOf(vehicle), () => put(vehicle, exemption, receipt, askingOf(delivery, signal)))
  }

  async function put(
    vehicle: ZoneVehicle,
    exemption: Exemption,
    receipt: (reference: string) => string,
    asking: Asking,
  ): Promise<ExemptionOutcome> {
    const key = JSON.stringify([vehicle, exemption.reason, exemption.from, exemption.last])
    const before = await ours(vehicle, asking)
    if ('outcome' in before) return before
    const there = before.find(isSameAs(exemption))
    if (there) {
      unconfirmed.delete(key)
      return { outcome: 'already delivered', receipt: receipt(there.reference) }
    }
    if (!unconfirmed.has(key)) {
      const reply = await ask(registerExemption, { ...vehicle, ...exemption }, asking)
      if ('refusal' in reply) return failedBy(reply)
      if (!('content' in reply)) return refused('in-doubt')
      if (!reply.content.succeeded) return refused('not-registered')
      unconfirmed.add(key)
    }
    // Its reference is not in the answer: the register tells it when asked.
    const after = await ours(vehicle, asking)
    const shown = 'outcome' in after ? undefined : after.find(isSameAs(exemption))
    if (!shown) return toRetry('not-shown-yet')
    unconfirmed.delete(key)
    return { outcome: 'delivered', receipt: receipt(shown.reference) }
  }

  async function withdrawn(
    { delivery, receipt }: ExemptionWithdrawal,
    signal: AbortSignal,
  ): Promise<ExemptionWithdrawalOutcome> {
    const kept = keptIn(receipt)
    if (!kept) return refused('receipt-unknown')
    const vehicle = vehicleOf(kept)
    if ('outcome' in vehicle) return vehicle
    const asking = askingOf(delivery, signal)
    return inTurn(placeOf(vehicle), async () => {
      const before = await ours(vehicle, asking)
      if ('outcome' in before) return before
      const there = before.find(({ reference }) => reference === kept.reference)
      if (!there) return { outcome: 'already withdrawn' }
      // Another that is alike would keep in force what is withdrawn.
      const references = before.filter(isSameAs(there)).map(({ reference }) => reference)
      const reply = await ask(removeExemptions, { ...vehicle, references }, asking)
      if ('refusal' in reply) return failedBy(reply)
      return 'content' in reply && reply.content.succeeded ? { outcome: 'withdrawn' } : refused('not-removed')
    })
  }

  /** The exemptions of a vehicle that are ours: others' we cannot remove. */
  async function ours(vehicle: ZoneVehicle, asking: Asking) {
    const reply = await ask(registeredExemptions, vehicle, asking)
    if ('refusal' in reply) return reply.refusal.unknown === 'not found' ? [] : failedBy(reply)
    if (!('content' in reply)) return refused('in-doubt')
    const { plate, country, exemptions } = reply.content
    if (plateOf(plate) !== vehicle.plate || country !== vehicle.country) return toRetry('another-vehicle-answered')
    return exemptions.filter((exemption) => exemption.source === source)
  }

  async function vehiclesOf(batch: readonly ExemptionDelivery[], signal: AbortSignal) {
    if (batch.length === 0) return []
    let exempt: readonly (ExemptVehicle | undefined)[]
    try {
      exempt = await vehicles(batch, signal)
    } catch {
      // What it threw could quote a plate.
      signal.throwIfAborted()
      return toRetry('vehicles-unavailable')
    }
    if (exempt.length === batch.length) return exempt
    throw new DocumentError({
      code: 'answers-missing',
      what: `\`vehicles\` gave ${exempt.length} answers for ${batch.length} deliveries`,
      todo: 'answer one for one, in their order, `undefined` where there is no vehicle',
    })
  }

  function vehicleOf({ vehicle, country = 'BE' }: ExemptVehicle): ZoneVehicle | Failed {
    const revealed = plates.reveal(vehicle)
    if (revealed === undefined) return refused('vehicle-unknown')
    const plate = plateOf(revealed)
    if (plate === undefined) return refused('bad-plate')
    return /^[A-Z]{2}$/.test(country) ? { source, plate, country } : refused('bad-country')
  }

  function askingOf({ policy, recipient }: ExemptionDelivery, signal: AbortSignal): Asking {
    return { subject: recipient, purpose: { ...purpose, policy }, signal }
  }
}

const placeOf = ({ plate, country }: ZoneVehicle) => `${country} ${plate}`

const isSameAs = (one: Exemption) => (other: Exemption) =>
  one.reason === other.reason && one.from === other.from && one.last === other.last

/** The days of a grant as the register has them, the last one included. */
function daysOf({
  period: { from, until },
}: ExemptionDelivery): { readonly from: IsoDate; readonly last?: IsoDate } | undefined {
  if (!isDay(from)) return undefined
  if (until === null) return { from }
  return isDay(until) && until > from ? { from, last: dayBefore(until) } : undefined
}

function keptIn(receipt: string): (Required<ExemptVehicle> & { readonly reference: string }) | undefined {
  try {
    const kept: unknown = JSON.parse(receipt)
    if (!Array.isArray(kept) || kept.length !== 3) return undefined
    const [vehicle, country, reference]: readonly unknown[] = kept
    const areTexts = typeof vehicle === 'string' && typeof country === 'string' && typeof reference === 'string'
    return areTexts ? { vehicle, country, reference } : undefined
  } catch {
    return undefined
  }
}

function checkShort(option: string, text: string): string {
  if (text.trim() === text && text.length >= 1 && text.length <= 120) return text
  throw new DefinitionError({
    code: 'bad-option',
    what: `\`${option}\` is not a text of 1 to 120 characters without white space around it`,
    where: 'options of `lowEmissionZone`',
    todo: 'write it as the register of zones does',
  })
}

function checkBasis({ basis }: Omit<Purpose, 'policy'>): void {
  if (basis.trim()) return
  throw new RefusedError({
    code: 'no-legal-basis',
    what: 'exemptions may not be registered: no legal basis is named for it',
    where: 'options of `lowEmissionZone`',
    todo: 'give the purpose its `basis`',
  })
}
