import { type Cases, read } from '../../cases.ts'
import type { Kind, Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import { compileBounded } from '../bounded/compile.ts'
import { isFree } from '../free.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { type Emit, type Emitted, settledAt } from './emitted.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { settledOnce } from './settled.ts'
import { time } from './time.ts'
import type { Writer } from './writer.ts'

const cases: Cases<Kind, Emit, Emitted> = {
  ...inputs,
  ...logic,
  ...comparison,
  ...arithmetic,
  ...choice,
  ...members,
  ...time,
  ...notes,
  ...benefit,
}

/** Emits expressions as source. */
export function emitter(writer: Writer): Emit {
  const twins = new Map<Node, Bounded>()
  const bounded = (node: Node) => {
    const twin = twins.get(node) ?? compileBounded(node)
    twins.set(node, twin)
    return twin
  }
  const emit: Emit = Object.assign((node: Node) => onceADate(node, read(cases, node, emit), emit), { writer, bounded })
  return emit
}

/** What asks nobody anything is read once per reference date, by closures; a constant is quicker as it stands. */
function onceADate(node: Node, part: Emitted, { writer, bounded }: Emit): Emitted {
  if (node.kind === 'constant' || part.absent || !isFree(node)) return part
  switch (part.as) {
    case 'those':
    case 'benefit':
    case 'one':
      return part
    default: {
      const read = settledOnce(bounded(node))
      if (part.as === 'truth')
        return {
          as: 'truth',
          test: (site, ways) =>
            site.invariant ? writer.line(`if (!${writer.once(read, site.on)}) { ${ways.no} }`) : part.test(site, ways),
        }
      if (part.as === 'period')
        return {
          ...part,
          edges: (site) => {
            if (!site.invariant) return part.edges(site)
            const period = writer.once(read, site.on)
            return { from: `${period}.from`, until: `${period}.until` }
          },
        }
      if ('ends' in part)
        return { ...part, ends: (site) => (site.invariant ? settledAt(writer.once(read, site.on)) : part.ends(site)) }
      return { ...part, value: (site) => (site.invariant ? writer.once(read, site.on) : part.value(site)) }
    }
  }
}
