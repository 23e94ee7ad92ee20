import { DefinitionError, type Fact } from '@vanzelf/rules'
import { everyNodeOf } from '@vanzelf/rules/tree'
import type { AskedFact } from '../delivery.ts'
import { looksAtOthers } from './household.ts'
import type { Letter, LetterText } from './letter.ts'
import type { LetterLanguage, LetterOptions } from './options.ts'
import type { Bound, Say } from './sentence.ts'
import { type Voice, voiceOf } from './voice.ts'

/** What an invitation is made of. */
export interface InvitationOptions
  extends Pick<LetterOptions, 'policy' | 'recipient' | 'authority' | 'sent' | 'translation'> {
  /** The facts that only the recipient can tell: `asks` of the delivery. */
  readonly asks: readonly AskedFact[]
}

/**
 * The letter that asks somebody for exactly what only they can tell, before anything is decided: it decides nothing, so
 * that it names no way of objection. It tells nothing of what is known. Of a policy that looks at others than its subject it
 * names not even the fact: which one is still missing tells what was found, and of whom.
 * @throws {DefinitionError} `sentence-unbound` when the policy asks no such fact
 * @example
 * ```ts
 * import { calendarYear, fact, ground, policy, status } from '@vanzelf/rules'
 *
 * const foster = fact({ source: 'declaration', name: 'foster', about: 'person', value: { type: 'truth' }, when: ['date'], label: { nl: 'pleegkind', en: 'foster child' } })
 * const pass = policy({ name: 'pass', label: { nl: 'zwempas', en: 'swimming pass' }, about: 'person', grounds: [ground('art. 1', foster)], benefit: status({ nl: 'een zwempas', en: 'a swimming pass' }), period: calendarYear })
 * const made = invitation({
 *   policy: pass,
 *   asks: [{ source: 'declaration', name: 'foster' }],
 *   recipient: { name: 'Anna Voorbeeld', address: ['Straat 1', '9999 Voorbeeld'] },
 *   authority: { name: 'Stad Voorbeeld', contact: 'tel. 00 00' },
 *   sent: '2026-03-12',
 * })
 * made.texts[0].title // => 'Wij vragen u iets: zwempas'
 * made.texts[0].sections[1]?.sentences.map(({ text }) => text) // => ['Stuur ons dit over u: pleegkind.']
 * ```
 */
export function invitation(options: InvitationOptions): Letter {
  const { authority, recipient, sent, translation } = options
  const languages: readonly LetterLanguage[] = translation === undefined ? [] : [translation]
  const told = (language: LetterLanguage) => textOf(options, voiceOf(language))
  return {
    authority: authority.name,
    address: [recipient.name, ...recipient.address],
    sent,
    texts: [told('nl'), ...languages.map(told)],
    unverified: [],
  }
}

function textOf(options: InvitationOptions, voice: Voice): LetterText {
  const { policy, authority, recipient } = options
  const say: Say = (key, bound, values) => ({ text: voice.say(key, values), bound })
  const undecided: Bound = { to: 'decision', part: 'outcome' }
  const asked = factsAsked(options)
  return {
    language: voice.language,
    title: voice.say('titleInvited', { policy: voice.called(policy) }),
    sections: [
      {
        heading: voice.say('headingInvited'),
        sentences: [
          ...(voice.language === 'nl' ? [] : [say('translated', { to: 'given', part: 'translation' })]),
          say('undetermined', undecided),
          say('recipient', { to: 'given', part: 'recipient' }, { name: recipient.name }),
        ],
      },
      {
        heading: voice.say('headingMissing'),
        sentences: looksAtOthers(policy)
          ? [say('missingSome', undecided), say('missingSomeHere', undecided)]
          : asked.map((node) => say('missingAsk', { to: 'policy', node }, { fact: voice.called(node) })),
      },
      {
        heading: voice.say('headingContact'),
        sentences: [
          say('contact', { to: 'given', part: 'authority' }, { authority: authority.name, contact: authority.contact }),
        ],
      },
    ],
  }
}

function factsAsked({ policy, asks }: InvitationOptions): readonly Fact[] {
  const facts = [...everyNodeOf(policy)].filter((node) => node.kind === 'fact')
  return asks.map(({ source, name }) => {
    const found = facts.find((fact) => fact.source === source && fact.name === name)
    if (found) return found
    throw new DefinitionError({
      code: 'sentence-unbound',
      what: `an invitation asks for \`${name}\` of \`${source}\`, which the policy does not`,
      where: `policy \`${policy.name}\``,
      todo: 'write it for the policy under which the fact is missing',
    })
  })
}
