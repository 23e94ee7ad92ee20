import { type IsoDate, unknown } from '@vanzelf/rules'
import type { ToldAnswer } from './answerer.ts'
import { dayAfter, ENDLESS, latest } from './day.ts'
import type { Days, SocialStatus, StatusAsked } from './services/social-status.ts'
import { type Step, within } from './told.ts'
import type { Stretch } from './whereabouts.ts'

/** The source has nothing on this person: neither a yes nor a no. */
const NO_DATA = 'SSH00048'

const inDoubt = unknown('in doubt')

/**
 * What an answer says of one status. `1` is a yes, on the days it gives where it gives any; `0` a no; no data is
 * neither. An answer that contradicts itself is in doubt.
 * @param told what came under the name that was asked
 * @param code what the source says of the person as a whole, instead of statuses
 */
export function answerOf(told: readonly SocialStatus[], { at }: StatusAsked, code: string | undefined): ToldAnswer {
  const [status, second] = told
  // A status that was asked and does not come back may have been filtered out.
  if (!status)
    return code === undefined ? unknown('not permitted') : unknown(code === NO_DATA ? 'not found' : 'in doubt', code)
  if (second) return inDoubt
  const { result, code: remark } = status
  if (result !== '0' && result !== '1') return unknown('in doubt', shown(result))
  if (remark === NO_DATA) return unknown(result === '0' ? 'not found' : 'in doubt', NO_DATA)
  const stretches = stretchesOf(status)
  if (!stretches) return inDoubt
  return typeof at === 'string' ? onDay(at, result === '1', stretches) : overDays(at, result === '1', stretches)
}

/** A code of the source, where it looks like one. */
const shown = (code: string) => (/^[A-Za-z0-9_]{1,10}$/.test(code) ? code : undefined)

function onDay(day: IsoDate, applies: boolean, stretches: readonly Stretch[]): ToldAnswer {
  const around = stretches.find(({ from, until }) => from <= day && day < until)
  if (applies) return around ? { value: true, validity: around } : stretches.length > 0 ? inDoubt : { value: true }
  return around ? inDoubt : { value: false }
}

/** The days on which it applies; on the others that were asked it does not. */
function overDays({ from, last }: Days, applies: boolean, stretches: readonly Stretch[]): ToldAnswer {
  const asked = { from, until: dayAfter(last) }
  const during = within(
    asked,
    stretches.map((stretch) => ({ ...stretch, value: true })),
  )
  if (!applies) return during.length > 0 ? inDoubt : { value: { timeline: [{ ...asked, value: false }] } }
  if (during.length > 0) return { value: { timeline: filled(asked, during) } }
  // A yes without its days says no more than "at some time", unless there is but one.
  return stretches.length === 0 && from === last ? { value: { timeline: [{ ...asked, value: true }] } } : inDoubt
}

function filled({ from, until }: Stretch, during: readonly Step<boolean>[]): readonly Step<boolean>[] {
  const steps: Step<boolean>[] = []
  let reached = from
  for (const step of during) {
    if (reached < step.from) steps.push({ from: reached, until: step.from, value: false })
    steps.push(step)
    reached = step.until
  }
  if (reached < until) steps.push({ from: reached, until, value: false })
  return steps
}

/** The periods, in order and merged where they meet; `undefined` where one ends before it begins. */
function stretchesOf({ periods }: SocialStatus): readonly Stretch[] | undefined {
  if (periods.some(({ from, last }) => last !== undefined && last < from)) return undefined
  const stretches: Stretch[] = []
  const inOrder = [...periods].sort((left, right) => (left.from < right.from ? -1 : 1))
  for (const { from, last } of inOrder) {
    const until = last === undefined ? ENDLESS : dayAfter(last)
    const before = stretches.at(-1)
    if (before && from <= before.until)
      stretches[stretches.length - 1] = { from: before.from, until: latest(before.until, until) }
    else stretches.push({ from, until })
  }
  return stretches
}
