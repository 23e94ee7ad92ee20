import { type Between, type IsoDate, type NumberType, type Period, partialDate, type ValueType } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'
import { quoted } from '../nearest.ts'
import { badFile } from '../written/bad-file.ts'
import type { Written } from '../written/written.ts'
import { entryOf } from '../written/written.ts'
import { numberIn } from './number.ts'
import { truthIn } from './truth.ts'

/** Finds somebody of a kind by name, or makes somebody who has none. */
export type Meet = (kind: string, written: Written) => object

/** What is being told: for the errors, which never repeat a value. */
export interface Telling {
  readonly fact: string
  readonly meet: Meet
}

/** One value of a fact that is known. */
export function readValue(type: ValueType, written: Written, telling: Telling): unknown {
  switch (type.type) {
    case 'truth':
      return truthIn(textOf(written)) ?? misfit(written, telling, 'write yes or no')
    case 'date':
      return bounds(written, telling, dayIn) ?? misfit(written, telling, DATE_FORM)
    case 'text':
      return among(textIn(written, telling), type.among, written, telling)
    case 'texts':
      return several(written).map((one) => among(textIn(one, telling), type.among, one, telling))
    case 'period':
      return periodIn(written, telling)
    case 'one':
      return telling.meet(type.to, written)
    case 'those':
      return those(type, several(written), written, telling)
    default:
      return bounds(written, telling, (text) => amountIn(text, type)) ?? misfit(written, telling, numberForm(type))
  }
}

const DATE_FORM = 'write a date as 2026-01-31; 1953 or 1953-07 where a register knows no more'

function misfit(written: Written, { fact }: Telling, todo: string): never {
  return badFile(written.place, `what is told of \`${fact}\` does not fit`, todo)
}

const textOf = (written: Written) => (written.kind === 'text' ? written.text : '')

function textIn(written: Written, telling: Telling): string {
  if (written.kind !== 'text') return misfit(written, telling, 'write a text')
  if (written.text === '' && !written.quoted)
    return misfit(written, telling, 'write a text; leave the fact out where it is not known')
  return written.text
}

function among(text: string, texts: readonly string[] | undefined, written: Written, telling: Telling): string {
  if (texts === undefined || texts.includes(text)) return text
  return misfit(written, telling, `it is one of ${quoted(texts)}`)
}

/** A list, or its items with commas between them. */
function several(written: Written): readonly Written[] {
  if (written.kind === 'list') return written.items
  if (written.kind === 'map' || written.quoted) return [written]
  return written.text
    .split(/[,;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ ...written, text }))
}

function those(
  { to, least = 0, most = Number.POSITIVE_INFINITY }: Extract<ValueType, { readonly type: 'those' }>,
  items: readonly Written[],
  written: Written,
  telling: Telling,
): readonly object[] {
  if (written.kind === 'text' && items.length === 0)
    return misfit(written, telling, 'name those it is about, with commas between them, or write [] for nobody')
  const met = items.map((item) => telling.meet(to, item))
  if (new Set(met).size < met.length) return misfit(written, telling, 'name each once')
  if (met.length < least) return misfit(written, telling, `name at least ${least}`)
  return met.length > most ? misfit(written, telling, `name at most ${most}`) : met
}

/** A value, or `{ least, most }` where only its bounds are known. */
function bounds<Value extends number | string>(
  written: Written,
  telling: Telling,
  read: (text: string) => Value | Between<Value> | undefined,
): Value | Between<Value> | undefined {
  if (written.kind !== 'map') return read(textOf(written))
  const [least, most] = ['least', 'most'].map((key) => {
    const entry = entryOf(written, key)
    const value = entry && read(textOf(entry.value))
    return typeof value === 'object' ? undefined : value
  })
  if (least === undefined || most === undefined || written.entries.length > 2) return undefined
  return least <= most ? { least, most } : misfit(written, telling, 'the least is not above the most')
}

function dayIn(text: string): IsoDate | Between<IsoDate> | undefined {
  if (isDate(text)) return text as IsoDate
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text) ? partialDate(text) : undefined
}

function amountIn(text: string, { type, decimals, least, most }: NumberType): number | undefined {
  const number = numberIn(text, type === 'money' ? 2 : decimals ? 6 : 0)
  if (number === undefined) return undefined
  // Files tell euros; rules count cents.
  const amount = type === 'money' ? Math.round(number * 100) : number
  const isWithin = amount >= (least ?? Number.NEGATIVE_INFINITY) && amount <= (most ?? Number.POSITIVE_INFINITY)
  return isWithin ? amount : undefined
}

function numberForm({ type, decimals, least, most }: NumberType): string {
  const form =
    type === 'money'
      ? 'write an amount in euros as 1250 or 1250.50, without a sign or points between thousands'
      : `write a ${decimals ? '' : 'whole '}number`
  const inEuros = (limit: number) => (type === 'money' ? limit / 100 : limit)
  return [
    form,
    least === undefined ? '' : `at least ${inEuros(least)}`,
    most === undefined ? '' : `at most ${inEuros(most)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** From a day until another, which no longer belongs to it. */
function periodIn(written: Written, telling: Telling): Period {
  const { from, until } = stretchIn(written, telling)
  if (from === undefined) return misfit(written, telling, PERIOD_FORM)
  return { from, ...(until !== undefined && { until }) }
}

const PERIOD_FORM = 'write { from: 2026-01-01, until: 2027-01-01 }; without `until` it has no end'

/** The days of a step of a timeline: both may be left out. */
export function stretchIn(
  written: Written,
  telling: Telling,
  also: readonly string[] = [],
): { readonly from?: IsoDate; readonly until?: IsoDate } {
  if (written.kind !== 'map') return misfit(written, telling, PERIOD_FORM)
  const known = ['from', 'until', ...also]
  if (written.entries.some(({ key }) => !known.includes(key))) return misfit(written, telling, PERIOD_FORM)
  const [from, until] = ['from', 'until'].map((key) => {
    const entry = entryOf(written, key)
    if (entry === undefined) return undefined
    const text = textOf(entry.value)
    return isDate(text) ? (text as IsoDate) : misfit(entry.value, telling, PERIOD_FORM)
  })
  if (from !== undefined && until !== undefined && until <= from)
    return misfit(written, telling, '`until` is after `from`: it is the first day that no longer belongs to it')
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
}
