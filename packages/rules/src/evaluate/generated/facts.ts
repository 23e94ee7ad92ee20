import { ENDLESS, isDate } from '../../calendar.ts'
import type { Fact, Node } from '../../tree.ts'
import type { Frame, Subject } from '../frame.ts'
import { aboutAt, called, endsBy } from './closure.ts'
import { type Emit, type Emitted, type Site, settledAt } from './emitted.ts'
import { settled, valueIn } from './settled.ts'
import type { Writer } from './writer.ts'

/** Whether a variable holds a plain value, as a test in the source; short, since it runs for every fact of everybody. */
const PLAIN: { readonly [type: string]: (v: string, writer: Writer) => string } = {
  date: (v, { constant }) => `${constant(isPlainDate)}(${v})`,
  text: (v) => `typeof ${v} === "string"`,
  texts: (v) => `Array.isArray(${v})`,
  one: (v, { constant }) => `${constant(isPlainOne)}(${v})`,
  those: (v) => `Array.isArray(${v})`,
  period: (v, { constant }) => `${constant(isPlainPeriod)}(${v})`,
}
const isNumeric = (type: string) => type !== 'truth' && !(type in PLAIN)
const plainNumber = (v: string) => `typeof ${v} === "number" && ${v} - ${v} === 0`
const shortNumber = (v: string) => `typeof ${v} === "number" && (${v} | 0) === ${v}`

const isPlainDate = (told: unknown) => typeof told === 'string' && isDate(told)
const isPlainOne = (told: unknown) => isObject(told) && told['unknown'] === undefined && told['timeline'] === undefined
const isPlainPeriod = (told: unknown) =>
  isObject(told) && isPlainDate(told['from']) && (told['until'] == null || isPlainDate(told['until']))
const isObject = (told: unknown): told is Subject => typeof told === 'object' && told !== null

/**
 * A fact, emitted by a reading of what a situation tells: a plain value passes, and anything else is left to closures.
 * @param node the fact, or it in a year
 * @param told an expression for what is told
 */
export function factBy(node: Node, fact: Fact, told: (site: Site) => string, emit: Emit): Emitted {
  const { writer } = emit
  const closures = emit.bounded(node)
  const absent = fact.optional === true
  const { type } = fact.value
  const plain = (v: string) => `${absent ? `${v} === null || ` : ''}${(PLAIN[type] ?? plainNumber)(v, writer)}`
  const read = settled(closures)
  /** What closures make of a variable that holds nothing plain; what is not told at all stays that. */
  const hear = (found: string, site: Site, by: unknown) =>
    `(${found} = slow(${found}, ${writer.constant(by)}, ${aboutAt(site)}))`
  /** Whether only whole numbers of 32 bits are plain: those of most facts are, and there is then nothing to mend. */
  const isWhole = (site: Site) => site.odd !== undefined && !absent && isNumeric(type) && !('decimals' in fact.value)
  /** A variable with what is told, where it is plain or settled. */
  const value = (site: Site, leave: string | undefined) => {
    const found = writer.name('v')
    const isPlain = isWhole(site) ? shortNumber(found) : plain(found)
    const open = leave === undefined ? '' : `if (${found} === undefined) { ${leave} }`
    // What is not told at all needs no hearing.
    const heard =
      site.odd === undefined
        ? `${hear(found, site, read)}; ${open}`
        : `if (${found} !== undefined) { ${site.odd} } ${leave ?? ''}`
    writer.line(`let ${found} = ${told(site)}; if (!(${isPlain})) { ${heard} }`)
    return found
  }
  switch (type) {
    case 'truth': {
      const truth = (frame: Frame) => valueIn(closures, frame)
      return {
        as: 'truth',
        absent,
        test: (site, { no, unsure }) => {
          const found = writer.name('v')
          const other = site.odd === undefined ? hear(found, site, truth) : ''
          writer.line(
            other === ''
              ? `const ${found} = ${told(site)}; if (${found} !== true) { if (${found} === false) { ${no} } if (${found} !== undefined) { ${site.odd} } ${unsure} }`
              : `let ${found} = ${told(site)}; if (${found} !== true) { if (${found} === false || ${found} !== undefined && ${other} === false) { ${no} } if (${found} === undefined) { ${unsure} } }`,
          )
        },
      }
    }
    case 'text':
    case 'texts':
    case 'one':
      return { as: type, absent, value: (site) => value(site, undefined) }
    case 'those':
      return {
        as: 'those',
        filtered: false,
        careful: true,
        list: (site) => value(site, site.leave),
        each: (site, list, body) => {
          const [index, member, next] = [writer.name('i'), writer.name('m'), writer.name('l')]
          writer.line(
            `${next}: for (let ${index} = 0; ${index} < ${list}.length; ${index}++) { const ${member} = ${list}[${index}];`,
          )
          // Closures say what is wrong with a list of something else.
          writer.line(`if (${member} == null) { ${site.leave ?? called(read, site, writer)} }`)
          body({ ...site, subject: member }, `continue ${next};`, undefined)
          writer.line('}')
        },
      }
    case 'period':
      return {
        as: 'period',
        absent,
        told: (site) => value(site, undefined),
        edges: (site) => {
          const period = value(site, site.leave)
          const edge = (source: string) => (absent ? `(${period} && ${source})` : source)
          return { from: edge(`${period}.from`), until: edge(`(${period}.until ?? "${ENDLESS}")`) }
        },
      }
    default: {
      const ends = endsBy(closures, writer)
      const open =
        type === 'date' || absent
          ? undefined
          : { low: fact.value.least ?? Number.NEGATIVE_INFINITY, high: fact.value.most ?? Number.POSITIVE_INFINITY }
      return {
        as: type === 'date' ? 'date' : 'number',
        absent,
        ends: (site) => {
          if (site.leave !== undefined) return settledAt(value(site, site.leave), isWhole(site))
          const [low, high] = [writer.name('v'), writer.name('v')]
          writer.line(`let ${low} = ${told(site)}, ${high} = ${low}; if (!(${plain(low)})) {`)
          if (open) writer.line(`if (${low} === undefined) { ${low} = ${open.low}; ${high} = ${open.high}; } else {`)
          const both = ends(site)
          writer.line(`${low} = ${both.low}; ${high} = ${both.high}; }${open ? ' }' : ''}`)
          return { low, high }
        },
      }
    }
  }
}
