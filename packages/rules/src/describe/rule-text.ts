import { checkDate } from '../check-parts.ts'
import type { Yields } from '../expression.ts'
import { nodeOf } from '../seal.ts'
import type { Node, PolicyNode } from '../tree.ts'
import { checkExpression, everyNodeOf } from '../typing/check-policy.ts'
import { everyNode } from '../walk.ts'
import type { Language } from './language.ts'
import { lettered } from './letters.ts'
import { sentenceOf } from './markdown.ts'
import { definitionsText, policyText } from './policy-text.ts'
import { teller } from './teller.ts'

/** In which language a rule is told, and with the figures of which day. */
export interface Description {
  /** A language: each is an entry of its own, such as `@vanzelf/rules/describe/nl`. */
  readonly in: Language
  /** The day whose figures are told beside their names; without it only their history is. */
  readonly on?: string
}

/**
 * A rule as a text that a policy officer can read and sign, in Markdown: of a policy its conditions, grounds with their
 * articles, what is granted, to whom, for how long and how often, the names it defines, its figures with their history
 * and what was not verified, and the facts it asks with their legal basis. Of an expression a sentence, with points
 * below it where one would be too long. Facts and figures go by their label in the language, or else by their name;
 * nothing is decided, so nothing is unknown. Without a newline at the end.
 * @throws {DefinitionError} when an expression by itself does not fit, or `bad-date`
 * @example
 * ```ts
 * import { english } from '@vanzelf/rules/describe/en'
 * import { dutch } from '@vanzelf/rules/describe/nl'
 *
 * const income = fact({
 *   source: 'tax',
 *   name: 'income',
 *   about: 'person',
 *   value: { type: 'money' },
 *   when: ['date'],
 *   label: { nl: 'belastbaar inkomen', en: 'taxable income' },
 * })
 * describe(atMost(income, euro(1_234.5)), { in: dutch }) // => 'Belastbaar inkomen is hoogstens € 1.234,50.'
 * describe(atMost(income, euro(1_234.5)), { in: english }) // => 'The taxable income is at most €1,234.50.'
 * ```
 */
export function describe(rule: PolicyNode | Yields<unknown>, { in: language, on }: Description): string {
  if (on !== undefined) checkDate(on, 'a description')
  if (isPolicy(rule))
    return lettered(policyText(rule, teller(language, everyNodeOf(rule), { on, applicant: rule.about })))
  const { told, sentence } = expressionText(nodeOf(rule), language, on)
  const definitions = definitionsText(told)
  const { colon } = language.values
  return lettered(
    [sentence, ...(definitions === '' ? [] : [`${language.policy.definitions}${colon}`, definitions])].join('\n\n'),
  )
}

/** A criterion in one sentence, with points below it where one would be too long; what its names mean is left out. */
export const criterionText = (node: Node, language: Language): string =>
  lettered(expressionText(node, language, undefined).sentence)

function expressionText(rule: Node, language: Language, on: string | undefined) {
  const node = checkExpression(rule)
  const told = teller(language, everyNode(node), { on, applicant: undefined })
  return { told, sentence: sentenceOf(told.tell(node), language.values.colon) }
}

const isPolicy = (rule: PolicyNode | Yields<unknown>): rule is PolicyNode => rule.kind === 'policy'
