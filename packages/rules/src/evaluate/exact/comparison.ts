import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { isFree } from '../free.ts'
import { type Emit, type Emitted, type Site, tested, truth, valueOf } from './emitted.ts'
import { settledBy } from './writer.ts'

function compared(
  { left, right }: { readonly left: Node; readonly right: Node },
  operator: string,
  emit: Emit,
): Emitted {
  const [a, b] = [valueOf(emit(left)), valueOf(emit(right))]
  return tested(emit.writer, (site) => {
    const first = a(site)
    return `(${first} ${operator} ${b(site)})`
  })
}

/** Texts as a set: a parameter's once per reference date, others where they stand. */
const asSet = (texts: readonly string[]): ReadonlySet<string> => new Set(texts)

export const comparison: Chapter<'comparison', Emit, Emitted> = {
  below: (node, emit) => compared(node, '<', emit),
  atMost: (node, emit) => compared(node, '<=', emit),
  above: (node, emit) => compared(node, '>', emit),
  atLeast: (node, emit) => compared(node, '>=', emit),
  is: ({ left, right }, emit) => {
    const [a, b] = [emit(left), emit(right)]
    const [one, other] = [valueOf(a), valueOf(b)]
    const both = a.absent && b.absent
    return tested(emit.writer, (site) => {
      const [first, second] = [one(site), other(site)]
      // Of an absent value: no, also where both are absent.
      return both ? `(${first} === ${second} && ${first} !== null)` : `(${first} === ${second})`
    })
  },
  oneOf: ({ left, among }, emit) => {
    const { writer } = emit
    const text = valueOf(emit(left))
    if (among.kind === 'constant' && typeof among.value === 'object') {
      const texts = among.value
      return switched(emit, text, texts)
    }
    const texts = emit(among)
    const list = valueOf(texts)
    return tested(writer, (site) => {
      const one = text(site)
      if (texts.absent) {
        const found = writer.name('v')
        writer.line(`const ${found} = ${list(site)};`)
        return `(${found} !== null && ${found}.includes(${one}))`
      }
      if (!(site.invariant && isFree(among))) return `${list(site)}.includes(${one})`
      const read = settledBy(emit.bounded(among))
      const set = writer.once((on, reference) => asSet(read(on, reference) as readonly string[]), site.on)
      return `${set}.has(${one})`
    })
  },
}

/** Texts that stand in the rule: a switch is the fastest way to find one of a few. */
function switched({ writer }: Emit, text: (site: Site) => string, texts: readonly string[]): Emitted {
  if (texts.length === 0) return tested(writer, () => 'false')
  const cases = texts.map((one) => `case ${JSON.stringify(one)}:`).join(' ')
  return truth(writer, (site, ifNot) => writer.line(`switch (${text(site)}) { ${cases} break; default: ${ifNot} }`))
}
