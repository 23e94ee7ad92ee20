import { during, type Reason, type Step, type Timeline, timeline, type Unknown, unknown } from '@vanzelf/rules'
import { quoted, suggestion } from '../nearest.ts'
import { badFile } from '../written/bad-file.ts'
import { entryOf, type Written, type WrittenMap } from '../written/written.ts'
import { type Meet, readValue, stretchIn, type Telling } from './read-value.ts'
import type { Tellable } from './tellable.ts'

const REASONS = [
  'not asked',
  'not found',
  'unavailable',
  'not permitted',
  'in doubt',
] as const satisfies readonly Reason[]
const NONE = new Set(['none', 'null', '~'])

/** What a situation tells of a fact, from what somebody wrote: nothing is filled in, and what does not fit is refused. */
export function readFact(fact: Tellable, written: Written, meet: Meet): unknown {
  const telling = { fact: fact.name, meet }
  const byYear = fact.when.includes('year')
  if (written.kind === 'map') {
    if (byYear && isByYear(written)) return years(fact, written, telling)
    if (entryOf(written, 'timeline') !== undefined) return steps(fact, written, telling)
    if (entryOf(written, 'during') !== undefined) return stretches(fact, written, telling)
  }
  const isUnknown = unknownIn(written, telling)
  if (isUnknown !== undefined) return isUnknown
  if (byYear && fact.when.length === 1)
    badFile(
      written.place,
      `\`${fact.name}\` is told by year`,
      'write the year before each value: { 2024: … }; in a table, as the end of its heading: `…' +
        `.${fact.name}.2024\``,
    )
  return value(fact, written, telling)
}

/** A value, that there is none, or why it is not known. */
function value(fact: Tellable, written: Written, telling: Telling): unknown {
  const isUnknown = unknownIn(written, telling)
  if (isUnknown !== undefined) return isUnknown
  if (written.kind === 'text' && !written.quoted && NONE.has(written.text.toLowerCase())) {
    if (fact.optional) return null
    badFile(
      written.place,
      `of \`${fact.name}\` it cannot be that there is none`,
      'where it is not known, leave it out or write { unknown: not found }; where there is nobody, write []',
    )
  }
  return readValue(fact.value, written, telling)
}

function unknownIn(written: Written, telling: Telling): Unknown | undefined {
  if (written.kind !== 'map') return undefined
  const why = entryOf(written, 'unknown')
  if (why === undefined) return undefined
  const reason = why.value.kind === 'text' ? why.value.text : ''
  const known = REASONS.find((one) => one === reason)
  if (known !== undefined && written.entries.length === 1) return unknown(known)
  return badFile(
    why.place,
    `why \`${telling.fact}\` is unknown is not understood`,
    known === undefined ? suggestion(reason, REASONS) : `write only the reason: ${quoted(REASONS)}`,
  )
}

const isByYear = ({ entries }: WrittenMap) => entries.length > 0 && entries.every(({ key }) => /^\d{4}$/.test(key))

const years = (fact: Tellable, { entries }: WrittenMap, telling: Telling) =>
  Object.fromEntries(entries.map((entry) => [entry.key, value(fact, entry.value, telling)]))

function steps(fact: Tellable, written: WrittenMap, telling: Telling): Timeline<unknown> {
  const list = entryOf(written, 'timeline')?.value
  if (list?.kind !== 'list' || written.entries.length > 1)
    return badFile(written.place, `the timeline of \`${fact.name}\` is no list of steps`, STEP_FORM)
  const read = list.items.map((step): Step<unknown> => {
    const told = step.kind === 'map' ? entryOf(step, 'value') : undefined
    if (told === undefined)
      return badFile(step.place, `a step of the timeline of \`${fact.name}\` tells nothing`, STEP_FORM)
    return { ...stretchIn(step, telling, ['value']), value: value(fact, told.value, telling) }
  })
  return inOrder(written, telling, () => timeline(...read))
}

const STEP_FORM = 'write each step as { from: 2026-01-01, until: 2026-03-01, value: … }, the earliest first'

function stretches(fact: Tellable, written: WrittenMap, telling: Telling): Timeline<unknown> {
  const told = entryOf(written, 'during')?.value
  if (told === undefined || fact.value.type !== 'truth' || written.entries.length > 1)
    return badFile(
      written.place,
      `\`${fact.name}\` cannot be told with \`during\``,
      'only what is yes or no can: write a `timeline`',
    )
  const periods = (told.kind === 'list' ? told.items : [told]).map((one) => stretchIn(one, telling))
  return inOrder(written, telling, () => during(...periods))
}

function inOrder<Told>(written: Written, { fact }: Telling, make: () => Told): Told {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return badFile(written.place, `the steps of \`${fact}\` are out of order`, 'the earliest first, none over another')
  }
}
