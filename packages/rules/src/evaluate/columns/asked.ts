import type { Fact } from '../../fact.ts'
import type { Discretion, Node, PolicyNode } from '../../tree.ts'
import { everyNode, partsOf } from '../../walk.ts'

/** What a policy asks of a subject, and of the members of each of its lists. */
export interface Asked {
  readonly facts: Map<string, Fact>
  readonly members: Map<string, Asked>
}

const nothing = (): Asked => ({ facts: new Map(), members: new Map() })

/** What a policy asks of its own subject and, list by list, of others. */
export const askedOf = (policy: PolicyNode): Asked => asked(expressionsOf(policy))

/** The same, of what decides who is eligible and for how much. */
export const askedToDecide = ({ requires, grounds, benefit }: PolicyNode): Asked =>
  asked([...(requires ? [requires] : []), ...grounds.map(({ criterion }) => criterion), benefit])

function asked(nodes: readonly Node[]): Asked {
  const root = nothing()
  for (const node of nodes) ask(node, root, root)
  return root
}

/** Notes what is asked of whoever is at hand; where the value is a list, gives what is asked of its members. */
function ask(node: Node, here: Asked, root: Asked): Asked | undefined {
  if (node.kind === 'discretion') here.facts.set(node.name, decided(node))
  if (node.kind === 'fact') {
    here.facts.set(node.name, node)
    if (node.value.type !== 'those') return undefined
    const members = here.members.get(node.name) ?? nothing()
    here.members.set(node.name, members)
    return members
  }
  if ('those' in node) {
    const members = ask(node.those, here, root) ?? nothing()
    if ('part' in node) ask(node.part, members, root)
    return members
  }
  if ('one' in node) {
    ask(node.one, here, root)
    // One whom a relation leads to is told as it stands, with all that is told of it.
    return ask(node.part, node.one.kind === 'applicant' ? root : nothing(), root)
  }
  let members: Asked | undefined
  for (const part of partsOf(node)) members = ask(part, here, root) ?? members
  return members
}

/** What a person decided, as a fact about whoever it is told of. */
const decided = ({ name }: Discretion) =>
  ({
    kind: 'fact',
    source: 'discretion',
    name,
    about: ANYBODY,
    value: { type: 'truth' },
    when: ['date'],
  }) as unknown as Fact
export const ANYBODY = ''

/** Every fact that is asked, of whomever. */
export function everyFactOf(policy: PolicyNode): readonly Fact[] {
  const facts = new Set<Fact>()
  for (const node of expressionsOf(policy))
    for (const part of everyNode(node)) {
      if (part.kind === 'fact') facts.add(part)
      if (part.kind === 'discretion') facts.add(decided(part))
    }
  return [...facts]
}

/** Whether it matters who is who: a row of a table is then not enough of a subject. */
export function asksWho(policy: PolicyNode): boolean {
  const { recipient: _, ...deciding } = policy
  return expressionsOf(deciding).some(who)
}

function who(node: Node): boolean {
  if (node.kind === 'applicant' || node.kind === 'self') return true
  // What is asked of the applicant is asked of the row.
  if ('one' in node) return (node.one.kind !== 'applicant' && who(node.one)) || who(node.part)
  return partsOf(node).some(who)
}

const expressionsOf = (policy: Omit<PolicyNode, 'recipient'> & { readonly recipient?: Node }): readonly Node[] =>
  [
    policy.requires,
    ...policy.grounds.map(({ criterion }) => criterion),
    policy.benefit,
    policy.recipient,
    policy.period,
  ].filter((node) => node !== undefined)
