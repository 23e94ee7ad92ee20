import type { Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import { type Emit, type Emitted, type Ends, type Site, settledAt, type Test } from './emitted.ts'
import { settled } from './settled.ts'
import type { Writer } from './writer.ts'

/** Who the applicant is and when the reference date, and where they differ who and when is at hand. */
export const aboutAt = ({ subject, on }: Site) =>
  on === 'on' ? (subject === 's' ? 's, on' : `s, on, ${subject}`) : `s, on, ${subject}, ${on}`

/** Calls a closure, about whom and when the site says. */
export const called = (read: unknown, site: Site, { constant }: Writer) => `${constant(read)}(hand(${aboutAt(site)}))`

/** A criterion that closures read. */
export function testBy(part: Bounded, writer: Writer): Test {
  if (part.as !== 'truth') throw new TypeError(`a criterion is ${part.as}`)
  return (site, { no, unsure }) => {
    const truth = writer.name('t')
    writer.line(
      `const ${truth} = ${called(part.read, site, writer)}; if (${truth} !== 2) { if (${truth} === 0) { ${no} } ${unsure} }`,
    )
  }
}

/** Ends that closures read. */
export function endsBy(part: Bounded, writer: Writer): (site: Site) => Ends {
  const whole = settled(part)
  return (site) => {
    if (site.leave !== undefined) return settledAt(valueBy(whole, site, writer, site.leave))
    if (part.as !== 'number' && part.as !== 'date') throw new TypeError(`what has two ends is ${part.as}`)
    const [low, high] = [writer.name('v'), writer.name('v')]
    writer.line(
      `const ${low} = ${called(part.read, site, writer)}, ${high} = F.${part.as === 'number' ? 'high' : 'last'};`,
    )
    return { low, high }
  }
}

/** A variable with a value that closures read; the quick function is left where it is not settled. */
export function valueBy(read: unknown, site: Site, writer: Writer, leave: string | undefined): string {
  const value = writer.name('v')
  writer.line(`const ${value} = ${called(read, site, writer)};`)
  if (leave !== undefined) writer.line(`if (${value} === undefined) { ${leave} }`)
  return value
}

/** An expression that is not worth its own source: closures read it. */
export function byClosure(node: Node, { writer, bounded }: Emit): Emitted {
  const part = bounded(node)
  const absent = part.present !== undefined
  const read = settled(part)
  switch (part.as) {
    case 'truth':
      return { as: 'truth', absent, test: testBy(part, writer) }
    case 'number':
    case 'date':
      return { as: part.as, absent, ends: endsBy(part, writer) }
    case 'period':
      return {
        as: 'period',
        absent,
        edges: (site) => {
          const value = valueBy(read, site, writer, site.leave)
          const edge = (name: string) => (absent ? `(${value} && ${value}.${name})` : `${value}.${name}`)
          return { from: edge('from'), until: edge('until') }
        },
      }
    case 'those':
      throw new TypeError('a list of subjects is not read by itself')
    case 'benefit':
      return {
        as: 'benefit',
        absent,
        value: (site) =>
          site.leave === undefined ? called(part.read, site, writer) : valueBy(settled(part), site, writer, site.leave),
      }
    default:
      // There may be such a value, though which is not known, and the other way round.
      return { as: part.as, absent, value: (site) => valueBy(read, site, writer, absent ? site.leave : undefined) }
  }
}

/** Reads by closures in the careful function what has its own source in the quick one only. */
export function quickOnly(node: Node, quick: Emitted, emit: Emit): Emitted {
  let read: Emitted | undefined
  const at = <Same extends Emitted>(same: Same, site: Site): Same => {
    if (site.leave !== undefined) return same
    read ??= byClosure(node, emit)
    return read as Same
  }
  switch (quick.as) {
    case 'truth':
      return { as: 'truth', absent: quick.absent, test: (site, ways) => at(quick, site).test(site, ways) }
    case 'number':
    case 'date':
      return { ...quick, ends: (site) => at(quick, site).ends(site) }
    case 'period':
    case 'those':
      return quick
    default:
      return { ...quick, value: (site) => at(quick, site).value(site) }
  }
}
