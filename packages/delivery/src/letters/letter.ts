import { DefinitionError } from '@vanzelf/rules'
import { missingSentences } from './missing.ts'
import type { LetterLanguage, LetterOptions, ObjectionVersion } from './options.ts'
import { reasonSentences } from './reason.ts'
import { type Bound, checkBound, type Say, type Sentence } from './sentence.ts'
import { type Voice, voiceOf } from './voice.ts'

export interface Section {
  readonly heading: string
  readonly sentences: readonly Sentence[]
}
/** A letter in one language. */
export interface LetterText {
  readonly language: LetterLanguage
  readonly title: string
  readonly sections: readonly Section[]
}
/** A letter: its Dutch text, and a translation after it where one is wanted. */
export interface Letter {
  readonly authority: string
  readonly address: readonly string[]
  readonly sent: string
  readonly texts: readonly [LetterText, ...LetterText[]]
  /** What it tells that nobody has read in the law itself: to be checked before it is sent. */
  readonly unverified: readonly string[]
}

/**
 * The letter that tells a decision: granted, not granted, stopped, or what is still missing. Each sentence is bound to what
 * it rests on. Of a policy that looks at others than its subject, the letter follows from the outcome, the benefit and the
 * period alone: no value that was found of anybody is read, so that it tells nobody who has which status.
 * @throws {DefinitionError} `sentence-unbound`; `no-way-of-objection` when none is in force on the day of sending;
 * `proof-of-another-policy`; `stops-while-not-refused` when something stops that was not refused
 * @example
 * ```ts
 * import { calendarYear, fact, ground, policy, status } from '@vanzelf/rules'
 * import { explain } from '@vanzelf/rules/explain'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'], label: { nl: 'leefloon', en: 'living wage' } })
 * const pass = policy({ name: 'pass', label: { nl: 'zwempas', en: 'swimming pass' }, about: 'person', grounds: [ground('art. 1', livingWage)], benefit: status({ nl: 'een zwempas', en: 'a swimming pass' }), period: calendarYear })
 * const made = letter({
 *   policy: pass,
 *   proof: explain(pass, { livingWage: true }, '2026-03-10'),
 *   recipient: { name: 'Anna Voorbeeld', address: ['Straat 1', '9999 Voorbeeld'] },
 *   authority: { name: 'Stad Voorbeeld', contact: 'tel. 00 00' },
 *   sent: '2026-03-12',
 *   objection: [{ from: '2026-01-01', where: 'het college', days: 60, law: 'reglement, art. 9', verified: false }],
 * })
 * made.texts[0].title // => 'U krijgt: zwempas'
 * made.texts[0].sections[1]?.sentences[0]?.text // => 'Dit staat op uw naam: leefloon.'
 * made.unverified // => ['reglement, art. 9']
 * ```
 */
export function letter(options: LetterOptions): Letter {
  const { policy, proof, translation, sent } = options
  if (proof.policy !== policy.name)
    throw new DefinitionError({
      code: 'proof-of-another-policy',
      what: `the proof is of \`${proof.policy}\``,
      where: `letter of \`${policy.name}\``,
      todo: 'explain the policy that the letter is about',
    })
  if (options.stops !== undefined && proof.decision.outcome !== 'not eligible')
    throw new DefinitionError({
      code: 'stops-while-not-refused',
      what: 'a letter says that something stops while the decision does not refuse it',
      where: `letter of \`${policy.name}\``,
      todo: 'leave out `stops`: an unknown is no reason to stop',
    })
  const objection = objectionOn(options)
  const languages: readonly LetterLanguage[] = translation === undefined ? [] : [translation]
  const told = (language: LetterLanguage) => textOf(options, objection, voiceOf(language))
  return {
    authority: options.authority.name,
    address: [options.recipient.name, ...options.recipient.address],
    sent,
    texts: [told('nl'), ...languages.map(told)],
    unverified: objection.verified ? [] : [objection.law],
  }
}

function objectionOn({ objection, sent, policy }: LetterOptions): ObjectionVersion {
  const [latest] = objection.filter(({ from }) => from <= sent).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  if (latest) return latest
  throw new DefinitionError({
    code: 'no-way-of-objection',
    what: `no way of objection is in force on ${sent}`,
    where: `letter of \`${policy.name}\``,
    todo: 'give where, within how many days and by which law one can object',
  })
}

function textOf(options: LetterOptions, objection: ObjectionVersion, voice: Voice): LetterText {
  const { policy, proof, authority } = options
  const say: Say = (key, bound, values) => ({ text: voice.say(key, values), bound })
  const refused = options.stops === undefined ? 'titleNotGranted' : 'titleStopped'
  const title = { eligible: 'titleGranted', 'not eligible': refused, undetermined: 'titleUndetermined' } as const
  const given = (part: 'authority' | 'objection'): Bound => ({ to: 'given', part })

  const missing = missingSentences(options, voice, say)
  const sections: readonly Section[] = [
    {
      heading: voice.say('headingDecision'),
      sentences: [
        ...(voice.language === 'nl' ? [] : [say('translated', { to: 'given', part: 'translation' })]),
        ...decisionSentences(options, voice, say),
      ],
    },
    { heading: voice.say('headingReason'), sentences: reasonSentences(options, voice, say) },
    ...(missing.length > 0 ? [{ heading: voice.say('headingMissing'), sentences: missing }] : []),
    {
      heading: voice.say('headingObjection'),
      sentences: [
        say('objection', given('objection'), { where: objection.where }),
        say('objectionWithin', given('objection'), { days: objection.days }),
        say('objectionLaw', given('objection'), { law: objection.law }),
      ],
    },
    {
      heading: voice.say('headingContact'),
      sentences: [say('contact', given('authority'), { authority: authority.name, contact: authority.contact })],
    },
  ]
  checkBound(
    sections.flatMap(({ sentences }) => sentences),
    options,
  )
  const name = policy.label === undefined ? policy.name : voice.label(policy.label)
  return {
    language: voice.language,
    title: voice.say(title[proof.decision.outcome], { policy: name }),
    sections,
  }
}

function decisionSentences(
  { policy, proof, recipient, stops }: LetterOptions,
  voice: Voice,
  say: Say,
): readonly Sentence[] {
  const { decision } = proof
  const outcome: Bound = { to: 'decision', part: 'outcome' }
  const isFor = say('recipient', { to: 'given', part: 'recipient' }, { name: recipient.name })
  if (decision.outcome === 'undetermined') return [say('undetermined', outcome), isFor]
  if (decision.outcome === 'not eligible')
    return stops === undefined
      ? [say('notGranted', outcome), isFor]
      : [say('stopped', { to: 'given', part: 'stops' }, { date: voice.date(stops.lastDay) }), isFor]
  const bound: Bound = { to: 'decision', part: 'period' }
  return [
    say('granted', { to: 'policy', node: policy.benefit }, { benefit: voice.given(decision.benefit) }),
    say('automatic', outcome),
    isFor,
    ...(decision.period === undefined
      ? []
      : decision.period.until === null
        ? [say('periodEndless', bound, { from: voice.date(decision.period.from) })]
        : [
            say('period', bound, {
              from: voice.date(decision.period.from),
              last: voice.lastDay(decision.period.until),
            }),
          ]),
  ]
}
