import type { Days } from '@vanzelf/ledger'
import type { Label } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import { plusDays } from '@vanzelf/rules/tree'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { TextKey, Texts } from './texts.ts'

/** The languages of the desk, the first one first. */
export const languages = ['nl', 'fr', 'de', 'en'] as const
export type Language = (typeof languages)[number]
export const languageOf = (name: string | undefined): Language => languages.find((one) => one === name) ?? 'nl'

/** What each language calls itself. */
export const ownNames: { readonly [language in Language]: string } = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}

/** How one language says things. */
export interface Voice {
  readonly language: Language
  readonly say: (key: TextKey, values?: { readonly [name: string]: string | number }) => string
  readonly label: (label: Label) => string
  readonly date: (day: string) => string
  readonly instant: (at: string) => string
  readonly count: (count: number) => string
  /** A part of a whole, in per cent. */
  readonly share: (part: number) => string
  readonly days: (period: Days) => string
  readonly given: (benefit: Given) => string
}

const texts: { readonly [language in Language]: Texts } = { nl, fr, de, en }

export function voiceOf(language: Language): Voice {
  const locale = `${language}-BE`
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  })
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const counts = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const label = (one: Label) => one[language] ?? one.nl
  const date = (day: string) => days.format(new Date(day))
  const say: Voice['say'] = (key, values = {}) =>
    texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  const amount = (of: Extract<Given, { amount: unknown }>['amount'], told: (one: number) => string): string =>
    typeof of === 'number' ? told(of) : `${told(of.least)}–${told(of.most)}`
  const given = (benefit: Given): string => {
    switch (benefit.kind) {
      case 'money':
        return amount(benefit.amount, (cents) => euros.format(cents / 100))
      case 'share':
        return say('off', {
          share: amount(benefit.amount, (percent) => shares.format(percent / 100)),
          of: label(benefit.of),
        })
      case 'inKind':
        return `${amount(benefit.amount, counts.format)} ${label(benefit.what)}`
      case 'status':
        return label(benefit.what)
      case 'composite':
        return benefit.parts
          .filter(({ kind }) => kind !== 'nothing')
          .map(given)
          .join(' + ')
      case 'alternative':
        return benefit.parts.map(given).join(' / ')
      case 'open':
        return benefit.among.map(given).join(' / ')
      case 'nothing':
        return '–'
    }
  }
  return {
    language,
    say,
    label,
    date,
    instant: (at) => instants.format(new Date(at)),
    count: (count) => counts.format(count),
    share: (part) => shares.format(part),
    days: ({ from, until }) =>
      until === null
        ? say('fromOn', { from: date(from) })
        : say('fromUntil', { from: date(from), last: date(plusDays(until, -1)) }),
    given,
  }
}
