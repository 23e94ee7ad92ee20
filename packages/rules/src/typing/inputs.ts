import { isDate } from '../calendar.ts'
import type { Chapter } from '../cases.ts'
import type { TableRow } from '../tree.ts'
import type { ScalarType, ValueType } from '../value-type.ts'
import { refuse } from './demand.ts'
import { type Typed, type Typing, typed } from './typed.ts'

const scalar = (type: ScalarType, values: readonly unknown[]): Typed => {
  const numbers = values.filter((value) => typeof value === 'number')
  const bounds = numbers.length > 0 ? { least: Math.min(...numbers), most: Math.max(...numbers) } : {}
  return typed(type.type, { ...bounds, whole: numbers.every(Number.isInteger) })
}

export const inputs: Chapter<'inputs', Typing, Typed> = {
  fact: ({ name, about, value, when, optional }, { place }) => {
    if (!when.includes(place.over))
      refuse(
        place,
        'wrong-time',
        `fact \`${name}\` is asked ${place.over === 'period' ? 'on every day of a period' : 'on a date'}, and its source answers ${when.join(', ')} only`,
        when.includes('year')
          ? 'ask it within `inYear`'
          : place.over === 'period'
            ? 'ask it on a date, with `on`'
            : 'ask it within `throughout` or `atSomeTimeIn`',
      )
    if (optional && value.type === 'those')
      refuse(
        place,
        'wrong-type',
        `fact \`${name}\` is a list of subjects that may be absent`,
        'leave `optional` out: where there is nobody, the list is empty',
      )
    return factType({ about, value, optional })
  },
  parameter: ({ value, history }) => {
    if (value.type === 'brackets')
      return typed('brackets', {
        by: value.by.type,
        gives: scalar(
          value.gives,
          history.flatMap((version) => (version.value as readonly TableRow[]).map((row) => row.value)),
        ),
        least: Math.max(...history.map(({ value }) => lowestOf(value as readonly TableRow[]))),
      })
    if (value.type === 'keyed')
      return typed('keyed', {
        gives: scalar(
          value.gives,
          history.flatMap((version) => Object.values(version.value)),
        ),
      })
    if (value.type === 'texts') return typed('texts')
    return scalar(
      value,
      history.map((version) => version.value),
    )
  },
  constant: ({ value, unit }, { place }) => {
    if (typeof value === 'boolean') return typed('truth')
    if (typeof value === 'number')
      return typed(unit ?? 'number', { least: value, most: value, whole: Number.isInteger(value) })
    if (typeof value === 'string') {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return typed('text', { among: [value] })
      if (!isDate(value))
        refuse(place, 'bad-date', `\`${value}\` is not a date of the calendar`, 'write it as YYYY-MM-DD')
      return typed('date', { among: [value] })
    }
    return typed('texts')
  },
  applicant: (_, { place }) => typed('one', place.applicant === undefined ? {} : { to: place.applicant }),
  self: () => typed('one'),
  discretion: () => typed('truth'),
}

/** Numbers are exact to a millionth: the next one above. */
const A_MILLIONTH = 1e-6

/** The lowest value for which a step table has a row. */
export function lowestOf(
  rows: readonly { readonly from?: number | string; readonly above?: number | string }[],
): number {
  const first = rows[0]
  const edge = first?.from ?? first?.above
  return typeof edge === 'number'
    ? first?.above === undefined
      ? edge
      : edge + A_MILLIONTH
    : edge === undefined
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
}

export function factType({
  about,
  value,
  optional,
}: {
  readonly about: string
  readonly value: ValueType
  readonly optional?: true | undefined
}): Typed {
  const bounds =
    'least' in value || 'most' in value
      ? { least: value.least ?? Number.NEGATIVE_INFINITY, most: value.most ?? Number.POSITIVE_INFINITY }
      : {}
  return typed(value.type, {
    ...bounds,
    about: new Set([about]),
    absent: optional === true,
    whole: !('decimals' in value && value.decimals),
    ...('to' in value && { to: value.to }),
    ...(value.type === 'text' && value.among && { among: value.among }),
  })
}
