import type { Fact } from '../../fact.ts'
import type { Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import { compileBounded } from '../bounded/compile.ts'
import { isFree } from '../free.ts'
import { settledOnce } from '../generated/settled.ts'
import { arithmetic } from './arithmetic.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import type { Told } from './form.ts'
import { free, inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { type Call, type Emit, type Loop, type Part, rowByRow } from './part.ts'
import type { Path } from './table.ts'
import { time } from './time.ts'

const cases = { ...inputs, ...logic, ...comparison, ...arithmetic, ...choice, ...members, ...time }

/** Source over columns, as it is written. */
export interface Written {
  readonly emit: Emit
  /** The loops over members, in the order in which they run. */
  readonly loops: () => readonly Loop[]
  readonly inputs: ReadonlyMap<string, (call: Call) => unknown>
}

export const loopOver = (path: Path, index: string, inOrder: boolean): Loop => ({
  inOrder,
  path,
  index,
  lines: [],
  head: [],
  rare: new Set(),
  limits: new Map(),
  words: [],
  open: new Set(),
  before: [],
  inputs: new Set(),
  known: new Map(),
})

/** Writes expressions over columns. */
export function written(told: (path: Path, fact: Fact) => Told): Written {
  const inputs = new Map<string, (call: Call) => unknown>()
  const loops = new Map<string, Loop>()
  let names = 0
  const fresh = (prefix: string) => `${prefix}${names++}`
  const emit: Emit = Object.assign(
    (node: Node): Part => {
      if (node.kind !== 'constant' && isFree(node)) {
        const found = free(node, emit, settledOnce(emit.bounded(node)))
        if (found !== undefined) return found
      }
      if (node.kind === 'note') return emit(node.part)
      // TypeScript does not see that the kind which finds the case is the kind of the node.
      const found = cases[node.kind as keyof typeof cases] as ((node: Node, emit: Emit) => Part) | undefined
      return found === undefined ? rowByRow() : found(node, emit)
    },
    {
      bounded: (node: Node): Bounded => compileBounded(node),
      fresh,
      input: (loop: Loop, read: (call: Call) => unknown) => {
        const input = fresh('c')
        inputs.set(input, read)
        loop.inputs.add(input)
        return input
      },
      loopOver: (path: Path) => {
        const key = path.join('\n')
        const loop = loops.get(key) ?? loopOver(path, 'm', true)
        loops.set(key, loop)
        return loop
      },
      told,
    },
  )
  return { emit, loops: () => [...loops.values()], inputs }
}
