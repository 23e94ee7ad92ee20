import type { Delivery } from '@vanzelf/delivery'
import type { Days, Grant, Ledger, RecordedGrant, Writing } from '@vanzelf/ledger'
import { type IsoDate, RefusedError } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'
import { isOver, isWithoutDays, later } from './days.ts'
import { handOver } from './hand-over.ts'

/** What somebody does with one grant, and why. */
export interface GrantAct {
  /** The id of the grant. */
  readonly grant: string
  /** A role or a staff number. */
  readonly by: string
  /** In words the person may read. */
  readonly reason: string
}

/** From which day on it no longer holds: what was received before is not asked back. */
export interface FromDay extends GrantAct {
  readonly from: IsoDate
}

/**
 * Lets a grant stand still from a day on, until it is resumed or ended: campaigns leave it alone. What was delivered is
 * withdrawn in the same transaction, and delivered anew up to that day.
 * @throws {RefusedError} `no-such-grant`, `grant-over` when it ended or its period does before that day, `not-in-force`
 * when it is suspended already, `bad-date`, `no-reason`
 * @example
 * ```ts
 * import { openLedger } from '@vanzelf/ledger'
 *
 * const ledger = await openLedger({})
 * const period = { from: '2026-01-01', until: '2027-01-01' } as const
 * const started = { id: 'g1', revision: 1, kind: 'started', state: 'in force', policy: 'pass', subject: 'p1', recipient: 'p1' } as const
 * await ledger.write(({ granted }) => granted([{ ...started, benefit: { kind: 'money', amount: 42_00 }, period, by: 'campaign' }]))
 * const { state } = await suspendGrant(ledger, { grant: 'g1', from: '2026-05-01', by: 'officer', reason: 'an inquiry' })
 * state // => 'suspended'
 * await ledger.close()
 * ```
 */
export function suspendGrant(ledger: Ledger, act: FromDay): Promise<Grant> {
  return step(ledger, act, async (writing, was) => {
    checkStillRuns(was, act)
    if (was.state === 'suspended') throw refused('not-in-force', was, 'is suspended already', 'resume it, or end it')
    const grant = next(was, { kind: 'suspended', state: 'suspended' }, act)
    await writing.granted([grant])
    await handOver(writing, [{ grant, until: act.from }], {})
    return grant
  })
}

/**
 * Lets a suspended grant hold again, for all of its period: what was withheld is given after all.
 * @throws {RefusedError} `no-such-grant`, `not-suspended`, `no-reason`
 */
export function resumeGrant(ledger: Ledger, act: GrantAct): Promise<Grant> {
  return step(ledger, act, async (writing, was) => {
    if (was.state !== 'suspended')
      throw refused('not-suspended', was, `is \`${was.state}\``, 'only what is suspended is resumed')
    const grant = next(was, { kind: 'resumed', state: 'in force' }, act)
    await writing.granted([grant])
    await handOver(writing, [{ grant }], {})
    return grant
  })
}

/**
 * Ends a grant from a day on. One that ends on its first day counts for no quota any more.
 * @throws {RefusedError} `no-such-grant`, `grant-over` when it ended or its period does before that day, `bad-date`, `no-reason`
 */
export function endGrant(ledger: Ledger, act: FromDay): Promise<Grant> {
  return step(ledger, act, async (writing, was) => {
    checkStillRuns(was, act)
    const period = { ...was.period, until: later(was.period.from, act.from) }
    const grant = next(was, { kind: 'ended', state: 'ended', period }, act)
    await writing.granted([grant])
    // Of what was suspended no more is carried out than was.
    const carried = was.state === 'suspended' ? await carriedFor(writing, was) : was.period
    if (!isOver(carried, period.until)) await handOver(writing, [{ grant }], {})
    return grant
  })
}

/** For which days a grant is carried out now: none where it was withdrawn. */
async function carriedFor(writing: Writing, { id, period }: RecordedGrant): Promise<Delivery['period']> {
  const last = (await writing.handedOver([id])).get(id)
  return last?.action === 'deliver' ? last.delivery.period : { ...period, until: period.from }
}

/** One step, in one transaction with what it leads to. */
function step(
  ledger: Ledger,
  { grant: id, reason }: GrantAct,
  take: (writing: Writing, was: RecordedGrant) => Promise<Grant>,
): Promise<Grant> {
  return ledger.write(async (writing) => {
    if (reason.trim() === '')
      throw new RefusedError({
        code: 'no-reason',
        what: 'no reason is given',
        where: 'a step in the life of a grant',
        todo: 'say why, in words the person may read',
      })
    const was = await writing.grant(id)
    if (was === undefined)
      throw new RefusedError({
        code: 'no-such-grant',
        what: 'no grant goes by this id',
        where: 'the ledger',
        todo: 'take the id from `ledger.grants.of`',
      })
    return take(writing, was)
  })
}

function next(
  { at: _, ...was }: RecordedGrant,
  change: Pick<Grant, 'kind' | 'state'> & { readonly period?: Days },
  { by, reason }: GrantAct,
): Grant {
  return { ...was, ...change, revision: was.revision + 1, by, reason }
}

function checkStillRuns(was: RecordedGrant, { from }: FromDay): void {
  if (!isDate(from))
    throw refused('bad-date', was, 'cannot change from a day that does not exist', 'write it as YYYY-MM-DD')
  if (was.state !== 'ended' && !isOver(was.period, from) && !isWithoutDays(was.period)) return
  const what = was.state === 'ended' ? 'has ended' : `is over by ${from}`
  throw refused('grant-over', was, what, 'look at its history: there is nothing left to change from that day on')
}

const refused = (code: string, { id, policy }: Grant, what: string, todo: string) =>
  new RefusedError({ code, what: `grant \`${id}\` ${what}`, where: `grants of \`${policy}\``, todo })
