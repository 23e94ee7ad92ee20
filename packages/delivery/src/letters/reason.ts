import type { GroundNode, Node } from '@vanzelf/rules/tree'
import { looksAtOthers, mayGiveNothing, statusesOf } from './household.ts'
import type { LetterOptions } from './options.ts'
import type { Bound, Say, Sentence } from './sentence.ts'
import type { MessageKey } from './texts.ts'
import type { Voice } from './voice.ts'

/** Why it is decided so: what holds or does not, the articles, the regulation, and the day for which it was checked. */
export function reasonSentences(options: LetterOptions, voice: Voice, say: Say): readonly Sentence[] {
  const { policy, proof } = options
  return [
    ...(looksAtOthers(policy) ? ofHousehold(options, voice, say) : ofOne(options, voice, say)),
    ...(policy.regulation === undefined
      ? []
      : [say('regulation', { to: 'policy', node: policy }, { regulation: policy.regulation })]),
    say('checked', { to: 'decision', part: 'on' }, { date: voice.date(proof.on) }),
  ]
}

const of = (node: Node): Bound => ({ to: 'policy', node })

// INVARIANT: of the decision its outcome alone is read here, and of the proof nothing.
function ofHousehold({ policy, proof }: LetterOptions, voice: Voice, say: Say): readonly Sentence[] {
  const { outcome } = proof.decision
  const articles = articlesOf(policy.grounds, { policy }, say)
  if (outcome === 'eligible') {
    const statuses = allStatuses(policy.grounds, voice)
    if (statuses !== undefined) return [say('statusHome', { to: 'policy', node: policy }, { statuses }), articles]
    return [...conditions(policy.grounds.map(criterionOf), ['met', 'metOr'], voice, say), articles]
  }
  const decided: Bound = { to: 'decision', part: 'outcome' }
  const required = policy.requires === undefined ? [] : partsOf(policy.requires)
  return [
    ...conditions(required, ['needed', 'neededAlso'], voice, say),
    ...conditions(
      policy.grounds.map(criterionOf),
      [required.length === 0 ? 'needed' : 'neededAlso', 'neededOr'],
      voice,
      say,
    ),
    say(outcome === 'undetermined' ? 'notAllKnown' : 'notAllMet', decided),
    ...(outcome === 'not eligible' && mayGiveNothing(policy) ? [say('orNothing', of(policy.benefit))] : []),
    articles,
  ]
}

function ofOne({ policy, proof }: LetterOptions, voice: Voice, say: Say): readonly Sentence[] {
  const { decision, requires, grounds } = proof
  if (decision.outcome === 'undetermined') return []
  const refused = decision.outcome === 'not eligible'
  if (refused && requires.length > 0 && policy.requires !== undefined)
    return [say('requiredNotMet', of(policy.requires), { condition: voice.condition(policy.requires) })]
  if (refused && grounds.length === 0) return [say('nothingGranted', of(policy.benefit))]

  const told = policy.grounds.filter(
    ({ article }) => decision.outcome !== 'eligible' || decision.ground === undefined || article === decision.ground,
  )
  const articles = articlesOf(told, { policy }, say)
  const statuses = allStatuses(told, voice)
  const [only, ...more] = told
  if (statuses !== undefined && only !== undefined)
    return [
      say(
        refused ? 'statusOwnNot' : 'statusOwn',
        more.length === 0 ? of(only.criterion) : { to: 'policy', node: policy },
        { statuses },
      ),
      articles,
    ]
  return [
    ...conditions(told.map(criterionOf), refused ? ['notMet', 'notMetEither'] : ['met', 'metOr'], voice, say),
    articles,
  ]
}

/** What is required together, one by one. */
function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'all') return node.parts.flatMap(partsOf)
  return node.kind === 'note' && node.label === undefined ? partsOf(node.part) : [node]
}

const criterionOf = ({ criterion }: GroundNode): Node => criterion

/** One sentence for each, so that each is bound to its own node and none grows long. */
const conditions = (
  nodes: readonly Node[],
  [first, next]: readonly [MessageKey, MessageKey],
  voice: Voice,
  say: Say,
): readonly Sentence[] =>
  nodes.map((node, index) => say(index === 0 ? first : next, of(node), { condition: voice.condition(node) }))

const articlesOf = (grounds: readonly GroundNode[], { policy }: Pick<LetterOptions, 'policy'>, say: Say): Sentence =>
  say(
    'articles',
    { to: 'policy', node: policy },
    { count: grounds.length, articles: grounds.map(({ article }) => article).join(' · ') },
  )

/** What suffices, where one status does in each of the grounds. */
function allStatuses(grounds: readonly GroundNode[], voice: Voice): string | undefined {
  const statuses = grounds.map(({ criterion }) => statusesOf(criterion))
  return statuses.every((one) => one !== undefined)
    ? voice.either([...new Set(statuses.flat().map((fact) => voice.called(fact)))])
    : undefined
}
