import { type Fact, type Policy, policy } from '@vanzelf/rules'
import type { GroundNode, Node } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { growing, wanted } from './expressions.ts'
import { EVERYBODY, type Want, type Whom } from './want.ts'
import { policyInWords, printedAs } from './words.ts'

/**
 * Policies with every kind of node: several grounds, perhaps a requirement, benefits, recipients and periods that
 * depend on facts. Made by `policy`, so that they are checked; printed as nested words.
 * @param depth how deep a criterion nests at most
 * @example
 * ```ts
 * import fc from 'fast-check'
 *
 * fc.sample(policies(2), 10).every(({ grounds }) => grounds.length > 0) // => true
 * ```
 */
export function policies(depth = 3): fc.Arbitrary<Policy<string, Fact>> {
  const grow = growing()
  const about = (applicant: Whom) => {
    const part = (want: Partial<Want> & Pick<Want, 'type'>, deep = depth) =>
      grow(wanted({ about: applicant, ...want }), deep)
    const grounds = fc
      .array(part({ type: 'truth' }), { minLength: 1, maxLength: 3 })
      .map((criteria) => criteria.map((criterion, index): GroundNode => ({ article: `art. ${index + 1}`, criterion })))
    const recipients = fc.option(fc.oneof(...EVERYBODY.map((to) => part({ type: 'one', to }, depth - 1))), {
      nil: undefined,
    })
    return fc.record({
      about: fc.constant(applicant),
      requires: fc.option(part({ type: 'truth' }), { nil: undefined }),
      grounds,
      benefit: part({ type: 'benefit' }),
      recipient: recipients,
      period: part({ type: 'period' }, depth - 1),
    })
  }
  return fc.oneof({ weight: 4, arbitrary: about('person') }, { weight: 1, arbitrary: about('vehicle') }).map(made)
}

function made({
  requires,
  recipient,
  ...parts
}: {
  readonly about: Whom
  readonly requires: Node | undefined
  readonly grounds: readonly GroundNode[]
  readonly benefit: Node
  readonly recipient: Node | undefined
  readonly period: Node
}): Policy<string, Fact> {
  const definition = { name: 'generated', ...parts, ...(requires && { requires }), ...(recipient && { recipient }) }
  // Generated parts have no types for the compiler; `policy` checks them by the same rules.
  return printedAs(policy(definition as never), policyInWords) as Policy<string, Fact>
}
