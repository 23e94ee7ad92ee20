import {
  age,
  all,
  any,
  applicant,
  atLeast,
  atMost,
  bracket,
  calendarYear,
  composite,
  count,
  discretion,
  euro,
  fact,
  ground,
  highest,
  type IsoDate,
  inKind,
  inYear,
  is,
  january1,
  lowest,
  minus,
  money,
  named,
  not,
  of,
  on,
  oncePer,
  oneOf,
  parameter,
  policy,
  self,
  some,
  sum,
  thisDay,
  yearOf,
  years,
  yearsBefore,
} from '@vanzelf/rules'
import { describe as told, toMermaid } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import { describe, expect, it } from 'vitest'
import { everyKind, rent } from '../../test/every-kind.ts'
import type { Language } from './language.ts'

const source = 'population-register'
const about = 'person'
const when = ['date'] as const
const members = fact({
  source,
  name: 'householdMembers',
  about,
  value: { type: 'those', to: 'person' },
  when,
  label: { nl: 'gezinsleden', en: 'household members', fr: 'membres du ménage', de: 'Haushaltsmitglieder' },
})
const dependants = fact({
  source,
  name: 'dependants',
  about,
  value: { type: 'those', to: 'person' },
  when,
  label: { nl: 'personen ten laste', en: 'dependants', fr: 'personnes à charge', de: 'Personen zu Lasten' },
})
const referencePerson = fact({
  source,
  name: 'referencePerson',
  about,
  value: { type: 'one', to: 'person' },
  when,
  label: { nl: 'referentiepersoon', en: 'reference person', fr: 'personne de référence', de: 'Bezugsperson' },
})
const birthDate = fact({
  source,
  name: 'birthDate',
  about,
  value: { type: 'date' },
  when,
  label: { nl: 'geboortedatum', en: 'date of birth', fr: 'date de naissance', de: 'Geburtsdatum' },
})
const postcode = fact({
  source,
  name: 'postcode',
  about,
  value: { type: 'text' },
  when,
  label: { nl: 'postcode', en: 'postcode', fr: 'code postal', de: 'Postleitzahl' },
})
const reimbursed = fact({
  source: 'social-security',
  name: 'increasedReimbursement',
  about,
  value: { type: 'truth' },
  when,
  label: {
    nl: 'verhoogde tegemoetkoming',
    en: 'increased reimbursement',
    fr: 'intervention majorée',
    de: 'erhöhte Kostenerstattung',
  },
})
const income = fact({
  source: 'tax',
  name: 'income',
  about,
  value: { type: 'money' },
  when: ['year'],
  label: { nl: 'belastbaar inkomen', en: 'taxable income', fr: 'revenu imposable', de: 'steuerpflichtiges Einkommen' },
})
const hardship = discretion({
  name: 'hardship',
  label: { nl: 'schrijnende situatie', en: 'hardship', fr: 'situation poignante', de: 'Härtefall' },
})

const ceiling = parameter({
  name: 'incomeCeiling',
  value: { type: 'money' },
  label: { nl: 'inkomensgrens', en: 'income ceiling', fr: 'plafond de revenus', de: 'Einkommensgrenze' },
  history: [
    { from: '2020-09-01', value: euro(23_000), article: 'art. 4', verified: true },
    { from: '2024-09-01', value: euro(25_000.5), article: 'art. 4', note: 'krant' },
  ],
})
const amounts = parameter({
  name: 'amounts',
  value: { type: 'brackets', by: { type: 'count' }, gives: { type: 'money' } },
  label: { nl: 'bedragen', en: 'amounts', fr: 'montants', de: 'Beträge' },
  history: [
    {
      from: '2021-01-01',
      value: [
        { from: 0, value: euro(42) },
        { from: 1, value: euro(63) },
        { above: 2, value: euro(105) },
      ],
      article: 'art. 5',
      verified: true,
    },
  ],
})
const lives = named(
  {
    nl: 'woont in Voorbeeldstad',
    en: 'lives in Exampleville',
    fr: 'habite à Exempleville',
    de: 'wohnt in Beispielstadt',
  },
  oneOf(postcode, ['9990', '9991']),
)

const bags = policy({
  name: 'exampleville/waste-bags',
  about: 'person',
  label: {
    nl: 'tegemoetkoming huisvuilzakken',
    en: 'waste bags allowance',
    fr: 'intervention pour les sacs-poubelle',
    de: 'Beihilfe für Müllsäcke',
  },
  regulation: 'Voorbeeldstad, raadsbesluit 2026/12',
  requires: all(on(january1, lives), is(referencePerson, applicant), atLeast(age(birthDate), years(18))),
  grounds: [
    ground('art. 3, 1°', on(january1, some(members, reimbursed))),
    ground('art. 3, 2°', atMost(sum(members, inYear(yearsBefore(yearOf(thisDay), 2), income)), ceiling)),
    ground('art. 3, 3°', any(hardship, not(some(members, reimbursed)))),
  ],
  benefit: composite(
    money(bracket(count(dependants), amounts)),
    inKind(2, { nl: 'rollen zakken', en: 'rolls of bags', fr: 'rouleaux de sacs', de: 'Rollen Säcke' }),
  ),
  recipient: referencePerson,
  period: calendarYear,
  quota: oncePer('household', calendarYear),
  basis: { 'population-register': 'machtiging 2026/3', income: 'protocol 2026/4' },
})

const DUTCH = `# Tegemoetkoming huisvuilzakken

- Reglement: Voorbeeldstad, raadsbesluit 2026/12
- Beslist over: personen
- Toestand op: 1 januari 2026

## Voorwaarden

Dit moet in elk geval gelden:

- op 1 januari van het lopende jaar geldt: woont in Voorbeeldstad
- de referentiepersoon is de betrokken persoon
- de leeftijd (volgens geboortedatum) is minstens 18 jaar

## Gronden

Er is recht als minstens één van deze gronden geldt. De eerste die geldt, telt.

1. art. 3, 1°: op 1 januari van het lopende jaar geldt: voor minstens één van de gezinsleden geldt: verhoogde tegemoetkoming is van toepassing
2. art. 3, 2°: de som van belastbaar inkomen van 2 jaar vóór het jaar van de referentiedatum (over alle gezinsleden) is hoogstens inkomensgrens (€ 25.000,50)
3. art. 3, 3°: minstens één van de volgende voorwaarden:
   - schrijnende situatie (een medewerker beoordeelt dit)
   - dit geldt niet: voor minstens één van de gezinsleden geldt: verhoogde tegemoetkoming is van toepassing

## Wat wordt toegekend

Al het volgende samen:

- het bedrag uit de tabel “bedragen”, volgens het aantal personen ten laste:

  | Het aantal personen ten laste | Bedrag |
  |---|---|
  | vanaf 0, minder dan 1 | € 42,00 |
  | vanaf 1, tot en met 2 | € 63,00 |
  | meer dan 2 | € 105,00 |
- 2 rollen zakken

## Aan wie

De toekenning gaat naar de referentiepersoon.

## Voor hoelang

De toekenning loopt over het lopende kalenderjaar.

## Hoe vaak

Hoogstens één keer per gezin, binnen het lopende kalenderjaar.

## Begrippen

- “woont in Voorbeeldstad” betekent: postcode staat in de lijst “9990”, “9991”

## Cijfers en lijsten

### Inkomensgrens

Op 1 januari 2026 geldt: € 25.000,50.

| Vanaf | Tot | Waarde | Artikel | Nagekeken |
|---|---|---|---|---|
| 1 september 2020 | 1 september 2024 | € 23.000,00 | art. 4 | geverifieerd |
| 1 september 2024 |  | € 25.000,50 | art. 4 | niet geverifieerd; krant |

### Bedragen

Op 1 januari 2026 geldt de tabel die loopt vanaf 1 januari 2021.

Vanaf 1 januari 2021, art. 5 (geverifieerd):

| Voor | Bedrag |
|---|---|
| vanaf 0, minder dan 1 | € 42,00 |
| vanaf 1, tot en met 2 | € 63,00 |
| meer dan 2 | € 105,00 |

## Gevraagde gegevens

| Gegeven | Over | Bron | Rechtsgrond |
|---|---|---|---|
| postcode | persoon | population-register | machtiging 2026/3 |
| referentiepersoon | persoon | population-register | machtiging 2026/3 |
| geboortedatum | persoon | population-register | machtiging 2026/3 |
| gezinsleden | persoon | population-register | machtiging 2026/3 |
| verhoogde tegemoetkoming | persoon | social-security | niet vermeld |
| belastbaar inkomen | persoon | tax | protocol 2026/4 |
| personen ten laste | persoon | population-register | machtiging 2026/3 |

## Door een medewerker te beoordelen

- schrijnende situatie`

const ENGLISH = `# Waste bags allowance

- Regulation: Voorbeeldstad, raadsbesluit 2026/12
- Decides on: persons
- As it stands on: 1 January 2026

## Conditions

This must hold in any case:

- on 1 January of the current year this holds: lives in Exampleville
- the reference person is the person concerned
- the age (by the date of birth) is at least 18 years

## Grounds

There is a right if at least one of these grounds holds. The first that holds counts.

1. art. 3, 1°: on 1 January of the current year this holds: for at least one of the household members this holds: increased reimbursement applies
2. art. 3, 2°: the sum of the taxable income of 2 years before the year of the reference date (over all household members) is at most the income ceiling (€25,000.50)
3. art. 3, 3°: at least one of the following conditions:
   - hardship (a case worker judges this)
   - this does not hold: for at least one of the household members this holds: increased reimbursement applies

## What is granted

All of the following together:

- the amount in the table “amounts”, by the number of dependants:

  | The number of dependants | Amount |
  |---|---|
  | from 0, below 1 | €42.00 |
  | from 1, up to and including 2 | €63.00 |
  | above 2 | €105.00 |
- 2 rolls of bags

## To whom

The grant goes to the reference person.

## For how long

The grant runs over the current calendar year.

## How often

At most once per household, within the current calendar year.

## Definitions

- “lives in Exampleville” means: the postcode is in the list “9990”, “9991”

## Figures and lists

### Income ceiling

In force on 1 January 2026: €25,000.50.

| From | Until | Value | Article | Checked |
|---|---|---|---|---|
| 1 September 2020 | 1 September 2024 | €23,000.00 | art. 4 | verified |
| 1 September 2024 |  | €25,000.50 | art. 4 | not verified; krant |

### Amounts

In force on 1 January 2026: the table that runs from 1 January 2021.

From 1 January 2021, art. 5 (verified):

| For | Amount |
|---|---|
| from 0, below 1 | €42.00 |
| from 1, up to and including 2 | €63.00 |
| above 2 | €105.00 |

## Facts that are asked

| Fact | About | Source | Legal basis |
|---|---|---|---|
| postcode | person | population-register | machtiging 2026/3 |
| reference person | person | population-register | machtiging 2026/3 |
| date of birth | person | population-register | machtiging 2026/3 |
| household members | person | population-register | machtiging 2026/3 |
| increased reimbursement | person | social-security | not stated |
| taxable income | person | tax | protocol 2026/4 |
| dependants | person | population-register | machtiging 2026/3 |

## For a case worker to judge

- hardship`

const FRENCH = `# Intervention pour les sacs-poubelle

- Règlement : Voorbeeldstad, raadsbesluit 2026/12
- Porte sur : personnes
- Date de la situation : 1er janvier 2026

## Conditions

Ceci doit toujours être le cas :

- au 1er janvier de l'année en cours, la condition « habite à Exempleville » est remplie
- la personne de référence est la personne concernée
- l'âge (selon la date de naissance) atteint au moins 18 ans

## Motifs

Il y a un droit dès qu'au moins un de ces motifs est établi. Le premier qui est établi compte.

1. art. 3, 1° : au 1er janvier de l'année en cours, pour au moins un des membres du ménage, l'intervention majorée est d'application
2. art. 3, 2° : (a) ne dépasse pas le plafond de revenus (25 000,50 €) :
   - (a) : la somme du revenu imposable de la deuxième année précédant l'année de la date de référence (pour l'ensemble des membres du ménage)
3. art. 3, 3° : au moins une des conditions suivantes est remplie :
   - « situation poignante » est d'application (un agent en juge)
   - ceci n'est pas le cas : pour au moins un des membres du ménage, l'intervention majorée est d'application

## Ce qui est octroyé

Tout ce qui suit :

- le montant du tableau « montants », selon le nombre de personnes à charge :

  | Le nombre de personnes à charge | Montant |
  |---|---|
  | à partir de 0, moins de 1 | 42,00 € |
  | à partir de 1, jusqu'à 2 inclus | 63,00 € |
  | plus de 2 | 105,00 € |
- 2 rouleaux de sacs

## À qui

L'octroi revient à la personne de référence.

## Pour combien de temps

L'octroi porte sur l'année civile en cours.

## À quelle fréquence

Au plus 1 fois par ménage, au cours de l'année civile en cours.

## Définitions

- « habite à Exempleville » signifie : le code postal fait partie de la liste « 9990 », « 9991 »

## Chiffres et listes

### Plafond de revenus

En vigueur au 1er janvier 2026 : 25 000,50 €.

| À partir du | Jusqu'au | Valeur | Article | Vérification |
|---|---|---|---|---|
| 1er septembre 2020 | 1er septembre 2024 | 23 000,00 € | art. 4 | vérifié |
| 1er septembre 2024 |  | 25 000,50 € | art. 4 | non vérifié; krant |

### Montants

En vigueur au 1er janvier 2026 : le tableau applicable à partir du 1er janvier 2021.

À partir du 1er janvier 2021, art. 5 (vérifié) :

| Pour | Montant |
|---|---|
| à partir de 0, moins de 1 | 42,00 € |
| à partir de 1, jusqu'à 2 inclus | 63,00 € |
| plus de 2 | 105,00 € |

## Données demandées

| Donnée | Au sujet de | Source | Base légale |
|---|---|---|---|
| code postal | personne | population-register | machtiging 2026/3 |
| personne de référence | personne | population-register | machtiging 2026/3 |
| date de naissance | personne | population-register | machtiging 2026/3 |
| membres du ménage | personne | population-register | machtiging 2026/3 |
| intervention majorée | personne | social-security | non mentionnée |
| revenu imposable | personne | tax | protocol 2026/4 |
| personnes à charge | personne | population-register | machtiging 2026/3 |

## À apprécier par un agent

- situation poignante`

const GERMAN = `# Beihilfe für Müllsäcke

- Regelung: Voorbeeldstad, raadsbesluit 2026/12
- Entscheidet über: Personen
- Stand: 1\\. Januar 2026

## Voraussetzungen

Dies muss in jedem Fall gelten:

- am 1. Januar des laufenden Jahres gilt: „wohnt in Beispielstadt“ trifft zu
- die Bezugsperson ist die betreffende Person
- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre

## Gründe

Ein Anspruch besteht, wenn mindestens einer dieser Gründe zutrifft. Der erste, der zutrifft, zählt.

1. art. 3, 1°: am 1. Januar des laufenden Jahres gilt: für mindestens eines der Haushaltsmitglieder gilt: erhöhte Kostenerstattung trifft zu
2. art. 3, 2°: (a) liegt nicht über der Einkommensgrenze (25.000,50 €):
   - (a): die Summe des steuerpflichtigen Einkommens des zweiten Jahres vor dem Jahr des Stichtags (über alle Haushaltsmitglieder)
3. art. 3, 3°: mindestens eine der folgenden Voraussetzungen trifft zu:
   - „Härtefall“ trifft zu (die Verwaltung beurteilt dies)
   - Folgendes trifft nicht zu: für mindestens eines der Haushaltsmitglieder gilt: erhöhte Kostenerstattung trifft zu

## Was gewährt wird

Alles Folgende zusammen:

- der Betrag aus der Tabelle „Beträge“, je nach der Anzahl Personen zu Lasten:

  | Die Anzahl Personen zu Lasten | Betrag |
  |---|---|
  | ab 0, weniger als 1 | 42,00 € |
  | ab 1, bis einschließlich 2 | 63,00 € |
  | mehr als 2 | 105,00 € |
- 2 Rollen Säcke

## Wem

Die Gewährung geht an die Bezugsperson.

## Für wie lange

Die Gewährung gilt für das laufende Kalenderjahr.

## Wie oft

Höchstens einmal je Haushalt, innerhalb des laufenden Kalenderjahres.

## Begriffe

- „wohnt in Beispielstadt“ bedeutet: die Postleitzahl steht in der Liste „9990“, „9991“

## Zahlen und Listen

### Einkommensgrenze

Am 1. Januar 2026 gilt: 25.000,50 €.

| Ab | Bis | Wert | Artikel | Prüfung |
|---|---|---|---|---|
| 1\\. September 2020 | 1\\. September 2024 | 23.000,00 € | art. 4 | geprüft |
| 1\\. September 2024 |  | 25.000,50 € | art. 4 | nicht geprüft; krant |

### Beträge

Am 1. Januar 2026 gilt die Tabelle, die ab dem 1. Januar 2021 läuft.

Ab dem 1. Januar 2021, art. 5 (geprüft):

| Für | Betrag |
|---|---|
| ab 0, weniger als 1 | 42,00 € |
| ab 1, bis einschließlich 2 | 63,00 € |
| mehr als 2 | 105,00 € |

## Abgefragte Daten

| Angabe | Über | Quelle | Rechtsgrundlage |
|---|---|---|---|
| Postleitzahl | Person | population-register | machtiging 2026/3 |
| Bezugsperson | Person | population-register | machtiging 2026/3 |
| Geburtsdatum | Person | population-register | machtiging 2026/3 |
| Haushaltsmitglieder | Person | population-register | machtiging 2026/3 |
| erhöhte Kostenerstattung | Person | social-security | nicht angegeben |
| steuerpflichtiges Einkommen | Person | tax | protocol 2026/4 |
| Personen zu Lasten | Person | population-register | machtiging 2026/3 |

## Von der Verwaltung zu beurteilen

- Härtefall`

describe('a policy as a text', () => {
  it('reads in Dutch', () => expect(told(bags, { in: dutch, on: '2026-01-01' })).toBe(DUTCH))
  it('reads in English', () => expect(told(bags, { in: english, on: '2026-01-01' })).toBe(ENGLISH))

  it('reads in French', () => expect(told(bags, { in: french, on: '2026-01-01' })).toBe(FRENCH))
  it('reads in German', () => expect(told(bags, { in: german, on: '2026-01-01' })).toBe(GERMAN))

  it('tells figures by name alone where no day is asked', () => {
    expect(told(bags, { in: dutch })).toContain('(over alle gezinsleden) is hoogstens inkomensgrens\n')
  })

  it('says so where no figure is in force', () => {
    expect(told(bags, { in: english, on: '2019-01-01' })).toContain('the income ceiling (no value on 1 January 2019)')
    expect(told(bags, { in: english, on: '2019-01-01' })).toContain('On 1 January 2019 no value is in force.')
  })

  it('tells no figure of the asked day where the rule speaks of another', () => {
    expect(
      told(on('2021-01-01', atMost(sum(members, inYear(yearOf(thisDay), income)), ceiling)), {
        in: dutch,
        on: '2026-01-01',
      }),
    ).not.toContain('25.000')
  })

  it('puts brackets around a choice within arithmetic, and within another choice', () => {
    const within = minus(highest(lowest(rent, euro(9)), euro(5)), euro(1))
    expect(told(within, { in: dutch })).toBe('(het hoogste van (het laagste van huur en € 9,00) en € 5,00) min € 1,00.')
    expect(told(within, { in: english })).toBe(
      '(the highest of (the lowest of the rent and €9.00) and €5.00) minus €1.00.',
    )
  })

  it('calls another by what they are, where a rule asks who they are', () =>
    expect(told(is(of(referencePerson, self), applicant), { in: english })).toBe(
      'The reference person is the person concerned.',
    ))

  it('gives the name of a value its article', () => {
    const size = named({ nl: 'grootte van het gezin', en: 'size of the household' }, count(members))
    expect(told(atMost(size, 3), { in: english })).toContain('The size of the household is at most 3.')
  })

  it('refuses a day that does not exist', () => {
    const on = '2026-02-30' as IsoDate
    expect(() => told(bags, { in: dutch, on })).toThrow(expect.objectContaining({ code: 'bad-date' }))
    expect(() => toMermaid(bags, { in: dutch, on })).toThrow(expect.objectContaining({ code: 'bad-date' }))
  })
})

describe('what a label says', () => {
  const odd = (nl: string) =>
    told(fact({ source, name: 'odd', about, value: { type: 'truth' }, when, label: { nl, en: nl } }), { in: dutch })

  it.each([
    ['*vet* <script>|', '\\*vet\\* \\<script\\>\\| is van toepassing.'],
    ['1. kop', '1\\. kop is van toepassing.'],
    ['# kop', '\\# kop is van toepassing.'],
    ['twee\nregels', 'Twee regels is van toepassing.'],
  ])('is never markup: %j', (label, text) => expect(odd(label)).toBe(text))

  it('is numbered where one label names two things', () => {
    const both = all(named({ nl: 'x', en: 'x' }, reimbursed), named({ nl: 'x', en: 'x' }, not(reimbursed)))
    expect(told(both, { in: dutch })).toContain('“x (2)” betekent: verhoogde tegemoetkoming is niet van toepassing')
  })
})

describe('values', () => {
  it.each<[string, string]>([
    [told(atMost(rent, euro(1_234.5)), { in: dutch }), 'Huur is hoogstens € 1.234,50.'],
    [told(atMost(rent, euro(0.05)), { in: english }), 'The rent is at most €0.05.'],
    [told(atMost(birthDate, '2026-01-01'), { in: dutch }), 'Geboortedatum ligt op of vóór 1 januari 2026.'],
    [told(atLeast(age(birthDate), years(1)), { in: english }), 'The age (by the date of birth) is at least 1 year.'],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})

const languages: readonly (readonly [string, Language])[] = [
  ['Dutch', dutch],
  ['English', english],
  ['French', french],
  ['German', german],
]
/** The names of all words of a language, as paths. */
const wordsOf = (value: object, path = ''): readonly string[] =>
  Object.entries(value).flatMap(([key, word]) =>
    typeof word === 'object' && !Array.isArray(word) ? wordsOf(word, `${path}${key}.`) : [`${path}${key}`],
  )

it.each(languages)('%s has the words of the others', (_, language) =>
  expect(wordsOf(language).toSorted()).toEqual(wordsOf(dutch).toSorted()),
)

const kinds = Object.keys(everyKind)
const camelCase = kinds.filter((kind) => /[A-Z]/.test(kind))

describe.each(languages)('every kind in %s', (_, language) => {
  it.each(Object.entries(everyKind))('%s', (kind, expression) => {
    const text = told(expression, { in: language, on: '2026-01-01' })
    expect(text.length).toBeGreaterThan(2)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[\uE000\uE001]|\(\)|: *:/)
    for (const name of camelCase) expect(text, kind).not.toMatch(new RegExp(`\\b${name}\\b`))
  })
})

describe('a policy as a chart', () => {
  const chart = toMermaid(bags, { in: dutch, on: '2026-01-01' })

  it('has lines that Mermaid knows, and each box once', () => {
    const [first, ...lines] = chart.split('\n')
    expect(first).toBe('flowchart TD')
    const boxes = lines.flatMap(
      (line) => /^ {2}(n\d+)(?:\{"[^"]+"\}|\["[^"]+"\]|\(\["[^"]+"\]\))$/.exec(line)?.[1] ?? [],
    )
    const arrows = lines.flatMap((line) => /^ {2}(n\d+) -->(?:\|[^|"]+\|)? (n\d+)$/.exec(line)?.slice(1) ?? [])
    expect(boxes.length + arrows.length / 2).toBe(lines.length)
    expect(new Set(boxes).size).toBe(boxes.length)
    expect(arrows.filter((id) => !boxes.includes(id))).toEqual([])
  })

  it('leads from the last ground to no right, and from each ground to the grant', () => {
    expect(chart.match(/-->\|ja\| n1$/gm)).toHaveLength(4)
  })

  it('keeps what a label says inside its box', () => {
    const named = policy({
      ...bags,
      grounds: [ground('art. "1" | <b>', reimbursed)],
      benefit: money(euro(1)),
      period: calendarYear,
      label: { nl: 'a"]; b', en: 'a' },
    } as never)
    expect(toMermaid(named, { in: dutch })).toContain('(["A#34;]; b"])')
    expect(toMermaid(named, { in: dutch })).toContain('art. #34;1#34; #124; #60;b#62;: verhoogde')
  })
})
