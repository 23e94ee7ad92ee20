import { type Cases, read } from '../../cases.ts'
import type { Kind, Node } from '../../tree.ts'
import { compileBounded } from '../bounded/compile.ts'
import { isFree } from '../free.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { type Emit, type Emitted, type Site, tested } from './emitted.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { time } from './time.ts'
import { edgeBy, settledBy, type Writer } from './writer.ts'

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

/** Emits expressions as source that assumes every fact to be known. */
export function emitter(writer: Writer): Emit {
  const emit: Emit = Object.assign((node: Node) => onceADate(node, read(cases, node, emit), emit), {
    writer,
    bounded: compileBounded,
  })
  return emit
}

/** What asks nobody anything is read once per reference date, by its bounded twin; a constant is quicker as it stands. */
function onceADate(node: Node, part: Emitted, { writer, bounded }: Emit): Emitted {
  if (
    node.kind === 'constant' ||
    part.as === 'those' ||
    part.as === 'benefit' ||
    part.as === 'one' ||
    part.absent ||
    !isFree(node)
  )
    return part
  const twin = bounded(node)
  if (part.as === 'period') {
    const [from, until] = [edgeBy(twin, 'from'), edgeBy(twin, 'until')]
    return {
      ...part,
      edges: (site) =>
        site.invariant ? { from: writer.once(from, site.on), until: writer.once(until, site.on) } : part.edges(site),
    }
  }
  const once = settledBy(twin)
  const value = (site: Site) => (site.invariant ? writer.once(once, site.on) : part.value(site))
  return part.as === 'truth' ? tested(writer, value) : { ...part, value }
}
