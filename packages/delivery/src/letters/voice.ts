import type { Label } from '@vanzelf/rules'
import type { Language } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import type { Given } from '@vanzelf/rules/evaluate'
import { type Node, plusDays } from '@vanzelf/rules/tree'
import { IntlMessageFormat } from 'intl-messageformat'
import { conditionOf } from './condition.ts'
import type { LetterLanguage } from './options.ts'
import { type MessageKey, texts } from './texts.ts'

/** How a letter speaks one language. */
export interface Voice {
  readonly language: LetterLanguage
  say(key: MessageKey, values?: { readonly [name: string]: string | number }): string
  date(iso: string): string
  /** The day before the first day that no longer counts. */
  lastDay(until: string): string
  label(label: Label): string
  /** What a fact is called: by its label, or else by its name. */
  called(one: { readonly label?: Label; readonly name: string }): string
  condition(node: Node): string
  given(benefit: Given): string
  /** "a, b or c" */
  either(parts: readonly string[]): string
}

const LANGUAGES: { readonly [language in LetterLanguage]: Language } = {
  nl: dutch,
  fr: french,
  de: german,
  en: english,
}

/** The voice of one language, as it is written in Belgium. */
export function voiceOf(language: LetterLanguage): Voice {
  const locale = `${language}-BE`
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })

  const say: Voice['say'] = (key, values = {}) =>
    String(new IntlMessageFormat(texts[language][key], locale, undefined, { ignoreTag: true }).format(values))
  const label = (one: Label) => one[language] ?? one.nl
  const date = (iso: string) => {
    const told = days.format(new Date(iso))
    // French counts the first day of a month, and `Intl` does not.
    return language === 'fr' ? told.replace(/^1(?= )/, '1er') : told
  }
  const called: Voice['called'] = (one) => (one.label === undefined ? one.name : label(one.label))
  const either = (parts: readonly string[]) => listed(parts, texts[language].or)
  const amount = (value: number | { readonly least: number; readonly most: number }, write: (one: number) => string) =>
    typeof value === 'number' ? write(value) : say('between', { least: write(value.least), most: write(value.most) })
  const given = (benefit: Given): string => {
    switch (benefit.kind) {
      case 'money':
        return amount(benefit.amount, (cents) => euros.format(cents / 100))
      case 'share':
        return say('share', {
          share: amount(benefit.amount, (part) => `${numbers.format(part)}\u00a0%`),
          of: label(benefit.of),
        })
      case 'inKind':
        return `${amount(benefit.amount, (count) => numbers.format(count))} ${label(benefit.what)}`
      case 'status':
        return label(benefit.what)
      case 'composite':
        return benefit.parts
          .filter(({ kind }) => kind !== 'nothing')
          .map(given)
          .join(' + ')
      case 'alternative':
        return say('oneOf', { parts: either(benefit.parts.map(given)) })
      case 'open':
        return say('oneOf', { parts: either(benefit.among.map(given)) })
      case 'nothing':
        return say('nothing')
    }
  }

  return {
    language,
    say,
    date,
    lastDay: (until) => date(plusDays(until, -1)),
    label,
    called,
    given,
    either,
    condition: (node) =>
      conditionOf(node, {
        language: LANGUAGES[language],
        label,
        called,
        either,
        both: (parts) => listed(parts, texts[language].and),
        someone: (relation, statuses) => say('someone', { relation, statuses }),
      }),
  }
}

const listed = (parts: readonly string[], last: string) =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(last)
