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
  type Part,
  type PartThose,
  type Rows,
  rowByRow,
  type Site,
  type SomeCases,
  settledAt,
  type Whole,
  type Word,
} from './part.ts'

// A loop over each row's own members would be left at another turn for every row, which processors guess wrong. So what
// is asked of members is asked of all of them at once and added up from the first on, and a row takes the difference
// between where its members end and where they start: whole numbers may run over 32 bits, the difference does not.

/** So many members of a row can be counted in ten bits. */
const MOST_MEMBERS = 1023
const WORDFUL = 30
const BITS = 10

/** The loop over all members, for the members of a row of the policy's own subjects. */
function over(site: Site, { path }: Rows, emit: Emit): Site {
  return site.loop.path.length > 0 ? rowByRow() : { ...site, loop: emit.loopOver(path), quick: false }
}

/** What a row takes of sums over all members: the difference between where its own end and where they start. */
function taken(room: string, site: Site, rows: Rows, emit: Emit): string {
  const { loop } = site
  const known = loop.known.get(room)
  if (known !== undefined) return known
  const sums = emit.input(loop, (call) => call.room(room, call.table(rows.path).length + 1))
  const name = emit.fresh('d')
  loop.known.set(room, name)
  if (rows.following && loop.inOrder) {
    const [before, after] = [emit.fresh('s'), emit.fresh('s')]
    loop.before.push(`let ${before}, ${after} = ${sums}[${rows.until}];`)
    loop.head.push(`${before} = ${after}; ${after} = ${sums}[${rows.until}];`)
    loop.lines.push(`const ${name} = ${after} - ${before} | 0;`)
  } else loop.lines.push(`const ${name} = ${sums}[${rows.until}] - ${sums}[${rows.from}] | 0;`)
  return name
}

/** Members that are counted in the loop over all of them: once, though rows are gone through twice. */
interface Counted {
  word?: Word
  shift?: number
}

/** Counts what takes one or two counts of a word: the word of a row, and where in it the counts start. */
function count(
  counted: Counted,
  counts: 1 | 2,
  site: Site,
  rows: Rows,
  emit: Emit,
  write: (member: Site, shift: number) => string,
) {
  limit(site, rows, String(MOST_MEMBERS))
  const member = over(site, rows, emit)
  const { word = wordIn(member.loop, counts, emit), shift = word.used } = counted
  if (counted.word === undefined) {
    counted.word = word
    counted.shift = shift
    word.used += counts * BITS
    word.counts.push(write(member, shift))
  }
  return { word: taken(word.room, site, rows, emit), shift }
}

/** A word with room for some more counts. */
function wordIn(loop: Loop, counts: number, emit: Emit): Word {
  const found = loop.words.find(({ used }) => used + counts * BITS <= WORDFUL)
  if (found !== undefined) return found
  const room = emit.fresh('s')
  const array = emit.input(loop, (call) => call.room(room, call.table(loop.path).length + 1))
  const made: Word = { room, array, counts: [], used: 0 }
  loop.words.push(made)
  return made
}

/** Leaves rows that have more members. */
function limit({ loop }: Site, rows: Rows, most: string): void {
  const length = `${rows.until} - ${rows.from}`
  loop.limits.set(length, (loop.limits.get(length) ?? new Set()).add(most))
}

/** How many members something may hold for, and then for how many it certainly does. */
function counting(those: PartThose, criterion: ((member: Site) => string) | undefined, emit: Emit) {
  const counted: Counted = {}
  return (site: Site) =>
    count(counted, 2, site, those.rows(site), emit, (member, shift) => {
      const both = [those.member, criterion].filter((bits) => bits !== undefined).map((bits) => bits(member))
      const truth = named(both.join(' & '), member, emit)
      return `(${truth} & 1) << ${shift} | (${truth} & 2) << ${shift + BITS - 1}`
    })
}

function some(those: PartThose, criterion: (member: Site) => string, emit: Emit): (site: Site) => string {
  const counted = counting(those, criterion, emit)
  return (site) => {
    const { word, shift } = counted(site)
    const [possible, certain] = [MOST_MEMBERS << shift, MOST_MEMBERS << (shift + BITS)]
    return `(((${word} & ${possible}) !== 0) & 1 | (((${word} & ${certain}) !== 0) & 1) << 1)`
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
        const { word, shift } = counted(site)
        const low = named(`${word} >>> ${shift + BITS} & ${MOST_MEMBERS}`, site, emit)
        const high = named(`${word} >>> ${shift} & ${MOST_MEMBERS}`, site, emit)
        if (site.quick) site.loop.open.add(`${low} !== ${high}`)
        return { low, high: site.quick ? low : high, whole: true, short: true, least: 0, most: MOST_MEMBERS }
      },
    }
  },
  sum: ({ those, part }, emit) => {
    const [list, value] = [as('those', emit(those)), emit(part)]
    const read = endsOf(value)
    const short = shortSum(list, value, emit)
    return { as: 'number', ends: (site) => short(site) ?? sumByRow(list, read, site, emit) }
  },
}

const OPEN = { short: false, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/**
 * A sum of whole numbers that fit 32 bits, where it fits them for every row with few enough members; of numbers as
 * columns tell them, or that are always settled.
 */
function shortSum(those: PartThose, part: Part, emit: Emit): (site: Site) => Ends | undefined {
  const unknown: Counted = {}
  let room: string | undefined
  let told: Whole | undefined
  return (site) => {
    const rows = those.rows(site)
    const member = over(site, rows, emit)
    if (those.member !== undefined || !isShort({ ...member, loop: within(site.loop, rows, emit) })) return undefined
    limit(
      site,
      rows,
      emit.input(site.loop, (call) => Math.floor(0x7fffffff / (call.largest(rows.path) + 1))),
    )
    if (room === undefined) {
      room = emit.fresh('s')
      told = toldIn(member)
      add(room, told === undefined ? endsOf(part)(member).low : `${told.value} & ${told.unknown} - 1`, member)
    }
    const total = taken(room, site, rows, emit)
    if (told === undefined) return { ...OPEN, low: total, high: total, whole: true }
    const { least, most, unknown: bit } = told
    const { word, shift } = count(unknown, 1, site, rows, emit, (_, start) => `${bit} << ${start}`)
    const open = named(`${word} & ${MOST_MEMBERS << shift}`, site, emit)
    if (site.quick) {
      site.loop.open.add(`${open} !== 0`)
      return { ...OPEN, low: total, high: total, whole: true }
    }
    const [low, high] = [emit.fresh('v'), emit.fresh('v')]
    const by = (bound: number) => `${total} + (${open} >>> ${shift}) * ${bound}`
    site.loop.lines.push(
      `let ${low} = ${total}, ${high} = ${total}; if (${open} !== 0) { ${low} = ${by(least)}; ${high} = ${by(most)}; }`,
    )
    return { ...OPEN, low, high, whole: true }
  }

  function toldIn(member: Site): Whole | undefined {
    return 'told' in part ? part.told?.(member) : undefined
  }
  function isShort(member: Site): boolean {
    if (toldIn(member) !== undefined) return true
    const { low, high, short } = endsOf(part)(member)
    return short && low === high
  }
  function add(sums: string, value: string, { loop }: Site): void {
    const [total, one] = [emit.fresh('n'), emit.fresh('v')]
    const array = emit.input(loop, (call) => call.room(sums, call.table(loop.path).length + 1))
    loop.before.push(`let ${total} = 0;`)
    loop.lines.push(
      `const ${one} = ${value}; largest |= ${one} ^ ${one} >> 31;`,
      `${total} = ${total} + ${one} | 0; ${array}[${loop.index} + 1] = ${total};`,
    )
  }
}

/** Added up row by row, where differences of sums would be off by what sums round away. */
function sumByRow(those: PartThose, read: (member: Site) => Ends, site: Site, emit: Emit): Ends {
  const rows = those.rows(site)
  const member: Site = { ...over(site, rows, emit), loop: within(site.loop, rows, emit) }
  const truth = those.member === undefined ? '3' : those.member(member)
  const one = read(member)
  const { index, lines, head, words } = member.loop
  if (head.length > 0 || words.length > 0) return rowByRow()
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
    limits: new Map(),
    words: [],
    open: new Set(),
    known: new Map(),
  }
}
