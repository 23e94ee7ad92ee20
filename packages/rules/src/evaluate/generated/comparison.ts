import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { isFree } from '../free.ts'
import { byClosure, quickOnly } from './closure.ts'
import { type Emit, type Emitted, emittedAs, endsOf, truthIn, valueAt } from './emitted.ts'
import { settledOnce } from './settled.ts'

/** `left < right`, or with `=` `left <= right`. */
function ordered(left: Node, right: Node, equal: '=' | '', emit: Emit): Emitted {
  const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
  const { writer } = emit
  return {
    as: 'truth',
    test: (site, { no, unsure }) => {
      const [a, b] = [first(site), second(site)]
      const holds = `${a.high} <${equal} ${b.low}`
      if (a.low === a.high && b.low === b.high) return writer.line(`if (!(${holds})) { ${no} }`)
      writer.line(`if (!(${holds})) { if (!(${a.low} <${equal} ${b.high})) { ${no} } ${unsure} }`)
    },
  }
}

export const comparison: Chapter<'comparison', Emit, Emitted> = {
  below: ({ left, right }, emit) => ordered(left, right, '', emit),
  atMost: ({ left, right }, emit) => ordered(left, right, '=', emit),
  above: ({ left, right }, emit) => ordered(right, left, '', emit),
  atLeast: ({ left, right }, emit) => ordered(right, left, '=', emit),
  is: (node, emit) => {
    const [left, right] = [emit(node.left), emit(node.right)]
    const absent = left.absent || right.absent
    const equal = absent && left.as === 'truth' ? byClosure(node, emit) : same(left, right, emit)
    return absent ? quickOnly(node, equal, emit) : equal
  },
  oneOf: (node, emit) => {
    const [left, list] = [emit(node.left), emit(node.among)]
    // A text that looks like a date is one when it stands among texts.
    if (left.as !== 'text' || list.absent) return byClosure(node, emit)
    const { writer } = emit
    const { among } = node
    const found: Emitted = {
      as: 'truth',
      test: (site, { no, unsure }) => {
        const one = variable(valueAt(left)(site), emit)
        if (left.absent) writer.line(`if (${one} === null) { ${no} }`)
        if (among.kind === 'constant' && Array.isArray(among.value)) {
          // A switch is the fastest way to find one of a few.
          if (among.value.length === 0) return writer.line(no)
          const cases = among.value.map((text) => `case ${JSON.stringify(text)}:`).join(' ')
          return writer.line(
            `if (${one} === undefined) { ${unsure} } else switch (${one}) { ${cases} break; default: ${no} }`,
          )
        }
        if (site.invariant && isFree(among)) {
          const read = settledOnce(emit.bounded(among))
          const set = writer.once((on, reference) => new Set(read(on, reference) as readonly string[]), site.on)
          return writer.line(
            `if (!${set}.has(${one})) { if (${one} !== undefined || ${set}.size === 0) { ${no} } ${unsure} }`,
          )
        }
        const texts = variable(valueAt(list)(site), emit)
        writer.line(
          `if (${texts} === undefined) { ${unsure} } else if (!${texts}.includes(${one})) { if (${one} !== undefined || ${texts}.length === 0) { ${no} } ${unsure} }`,
        )
      },
    }
    return left.absent ? quickOnly(node, found, emit) : found
  },
}

/** Equal values; an absent one equals nothing. */
function same(left: Emitted, right: Emitted, emit: Emit): Emitted {
  const { writer } = emit
  const absent = (left.absent || right.absent) === true
  return {
    as: 'truth',
    test: (site, { no, unsure }) => {
      if (left.as === 'number' || left.as === 'date') {
        const [a, b] = [left.ends(site), endsOf(right)(site)]
        const settled = a.low === a.high && b.low === b.high
        if (settled) return writer.line(`if (${a.low} !== ${b.low}${absent ? ` || ${a.low} === null` : ''}) { ${no} }`)
        writer.line(`if (${a.high} < ${b.low} || ${b.high} < ${a.low}) { ${no} }`)
        return writer.line(`if (!(${a.low} === ${a.high} && ${b.low} === ${b.high})) { ${unsure} }`)
      }
      if (left.as === 'truth') {
        const [a, b] = [truthIn(left.test, site, writer), truthIn(emittedAs('truth', right).test, site, writer)]
        return writer.line(`if (${a} === 1 || ${b} === 1) { ${unsure} } else if (${a} !== ${b}) { ${no} }`)
      }
      const [a, b] = [variable(valueAt(left)(site), emit), variable(valueAt(right)(site), emit)]
      if (absent) writer.line(`if (${a} === null || ${b} === null) { ${no} }`)
      writer.line(`if (${a} === undefined || ${b} === undefined) { ${unsure} } else if (${a} !== ${b}) { ${no} }`)
    },
  }
}

/** A name for a value, which is then read more than once. */
function variable(value: string, { writer }: Emit): string {
  if (/^\w+$/.test(value)) return value
  const name = writer.name('v')
  writer.line(`const ${name} = ${value};`)
  return name
}
