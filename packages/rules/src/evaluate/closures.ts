import { isDate } from '../calendar.ts'
import { DefinitionError } from '../errors.ts'
import { decideBounded, type Program } from './bounded/program.ts'
import type { Decision } from './decision.ts'
import { frameAgain, frameOf, SOMEBODY, type Subject } from './frame.ts'

/** Decides one by closures. */
export function closuresOf(program: Program): (subject: Subject, on: string) => Decision {
  let checked: string | undefined
  // One for all decisions: they follow each other.
  const frame = frameOf(SOMEBODY, '')
  return (subject, on) => {
    // A campaign decides everybody for one date: it is looked at once.
    if (on !== checked) checked = checkedDate(on)
    return decideBounded(program, frameAgain(frame, subject, on))
  }
}

export function checkedDate(on: string): string {
  if (isDate(on)) return on
  throw new DefinitionError({
    code: 'bad-date',
    what: `\`${on}\` is not a date of the calendar`,
    where: 'the reference date',
    todo: 'give it as YYYY-MM-DD',
  })
}
