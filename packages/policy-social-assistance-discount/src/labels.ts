import type { Label } from '@vanzelf/rules'

/** What the discounts are of: each policy calls it the same, so that they can be compared. */
export const CARE = {
  nl: 'buitenschoolse opvang',
  en: 'out-of-school care',
  fr: 'accueil extrascolaire',
  de: 'außerschulische Betreuung',
} as const satisfies Label

export const MEALS = {
  nl: 'schoolmaaltijden',
  en: 'school meals',
  fr: 'repas scolaires',
  de: 'Schulmahlzeiten',
} as const satisfies Label
