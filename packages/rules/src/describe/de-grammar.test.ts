import { describe, expect, it } from 'vitest'
import { accusative, dative, genitive, moved, onDay, the } from './de-grammar.ts'

describe('the article of a label', () => {
  it.each([
    ['Geburtsdatum', 'das Geburtsdatum'],
    ['Bezugsperson', 'die Bezugsperson'],
    ['Gemeinde des Hauptwohnortes', 'die Gemeinde des Hauptwohnortes'],
    ['Stellung im Haushalt', 'die Stellung im Haushalt'],
    ['steuerpflichtiges Einkommen', 'das steuerpflichtige Einkommen'],
    ['eigenes steuerpflichtiges Einkommen', 'das eigene steuerpflichtige Einkommen'],
    ['erhöhte Kostenerstattung', 'die erhöhte Kostenerstattung'],
    ['ermäßigter Tarif', 'der ermäßigte Tarif'],
    ['Parkausweis für Menschen mit Behinderung', 'der Parkausweis für Menschen mit Behinderung'],
    ['Einkommensgrenze', 'die Einkommensgrenze'],
    ['Dienstwohnung', 'die Dienstwohnung'],
    ['das Kind', 'das Kind'],
    // A form that tells no gender, a participle and what is no German are left as they are.
    ['Kraftstoffe', 'Kraftstoffe'],
    ['für eine Person mit Behinderung angepasst', 'für eine Person mit Behinderung angepasst'],
    ['huur', 'huur'],
    ['(a)', '(a)'],
    ['', ''],
  ])('%s', (label, expected) => expect(the(label)).toBe(expected))

  it('is told for one who has no other', () => expect(the('Vormund', 'm')).toBe('der Vormund'))
})

it.each([
  ['der Stichtag', 'den Stichtag', 'dem Stichtag', 'des Stichtags'],
  ['dieser Tag', 'diesen Tag', 'diesem Tag', 'dieses Tages'],
  ['die Bezugsperson', 'die Bezugsperson', 'der Bezugsperson', 'der Bezugsperson'],
  ['das laufende Jahr', 'das laufende Jahr', 'dem laufenden Jahr', 'des laufenden Jahres'],
  ['der betreffende Haushalt', 'den betreffenden Haushalt', 'dem betreffenden Haushalt', 'des betreffenden Haushalts'],
  [
    'das eigene steuerpflichtige Einkommen',
    'das eigene steuerpflichtige Einkommen',
    'dem eigenen steuerpflichtigen Einkommen',
    'des eigenen steuerpflichtigen Einkommens',
  ],
  ['der Preis', 'den Preis', 'dem Preis', 'des Preises'],
  ['das Alter', 'das Alter', 'dem Alter', 'des Alters'],
  [
    'das Geburtsdatum (falls nicht vorhanden: x)',
    'das Geburtsdatum (falls nicht vorhanden: x)',
    'dem Geburtsdatum (falls nicht vorhanden: x)',
    'des Geburtsdatums (falls nicht vorhanden: x)',
  ],
  ['1. Mai 2026', 'den 1. Mai 2026', 'dem 1. Mai 2026', 'des 1. Mai 2026'],
  ['der 1. Januar des Jahres', 'den 1. Januar des Jahres', 'dem 1. Januar des Jahres', 'des 1. Januar des Jahres'],
  ['der letzte 1. Mai', 'den letzten 1. Mai', 'dem letzten 1. Mai', 'des letzten 1. Mai'],
  ['der Status', 'den Status', 'dem Status', 'des Status'],
  ['(a)', '(a)', '(a)', 'von (a)'],
])('%s', (text, accusativeOf, dativeOf, genitiveOf) => {
  expect([accusative(text), dative(text), genitive(text)]).toEqual([accusativeOf, dativeOf, genitiveOf])
})

it.each([
  ['1 Jahr', '1 Jahr'],
  ['18 Jahre', '18 Jahren'],
  ['2 Monate', '2 Monaten'],
  ['30 Tage', '30 Tagen'],
  ['100,00 €', '100,00 €'],
])('after "ab" %s is %s', (text, expected) => expect(dative(text)).toBe(expected))

it.each([
  ['der Stichtag', 'am Stichtag'],
  ['das Geburtsdatum', 'am Geburtsdatum'],
  ['1. Mai 2026', 'am 1. Mai 2026'],
  ['Beginn', 'am Tag Beginn'],
])('on %s', (text, expected) => expect(onDay(text)).toBe(expected))

it.each([
  ['das Geburtsdatum', '18 Jahre', '18 Jahre nach dem Geburtsdatum'],
  ['18 Jahre nach dem Geburtsdatum', '1 Monat', '18 Jahre, dann 1 Monat nach dem Geburtsdatum'],
  ['1 Monat vor dem Geburtsdatum', '1 Tag', '1 Tag nach dem Tag 1 Monat vor dem Geburtsdatum'],
  ['das Geburtsdatum', 'die Dauer', '(die Dauer) nach dem Geburtsdatum'],
])('%s, and %s after it', (date, length, expected) => expect(moved(date, length, 'nach')).toBe(expected))
