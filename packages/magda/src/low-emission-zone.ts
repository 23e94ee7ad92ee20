import { DocumentError, type IsoDate } from '@vanzelf/rules'
import type { Purpose, SubjectId } from '@vanzelf/source'
import { failureIn } from './act-failure.ts'
import { dayBefore, ENDLESS, isDay } from './day.ts'
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
import { keptIn, receiptOf } from './exemption-receipt.ts'
import { goingOut } from './going-out.ts'
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
import { unconfirmed } from './unconfirmed.ts'
import { checkBasis, checkShort, isShort } from './zone-options.ts'

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
 * A channel that registers exemptions from low-emission zones with MAGDA, and removes them. The register is read first:
 * what stands there is not registered again. What was answered, or may have been carried out, and is not shown is `to
 * retry`, and this channel does not register it again; of the second kind for a day. That is kept in memory: another
 * channel, or one made after a restart, goes by what the register shows, and registers twice where it shows too little.
 *
 * Two grants with the same vehicle, reason and days are one exemption with one receipt: withdrawing either ends it, and no
 * other. A receipt names the vehicle by its pseudonym: keep it, to withdraw.
 * @throws {RefusedError} `no-legal-basis` when the purpose names none
 * @throws {DefinitionError} `bad-option` for a source, or a reason given as text, that is empty or longer than 120
 * characters, and as `magda`. A bad text for one grant is `refused` as `bad-reason`, of that grant alone
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
  if (typeof reason === 'string') checkShort('reason', reason)
  const ask = exchangeWith({ ...options, retry: { attempts: 1 } })
  const inTurn = oneByOne()
  /** The register may take its time to show what it was told, and must not be told twice. */
  const pending = unconfirmed(options.now ?? (() => new Date()))

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
    const why = reasonOf(delivery)
    if (why === undefined) return refused('bad-reason')
    const exemption = { ...days, reason: why }
    const receipt = (reference: string) => receiptOf({ vehicle: exempt.vehicle, country: vehicle.country, reference })
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
      pending.settled(key)
      return { outcome: 'already delivered', receipt: receipt(there.reference) }
    }
    if (pending.has(key)) return toRetry('not-shown-yet')
    const reply = await ask(
      goingOut(registerExemption, () => pending.begun(key)),
      { ...vehicle, ...exemption },
      asking,
    )
    const failed = failureIn(reply, 'not-registered')
    if (failed) {
      if (!failed.mayBeDone) pending.settled(key)
      return failed.outcome
    }
    pending.done(key)
    // Its reference is not in the answer: the register tells it when asked.
    const after = await ours(vehicle, asking)
    const shown = 'outcome' in after ? undefined : after.find(isSameAs(exemption))
    if (!shown) return toRetry('not-shown-yet')
    pending.settled(key)
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
      if (!before.some(({ reference }) => reference === kept.reference)) return { outcome: 'already withdrawn' }
      // One that is alike has a receipt of its own.
      const reply = await ask(removeExemptions, { ...vehicle, references: [kept.reference] }, asking)
      return failureIn(reply, 'not-removed')?.outcome ?? { outcome: 'withdrawn' }
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

  /** The reason as the register takes it. A function of somebody's may throw, of one grant among others. */
  function reasonOf(delivery: ExemptionDelivery): string | undefined {
    if (typeof reason === 'string') return reason
    try {
      const text = reason(delivery)
      return isShort(text) ? text : undefined
    } catch {
      return undefined
    }
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
  if (until === null || until === ENDLESS) return { from }
  return isDay(until) && until > from ? { from, last: dayBefore(until) } : undefined
}
