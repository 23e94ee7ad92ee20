import { describe as told } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { describe, expect, it } from 'vitest'
import { everyKind } from '../../test/every-kind.ts'

/** What each kind is in German; a new kind without a sentence does not compile. */
const SAID: { readonly [kind in keyof typeof everyKind]: string } = {
  fact: 'Eingliederungseinkommen trifft zu.',
  parameter: 'Die Grenze (21.500,50 €).',
  constant: 'Die Liste „a“, „b“.',
  applicant: 'Die betreffende Person.',
  self: 'Für mindestens eines der Haushaltsmitglieder gilt: diese Person selbst ist nicht die betreffende Person.',
  discretion: '„Härtefall“ trifft zu (die Verwaltung beurteilt dies).',
  all: `Alle folgenden Voraussetzungen treffen zu:

- Eingliederungseinkommen trifft zu
- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre`,
  any: `Mindestens eine der folgenden Voraussetzungen trifft zu:

- Eingliederungseinkommen trifft zu
- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre
- Eingliederungseinkommen trifft nicht zu`,
  not: 'Folgendes trifft nicht zu: für mindestens eines der Haushaltsmitglieder gilt: Eingliederungseinkommen trifft zu.',
  howMany: `Die Anzahl der zutreffenden Voraussetzungen unten beträgt mindestens 2:

- Eingliederungseinkommen trifft zu
- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre
- die Karte ist vorhanden`,
  below: 'Die Miete beträgt weniger als 500,00 €.',
  atMost: 'Die Miete liegt nicht über der Grenze (21.500,50 €).',
  above: 'Das Geburtsdatum liegt nach dem 29. Februar 2000.',
  atLeast: 'Das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre.',
  is: 'Die Postleitzahl ist „9000“.',
  oneOf: `Mindestens eine der folgenden Voraussetzungen trifft zu:

- die Postleitzahl steht in der Liste „9000“, „9030“
- die Postleitzahl steht in postcodes`,
  plus: 'Die Miete plus 1,00 € plus die Grenze (21.500,50 €).',
  minus: '(12 mal die Miete) minus die Miete.',
  times: '1,5 mal die Miete.',
  dividedBy: 'Die Miete geteilt durch 12.',
  percentOf: '12,5 % von (die Miete plus die Grenze (21.500,50 €)).',
  round: '50 % von der Miete (abgerundet auf einen Euro).',
  lowest: 'Der niedrigste Betrag von der Miete und 100,00 €.',
  highest: 'Das späteste Datum vom Geburtsdatum und dem 1. Januar 1990.',
  when: `Der Wert der ersten zutreffenden Zeile unten:

- 10,00 €, wenn dies gilt: Eingliederungseinkommen trifft zu
- die Summe der Miete (über alle Haushaltsmitglieder), wenn dies gilt: alle folgenden Voraussetzungen treffen zu:
  - das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre
  - Eingliederungseinkommen trifft zu
- in allen anderen Fällen: 0,00 €`,
  bracket: `(a) plus (b):

- (a): der Betrag aus der Tabelle unten, je nach der Anzahl Haushaltsmitglieder:

  | Die Anzahl Haushaltsmitglieder | Betrag |
  |---|---|
  | weniger als 2 | 1,00 € |
  | ab 2, bis einschließlich 3 | 2,00 € |
  | mehr als 3 | die Miete |
- (b): der Betrag aus der Tabelle „Beträge“, je nach der Anzahl Haushaltsmitglieder:

  | Die Anzahl Haushaltsmitglieder | Betrag |
  |---|---|
  | ab 0, bis einschließlich 2 | 10,00 € |
  | mehr als 2 | 20,00 € |`,
  keyed: `Der Wert aus der Tabelle unten, je nach „a“ (falls nicht vorhanden: 0):

| „a“ | Wert |
|---|---|
| „a“ | 10 |
| „b“ | 20 |`,
  isPresent: 'Die Karte ist nicht vorhanden.',
  ifAbsent: 'Die Postleitzahl (falls nicht vorhanden: „geen“) ist „geen“.',
  of: `Alle folgenden Voraussetzungen treffen zu:

- für die Bezugsperson gilt: Eingliederungseinkommen trifft zu
- die Miete der Bezugsperson beträgt mehr als 1,00 €
- für die betreffende Person gilt: das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre`,
  some: 'Für mindestens eines der Haushaltsmitglieder gilt: Eingliederungseinkommen trifft zu.',
  every: `Für jedes der Haushaltsmitglieder gilt: alle folgenden Voraussetzungen treffen zu:

- Eingliederungseinkommen trifft zu
- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre`,
  none: `Für keines der (a) gilt: Eingliederungseinkommen trifft zu:

- (a): Haushaltsmitglieder (für die gilt: das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre)`,
  count: `Alle folgenden Voraussetzungen treffen zu:

- die Anzahl Haushaltsmitglieder beträgt mindestens 2
- die Anzahl Haushaltsmitglieder (für die gilt: das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre) beträgt mindestens 1`,
  sum: `Die Summe des Werts der ersten zutreffenden Zeile unten (über alle Haushaltsmitglieder) beträgt höchstens 4:

- 2, wenn dies gilt: Eingliederungseinkommen trifft zu
- in allen anderen Fällen: 1`,
  filter: `Die Anzahl Haushaltsmitglieder (für die gilt: alle folgenden Voraussetzungen treffen zu) beträgt mindestens 2:

- das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre
- Eingliederungseinkommen trifft zu`,
  smallest: 'Der früheste Wert des Geburtsdatums (über alle Haushaltsmitglieder) ist vorhanden.',
  largest: 'Der höchste Wert der Miete (über alle Haushaltsmitglieder) (falls nicht vorhanden: 0,00 €).',
  thisDay: 'Am 1. Mai 2024 gilt: das Jahr dieses Tages ist 2024.',
  referenceDate: 'Am 1. Mai 2024 gilt: dieser Tag liegt vor dem Stichtag.',
  on: `Am 1. Mai 2024 gilt: alle folgenden Voraussetzungen treffen zu:

- Eingliederungseinkommen trifft zu
- die Miete liegt nicht über der Grenze`,
  inYear: 'Income des Jahres 2024 liegt nicht über der Grenze (21.500,50 €).',
  throughout: 'An jedem Tag des laufenden Kalenderjahres gilt: Eingliederungseinkommen trifft zu.',
  atSomeTimeIn:
    'An mindestens einem Tag des Zeitraums vom 1. Januar 2024 bis zum 1. Juli 2024 (dieser Tag nicht inbegriffen) gilt: Eingliederungseinkommen trifft zu.',
  daysIn: `(a) liegt nicht unter (b):

- (a): die Anzahl Tage des laufenden Kalenderjahres (an denen gilt: Eingliederungseinkommen trifft zu)
- (b): die Anzahl Tage zwischen dem 1. Januar 2024 und dem 1. Februar 2024`,
  later:
    '18 Jahre, dann 1 Monat, dann 1 Tag nach dem Geburtsdatum (gibt es diesen Tag nicht: der erste Tag des folgenden Monats).',
  earlier: '1 Monat vor dem Stichtag (gibt es diesen Tag nicht: der letzte Tag dieses Monats).',
  lastDay: 'Der letzte 1. September bis einschließlich dem Stichtag.',
  nextDay: 'Der nächste 30. April nach dem Geburtsdatum.',
  dayIn: '31\\. Mai 2026.',
  startOfMonth: 'Der erste Tag des Monats des Geburtsdatums.',
  yearOf: 'Das Jahr des Geburtsdatums ist 2008.',
  monthOf: 'Die Nummer des Monats des Geburtsdatums ist 6.',
  completedYears: 'Die Anzahl vollendeter Jahre zwischen dem Geburtsdatum und dem 1. Januar 2026.',
  completedMonths: 'Die Anzahl vollendeter Monate zwischen dem Geburtsdatum und dem 1. Januar 2026.',
  daysBetween: 'Die Anzahl Tage zwischen dem Geburtsdatum und dem 1. Januar 2026.',
  period: 'Der Zeitraum vom 1. Januar 2026 bis zum Tag 30 Tage nach dem Stichtag (dieser Tag nicht inbegriffen).',
  startOf: 'Der erste Tag des laufenden Kalenderjahres.',
  endOf: 'Der erste Tag nach dem laufenden Kalenderjahr.',
  covers: 'Die Karte umfasst den Stichtag nicht.',
  note: `Alle folgenden Voraussetzungen treffen zu:

- Eingliederungseinkommen trifft zu (art. 2)
- „volljährig“ trifft zu

Begriffe:

- „volljährig“ bedeutet: das Alter (laut dem Geburtsdatum) beträgt mindestens 18 Jahre`,
  money: `Der Betrag aus der Tabelle „Beträge“, je nach der Anzahl Haushaltsmitglieder:

| Die Anzahl Haushaltsmitglieder | Betrag |
|---|---|
| ab 0, bis einschließlich 2 | 10,00 € |
| mehr als 2 | 20,00 € |`,
  share: '80 % des Preises für Mahlzeiten.',
  inKind: `Rollen Säcke, in dieser Anzahl: der Wert der ersten zutreffenden Zeile unten:

- 2, wenn dies gilt: Eingliederungseinkommen trifft zu
- in allen anderen Fällen: 1`,
  status: 'Ermäßigter Tarif.',
  composite: `Alles Folgende zusammen:

- 2 Rollen Säcke
- 5,00 €`,
  alternative: `Nach Wahl des Empfängers eines der folgenden:

- 2 Rollen Säcke
- 5,00 €`,
  nothing: 'Nichts.',
}

it.each(Object.entries(everyKind))('%s', (kind, expression) =>
  expect(told(expression, { in: german, on: '2026-01-01' })).toBe(SAID[kind as keyof typeof SAID]),
)

describe('values', () => {
  const { values } = german
  it.each<[string, string]>([
    [values.quantity(0, 'money'), '0,00 €'],
    [values.quantity(123_456_789, 'money'), '1.234.567,89 €'],
    [values.quantity(-150, 'money'), '-1,50 €'],
    [values.quantity(12.5, 'percentage'), '12,5 %'],
    [values.quantity(2026, 'year'), '2026'],
    [values.quantity(0, 'days'), '0 Tage'],
    [values.quantity(1, 'days'), '1 Tag'],
    [values.quantity(1, 'months'), '1 Monat'],
    [values.quantity(2, 'months'), '2 Monate'],
    [values.quantity(1, 'years'), '1 Jahr'],
    [values.quantity(18, 'years'), '18 Jahre'],
    [values.date('2026-01-01'), '1. Januar 2026'],
    [values.date('2026-03-31'), '31. März 2026'],
    [values.date('9999-12-31'), 'ohne Ende'],
    [values.day('09-01'), '1. September'],
    [values.texts([]), 'ohne Eintrag'],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})

describe('the case that a sentence wants', () => {
  const { comparison, time, members, policy, choice } = german
  it.each<[string, string]>([
    [comparison.below('a', '1. Mai 2026', 'date'), 'a liegt vor dem 1. Mai 2026'],
    [comparison.atMost('a', 'der Stichtag', 'date'), 'a liegt nicht nach dem Stichtag'],
    [comparison.atLeast('a', '2 Jahre nach (a)', 'date'), 'a liegt nicht vor dem Tag 2 Jahre nach (a)'],
    [comparison.atLeast('a', '18 Jahre', 'years'), 'a beträgt mindestens 18 Jahre'],
    [comparison.above('a', 'der Höchstbetrag (5,00 €)', 'money'), 'a liegt über dem Höchstbetrag (5,00 €)'],
    [choice.stretch({ from: '18 Jahre', below: '65 Jahre' }, 'years'), 'ab 18 Jahren, weniger als 65 Jahre'],
    [
      choice.stretch({ above: '1. Mai 2026', upTo: '2. Mai 2026' }, 'date'),
      'nach dem 1. Mai 2026, bis einschließlich dem 2. Mai 2026',
    ],
    [time.on('1. Mai 2026', 'x'), 'am 1. Mai 2026 gilt: x'],
    [time.on('dieser Tag', 'x'), 'an diesem Tag gilt: x'],
    [time.on('der erste Tag des Monats', 'x'), 'am ersten Tag des Monats gilt: x'],
    [time.on('1 Monat vor dem Stichtag', 'x'), '1 Monat vor dem Stichtag gilt: x'],
    [time.on('(a)', 'x'), 'am Tag (a) gilt: x'],
    [time.inYear('2024', 'das Einkommen'), 'das Einkommen des Jahres 2024'],
    [time.inYear('das zweite Jahr vor 2026', 'x'), 'x des zweiten Jahres vor 2026'],
    [members.of('der betreffende Haushalt', 'x'), 'für den betreffenden Haushalt gilt: x'],
    [members.valueOf('die Bezugsperson', 'x'), 'x der Bezugsperson'],
    [members.valueOf('der Halter', 'x'), 'x des Halters'],
    [members.valueOf('(a)', 'x'), 'x von (a)'],
    [
      members.some('an derselben Adresse eingetragene Personen', 'x'),
      'für mindestens eine der an derselben Adresse eingetragenen Personen gilt: x',
    ],
    [members.none('Kinder', 'x'), 'für keines der Kinder gilt: x'],
    [
      members.count('an derselben Adresse eingetragene Personen'),
      'die Anzahl an derselben Adresse eingetragener Personen',
    ],
    [policy.recipientIs('der betreffende Haushalt'), 'Die Gewährung geht an den betreffenden Haushalt'],
    [german.arithmetic.yearsBefore('1', 'das Jahr 2026'), 'das Jahr vor dem Jahr 2026'],
    [german.arithmetic.yearsBefore('2', 'das Jahr 2026'), 'das zweite Jahr vor dem Jahr 2026'],
    [german.arithmetic.yearsBefore('12', 'das Jahr 2026'), 'das 12. Jahr vor dem Jahr 2026'],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})
