import { DefinitionError } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import { everyNodeOf, type Node, type PolicyNode } from '@vanzelf/rules/tree'
import type { LetterOptions } from './options.ts'
import type { MessageKey } from './texts.ts'

/** What a sentence rests on: a node of the policy, a part of the decision, or what the authority gave for the letter. */
export type Bound =
  | { readonly to: 'policy'; readonly node: Node | PolicyNode }
  | { readonly to: 'decision'; readonly part: 'outcome' | 'benefit' | 'period' | 'on' }
  | { readonly to: 'given'; readonly part: 'recipient' | 'authority' | 'objection' | 'stops' | 'translation' }

/** One sentence of a letter, with what it rests on. */
export interface Sentence {
  readonly text: string
  readonly bound: Bound
}

/** Makes a sentence of one language. */
export type Say = (key: MessageKey, bound: Bound, values?: { readonly [name: string]: string | number }) => Sentence

/**
 * The sentences that rest on nothing: whose node is not in the policy, or whose part the decision or the letter lacks.
 * @example
 * ```ts
 * import { calendarYear, constant, fact, ground, policy, status } from '@vanzelf/rules'
 * import { explain } from '@vanzelf/rules/explain'
 * import { nodeOf } from '@vanzelf/rules/tree'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const pass = policy({ name: 'pass', about: 'person', grounds: [ground('art. 1', livingWage)], benefit: status({ nl: 'pas', en: 'pass' }), period: calendarYear })
 * const loose = { text: 'Wij wensen u veel geluk.', bound: { to: 'policy', node: nodeOf(constant(true)) } } as const
 * const given = { authority: { name: 'Stad', contact: 'tel. 09' }, recipient: { name: 'Anna', address: [] }, sent: '2026-03-12', objection: [] } as const
 * unbound([loose], { policy: pass, proof: explain(pass, { livingWage: true }, '2026-01-01'), ...given }) // => [{ text: 'Wij wensen u veel geluk.', … }]
 * ```
 */
export function unbound(sentences: readonly Sentence[], options: LetterOptions): readonly Sentence[] {
  const nodes = new Set<object>([options.policy, ...everyNodeOf(options.policy)])
  return sentences.filter(({ bound }) => {
    if (bound.to === 'policy') return !nodes.has(bound.node)
    if (bound.to === 'decision') return !decided(options.proof.decision, bound.part)
    return options[bound.part] === undefined
  })
}

function decided(decision: Decision, part: 'outcome' | 'benefit' | 'period' | 'on'): boolean {
  if (part === 'outcome' || part === 'on') return true
  return decision.outcome === 'eligible' && decision[part] !== undefined
}

/** @throws {DefinitionError} `sentence-unbound`: nothing is told that does not follow from the decision */
export function checkBound(sentences: readonly Sentence[], options: LetterOptions): void {
  const [first] = unbound(sentences, options)
  if (first)
    throw new DefinitionError({
      code: 'sentence-unbound',
      what: 'a sentence of the letter rests on no node of the policy or its decision',
      where: `policy \`${options.policy.name}\`, on a \`${first.bound.to}\``,
      todo: 'bind it to the node that it tells, or leave it out',
    })
}
