import type { Label } from '@vanzelf/rules'
import type { Language } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'

/** The languages in which a rule is told. */
export type LanguageCode = 'nl' | 'fr' | 'de' | 'en'

export const LANGUAGES: { readonly [code in LanguageCode]: Language } = {
  nl: dutch,
  fr: french,
  de: german,
  en: english,
}
export const LANGUAGE_CODES = ['nl', 'fr', 'de', 'en'] as const satisfies readonly LanguageCode[]

export const calledIn = (code: LanguageCode, label: Label | undefined): string | undefined =>
  label && (label[code] ?? label.nl)
