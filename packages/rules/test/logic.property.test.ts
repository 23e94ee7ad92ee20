import type { Expression } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import type { Node } from '@vanzelf/rules/tree'
import { expressions, inWords, narratorOfExpression, populations, referenceDates } from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { A_WHILE, runs, unlessNotInForce } from './generated.ts'

const all = (...parts: readonly Node[]): Node => ({ kind: 'all', parts })
const any = (...parts: readonly Node[]): Node => ({ kind: 'any', parts })
const not = (part: Node): Node => ({ kind: 'not', part })

type Law = (a: Node, b: Node, c: Node) => readonly [Node, Node]
const LAWS: { readonly [law: string]: Law } = {
  'all and any do not mind the order': (a, b) => [any(all(a, b), all(b, a)), all(b, a)],
  'all, of three, is all of two and the third': (a, b, c) => [all(a, b, c), all(all(a, b), c)],
  'any, of three, is any of two and the third': (a, b, c) => [any(a, b, c), any(a, any(b, c))],
  'all distributes over any': (a, b, c) => [all(a, any(b, c)), any(all(a, b), all(a, c))],
  'any distributes over all': (a, b, c) => [any(a, all(b, c)), all(any(a, b), any(a, c))],
  'not all is any not': (a, b, c) => [not(all(a, b, c)), any(not(a), not(b), not(c))],
  'not any is all not': (a, b, c) => [not(any(a, b, c)), all(not(a), not(b), not(c))],
  'not not changes nothing': (a) => [not(not(a)), a],
  'what stands there twice counts once': (a) => [all(a, any(a, a)), a],
  'all absorbs any': (a, b) => [all(a, any(a, b)), a],
  'any absorbs all': (a, b) => [any(a, all(a, b)), a],
}

const criterion = expressions({ type: 'truth' }, 2)

describe('strong Kleene logic', () => {
  it.each(Object.entries(LAWS))(
    '%s',
    (_, law) => {
      fc.assert(
        fc.property(
          criterion,
          criterion,
          criterion,
          populations({ dimness: 8 }),
          referenceDates,
          (a, b, c, population, on) => {
            const { subject } = narratorOfExpression(all(a, b, c)).tell(population, { level: 'at first' })
            const read = (node: Node) =>
              unlessNotInForce(() => {
                // A generated expression has no types for the compiler.
                const found = evaluate(node as never as Expression<boolean>, subject, on)
                return typeof found === 'boolean' ? found : 'not known'
              })
            const [left, right] = law(a, b, c)
            const [one, other] = [read(left), read(right)]
            if (one !== undefined && other !== undefined && one !== other)
              throw new Error(`${inWords(left)} is ${one}, ${inWords(right)} is ${other}`)
          },
        ),
        runs(500),
      )
    },
    A_WHILE,
  )
})
