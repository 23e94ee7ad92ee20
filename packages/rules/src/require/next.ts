import { NO, PERHAPS, type Truth, YES } from '../evaluate/bounded/bounded.ts'
import type { Program } from '../evaluate/bounded/program.ts'
import type { Ask, Decide, Frame } from '../evaluate/frame.ts'

const NOTHING: readonly Ask[] = Object.freeze([])

/**
 * What to ask next: what the first open part of the policy has not asked yet. Later parts wait until it is settled, for
 * they may never be needed; and how much is granted is asked once it is certain that something is.
 * @param frame notes in its `asks`, which is empty
 */
export function nextFor({ requires, grounds, benefit, recipient, period }: Program, frame: Frame): readonly Ask[] {
  const required = requires === undefined ? YES : requires(frame)
  if (required === NO) return NOTHING
  let asks = unasked(frame)
  if (asks.length > 0) return asks

  let grounded: Truth = NO
  for (const { read } of grounds) {
    const truth = read(frame)
    if (truth === PERHAPS) {
      asks = unasked(frame)
      if (asks.length > 0) return asks
      grounded = PERHAPS
    }
    forget(frame)
    if (truth === YES) {
      grounded = YES
      break
    }
  }
  if (grounded !== YES || required !== YES) return NOTHING

  benefit(frame)
  asks = unasked(frame)
  if (asks.length > 0) return asks
  recipient(frame)
  period.from(frame)
  period.until(frame)
  return unasked(frame)
}

function unasked({ asks }: Frame): readonly Ask[] {
  if (asks === undefined || asks.length === 0) return NOTHING
  const noted: readonly (Ask | Decide)[] = asks.splice(0)
  return noted.filter((one): one is Ask => 'fact' in one && one.because === 'not asked')
}

function forget({ asks }: Frame): void {
  if (asks !== undefined && asks.length > 0) asks.length = 0
}
