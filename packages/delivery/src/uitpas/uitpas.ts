import type { SubjectId } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import {
  type Channel,
  type Outcome,
  type Prepared,
  type Refused,
  refused,
  type ToRetry,
  toRetry,
  type Withdrawal,
  type WithdrawalOutcome,
} from '../channel.ts'
import type { Delivery } from '../delivery.ts'
import { lastDayOf } from '../last-day.ts'
import { type ApiOptions, api } from './api.ts'
import { oneByOne } from './one-by-one.ts'
import {
  dayOf,
  lastDayOfTariff,
  type Membership,
  type Passholder,
  type PassholderAddress,
  replacementOf,
} from './passholder.ts'
import { isProblem, outcomeOf } from './problem.ts'
import { fieldsOf, type Registration, type RegistrationOutcome } from './registration.ts'

/** A channel to the UiTPAS API. */
export interface UitpasOptions extends ApiOptions {
  /** The card system of the region in which the reduced rate is given. */
  readonly cardSystemId: number
  /** Finds the national number, by which the API is asked: it goes nowhere else. */
  readonly pseudonyms: Pick<Pseudonyms, 'reveal'>
}

/** A passholder's new address. */
export interface Move {
  readonly recipient: SubjectId
  readonly address: PassholderAddress
}

/** What became of one move. */
export type MoveOutcome =
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'already moved' }
  | Prepared
  | Refused
  | ToRetry

/** What else the UiTPAS API needs of a city. */
export interface UitpasChannel extends Channel {
  /**
   * Puts passholders at a new address. The API lets nobody with a reduced rate leave the region: it is ended first, and
   * the move is to be retried (`reduced-rate-ending`) while the API still counts it, in its days of grace.
   */
  move(batch: readonly Move[], signal?: AbortSignal): Promise<readonly MoveOutcome[]>
  /**
   * Makes people passholders, with the consent that they gave: without it, or with a part of it missing, somebody is
   * refused before anything is asked (`consent-missing`, `parental-consent-missing` …). Nobody is registered who has a
   * pass in this card system (`already registered`); a pass of another card system waits for a person (`no-membership`).
   *
   * Before each attempt, and after the last that failed, a search tells whether somebody is a passholder: where an
   * answer was lost, that one is `already registered` and not made again. No reduced rate is asked. A card that was set
   * apart for it gives one all the same, which nobody granted here: that waits for a person (`reduced-rate-by-card`).
   * @example
   * ```ts
   * import { pseudonyms } from '@vanzelf/source/pseudonyms'
   * import { testNationalNumber } from '@vanzelf/testing'
   * import { loopbackUitpas } from '@vanzelf/testing/uitpas'
   *
   * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
   * const platform = await loopbackUitpas({
   *   organizers: ['counter-1'],
   *   cardSystems: [{ id: 1, postalCodes: ['9000'] }],
   * })
   * const { endpoint, client } = platform
   * const channel = uitpas({ endpoint, client, cardSystemId: 1, pseudonyms: people })
   * const anna: Registration = {
   *   recipient: people.of(testNationalNumber('1985-07-30', 33)),
   *   who: {
   *     name: 'Peeters', firstName: 'Anna', dateOfBirth: '1985-07-30',
   *     address: { street: 'Kouter 1', postalCode: '9000', city: 'Gent' },
   *   },
   *   // As Anna said at the counter.
   *   consent: {
   *     givenOn: '2026-03-02',
   *     by: 'the person',
   *     legalTerms: 'on paper',
   *     contact: { serviceMails: true, milestoneMails: false, infoMails: false, sms: false, post: false },
   *   },
   *   organizerId: 'counter-1',
   * }
   * await channel.register([anna]) // => [{ outcome: 'registered', receipt: 'registered-1/1' }]
   * await channel.register([anna]) // => [{ outcome: 'already registered', receipt: 'registered-1/1' }]
   * await platform.close()
   * ```
   */
  register(batch: readonly Registration[], signal?: AbortSignal): Promise<readonly RegistrationOutcome[]>
}

/**
 * Gives passholders the reduced rate (kansentarief) until the last day of a grant, by reading, changing and writing
 * back, and reads again whether it is so. Whether somebody has it is told by its status, never by its end date: after
 * that day there are days of grace. A rate that lasts longer already is left as it is.
 *
 * A grant registers nobody: a pass needs consent that no register holds, and `register` is for whoever has it. That and
 * what else a person must look at is `prepared`: `no-passholder`, `several-passholders`, `number-differs`, `no-membership`, `blocked`, `suspended`,
 * `tariff-status-unknown`, `tariff-without-end`. A grant that starts later is to be retried (`not-yet`), for the API
 * knows no first day. So is what our own credentials were refused for: they, and no grant, must be mended.
 * Withdrawing ends the rate today; one of which the last day is no longer that of the receipt is `changed-since`.
 * @throws {DefinitionError} `not-https` where the API or its tokens have an address without TLS, but on the machine
 * itself; `bad-option` where it is no address
 * @example
 * ```ts
 * import { pseudonyms } from '@vanzelf/source/pseudonyms'
 * import { testNationalNumber } from '@vanzelf/testing'
 * import { loopbackUitpas } from '@vanzelf/testing/uitpas'
 *
 * const number = testNationalNumber('1985-07-30', 33)
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const now = () => new Date('2026-03-02T09:00:00Z')
 * const platform = await loopbackUitpas({
 *   now,
 *   passholders: [{
 *     id: 'h1', name: 'Peeters', firstName: 'Anna', dateOfBirth: '1985-07-30', inszNumber: number,
 *     address: { street: 'Kouter 1', postalCode: '9000', city: 'Gent' },
 *     memberships: [{ cardSystemId: 1, postalCodes: ['9000'] }],
 *   }],
 * })
 * const { endpoint, client } = platform
 * const channel = uitpas({ endpoint, client, cardSystemId: 1, pseudonyms: people, now })
 * const grant: Delivery = {
 *   id: 'grant-1',
 *   policy: 'ghent/uitpas-reduced-rate',
 *   recipient: people.of(number),
 *   benefit: { kind: 'status', what: { nl: 'kansentarief', en: 'reduced rate' } },
 *   period: { from: '2026-03-01', until: '2027-05-01' },
 * }
 * await channel.deliver([grant]) // => [{ outcome: 'delivered', receipt: 'h1/1/2027-04-30' }]
 * await channel.deliver([grant]) // => [{ outcome: 'already delivered', receipt: 'h1/1/2027-04-30' }]
 * await platform.close()
 * ```
 */
export function uitpas({ cardSystemId, pseudonyms, ...options }: UitpasOptions): UitpasChannel {
  const { now = () => new Date() } = options
  const { search, read, write, create, persist } = api(options)
  const today = () => dayOf(now())
  const inTurn = oneByOne()

  return Object.freeze({
    name: 'uitpas',
    deliver: (batch: readonly Delivery[], signal?: AbortSignal) =>
      inTurn(batch, ({ recipient }) => recipient, deliver, signal),
    withdraw: (batch: readonly Withdrawal[], signal?: AbortSignal) =>
      inTurn(batch, ({ delivery }) => delivery.recipient, withdraw, signal),
    move: (batch: readonly Move[], signal?: AbortSignal) => inTurn(batch, ({ recipient }) => recipient, move, signal),
    register: (batch: readonly Registration[], signal?: AbortSignal) =>
      inTurn(batch, ({ recipient }) => recipient, register, signal),
  })

  async function deliver({ recipient, benefit, period }: Delivery, signal: AbortSignal): Promise<Outcome> {
    if (benefit.kind === 'open') return refused('benefit-not-settled')
    if (benefit.kind === 'nothing') return refused('nothing-granted')
    const until = lastDayOf(period)
    if (until === '') return refused('no-last-day')
    if (period.from > today()) return toRetry('not-yet')
    if (until < today()) return refused('period-over')
    const found = await passholderOf(recipient, signal)
    if ('outcome' in found) return found
    const { passholder, membership } = found
    const receipt = (day: string) => `${passholder.id}/${cardSystemId}/${day}`
    if (membership.status === 'BLOCKED') return prepared('blocked')
    const { status = 'NONE' } = membership.socialTariff ?? {}
    // Somebody decided so, for a reason that is not known here.
    if (status === 'SUSPENDED' || membership.status === 'SUSPENDED') return prepared('suspended')
    if (!known.has(status)) return prepared('tariff-status-unknown')
    const day = lastDayOfTariff(membership)
    if (status === 'ACTIVE' && day === undefined) return prepared('tariff-without-end')
    if (status === 'ACTIVE' && day === until) return { outcome: 'already delivered', receipt: receipt(until) }
    // Another city or a counter gave more: a grant takes nothing away.
    if (status === 'ACTIVE' && day !== undefined && day > until)
      return { outcome: 'already delivered', receipt: receipt(KEPT) }
    const done = await written(passholder, { [TARIFF_END]: until }, signal)
    if ('outcome' in done) return done
    const taken = membershipOf(done.after)
    return taken?.socialTariff?.status === 'ACTIVE' && lastDayOfTariff(taken) === until
      ? { outcome: 'delivered', receipt: receipt(until) }
      : toRetry('not-as-written')
  }

  async function withdraw({ receipt }: Withdrawal, signal: AbortSignal): Promise<WithdrawalOutcome> {
    const [, id, system, given] = /^(.+)\/(\d+)\/(\d{4}-\d{2}-\d{2}|kept)$/.exec(receipt) ?? []
    if (id === undefined || Number(system) !== cardSystemId) return refused('receipt-unknown')
    if (given === KEPT) return refused('given-by-others')
    const passholder = await read(id, signal)
    if (isProblem(passholder))
      return passholder.problem === 'http-404' || passholder.problem === 'passholder-not-found'
        ? nobody
        : outcomeOf(passholder)
    const membership = membershipOf(passholder)
    if (!membership || isOver(membership)) return { outcome: 'already withdrawn' }
    if (lastDayOfTariff(membership) !== given) return refused('changed-since')
    const done = await written(passholder, { [TARIFF_END]: today() }, signal)
    if ('outcome' in done) return done
    const left = membershipOf(done.after)
    return !left || isOver(left) ? { outcome: 'withdrawn' } : toRetry('not-as-written')
  }

  async function move({ recipient, address }: Move, signal: AbortSignal): Promise<MoveOutcome> {
    const found = await passholderOf(recipient, signal)
    if ('outcome' in found) return found
    const { passholder, membership } = found
    const isThere = ({ address: at }: Passholder) =>
      Object.entries(address).every(([field, value]) => at[field] === value)
    if (isThere(passholder)) return { outcome: 'already moved' }
    const { status = 'NONE' } = membership.socialTariff ?? {}
    const hasTariff = status !== 'NONE' && status !== 'EXPIRED'
    const { cities } = membership.cardSystem
    const until = lastDayOfTariff(membership)
    // Without an end it cannot be written back as it is: whoever gave it so must say.
    if (hasTariff && until === undefined) return prepared('tariff-without-end')
    const leaves = cities != null && !cities.some(({ postalCode }) => postalCode === address.postalCode)
    if (hasTariff && leaves) {
      if (status === 'SUSPENDED') return prepared('suspended')
      if (!isOver(membership)) {
        const ended = await written(passholder, { [TARIFF_END]: today() }, signal)
        if ('outcome' in ended) return ended
      }
      return toRetry('reduced-rate-ending')
    }
    // Told apart from the rest, and cleared like the rest where it is left out.
    const kept = hasTariff && until !== undefined ? { [TARIFF_END]: until } : {}
    const done = await written(passholder, { address, ...kept }, signal)
    if ('outcome' in done) return done
    return isThere(done.after) ? { outcome: 'moved' } : toRetry('not-as-written')
  }

  async function register(registration: Registration, signal: AbortSignal): Promise<RegistrationOutcome> {
    const asked = fieldsOf(registration, today())
    if ('outcome' in asked) return asked
    const inszNumber = pseudonyms.reveal(registration.recipient)
    if (inszNumber === undefined) return refused('recipient-unknown')
    const body = { ...asked.fields, inszNumber, registrationCardSystemId: cardSystemId }
    const receipt = (id: string) => `${id}/${cardSystemId}`
    // INVARIANT: nothing is created but right after a search that found nobody. An attempt of which the answer was lost
    // may have been carried out.
    const result = await persist(async () => {
      const found = await passholderWith(inszNumber, signal)
      if (found !== nobody) return found
      const made = await create(body, signal)
      return isProblem(made) ? made : { made }
    }, signal)
    if (isProblem(result)) {
      // Whatever was said: somebody else may have been first, and of a refusal that says so the code is not published.
      const found = await passholderWith(inszNumber, signal)
      if ('membership' in found) return { outcome: 'already registered', receipt: receipt(found.passholder.id) }
      return found !== nobody && found.outcome === 'prepared' ? found : outcomeOf(result)
    }
    if ('outcome' in result) return result
    if ('membership' in result) return { outcome: 'already registered', receipt: receipt(result.passholder.id) }
    const { made } = result
    // A reply may leave the number out.
    if (made.inszNumber != null && made.inszNumber !== inszNumber) return prepared('number-differs')
    const membership = membershipOf(made)
    if (!membership) return prepared('no-membership')
    if (membership.socialTariff?.status === 'ACTIVE') return prepared('reduced-rate-by-card')
    return { outcome: 'registered', receipt: receipt(made.id) }
  }

  async function passholderOf(recipient: SubjectId, signal: AbortSignal) {
    const number = pseudonyms.reveal(recipient)
    return number === undefined ? refused('recipient-unknown') : passholderWith(number, signal)
  }

  async function passholderWith(number: string, signal: AbortSignal) {
    const found = await search(number, signal)
    if (isProblem(found)) return outcomeOf(found)
    const [id, ...others] = found
    if (id === undefined) return nobody
    if (others.length > 0) return prepared('several-passholders')
    // What a search tells is not all that is known, and all is written back.
    const passholder = await read(id, signal)
    if (isProblem(passholder)) return outcomeOf(passholder)
    if (passholder.inszNumber !== number) return prepared('number-differs')
    const membership = membershipOf(passholder)
    return membership ? { passholder, membership } : prepared('no-membership')
  }

  /** Writes and reads again: the API has no way to say that nobody wrote in between. */
  async function written(passholder: Passholder, changes: { readonly [field: string]: unknown }, signal: AbortSignal) {
    const problem = await write(passholder.id, replacementOf(passholder, changes), signal)
    if (problem) return outcomeOf(problem)
    const after = await read(passholder.id, signal)
    return isProblem(after) ? toRetry(after.problem, after.after) : { after }
  }

  function membershipOf({ cardSystemMemberships }: Passholder): Membership | undefined {
    return cardSystemMemberships.find(({ cardSystem }) => cardSystem.id === cardSystemId)
  }

  /** No longer there, or ended as far as the API can: days of grace are its own. */
  function isOver(membership: Membership): boolean {
    const { status = 'NONE' } = membership.socialTariff ?? {}
    if (status === 'NONE' || status === 'EXPIRED') return true
    const day = lastDayOfTariff(membership)
    return day !== undefined && day <= today()
  }
}

/** Instead of a day, in the receipt of a rate that was left as it is. */
const KEPT = 'kept'
const TARIFF_END = 'registrationSocialTariffEndDate'
const known: ReadonlySet<string> = new Set(['NONE', 'ACTIVE', 'EXPIRED'])
const prepared = (why: string): Prepared => ({ outcome: 'prepared', needs: 'a person', why })
const nobody = prepared('no-passholder')
