import { checkDate } from '../check-parts.ts'
import type { PolicyNode } from '../tree.ts'
import { everyNodeOf } from '../typing/check-policy.ts'
import type { Language } from './language.ts'
import { lettered } from './letters.ts'
import { capital } from './markdown.ts'
import { type Teller, teller } from './teller.ts'
import { type Block, isTable, type Words } from './words.ts'

/**
 * A policy as a Mermaid flowchart: each condition a question, each ground a way to the grant.
 * @throws {DefinitionError} `bad-date`
 * @example
 * ```ts
 * import { dutch } from '@vanzelf/rules/describe/nl'
 *
 * const livingWage = fact({
 *   source: 'social-security',
 *   name: 'livingWage',
 *   about: 'person',
 *   value: { type: 'truth' },
 *   when: ['date'],
 *   label: { nl: 'leefloon', en: 'living wage' },
 * })
 * const cheaperMeals = policy({
 *   name: 'meals',
 *   about: 'person',
 *   grounds: [ground('art. 2', livingWage)],
 *   benefit: share(percent(50), { nl: 'maaltijden', en: 'meals' }),
 *   period: calendarYear,
 * })
 * toMermaid(cheaperMeals, { in: dutch }).split('\n')[0] // => 'flowchart TD'
 * ```
 */
export function toMermaid(
  policy: PolicyNode,
  { in: language, on }: { readonly in: Language; readonly on?: string },
): string {
  if (on !== undefined) checkDate(on, 'a description')
  return lettered(chart(policy, teller(language, everyNodeOf(policy), { on, applicant: policy.about })))
}

function chart(policy: PolicyNode, telling: Teller): string {
  const words = telling.in.policy
  const { colon } = telling.in.values
  const boxes: string[] = []
  const arrows: string[] = []

  const box = (open: string, text: string, close: string): string => {
    const id = `n${boxes.length + 1}`
    boxes.push(`  ${id}${open}"${text}"${close}`)
    return id
  }
  /** A question, and where yes and no lead; the way in. */
  const ask = (told: Words, name: string, yes: string, no: string): string => {
    if (told.join === undefined || told.below.some(isTable)) {
      const id = box(
        '{',
        linesOf({ ...told, text: name === '' ? capital(told.text) : `${name}${colon} ${told.text}` }, colon).join(
          '<br/>',
        ),
        '}',
      )
      arrows.push(`  ${id} -->|${shown(words.yes)}| ${yes}`, `  ${id} -->|${shown(words.no)}| ${no}`)
      return id
    }
    const parts = told.below.filter((block): block is Words => !isTable(block))
    const isAll = told.join === 'all'
    return parts.reduceRight<string>(
      (next, part, index) => {
        const last = index === parts.length - 1
        const label = index === 0 ? name : ''
        return isAll ? ask(part, label, last ? yes : next, no) : ask(part, label, yes, last ? no : next)
      },
      isAll ? yes : no,
    )
  }

  const granted = box('[', grantOf(policy, telling), ']')
  const refused = box('([', shown(words.notGranted), '])')
  const grounds = policy.grounds.reduceRight<string>(
    (next, { article, criterion }) => ask(telling.tell(criterion), article, granted, next),
    refused,
  )
  const first = policy.requires ? ask(telling.tell(policy.requires), '', grounds, refused) : grounds
  const start = box('([', shown(capital(telling.call(policy.label, policy.name))), '])')
  return ['flowchart TD', ...boxes.toReversed(), `  ${start} --> ${first}`, ...arrows.toReversed()].join('\n')
}

function grantOf({ benefit, recipient, period, quota }: PolicyNode, telling: Teller): string {
  const { policy } = telling.in
  const { colon } = telling.in.values
  const lines = [
    ...linesOf(
      said(telling.tell(benefit), (text) => `${policy.granted}${colon} ${text}`),
      colon,
    ),
    ...linesOf(said(telling.tell(recipient), policy.recipientIs), colon),
    ...linesOf(said(telling.tell(period), policy.periodIs), colon),
    ...(quota
      ? linesOf(
          said(telling.tell(quota.within), (within) => policy.quotaIs(quota.times, quota.per, within)),
          colon,
        )
      : []),
  ]
  return lines.join('<br/>')
}

const said = (words: Words, say: (text: string) => string): Words => ({ ...words, text: say(words.text) })

/** Words and their points, a line each. */
function linesOf({ text, below }: Words, colon: string, dash = ''): readonly string[] {
  return [
    shown(`${dash}${text}${below.length > 0 ? colon : ''}`),
    ...below.flatMap((block) => pointLines(block, colon, `${dash}– `)),
  ]
}

function pointLines(block: Block, colon: string, dash: string): readonly string[] {
  return isTable(block)
    ? block.rows.map((row) => shown(`${dash}${row.join(`${colon} `)}`))
    : linesOf(block, colon, dash)
}

/** A text as Mermaid shows it literally. */
const shown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[&#"<>`|]/g, (sign) => `#${sign.charCodeAt(0)};`)
