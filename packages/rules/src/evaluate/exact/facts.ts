import { ENDLESS } from '../../calendar.ts'
import type { Fact } from '../../fact.ts'
import { type Emitted, type Site, tested } from './emitted.ts'
import { resolvers } from './resolve.ts'
import type { Writer } from './writer.ts'

// Of a partial date, `1953-00-00`, the last two digits are zeros.
const plainDate = (v: string) =>
  `typeof ${v} === "string" && ${v}.length === 10 && (${v}.charCodeAt(9) !== 48 || ${v}.charCodeAt(8) !== 48)`

/** Whether a variable holds a plain value, as a test in the source; short, since it runs for every fact of everybody. */
const PLAIN = {
  truth: (v: string) => `${v} === true || ${v} === false`,
  number: (v: string) => `typeof ${v} === "number" && ${v} - ${v} === 0`,
  date: plainDate,
  text: (v: string) => `typeof ${v} === "string"`,
  texts: (v: string) => `Array.isArray(${v})`,
  one: (v: string) =>
    `typeof ${v} === "object" && ${v} !== null && ${v}.unknown === undefined && ${v}.timeline === undefined`,
  those: (v: string) => `Array.isArray(${v})`,
  period: (v: string) =>
    `typeof ${v} === "object" && ${v} !== null && ${plainDate(`${v}.from`)} && (${v}.until == null || ${plainDate(`${v}.until`)})`,
} as const

export type Told = keyof typeof PLAIN
export const toldAs = ({ value: { type } }: Fact): Told => (type in PLAIN ? (type as Told) : 'number')

/**
 * Writes the reading of what a situation tells into a variable: a plain value passes, a timeline is looked up, and at
 * anything else the decision is handed over.
 */
export function readTold(writer: Writer, fact: Fact, told: string, on?: string): string {
  const type = toldAs(fact)
  const value = writer.name('v')
  const optional = fact.optional === true
  const resolve = writer.constant(optional ? resolvers[type].optional : resolvers[type].always)
  const plain = optional ? `${value} === null || ${PLAIN[type](value)}` : PLAIN[type](value)
  // What is told by year has no timeline.
  const resolved =
    on === undefined ? '' : ` && (${value} === undefined || (${value} = ${resolve}(${value}, ${on})) === undefined)`
  writer.line(`let ${value} = ${told}; if (!(${plain})${resolved}) return null;`)
  return value
}

/** A fact, emitted by a reading of it. */
export function factBy(writer: Writer, fact: Fact, read: (site: Site) => string): Emitted {
  const absent = fact.optional === true
  const type = toldAs(fact)
  if (type === 'truth') return tested(writer, read, absent)
  if (type === 'those') {
    return {
      as: 'those',
      length: (site) => `${read(site)}.length`,
      each: (site, body) => {
        const list = read(site)
        const [index, member, label] = [writer.name('i'), writer.name('m'), writer.name('l')]
        writer.line(
          `${label}: for (let ${index} = 0; ${index} < ${list}.length; ${index}++) { const ${member} = ${list}[${index}]; if (${member} == null) return null;`,
        )
        body({ ...site, subject: member }, `continue ${label};`)
        writer.line('}')
      },
    }
  }
  if (type === 'period') {
    return {
      as: 'period',
      absent,
      edges: (site) => {
        const period = read(site)
        const end = `(${period}.until ?? ${JSON.stringify(ENDLESS)})`
        return absent
          ? { from: `(${period} === null ? null : ${period}.from)`, until: `(${period} === null ? null : ${end})` }
          : { from: `${period}.from`, until: end }
      },
    }
  }
  return { as: type, absent, value: read }
}
