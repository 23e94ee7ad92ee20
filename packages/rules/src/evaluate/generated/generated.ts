import type { Fact } from '../../fact.ts'
import type { Policy } from '../../policy.ts'
import { compileBounded } from '../bounded/compile.ts'
import { programOf } from '../bounded/program.ts'
import { closuresOf } from '../closures.ts'
import type { Decider } from '../evaluate.ts'
import { sourceOf } from './program.ts'

export type { Decider }

/**
 * Compiles a policy to generated source, which decides at the speed of a function written by hand. Where a strict
 * content policy forbids generated code, closures decide: the same answers, slower, and `generated` says so.
 * @example
 * ```ts
 * import { ground, inKind, period, policy, yes } from '@vanzelf/rules'
 *
 * const bags = policy({
 *   name: 'bags',
 *   about: 'person',
 *   grounds: [ground('art. 1', yes)],
 *   benefit: inKind(2, { nl: 'zakken', en: 'bags' }),
 *   period: period('2026-01-01', '2027-01-01'),
 * })
 * const { decideMany } = compile(bags)
 *
 * decideMany([{}, {}], '2026-03-01').length // => 2
 * ```
 */
export function compile<About extends string, Asks extends Fact>(policy: Policy<About, Asks>): Decider<Asks, About> {
  const program = programOf(policy, compileBounded)
  const decide = closuresOf(program)
  const source = sourceOf(policy, program, decide)
  if (source !== undefined) return { generated: true, ...source }
  return {
    generated: false,
    decide,
    decideMany: (situations, on) => situations.map((situation) => decide(situation, on)),
  }
}
