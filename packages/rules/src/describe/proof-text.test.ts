import {
  any,
  atMost,
  calendarYear,
  composite,
  discretion,
  euro,
  fact,
  ground,
  money,
  named,
  nothing,
  type PersonIn,
  type Policy,
  policy,
  some,
  unknown,
  when,
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

describe('why, in Dutch', () => {
  const truth = { ...person, value: { type: 'truth' } } as const
  const guidance = fact({ ...truth, name: 'guidance', label: { nl: 'budgetbegeleiding', en: 'guidance' } })
  const management = fact({ ...truth, name: 'management', label: { nl: 'budgetbeheer', en: 'management' } })
  const isHelped = some(members, any(guidance, management))
  const base = { name: 'help', about: 'person', period: calendarYear } as const
  const lines = (help: Policy<'person'>, situation: object) =>
    proofTeller(help, { in: dutch })(explain(help, situation, '2026-03-10')).split('\n')

  it('has the parts of a criterion that nobody settled below it', () => {
    const help = policy({ ...base, grounds: [ground('art. 1', isHelped)], benefit: money(euro(50)) })
    expect(lines(help, {}).slice(2, 6)).toEqual([
      '- Grond “art. 1”: nog niet bekend',
      '  - Voor minstens één van de gezinsleden geldt: minstens één van de volgende voorwaarden: niet bekend',
      '    - budgetbegeleiding is van toepassing',
      '    - budgetbeheer is van toepassing',
    ])
  })
  it('calls a criterion of which no part was settled by its name, without what that means', () => {
    const helped = named({ nl: 'krijgt hulp in het gezin', en: 'is helped' }, isHelped)
    const help = policy({ ...base, grounds: [ground('art. 1', helped)], benefit: money(euro(50)) })
    expect(lines(help, {}).slice(2, 5)).toEqual([
      '- Grond “art. 1”: nog niet bekend',
      '  - Krijgt hulp in het gezin: niet bekend',
      '- Dit is nog niet bekend',
    ])
  })
  it('leaves out of what is granted the parts in which there is nothing', () => {
    const second = when(management, money(euro(20))).otherwise(nothing)
    const help = policy({ ...base, grounds: [ground('art. 1', guidance)], benefit: composite(money(euro(50)), second) })
    const first = (facts: object) => lines(help, { guidance: true, ...facts })[0]
    expect(first({ management: true })).toBe('Er is recht: € 50,00 + € 20,00.')
    expect(first({ management: false })).toBe('Er is recht: € 50,00.')
    expect(first({})).toBe('Er is recht: € 50,00 + nog niet bekend welke: € 20,00 of niets.')
  })
})
