import type { IsoDate, Policy } from '@vanzelf/rules'
import type { Amount, Decision } from '@vanzelf/rules/evaluate'
import { suggestion } from '../nearest.ts'
import { checkFields, dateField, textField } from '../told/fields.ts'
import { numberIn } from '../told/number.ts'
import type { Tellables } from '../told/tellable.ts'
import { badFile } from '../written/bad-file.ts'
import { type Entry, entryOf, type Place, type Written } from '../written/written.ts'

/** What a decision must be; what is left out may be anything. */
export interface Expectation {
  readonly outcome: Decision['outcome']
  readonly amounts?: readonly Amount[]
  /** What is granted besides, by its label in whichever language. */
  readonly things?: readonly string[]
  /** The article of the ground, in full. */
  readonly ground?: string
  readonly from?: IsoDate
  readonly until?: IsoDate
  /** Exactly these facts are still missing. */
  readonly missing?: readonly string[]
}

const OUTCOMES = ['eligible', 'not eligible', 'undetermined'] as const satisfies readonly Decision['outcome'][]
const OF_ELIGIBLE = ['amount', 'what', 'ground', 'from', 'until'] as const
/** What an expectation may say, in a file and as headings of a table. */
export const EXPECTED = ['outcome', ...OF_ELIGIBLE, 'missing'] as const

/** Reads `expect`: an outcome, or a map of an outcome with what else must be so. */
export function readExpectation(written: Written, policy: Policy, tellables: Tellables): Expectation {
  if (written.kind !== 'map') return { outcome: outcomeIn(written, written.place) }
  checkFields(written, 'an expectation', EXPECTED)
  const field = (name: (typeof EXPECTED)[number]) => entryOf(written, name)
  const outcome = outcomeIn(field('outcome')?.value, written.place)
  const ofEligible = OF_ELIGIBLE.map(field).find((entry) => entry !== undefined)
  if (outcome !== 'eligible' && ofEligible !== undefined)
    badFile(ofEligible.place, `who is ${outcome} has no \`${ofEligible.key}\``, 'leave it out, or expect `eligible`')

  const [amount, what, ground, from, until, missing] = [...OF_ELIGIBLE, 'missing' as const].map(field)
  return {
    outcome,
    ...(amount && { amounts: items(amount.value).map(amountIn) }),
    ...(what && { things: items(what.value).map((one) => textField({ ...what, value: one })) }),
    ...(ground && { ground: groundNamed(ground, policy) }),
    ...(from && { from: dateField(from) }),
    ...(until && { until: dateField(until) }),
    ...(missing && { missing: missingIn(missing, tellables) }),
  }
}

function outcomeIn(written: Written | undefined, place: Place): Decision['outcome'] {
  const text = written?.kind === 'text' ? written.text : ''
  const outcome = OUTCOMES.find((one) => one === text)
  return outcome ?? badFile(written?.place ?? place, 'what is expected is no outcome', suggestion(text, OUTCOMES))
}

const items = (written: Written): readonly Written[] => (written.kind === 'list' ? written.items : [written])

/** An amount, or `{ least, most }` where it is expected to be left open. */
function amountIn(written: Written): Amount {
  const number = (part: Written | undefined) =>
    (part?.kind === 'text' ? numberIn(part.text, 2) : undefined) ??
    badFile(
      part?.place ?? written.place,
      'this is no amount',
      'write 63 or 31.50; of several parts [63, 31.50]; where it is open { least: 42, most: 126 }',
    )
  if (written.kind !== 'map') return number(written)
  return { least: number(entryOf(written, 'least')?.value), most: number(entryOf(written, 'most')?.value) }
}

/** The ground whose article is named, or is the only one that starts so: articles may be long. */
function groundNamed(entry: Entry, { grounds, name }: Policy): string {
  const text = textField(entry)
  const articles = grounds.map(({ article }) => article)
  const starting = articles.filter((article) => article.startsWith(text))
  const [only] = starting
  if (articles.includes(text)) return text
  if (only !== undefined && starting.length === 1) return only
  return badFile(
    entry.place,
    starting.length > 1 ? `several grounds of \`${name}\` start so` : `\`${name}\` has no ground that starts so`,
    suggestion(text, starting.length > 1 ? starting : articles),
  )
}

function missingIn({ value }: Entry, { names, policy }: Tellables): readonly string[] {
  return items(value)
    .flatMap((one) =>
      one.kind === 'text' ? one.text.split(/[,;]\s*/).map((text) => ({ text, place: one.place })) : [],
    )
    .map(({ text, place }) =>
      names.includes(text) ? text : badFile(place, `\`${policy}\` asks no fact \`${text}\``, suggestion(text, names)),
    )
}
