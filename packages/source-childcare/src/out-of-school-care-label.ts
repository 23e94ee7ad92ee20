import type { Label } from '@vanzelf/rules'

/** What out-of-school care is called: policies that take a part off its price call it the same, and so compare. */
export const outOfSchoolCareLabel: Label = {
  nl: 'buitenschoolse opvang',
  en: 'out-of-school care',
  fr: 'accueil extrascolaire',
  de: 'außerschulische Betreuung',
}
