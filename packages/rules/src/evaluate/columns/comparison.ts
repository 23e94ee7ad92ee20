import type { Node } from '../../tree.ts'
import { isFree } from '../free.ts'
import { as, type Call, type Emit, endsOf, type Part, rowByRow, type Site, type SomeCases } from './part.ts'

/** `left < right`, or with `=` `left <= right`: possible with the least of the left, certain with its most. */
function ordered(left: Node, right: Node, equal: '=' | '', emit: Emit): Part {
  const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
  return {
    as: 'truth',
    bits: (site) => {
      const [a, b] = [first(site), second(site)]
      if (a.low === a.high && b.low === b.high) return `((${a.low} <${equal} ${b.low}) & 1) * 3`
      return `((${a.low} <${equal} ${b.high}) & 1 | ((${a.high} <${equal} ${b.low}) & 1) << 1)`
    },
  }
}

/** Whether the texts of a dictionary are among some: a truth for each, looked up by its code. */
function lookup(
  text: Extract<Part, { as: 'text' }>,
  among: (site: Site) => (call: Call) => readonly string[],
  emit: Emit,
): Part {
  return {
    as: 'truth',
    bits: (site) => {
      const { code, texts } = text.code(site)
      const list = among(site)
      const truths = emit.input(site.loop, (call) => {
        const wanted = new Set(list(call))
        const all = texts(call)
        // First that there is none, then that it is not known.
        const found = new Int8Array(all.length + 2)
        found[1] = wanted.size > 0 ? 1 : 0
        all.forEach((one, place) => {
          found[place + 2] = wanted.has(one) ? 3 : 0
        })
        return found
      })
      return `${truths}[${code} + 1]`
    },
  }
}

const isText = (node: Node): node is Node & { readonly value: string } =>
  'value' in node && node.kind === 'constant' && typeof node.value === 'string'

export const comparison: SomeCases<'comparison'> = {
  below: ({ left, right }, emit) => ordered(left, right, '', emit),
  atMost: ({ left, right }, emit) => ordered(left, right, '=', emit),
  above: ({ left, right }, emit) => ordered(right, left, '', emit),
  atLeast: ({ left, right }, emit) => ordered(right, left, '=', emit),
  is: ({ left, right }, emit) => {
    if (isText(left) || isText(right)) {
      const [text, other] = isText(left)
        ? [left.value, right]
        : [(right as Node & { readonly value: string }).value, left]
      const part = emit(other)
      if (part.as === 'text') return lookup(part, () => () => [text], emit)
    }
    const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
    return {
      as: 'truth',
      bits: (site) => {
        const [a, b] = [first(site), second(site)]
        if (a.low === a.high && b.low === b.high) return `((${a.low} === ${b.low}) & 1) * 3`
        const meet = `(${a.low} <= ${b.high} & ${b.low} <= ${a.high}) & 1`
        return `(${meet} | ((${a.low} === ${a.high} & ${b.low} === ${b.high} & ${a.low} === ${b.low}) & 1) << 1)`
      },
    }
  },
  oneOf: ({ left, among }, emit) => {
    const list = emit(among)
    if (!isFree(among)) return rowByRow()
    return lookup(as('text', emit(left)), as('texts', list).list, emit)
  },
}
