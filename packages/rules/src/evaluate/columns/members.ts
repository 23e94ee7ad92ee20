import { exactLeast, exactMost } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { opposite } from './logic.ts'
import {
  as,
  type Emit,
  type Ends,
  endsOf,
  type Loop,
  named,
  type PartThose,
  rowByRow,
  type Site,
  type SomeCases,
  settledAt,
} from './part.ts'

// A loop over each row's own members would be left at another turn for every row, which processors guess wrong. So what
// is asked of members is asked of all of them at once and added up from the first on, and a row takes the difference
// between where its members end and where they start: whole numbers may run over 32 bits, the difference does not.

type Rows = ReturnType<PartThose['rows']>

/** So many members of a row, counted twice, fit the two halves of a whole number. */
const MOST_MEMBERS = 0x7fff

/** What is added up of members, written once though rows are gone through twice: quickly, and with care. */
interface Sums {
  room?: string
}

/** The loop over all members, for the members of a row of the policy's own subjects. */
function over(site: Site, { path }: Rows, emit: Emit): Site {
  return site.loop.path.length > 0 ? rowByRow() : { ...site, loop: emit.loopOver(path), quick: false }
}

/** Adds a whole number up over all members: what a row takes of it. */
function summed(sums: Sums, site: Site, rows: Rows, emit: Emit, value: (member: Site) => string): string {
  const member = over(site, rows, emit)
  const array = (loop: Loop, room: string) =>
    emit.input(loop, (call) => call.room(room, call.table(rows.path).length + 1))
  if (sums.room === undefined) {
    sums.room = emit.fresh('s')
    const total = emit.fresh('n')
    member.loop.before.push(`let ${total} = 0;`)
    const added = value(member)
    const { index } = member.loop
    member.loop.lines.push(
      `${total} = ${total} + ${added} | 0; ${array(member.loop, sums.room)}[${index} + 1] = ${total};`,
    )
  }
  const room = array(site.loop, sums.room)
  return named(`${room}[${rows.until}] - ${room}[${rows.from}] | 0`, site, emit)
}

/** How many members something certainly holds for, in the upper half, and may hold for, in the lower. */
function counting(
  those: PartThose,
  criterion: ((member: Site) => string) | undefined,
  emit: Emit,
): (site: Site) => string {
  const sums: Sums = {}
  return (site) => {
    const rows = those.rows(site)
    site.loop.rare.add(`${rows.until} - ${rows.from} > ${MOST_MEMBERS}`)
    return summed(sums, site, rows, emit, (member) => {
      const both = [those.member, criterion].filter((bits) => bits !== undefined).map((bits) => bits(member))
      const truth = named(both.join(' & '), member, emit)
      return `(${truth} & 1) + ((${truth} & 2) << 15)`
    })
  }
}

function some(those: PartThose, criterion: (member: Site) => string, emit: Emit): (site: Site) => string {
  const counted = counting(those, criterion, emit)
  return (site) => {
    const count = counted(site)
    return `(((${count} & 65535) > 0) & 1 | ((${count} > 65535) & 1) << 1)`
  }
}

type Over = { readonly those: Node; readonly part: Node }
const parts = ({ those, part }: Over, emit: Emit) => [as('those', emit(those)), as('truth', emit(part)).bits] as const

export const members: SomeCases<'members'> = {
  some: (node, emit) => {
    const [those, criterion] = parts(node, emit)
    return { as: 'truth', bits: some(those, criterion, emit) }
  },
  none: (node, emit) => {
    const [those, criterion] = parts(node, emit)
    const found = some(those, criterion, emit)
    return { as: 'truth', bits: (site) => opposite(named(found(site), site, emit)) }
  },
  every: (node, emit) => {
    const [those, criterion] = parts(node, emit)
    const failing = some(those, (member) => opposite(named(criterion(member), member, emit)), emit)
    return { as: 'truth', bits: (site) => opposite(named(failing(site), site, emit)) }
  },
  filter: (node, emit) => {
    const [those, criterion] = parts(node, emit)
    const { member } = those
    return { ...those, member: member === undefined ? criterion : (site) => `(${member(site)} & ${criterion(site)})` }
  },
  count: ({ those }, emit) => {
    const list = as('those', emit(those))
    const counted = counting(list, undefined, emit)
    return {
      as: 'number',
      ends: (site) => {
        if (list.member === undefined) {
          const { from, until } = list.rows(site)
          return settledAt(named(`${until} - ${from}`, site, emit), true, true)
        }
        const count = counted(site)
        const [low, high] = [named(`${count} >>> 16`, site, emit), named(`${count} & 65535`, site, emit)]
        if (site.quick) site.loop.open.add(`${low} !== ${high}`)
        return { low, high: site.quick ? low : high, whole: true, short: true, least: 0, most: MOST_MEMBERS }
      },
    }
  },
  sum: ({ those, part }, emit) => {
    const list = as('those', emit(those))
    const read = endsOf(emit(part))
    const short = shortSum(list, read, emit)
    return { as: 'number', ends: (site) => short(site) ?? sumByRow(list, read, site, emit) }
  },
}

const OPEN = { short: false, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** A sum of whole numbers that fit 32 bits, where it fits them for every row with few enough members. */
function shortSum(those: PartThose, read: (member: Site) => Ends, emit: Emit): (site: Site) => Ends | undefined {
  const [known, unknown]: readonly [Sums, Sums] = [{}, {}]
  let ends: Ends | undefined
  return (site) => {
    const rows = those.rows(site)
    const member = over(site, rows, emit)
    if (those.member !== undefined) return undefined
    const { short } = read({ ...member, loop: within(site.loop, rows, emit) })
    if (!short) return undefined
    const limit = emit.input(site.loop, (call) => Math.floor(0x7fffffff / (call.largest(rows.path) + 1)))
    site.loop.rare.add(`${rows.until} - ${rows.from} > ${limit}`)
    let open = ''
    const total = summed(known, site, rows, emit, (loop) => {
      ends = read(loop)
      const { low, high } = ends
      if (low !== high) open = named(`(${low} !== ${high}) & 1`, loop, emit)
      const value = low === high ? low : named(`${low} & ${open} - 1`, loop, emit)
      loop.loop.lines.push(`largest |= ${value} ^ ${value} >> 31;`)
      return value
    })
    const { least, most } = ends as Ends
    if ((ends as Ends).low === (ends as Ends).high) return { ...OPEN, low: total, high: total, whole: true }
    const count = summed(unknown, site, rows, emit, () => open)
    if (site.quick) {
      site.loop.open.add(`${count} !== 0`)
      return { ...OPEN, low: total, high: total, whole: true }
    }
    const [low, high] = [emit.fresh('v'), emit.fresh('v')]
    site.loop.lines.push(
      `let ${low} = ${total}, ${high} = ${total}; if (${count} !== 0) { ${low} = ${total} + ${count} * ${least}; ${high} = ${total} + ${count} * ${most}; }`,
    )
    return { ...OPEN, low, high, whole: true }
  }
}

/** Added up row by row, where differences of sums would be off by what sums round away. */
function sumByRow(those: PartThose, read: (member: Site) => Ends, site: Site, emit: Emit): Ends {
  const rows = those.rows(site)
  const member: Site = { ...over(site, rows, emit), loop: within(site.loop, rows, emit) }
  const truth = those.member === undefined ? '3' : those.member(member)
  const one = read(member)
  const { index, lines, head } = member.loop
  if (head.length > 0) return rowByRow()
  const [low, high] = [emit.fresh('n'), emit.fresh('n')]
  site.loop.lines.push(
    `let ${low} = 0, ${high} = 0; for (let ${index} = ${rows.from}; ${index} < ${rows.until}; ${index}++) {`,
    ...lines,
    `const w = ${truth}; if (w === 3 || w === 1 && ${one.low} < 0) ${low} += ${one.low};`,
    `if (w === 3 || w === 1 && ${one.high} > 0) ${high} += ${one.high}; }`,
  )
  const mended = (end: string, mend: (value: number) => number) =>
    named(`${emit.input(site.loop, () => mend)}(${end})`, site, emit)
  const [least, most] = [mended(low, exactLeast), mended(high, exactMost)]
  if (site.quick) site.loop.open.add(`${least} !== ${most}`)
  return { ...OPEN, low: least, high: site.quick ? least : most, whole: one.whole }
}

/** A loop over the members of one row, inside the loop over rows. */
function within(outer: Loop, { path }: Rows, emit: Emit): Loop {
  return {
    ...outer,
    path,
    index: emit.fresh('m'),
    lines: [],
    head: [],
    rare: new Set(),
    open: new Set(),
    known: new Map(),
  }
}
