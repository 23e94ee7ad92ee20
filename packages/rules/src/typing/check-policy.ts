import { checkName } from '../check-parts.ts'
import { DefinitionError } from '../errors.ts'
import type { Discretion, Fact, GroundNode, Node, Parameter, PolicyNode } from '../tree.ts'
import type { Unit } from '../value-type.ts'
import { everyNode } from '../walk.ts'
import { refuse } from './demand.ts'
import { settleUnits } from './settle-units.ts'
import { memory, typeOf } from './type-of.ts'
import { isNumeric, type Place, type Typed } from './typed.ts'

/**
 * Checks a policy whole, and gives every bare number in it its unit.
 * @throws {DefinitionError} with what is wrong, in which ground or part, and what to do
 */
export function checkPolicy(policy: PolicyNode): PolicyNode {
  const at = `policy \`${policy.name}\``
  checkName(policy.name, 'a policy')
  checkName(policy.about, at)
  const part = (node: Node, where: string, ...types: readonly Typed['type'][]) =>
    checked(node, { where: `${at}, ${where}`, applicant: policy.about, over: 'date' }, types)
  if (policy.grounds.length === 0)
    throw new DefinitionError({
      code: 'no-grounds',
      what: 'it has no ground',
      where: at,
      todo: 'give it at least one: `ground(article, criterion)`',
    })
  const next: PolicyNode = {
    ...policy,
    ...(policy.requires && { requires: part(policy.requires, 'what all grounds have in common', 'truth') }),
    grounds: Object.freeze(
      policy.grounds.map(
        (ground): GroundNode =>
          Object.freeze({ ...ground, criterion: part(ground.criterion, `ground \`${ground.article}\``, 'truth') }),
      ),
    ),
    benefit: part(policy.benefit, 'the benefit', 'benefit'),
    recipient: part(policy.recipient, 'the recipient', 'one'),
    period: part(policy.period, 'the period', 'period'),
    ...(policy.quota && {
      quota: Object.freeze({ ...policy.quota, within: part(policy.quota.within, 'the quota', 'period') }),
    }),
  }
  checkNames(next, at)
  return Object.freeze(next)
}

/**
 * Checks an expression by itself, and gives every bare number in it its unit.
 * @throws {DefinitionError} with what is wrong and what to do
 */
export function checkExpression(node: Node): Node {
  return checked(node, { where: 'an expression', applicant: undefined, over: 'date' }, [])
}

function checked(node: Node, place: Place, types: readonly Typed['type'][]): Node {
  const known = memory()
  const type = typeOf(node, place, known)
  if (types.length > 0) {
    if (!types.includes(type.type))
      refuse(
        place,
        'wrong-type',
        `it is not of the type \`${types.join('` or `')}\``,
        'give it an expression of that type',
      )
    if (type.absent)
      refuse(place, 'may-be-absent', 'it may be absent', 'say with `ifAbsent` what holds where there is none')
    for (const about of type.about)
      if (about !== place.applicant)
        refuse(
          place,
          'wrong-subject',
          `it asks a ${place.applicant} for something about a ${about}`,
          'ask it of the right subject, with `of` or `some`',
        )
  }
  return settleUnits(node, (part) => unitOf(known.date.get(part) ?? known.period.get(part)))
}

const unitOf = (type: Typed | undefined): Unit | undefined =>
  type !== undefined && isNumeric(type) && type.type !== 'number' ? (type.type as Unit) : undefined

/**
 * One name, one fact or discretion; one name, one parameter: or a situation and a document could not tell them apart.
 * A discretion is decided of whatever subject it stands at, so its name is no fact's, whoever that is about.
 */
function checkNames(policy: PolicyNode, at: string): void {
  const facts = new Map<string, Fact>()
  const namesOfFacts = new Set<string>()
  const discretions = new Map<string, Discretion>()
  const parameters = new Map<string, Parameter>()
  for (const node of everyNodeOf(policy)) {
    const fact = node.kind === 'fact' ? node : node.kind === 'inYear' ? node.fact : undefined
    if (fact !== undefined) {
      const key = `${fact.about} ${fact.name}`
      if (!same(facts.get(key) ?? fact, fact))
        throw new DefinitionError({
          code: 'fact-twice',
          what: `two facts about a ${fact.about} are called \`${fact.name}\``,
          where: at,
          todo: 'rename one of them: a situation tells facts by their name',
        })
      facts.set(key, fact)
      namesOfFacts.add(fact.name)
    }
    if (node.kind === 'discretion') {
      if (!same(discretions.get(node.name) ?? node, node))
        throw new DefinitionError({
          code: 'fact-twice',
          what: `two discretions are called \`${node.name}\``,
          where: at,
          todo: 'rename one of them: a situation tells them by their name',
        })
      discretions.set(node.name, node)
    }
    if (node.kind === 'parameter') {
      if (!same(parameters.get(node.name) ?? node, node))
        throw new DefinitionError({
          code: 'parameter-twice',
          what: `two parameters are called \`${node.name}\``,
          where: at,
          todo: 'rename one of them',
        })
      parameters.set(node.name, node)
    }
  }
  for (const name of discretions.keys())
    if (namesOfFacts.has(name))
      throw new DefinitionError({
        code: 'fact-twice',
        what: `a fact and a discretion are both called \`${name}\``,
        where: at,
        todo: 'rename one of them: a situation tells them by their name',
      })
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Every expression of a policy, each as often as it stands there. */
export function* everyNodeOf(policy: PolicyNode): Generator<Node> {
  if (policy.requires) yield* everyNode(policy.requires)
  for (const { criterion } of policy.grounds) yield* everyNode(criterion)
  for (const node of [policy.benefit, policy.recipient, policy.period]) yield* everyNode(node)
  if (policy.quota) yield* everyNode(policy.quota.within)
}
