import {
  any,
  atMost,
  calendarYear,
  discretion,
  euro,
  fact,
  ground,
  money,
  type PersonIn,
  policy,
  some,
  unknown,
} from '@vanzelf/rules'
import { proofTeller } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { describe, expect, it } from 'vitest'
import type { Language } from './language.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const livingWage = fact({
  ...person,
  name: 'livingWage',
  value: { type: 'truth' },
  label: { nl: 'leefloon', en: 'living wage', fr: "revenu d'intégration", de: 'Eingliederungseinkommen' },
})
const rent = fact({
  ...person,
  name: 'rent',
  value: { type: 'money', least: 0 },
  label: { nl: 'huur', en: 'rent', fr: 'loyer', de: 'Miete' },
})
const members = fact({
  ...person,
  name: 'members',
  value: { type: 'those', to: 'person' },
  label: { nl: 'gezinsleden', en: 'household members', fr: 'membres du ménage', de: 'Haushaltsmitglieder' },
})
const hardship = discretion({
  name: 'hardship',
  label: { nl: 'schrijnende situatie', en: 'hardship', fr: 'situation poignante', de: 'Härtefall' },
})
const support = policy({
  name: 'support',
  about: 'person',
  requires: atMost(rent, euro(800)),
  grounds: [ground('art. 1', some(members, livingWage)), ground('art. 2', any(hardship))],
  benefit: money(euro(50)),
  period: calendarYear,
})

type Person = PersonIn<typeof support>
const granted: Person = { rent: euro(700), members: [{ livingWage: true }] }
const refused: Person = { rent: euro(900) }
const open: Person = {
  rent: euro(700),
  members: [{ livingWage: unknown('unavailable') }, { livingWage: unknown('in doubt') }],
}

const TOLD: readonly (readonly [string, Language, Person, readonly string[]])[] = [
  [
    'French, eligible',
    french,
    granted,
    [
      'Il y a un droit : 50,00 €.',
      '',
      '- Du 1er janvier 2026 au 1er janvier 2027 (ce jour non compris)',
      '- Conditions',
      '  - Le loyer ne dépasse pas 800,00 € : oui',
      '- Motif « art. 1 » : établi',
      "  - Le revenu d'intégration est d'application : oui",
    ],
  ],
  [
    'German, eligible',
    german,
    granted,
    [
      'Ein Anspruch besteht: 50,00 €.',
      '',
      '- Vom 1. Januar 2026 bis zum 1. Januar 2027 (dieser Tag nicht inbegriffen)',
      '- Voraussetzungen',
      '  - Die Miete beträgt höchstens 800,00 €: ja',
      '- Grund „art. 1“: trifft zu',
      '  - Eingliederungseinkommen trifft zu: ja',
    ],
  ],
  [
    'Dutch, not eligible',
    dutch,
    refused,
    ['Er is geen recht.', '', '- Voorwaarden', '  - Huur is hoogstens € 800,00: nee'],
  ],
  [
    'English, not eligible',
    english,
    refused,
    ['Not eligible.', '', '- Conditions', '  - The rent is at most €800.00: no'],
  ],
  [
    'French, not eligible',
    french,
    refused,
    ["Il n'y a pas de droit.", '', '- Conditions', '  - Le loyer ne dépasse pas 800,00 € : non'],
  ],
  [
    'German, not eligible',
    german,
    refused,
    ['Es besteht kein Anspruch.', '', '- Voraussetzungen', '  - Die Miete beträgt höchstens 800,00 €: nein'],
  ],
  [
    'French, undetermined',
    french,
    open,
    [
      "On ne sait pas encore s'il y a un droit.",
      '',
      '- Conditions',
      '  - Le loyer ne dépasse pas 800,00 € : oui',
      '- Motif « art. 1 » : pas encore connu',
      "  - Le revenu d'intégration est d'application : pas connu (2 ×)",
      '- Motif « art. 2 » : pas encore connu',
      "  - « situation poignante » est d'application (un agent en juge) : pas connu",
      "- Ceci n'est pas encore connu",
      "  - Revenu d'intégration (la source ne répond pas)",
      "  - Revenu d'intégration (la réponse de la source est erronée ou peu claire)",
      '  - Situation poignante (un agent décide)',
    ],
  ],
  [
    'German, undetermined',
    german,
    open,
    [
      'Es ist noch nicht bekannt, ob ein Anspruch besteht.',
      '',
      '- Voraussetzungen',
      '  - Die Miete beträgt höchstens 800,00 €: ja',
      '- Grund „art. 1“: noch nicht bekannt',
      '  - Eingliederungseinkommen trifft zu: nicht bekannt (2 ×)',
      '- Grund „art. 2“: noch nicht bekannt',
      '  - „Härtefall“ trifft zu (die Verwaltung beurteilt dies): nicht bekannt',
      '- Dies ist noch nicht bekannt',
      '  - Eingliederungseinkommen (die Quelle antwortet nicht)',
      '  - Eingliederungseinkommen (die Antwort der Quelle ist falsch oder unklar)',
      '  - Härtefall (die Verwaltung entscheidet)',
    ],
  ],
]

describe('why', () => {
  it.each(TOLD)('in %s', (_, language, situation, lines) =>
    expect(proofTeller(support, { in: language })(explain(support, situation, '2026-03-10')).split('\n')).toEqual(
      lines,
    ),
  )
})
