import type { Fact, Node } from '../../tree.ts'
import {
  type Call,
  type Emit,
  type Ends,
  named,
  type Part,
  rowByRow,
  type Site,
  type SomeCases,
  settledAt,
} from './part.ts'
import {
  type Column,
  ENDLESS_DATE,
  type PeriodColumn,
  type TextColumn,
  type ThoseColumn,
  UNKNOWN,
  UNKNOWN_NUMBER,
} from './table.ts'

/** The first day a rule can speak of, as a whole number. */
const DAWN_DATE = 101

export const inputs: SomeCases<'inputs'> = {
  fact: (fact, emit) => factBy(fact, emit, (_, { facts }) => facts[fact.name]),
  discretion: ({ name }, emit) => truthBy(emit, (_, { facts }) => facts[name]),
  constant: ({ value }) => {
    if (typeof value === 'boolean') return { as: 'truth', bits: () => (value ? '3' : '0') }
    if (typeof value === 'number') {
      const short = (value | 0) === value
      const written = value < 0 ? `(${value})` : String(value)
      return {
        as: 'number',
        ends: () => ({ ...settledAt(written, Number.isInteger(value), short), least: value, most: value }),
      }
    }
    if (typeof value !== 'string') return { as: 'texts', list: () => () => value }
    // A text that looks like a date is one.
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return { as: 'date', ends: () => settledAt(String(dateAsNumber(value)), true, true) }
    return rowByRow()
  },
}

export const dateAsNumber = (date: string) => Number(date.replaceAll('-', ''))

/** Finds a column in a table; on a date, where the fact is told by year. */
export type Find = (
  call: Call,
  table: { readonly facts: { readonly [fact: string]: Column | undefined } },
) => Column | undefined

function truthBy(emit: Emit, find: Find): Part {
  return {
    as: 'truth',
    bits: ({ loop }) => {
      const column = emit.input(loop, (call) => {
        const table = call.table(loop.path)
        return find(call, table) ?? new Int8Array(table.length).fill(UNKNOWN)
      })
      return `${column}[${loop.index}]`
    },
  }
}

/** A fact, over the columns that tell it. */
export function factBy(fact: Fact, emit: Emit, find: Find): Part {
  const { type } = fact.value
  const column = <Found extends Column>(
    { loop }: Site,
    none: (length: number) => Found,
    pick: (found: Found) => unknown = (found) => found,
  ) =>
    emit.input(loop, (call) => {
      const table = call.table(loop.path)
      return pick((find(call, table) as Found | undefined) ?? none(table.length))
    })
  if (fact.optional && type !== 'text' && type !== 'period') return rowByRow()
  switch (type) {
    case 'truth':
      return truthBy(emit, find)
    case 'text':
      return {
        as: 'text',
        code: (site) => {
          const none = (length: number): TextColumn => ({ codes: new Int32Array(length), texts: [] })
          const codes = column(site, none, ({ codes }) => codes)
          const texts = (call: Call) => (find(call, call.table(site.loop.path)) as TextColumn | undefined)?.texts ?? []
          return { code: `${codes}[${site.loop.index}]`, texts }
        },
      }
    case 'period':
      return {
        as: 'period',
        edges: (site) => {
          const none = (length: number): PeriodColumn => ({
            from: new Int32Array(length),
            until: new Int32Array(length),
          })
          const [from, until] = [column(site, none, ({ from }) => from), column(site, none, ({ until }) => until)]
          return { from: `${from}[${site.loop.index}]`, until: `${until}[${site.loop.index}]` }
        },
      }
    case 'those':
      return {
        as: 'those',
        rows: (site) => {
          const { loop } = site
          const path = [...loop.path, fact.name]
          const nobody = (length: number): ThoseColumn => ({
            from: new Int32Array(length).fill(-1),
            until: new Int32Array(length),
            among: { length: 0, facts: {} },
          })
          const following = emit.told(loop.path, fact) === 'following'
          /** A variable with an edge of them, in each turn before anything else. */
          const edge = (name: 'from' | 'until', place: string) => {
            const key = `${name} ${fact.name}`
            const known = loop.known.get(key)
            if (known !== undefined) return known
            const variable = emit.fresh('b')
            loop.known.set(key, variable)
            // Where the row before ends this one starts.
            const before = following && loop.inOrder ? loop.known.get(`from ${fact.name}`) : undefined
            if (before === variable) return variable
            const rows = column(site, nobody, (list) => ('offsets' in list ? list.offsets : list[name]))
            if (before === undefined) loop.head.push(`const ${variable} = ${rows}[${place}];`)
            else {
              loop.before.push(`let ${before}, ${variable} = ${rows}[0];`)
              loop.head.push(`${before} = ${variable}; ${variable} = ${rows}[${place}];`)
            }
            return variable
          }
          const from = edge('from', loop.index)
          const until = edge('until', following ? `${loop.index} + 1` : loop.index)
          if (!following) loop.rare.add(`${from} < 0`)
          return { path, from, until, following }
        },
      }
    case 'one':
    case 'texts':
      return rowByRow()
    case 'date':
      return {
        as: 'date',
        ends: (site) => {
          const days = column(site, (length) => new Int32Array(length))
          return open(site, `${days}[${site.loop.index}]`, (day) => `${day} === 0`, DAWN_DATE, ENDLESS_DATE, true, emit)
        },
      }
    default: {
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = fact.value
      return {
        as: 'number',
        ends: (site) => {
          const told = emit.told(site.loop.path, fact)
          if (told === 'otherwise') return rowByRow()
          const numbers = column(site, (length) => new Int32Array(length).fill(UNKNOWN_NUMBER))
          const unknown = (number: string) =>
            told === 'whole' ? `${number} === ${UNKNOWN_NUMBER}` : `${number} !== ${number}`
          return open(site, `${numbers}[${site.loop.index}]`, unknown, least, most, told === 'whole', emit)
        },
        told: (site) => {
          if (emit.told(site.loop.path, fact) !== 'whole') return undefined
          const numbers = column(site, (length) => new Int32Array(length).fill(UNKNOWN_NUMBER))
          const value = named(`${numbers}[${site.loop.index}]`, site, emit)
          return { value, unknown: named(`(${value} === ${UNKNOWN_NUMBER}) & 1`, site, emit), least, most }
        },
      }
    }
  }
}

/** A value that is not known where a mark stands for it, and then lies between two. */
function open(
  { loop, quick }: Site,
  value: string,
  isUnknown: (value: string) => string,
  least: number,
  most: number,
  short: boolean,
  emit: Emit,
): Ends {
  const [low, high] = [emit.fresh('v'), emit.fresh('v')]
  if (quick) {
    loop.lines.push(`const ${low} = ${value};`)
    loop.open.add(isUnknown(low))
    return { low, high: low, whole: short, short, least, most }
  }
  loop.lines.push(
    `let ${low} = ${value}, ${high} = ${low}; if (${isUnknown(low)}) { ${low} = ${least}; ${high} = ${most}; }`,
  )
  return { low, high, whole: short, short, least, most }
}

/** What asks nobody anything, read before the loops. */
export function free(node: Node, emit: Emit, read: (on: string, reference: string) => unknown): Part | undefined {
  const value = (site: Site) => (call: Call) => read(site.on(call.on), call.on)
  const part = emit.bounded(node)
  switch (part.as) {
    case 'truth':
      return { as: 'truth', bits: (site) => emit.input(site.loop, (call) => (value(site)(call) === true ? 3 : 0)) }
    case 'number':
      return { as: 'number', ends: (site) => settledAt(emit.input(site.loop, value(site)), false) }
    case 'date':
      return {
        as: 'date',
        ends: (site) =>
          settledAt(
            emit.input(site.loop, (call) => dateAsNumber(value(site)(call) as string)),
            true,
            true,
          ),
      }
    case 'texts':
      return { as: 'texts', list: (site) => value(site) as (call: Call) => readonly string[] }
    default:
      return undefined
  }
}
