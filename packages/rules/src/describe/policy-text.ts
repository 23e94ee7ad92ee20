import type { Fact } from '../fact.ts'
import { versionOn } from '../parameter.ts'
import type { Discretion, Node, Parameter, PolicyNode } from '../tree.ts'
import { everyNodeOf } from '../typing/check-policy.ts'
import { figure, measureOfType, tableOf } from './figures.ts'
import { capital, escaped, tableOf as markdownTable, pointOf, pointsOf, sentenceOf } from './markdown.ts'
import type { Teller } from './teller.ts'
import { noun, type Words } from './words.ts'

/** A policy as a text of sections, in the order in which a regulation is read. */
export function policyText(policy: PolicyNode, teller: Teller): string {
  const words = teller.in.policy
  const { colon } = teller.in.values
  const nodes = [...everyNodeOf(policy)]
  return [
    `# ${escaped(capital(teller.call(policy.label, policy.name)))}`,
    head(policy, teller),
    ...(policy.requires ? section(words.requires, conditions(policy.requires, teller)) : []),
    ...section(words.grounds, grounds(policy, teller)),
    ...section(words.benefit, sentenceOf(teller.tell(policy.benefit), colon)),
    ...section(words.recipient, sentenceOf(said(teller.tell(policy.recipient), words.recipientIs), colon)),
    ...section(words.period, sentenceOf(said(teller.tell(policy.period), words.periodIs), colon)),
    ...(policy.quota ? section(words.quota, quota(policy.quota, teller)) : []),
    ...section(words.definitions, definitionsText(teller)),
    ...section(words.figures, figures(nodes, teller)),
    ...section(words.facts, facts(nodes, policy, teller)),
    ...section(words.discretions, discretions(nodes, teller)),
  ].join('\n\n')
}

const section = (title: string, text: string): readonly string[] => (text === '' ? [] : [`## ${escaped(title)}`, text])

function head({ regulation, about }: PolicyNode, { in: language, on }: Teller): string {
  const { policy, subjects, values } = language
  const lines = [
    ...(regulation ? [[policy.regulation, regulation]] : []),
    [policy.decidesOn, subjects.several(about)],
    ...(on === undefined ? [] : [[policy.asOn, values.date(on)]]),
  ]
  return lines.map(([what = '', text = '']) => `- ${escaped(what)}${values.colon} ${escaped(text)}`).join('\n')
}

/** Conditions that must all hold are points at once; anything else is a sentence. */
function conditions(node: Node, teller: Teller): string {
  const told = teller.tell(node)
  const points = told.join === 'all' ? told.below : [told]
  return `${escaped(teller.in.policy.requiresIntro)}\n\n${pointsOf(points, teller.in.values.colon)}`
}

function grounds({ grounds }: PolicyNode, teller: Teller): string {
  const { oneGround, severalGrounds } = teller.in.policy
  const { colon } = teller.in.values
  const points = grounds.map(({ article, criterion, label }, index) => {
    const told = teller.tell(criterion)
    const name = label === undefined ? article : `${article}, ${teller.call(label, '')}`
    return pointOf({ ...told, text: `${name}${colon} ${told.text}` }, colon, '', `${index + 1}.`)
  })
  return `${escaped(grounds.length === 1 ? oneGround : severalGrounds)}\n\n${points.join('\n')}`
}

const said = (words: Words, say: (text: string) => string): Words => ({ ...words, text: say(words.text) })

function quota({ times, per, within }: NonNullable<PolicyNode['quota']>, teller: Teller): string {
  return sentenceOf(
    said(teller.tell(within), (text) => teller.in.policy.quotaIs(times, per, text)),
    teller.in.values.colon,
  )
}

/** What the names in a rule mean. */
export function definitionsText(teller: Teller): string {
  return teller
    .definitions()
    .map(({ name, meaning }) =>
      pointOf(
        said(meaning, (text) => teller.in.policy.definition(name, text)),
        teller.in.values.colon,
      ),
    )
    .join('\n')
}

function figures(nodes: readonly Node[], teller: Teller): string {
  const parameters = new Map(nodes.flatMap((node) => (node.kind === 'parameter' ? [[node.name, node] as const] : [])))
  return [...parameters.values()].map((parameter) => parameterText(parameter, teller)).join('\n\n')
}

function parameterText(parameter: Parameter, teller: Teller): string {
  const title = `### ${escaped(capital(teller.call(parameter.label, parameter.name)))}`
  const current = currentText(parameter, teller)
  return [
    title,
    ...(current === '' ? [] : [current]),
    isTabular(parameter) ? tables(parameter, teller) : history(parameter, teller),
  ].join('\n\n')
}

const isTabular = ({ value }: Parameter) => 'gives' in value

function currentText(parameter: Parameter, { in: { policy, values }, in: language, on }: Teller): string {
  if (on === undefined) return ''
  const version = versionOn(parameter, on)
  if (version === undefined) return escaped(policy.noneInForce(values.date(on)))
  if (isTabular(parameter)) return escaped(policy.tableInForce(values.date(on), values.date(version.from)))
  return escaped(
    policy.inForce(
      values.date(on),
      figure(version.value as string | number | boolean | readonly string[], measureOfType(parameter.value), language),
    ),
  )
}

function history({ history, value }: Parameter, { in: language }: Teller): string {
  const rows = history.map((version, index) => {
    const end = version.until ?? history[index + 1]?.from
    const told = figure(version.value as string | number | boolean | readonly string[], measureOfType(value), language)
    return [
      language.values.date(version.from),
      end === undefined ? '' : language.values.date(end),
      told,
      version.article,
      checkedText(version, language),
    ]
  })
  return markdownTable({ heads: language.policy.figureHeads, rows })
}

function tables({ history, value }: Parameter, { in: language }: Teller): string {
  if (!('gives' in value)) return ''
  const by = value.type === 'brackets' ? measureOfType(value.by) : undefined
  return history
    .map((version, index) => {
      const end = version.until ?? history[index + 1]?.from
      const when = language.policy.tableFrom(
        language.values.date(version.from),
        end === undefined ? undefined : language.values.date(end),
      )
      const table = tableOf(version.value, language.policy.tableHead, value.gives, by, language)
      return `${escaped(`${when}, ${version.article} (${checkedText(version, language)})`)}${language.values.colon}\n\n${table ? markdownTable(table) : ''}`
    })
    .join('\n\n')
}

function checkedText({ verified, note }: Parameter['history'][number], { policy }: Teller['in']): string {
  return [verified === true ? policy.verified : policy.notVerified, ...(note === undefined ? [] : [note])].join('; ')
}

function facts(nodes: readonly Node[], { basis }: PolicyNode, teller: Teller): string {
  const asked = new Map(
    nodes.flatMap((node) => (node.kind === 'fact' ? [[`${node.about} ${node.name}`, node] as const] : [])),
  )
  if (asked.size === 0) return ''
  const { policy, subjects } = teller.in
  const basisOf = ({ name, source }: Fact) => own(basis, name) ?? own(basis, source) ?? policy.noBasis
  const rows = [...asked.values()].map((fact) => [
    teller.call(fact.label, fact.name),
    subjects.one(fact.about),
    fact.source,
    basisOf(fact),
  ])
  return markdownTable({ heads: policy.factHeads, rows })
}

const own = (basis: PolicyNode['basis'], name: string) =>
  basis !== undefined && Object.hasOwn(basis, name) ? basis[name] : undefined

function discretions(nodes: readonly Node[], teller: Teller): string {
  const judged = new Map(
    nodes.flatMap((node): readonly (readonly [string, Discretion])[] =>
      node.kind === 'discretion' ? [[node.name, node]] : [],
    ),
  )
  return pointsOf(
    [...judged.values()].map(({ label, name }) => noun(teller.call(label, name))),
    teller.in.values.colon,
  )
}
