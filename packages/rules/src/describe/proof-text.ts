import type { Given } from '../evaluate/decision.ts'
import type { Proof, Step } from '../explain/explain.ts'
import type { Label } from '../label.ts'
import { discretions } from '../require/require.ts'
import type { Node, PolicyNode } from '../tree.ts'
import type { Unit } from '../value-type.ts'
import type { Language } from './language.ts'
import { capital, escaped } from './markdown.ts'
import { criterionText } from './rule-text.ts'

/** Tells one proof after another, of one policy. */
export type ProofTeller = (proof: Proof) => string

/**
 * Tells why decisions are what they are, in Markdown: the outcome with what is granted, then each criterion that decided
 * it with what was found, then what is still missing and why. Criteria are told, not the values of the facts behind them.
 * @param policy whose proofs are told
 * @param options the language
 * @example
 * ```ts
 * import { english } from '@vanzelf/rules/describe/en'
 * import { explain } from '@vanzelf/rules/explain'
 *
 * const livingWage = fact({
 *   source: 'social-security',
 *   name: 'livingWage',
 *   about: 'person',
 *   value: { type: 'truth' },
 *   when: ['date'],
 *   label: { nl: 'leefloon', en: 'living wage' },
 * })
 * const discount = policy({ name: 'discount', about: 'person', grounds: [ground('art. 1', livingWage)], benefit: money(euro(50)), period: calendarYear })
 * const tell = proofTeller(discount, { in: english })
 * tell(explain(discount, { livingWage: false }, '2026-01-01'))
 * // => 'Not eligible.\n\n- Ground “art. 1”: does not hold\n  - Living wage applies: no'
 * ```
 */
export function proofTeller(policy: PolicyNode, { in: language }: { readonly in: Language }): ProofTeller {
  const clauses = new Map<Node, Clause>()
  // A campaign tells the same few criteria over and over: each is put into words once.
  const clauseOf = (node: Node): Clause => {
    const found = clauses.get(node)
    if (found !== undefined) return found
    const clause = clauseIn(criterionText(node, language), language.values.colon)
    clauses.set(node, clause)
    return clause
  }
  const { proof: words } = language
  const names = new Map(discretions(policy).map(({ name, label }) => [name, label]))
  const criteria = (steps: readonly Step[], indent: string): readonly string[] =>
    counted(steps.flatMap((step) => told(step))).flatMap(({ step, times }) => {
      const { head, points } = clauseOf(step.expression)
      const line = words.found(head, truthOf(step))
      return [`${indent}- ${line}${times > 1 ? ` (${times} ×)` : ''}`, ...points.map((point) => `${indent}  ${point}`)]
    })

  return ({ decision, requires, grounds, missing }) => {
    const outcome = { eligible: words.eligible, 'not eligible': words.notEligible, undetermined: words.undetermined }[
      decision.outcome
    ]
    const granted =
      decision.outcome === 'eligible' ? [`${language.values.colon} ${givenText(decision.benefit, language)}`] : []
    const period =
      decision.outcome === 'eligible' && decision.period !== undefined
        ? [
            `- ${escaped(words.period(language.values.date(decision.period.from), decision.period.until === null ? undefined : language.values.date(decision.period.until)))}`,
          ]
        : []
    const lines = [
      ...period,
      ...(requires.length > 0 ? [`- ${words.requires}`, ...criteria(requires, '  ')] : []),
      ...grounds.flatMap(({ article, holds, because }) => [
        `- ${escaped(words.ground(article, holds))}`,
        ...criteria(because, '  '),
      ]),
      ...(missing.length > 0 ? [`- ${words.missing}`, ...missingLines(missing, names, language)] : []),
    ]
    return [`${outcome}${granted.join('')}.`, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
  }
}

/**
 * The criteria that a reader is told: those that rest on no further criterion. Of one that joins others and of which no
 * part decided, such as "some of nobody", its name says more than its parts.
 */
function told(step: Step): readonly Step[] {
  const below = step.because.flatMap((one) => told(one))
  const isNamed = step.expression.kind === 'note' && step.expression.label !== undefined
  if (isNamed && below.length > 0 && below.every(({ expression }) => JOINS.has(expression.kind))) return [step]
  return below.length > 0
    ? below
    : 'truth' in step.found && step.expression.kind !== 'constant' && isCriterion(step.expression)
      ? [step]
      : []
}

const JOINS: ReadonlySet<Node['kind']> = new Set(['all', 'any', 'some', 'every', 'none', 'of', 'on', 'ifAbsent'])
const NO_CRITERIA: ReadonlySet<Node['kind']> = new Set(['composite', 'alternative', 'status', 'nothing'])
const isCriterion = ({ kind }: Node) => !NO_CRITERIA.has(kind)

const truthOf = ({ found }: Step) => ('truth' in found ? found.truth : 'unknown')

/** The same finding about several people is told once, with how many they are. */
function counted(steps: readonly Step[]): readonly { readonly step: Step; readonly times: number }[] {
  const all: { step: Step; times: number }[] = []
  for (const step of steps) {
    const same = all.find((one) => one.step.expression === step.expression && truthOf(one.step) === truthOf(step))
    if (same === undefined) all.push({ step, times: 1 })
    else if (same.step.subject !== step.subject) same.times++
  }
  return all
}

function missingLines(
  missing: Proof['missing'],
  names: ReadonlyMap<string, Label>,
  { code, proof }: Language,
): readonly string[] {
  const lines = missing.map((one) =>
    one.kind === 'discretion'
      ? proof.missingDiscretion(names.get(one.name)?.[code] ?? one.name)
      : proof.missingFact(one.fact.label?.[code] ?? one.fact.label?.nl ?? one.fact.name, one.because),
  )
  return [...new Set(lines)].map((line) => `  - ${escaped(capital(line))}`)
}

/** A criterion as it is told: a line, and the points below it. */
interface Clause {
  readonly head: string
  readonly points: readonly string[]
}

/** A sentence without its full stop, and the points below it without the colon before them. */
function clauseIn(sentence: string, colon: string): Clause {
  const [first = '', ...points] = sentence.split('\n').filter((line) => line !== '')
  const end = points.length > 0 ? colon : '.'
  return { head: first.endsWith(end) ? first.slice(0, -end.length) : first, points }
}

function givenText(given: Given, language: Language): string {
  const { benefit, proof, values } = language
  const amount = (unit: Unit) => {
    if (!('amount' in given)) return ''
    return typeof given.amount === 'number'
      ? values.quantity(given.amount, unit)
      : proof.between(values.quantity(given.amount.least, unit), values.quantity(given.amount.most, unit))
  }
  const called = (label: { readonly nl: string }) =>
    (label as { readonly [code: string]: string })[language.code] ?? label.nl
  switch (given.kind) {
    case 'money':
      return escaped(amount('money'))
    case 'share':
      return escaped(benefit.share(amount('percentage'), called(given.of)))
    case 'inKind':
      return escaped(benefit.inKind(amount('count'), called(given.what)))
    case 'status':
      return escaped(called(given.what))
    case 'composite':
      return givenOf(given.parts)
        .map((part) => givenText(part, language))
        .join(' + ')
    case 'alternative':
      return given.parts.map((part) => givenText(part, language)).join(' / ')
    case 'nothing':
      return escaped(proof.nothing)
    case 'open':
      // "Nothing is granted" is a sentence: among what may be granted stands the word.
      return escaped(
        proof.oneOf(given.among.map((part) => (part.kind === 'nothing' ? benefit.nothing : givenText(part, language)))),
      )
  }
}

/** Of several parts, those in which there is something. */
function givenOf(parts: readonly Given[]): readonly Given[] {
  const something = parts.filter(({ kind }) => kind !== 'nothing')
  return something.length > 0 ? something : parts.slice(0, 1)
}
