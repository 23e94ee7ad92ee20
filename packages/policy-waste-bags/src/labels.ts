import type { Label } from '@vanzelf/rules'

/** What parts of the benefit are called: the form in which it is carried to a household, and the round. */
export const LABELS = {
  policy: {
    nl: 'tegemoetkoming voor huisvuilzakken en ophaalkrediet',
    en: 'allowance for waste bags and collections',
    fr: 'intervention pour les sacs-poubelle et les collectes',
    de: 'Beihilfe für Müllsäcke und Abholungen',
  },
  bags: {
    nl: 'als bon voor huisvuilzakken en pmd-zakken',
    en: 'as a voucher for residual and packaging waste bags',
    fr: 'sous forme de bon pour des sacs-poubelle et des sacs PMC',
    de: 'als Gutschein für Restmüll- und PMK-Säcke',
  },
  collections: {
    nl: 'als krediet voor ophalingen',
    en: 'as a credit for collections',
    fr: 'sous forme de crédit de collecte',
    de: 'als Guthaben für Abholungen',
  },
  first: {
    nl: 'betaling in de eerste ronde van het jaar',
    en: 'payment in the first round of the year',
    fr: "paiement lors du premier tour de l'année",
    de: 'Zahlung in der ersten Runde des Jahres',
  },
  second: {
    nl: 'betaling in de tweede ronde van het jaar',
    en: 'payment in the second round of the year',
    fr: "paiement lors du second tour de l'année",
    de: 'Zahlung in der zweiten Runde des Jahres',
  },
} as const satisfies { readonly [name: string]: Label }
