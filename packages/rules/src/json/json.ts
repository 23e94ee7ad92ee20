import { DocumentError } from '../errors.ts'
import type { Yields } from '../expression.ts'
import type { Policy } from '../policy.ts'
import { nodeOf, seal } from '../seal.ts'
import type { Node, PolicyNode } from '../tree.ts'
import { checkExpression, checkPolicy } from '../typing/check-policy.ts'
import { checkBounds } from './bounds.ts'
import { complaint } from './complaint.ts'
import { EXPRESSION, type ExpressionDocument, POLICY, type PolicyDocument, SCHEMA, VERSION } from './document.ts'
import { expressionDocument, policyDocument } from './schema.ts'
import { collector, restorer } from './sharing.ts'

export type {
  DescribedFact,
  DescribedParameter,
  Documented,
  ExpressionDocument,
  FactName,
  ParameterName,
  PolicyDocument,
} from './document.ts'

/**
 * A policy as a document: plain data that `JSON.stringify` writes without loss. The rule stands in it as in the tree;
 * facts and parameters are described once, beside it, and go by name within it. The form is published as a JSON Schema,
 * `@vanzelf/rules/schema/policy-1.json`, and has a version of its own.
 * @example
 * ```ts
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const meals = policy({
 *   name: 'meals',
 *   about: 'person',
 *   grounds: [ground('art. 2', livingWage)],
 *   benefit: share(percent(50), { nl: 'maaltijden', en: 'meals' }),
 *   period: calendarYear,
 * })
 * toJson(meals).policy.grounds // => [{ article: 'art. 2', criterion: { kind: 'fact', about: 'person', name: 'livingWage' } }]
 * ```
 */
export function toJson(policy: PolicyNode): PolicyDocument {
  const collected = collector()
  const { kind: _, ...rest } = policy
  const told = collected.told(rest)
  return {
    $schema: SCHEMA,
    format: POLICY,
    version: VERSION,
    facts: collected.facts,
    parameters: collected.parameters,
    policy: told,
  }
}

/**
 * A policy from a document, checked as if it had been written in code; `parsePolicy(toJson(policy))` equals `policy`.
 * Its facts are not known to the compiler.
 * @throws {DocumentError} with the path to what does not fit, such as `policy.grounds[1].criterion.right`, and what to do:
 * `unknown-version`, `unknown-key`, `unknown-kind`, `unknown-name`, `missing`, `bad-value`, `bad-name`, `twice`, `too-deep`
 * @throws {DefinitionError} when the document has its form but the policy is wrong: euros against days, a table with a gap
 * @example
 * ```ts
 * parsePolicy({ format: 'vanzelf-policy', version: 2 }) // => throws unknown-version
 * ```
 */
export function parsePolicy(document: unknown): Policy {
  checkBounds(document)
  checkForm(document, POLICY)
  const { data, error } = policyDocument.safeParse(document)
  if (error !== undefined) throw complaint(error.issues, document)
  const { facts, parameters, policy } = data
  // The schema has checked every part of it, and the names are replaced by what they name.
  const node = Object.freeze({
    kind: 'policy',
    ...(restorer({ facts, parameters })(policy, ['policy']) as Omit<PolicyNode, 'kind'>),
  })
  return checkPolicy(node as PolicyNode) as Policy
}

/**
 * An expression by itself as a document; the same form, with `expression` in the place of `policy`.
 * @throws {DefinitionError} `fact-twice`, `parameter-twice` when two of one name differ
 * @example
 * ```ts
 * expressionToJson(atMost(constant(2), 3)).expression
 * // => { kind: 'atMost', left: { kind: 'constant', value: 2 }, right: { kind: 'constant', value: 3 } }
 * ```
 */
export function expressionToJson(expression: Yields<unknown>): ExpressionDocument {
  const collected = collector()
  const told = collected.told<Node>(nodeOf(expression))
  return {
    $schema: SCHEMA,
    format: EXPRESSION,
    version: VERSION,
    facts: collected.facts,
    parameters: collected.parameters,
    expression: told,
  }
}

/**
 * An expression from a document; the compiler does not know what it yields.
 * @throws {DocumentError} as `parsePolicy`
 * @throws {DefinitionError} when a part does not fit
 * @example
 * ```ts
 * const document = expressionToJson(atMost(constant(2), 3))
 * parseExpression(JSON.parse(JSON.stringify(document))).kind // => 'atMost'
 * ```
 */
export function parseExpression(document: unknown): Yields<unknown> {
  checkBounds(document)
  checkForm(document, EXPRESSION)
  const { data, error } = expressionDocument.safeParse(document)
  if (error !== undefined) throw complaint(error.issues, document)
  const { facts, parameters, expression } = data
  const node = restorer({ facts, parameters })(expression, ['expression']) as Node
  checkExpression(node)
  return seal(node)
}

/** Says first what a document is not, before saying what is wrong with it. */
function checkForm(document: unknown, format: string): void {
  const { format: found, version } = Object(document) as { readonly format?: unknown; readonly version?: unknown }
  if (found !== format)
    throw new DocumentError({
      code: 'unknown-format',
      what: `its \`format\` is not \`${format}\``,
      where: 'the document',
      todo:
        found === POLICY || found === EXPRESSION
          ? `read it with \`${found === POLICY ? 'parsePolicy' : 'parseExpression'}\``
          : 'hand over a document that this package wrote, or write its `format`',
    })
  if (version !== VERSION)
    throw new DocumentError({
      code: 'unknown-version',
      what: version === undefined ? 'it has no `version`' : 'its `version` is not known',
      where: 'the document',
      todo: `this package reads version ${VERSION}; a later one needs a later package`,
    })
}
