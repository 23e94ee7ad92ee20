import {
  accusative,
  afterArticle,
  bare,
  contracted,
  counted,
  dative,
  genitive,
  moved,
  onDay,
  oneOfThose,
  the,
} from './de-grammar.ts'
import type { Language, Stretch } from './language.ts'
import { capital } from './markdown.ts'
import type { Measure } from './words.ts'
import { dateParts, spaced } from './written.ts'

// Node's own `de-BE` groups thousands by a dot and puts the euro sign after the amount, as is usual in East Belgium.
const LOCALE = 'de-BE'
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 })
const euros = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' })
const fullDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const enumeration = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

const money = (cents: number) => spaced(euros.format(cents / 100))

type Gender = 'der' | 'die' | 'das'
const SUBJECTS: { readonly [kind: string]: readonly [article: Gender, one: string, several: string] } = {
  person: ['die', 'Person', 'Personen'],
  household: ['der', 'Haushalt', 'Haushalte'],
  child: ['das', 'Kind', 'Kinder'],
  vehicle: ['das', 'Fahrzeug', 'Fahrzeuge'],
  address: ['die', 'Adresse', 'Adressen'],
  dwelling: ['die', 'Wohnung', 'Wohnungen'],
  school: ['die', 'Schule', 'Schulen'],
  organisation: ['die', 'Organisation', 'Organisationen'],
  enrolment: ['die', 'Einschreibung', 'Einschreibungen'],
  authorisation: ['die', 'Genehmigung', 'Genehmigungen'],
  'parking card': ['der', 'Parkausweis', 'Parkausweise'],
}
const subject = (kind = 'person') =>
  (Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined) ?? (['das', kind, kind] as const)
const THIS = { der: 'dieser', die: 'diese', das: 'dieses' } as const

const isDate = (measure: Measure | undefined) => measure === 'date'
const isFigure = (text: string) => /^-?\d/.test(text)
const quoted = (text: string) => `„${text}“`
/** A label that is no noun is quoted, so that it can stand in a sentence. */
const applies = (label: string) => (/^(?:\p{Lu}|\p{Ll}+(?:e|er|es) \p{Lu})/u.test(label) ? label : quoted(label))

/** Figures "betragen"; other limits are told by where a value lies. */
function limited(left: string, right: string, measure: Measure | undefined, lies: string, amounts: string): string {
  return isDate(measure) || !isFigure(right)
    ? `${left} liegt ${lies} ${dative(right)}`
    : `${left} beträgt ${amounts} ${right}`
}

function stretch({ from, above, below, upTo }: Stretch, measure: Measure | undefined): string {
  if (from !== undefined && from === upTo) return from
  const start =
    from !== undefined
      ? `ab ${dative(from)}`
      : above !== undefined
        ? isDate(measure)
          ? `nach ${dative(above)}`
          : `mehr als ${above}`
        : ''
  const end =
    below !== undefined
      ? isDate(measure)
        ? `vor ${dative(below)}`
        : `weniger als ${below}`
      : upTo !== undefined
        ? `bis einschließlich ${isDate(measure) ? dative(upTo) : upTo}`
        : ''
  return [start, end].filter(Boolean).join(', ') || 'alle'
}

const worth = (measure: Measure | undefined) =>
  measure === 'money' ? 'der Betrag' : isDate(measure) ? 'das Datum' : 'der Wert'
/** "vom Geburtsdatum und dem 1. Januar 1990". */
const parts = (texts: readonly string[]) => contracted(`von ${enumeration.format(texts.map(dative))}`)

/**
 * German as it is written in Belgium, for `describe` and `toMermaid`. Labels come without an article: it adds the one
 * that the form of the noun tells, in the case that the sentence wants.
 * @example
 * ```ts
 * describe(atMost(constant(2), 3), { in: german }) // => '2 beträgt höchstens 3.'
 * ```
 */
export const german: Language = {
  code: 'de',
  values: {
    colon: ':',
    quantity: (value, unit) => {
      if (unit === 'money') return money(value)
      if (unit === 'year') return String(value)
      const number = decimal.format(value)
      if (unit === 'percentage') return `${number} %`
      if (unit === 'days') return value === 1 ? '1 Tag' : `${number} Tage`
      if (unit === 'months') return value === 1 ? '1 Monat' : `${number} Monate`
      if (unit === 'years') return value === 1 ? '1 Jahr' : `${number} Jahre`
      return number
    },
    date: (iso) => dateParts(iso, fullDate, 'ohne Ende'),
    day: (day) => dayAndMonth.format(new Date(`2024-${day}`)),
    truth: (value) => (value ? 'ja' : 'nein'),
    text: quoted,
    texts: (values) => (values.length === 0 ? 'ohne Eintrag' : values.map(quoted).join(', ')),
    letter: (letter) => `(${letter})`,
  },
  subjects: {
    one: (kind) => subject(kind)[1],
    several: (kind) => subject(kind)[2],
    concerned: (kind) => `${subject(kind)[0]} betreffende ${subject(kind)[1]}`,
    atHand: (kind) => `${THIS[subject(kind)[0]]} ${subject(kind)[1]} selbst`,
  },
  inputs: {
    truth: (label) => ({ text: `${applies(label)} trifft zu`, denied: `${applies(label)} trifft nicht zu` }),
    value: (label) => the(label),
    one: (label) => the(label, 'm'),
    those: bare,
    figure: (label, value) => `${label} (${value})`,
    notInForce: (on) => `kein Wert ${onDay(on)}`,
    list: (texts) => `die Liste ${texts}`,
    discretion: (label) => ({
      text: `${quoted(label)} trifft zu (die Verwaltung beurteilt dies)`,
      denied: `${quoted(label)} trifft nicht zu (die Verwaltung beurteilt dies)`,
    }),
    named: (label) => ({ text: `${quoted(label)} trifft zu`, denied: `${quoted(label)} trifft nicht zu` }),
  },
  logic: {
    all: 'alle folgenden Voraussetzungen treffen zu',
    any: 'mindestens eine der folgenden Voraussetzungen trifft zu',
    noneOf: 'keine der folgenden Voraussetzungen trifft zu',
    notAllOf: 'die folgenden Voraussetzungen treffen nicht alle zu',
    always: 'dies gilt immer',
    never: 'dies gilt nie',
    not: (clause) => `Folgendes trifft nicht zu: ${clause}`,
    howMany: 'die Anzahl der zutreffenden Voraussetzungen unten',
  },
  comparison: {
    below: (left, right, measure) => limited(left, right, measure, isDate(measure) ? 'vor' : 'unter', 'weniger als'),
    atMost: (left, right, measure) =>
      limited(left, right, measure, isDate(measure) ? 'nicht nach' : 'nicht über', 'höchstens'),
    above: (left, right, measure) => limited(left, right, measure, isDate(measure) ? 'nach' : 'über', 'mehr als'),
    atLeast: (left, right, measure) =>
      limited(left, right, measure, isDate(measure) ? 'nicht vor' : 'nicht unter', 'mindestens'),
    is: (left, right) => `${left} ist ${right}`,
    isNot: (left, right) => `${left} ist nicht ${right}`,
    oneOf: (left, among) => `${left} steht ${contracted(`in ${dative(among)}`)}`,
    notOneOf: (left, among) => `${left} steht nicht ${contracted(`in ${dative(among)}`)}`,
  },
  arithmetic: {
    plus: (texts) => texts.join(' plus '),
    minus: (left, right) => `${left} minus ${right}`,
    yearsBefore: (number, year) =>
      number === '1'
        ? `das Jahr vor ${dative(year)}`
        : `das ${ORDINALS[number] ?? `${number}.`} Jahr vor ${dative(year)}`,
    times: (left, by) => (isFigure(by) ? `${by} mal ${left}` : `${left} mal ${by}`),
    dividedBy: (left, by) => `${left} geteilt durch ${accusative(by)}`,
    percentOf: (share, of) => `${share} ${contracted(`von ${dative(of)}`)}`,
    round: (part, rule, step) => {
      const way = {
        nearest: 'gerundet auf',
        nearestEven: 'bei der Hälfte zur geraden Zahl gerundet auf',
        up: 'aufgerundet auf',
        down: 'abgerundet auf',
      }
      return `${part} (${way[rule]} ${step})`
    },
    step: (step, measure) => {
      if (measure === 'money')
        return step === 1 ? 'einen Cent' : step === 100 ? 'einen Euro' : `ein Vielfaches von ${money(step)}`
      return step === 1 ? 'eine ganze Zahl' : `ein Vielfaches von ${decimal.format(step)}`
    },
    lowest: (texts, measure) =>
      isDate(measure) ? `das früheste Datum ${parts(texts)}` : `der niedrigste ${bare(worth(measure))} ${parts(texts)}`,
    highest: (texts, measure) =>
      isDate(measure) ? `das späteste Datum ${parts(texts)}` : `der höchste ${bare(worth(measure))} ${parts(texts)}`,
  },
  choice: {
    when: 'die erste zutreffende Zeile unten entscheidet',
    whenValue: 'der Wert der ersten zutreffenden Zeile unten',
    case: (value, criterion) => `${value}, wenn dies gilt: ${criterion}`,
    otherwise: (value) => `in allen anderen Fällen: ${value}`,
    table: (by, measure) => `${worth(measure)} aus der Tabelle unten, je nach ${dative(by)}`,
    head: (measure) => (measure === 'money' ? 'Betrag' : 'Wert'),
    tableNamed: (label, by, measure) => `${worth(measure)} aus der Tabelle ${quoted(label)}, je nach ${dative(by)}`,
    stretch,
    isPresent: (part) => `${part} ist vorhanden`,
    isAbsent: (part) => `${part} ist nicht vorhanden`,
    ifAbsent: (part, otherwise) => `${part} (falls nicht vorhanden: ${otherwise})`,
  },
  members: {
    of: (one, clause) => `für ${accusative(one)} gilt: ${clause}`,
    valueOf: (one, value) => `${value} ${genitive(one)}`,
    some: (those, clause) => `für mindestens ${oneOfThose(those, 'eine', 'eines')} gilt: ${clause}`,
    every: (those, clause) => `für ${oneOfThose(those, 'jede', 'jedes')} gilt: ${clause}`,
    none: (those, clause) => `für ${oneOfThose(those, 'keine', 'keines')} gilt: ${clause}`,
    count: (those) => `die Anzahl ${counted(those)}`,
    countFor: (those, clause) => `die Anzahl ${counted(those)} (für die gilt: ${clause})`,
    sum: (those, value) => `die Summe ${genitive(value)} (über alle ${afterArticle(those)})`,
    filter: (those, clause) => `${those} (für die gilt: ${clause})`,
    smallest: (those, value, measure) =>
      `der ${isDate(measure) ? 'früheste' : 'niedrigste'} Wert ${genitive(value)} (über alle ${afterArticle(those)})`,
    largest: (those, value, measure) =>
      `der ${isDate(measure) ? 'späteste' : 'höchste'} Wert ${genitive(value)} (über alle ${afterArticle(those)})`,
  },
  time: {
    thisDay: 'dieser Tag',
    referenceDate: 'der Stichtag',
    january1: 'der 1. Januar des laufenden Jahres',
    calendarYear: 'das laufende Kalenderjahr',
    schoolYear: 'das laufende Schuljahr (1. September bis einschließlich 31. August)',
    age: (birthDate) => `das Alter (laut ${dative(birthDate)})`,
    ageByYearOfBirth: (birthDate) => `das Alter nach Geburtsjahr (laut ${dative(birthDate)})`,
    since: (date, clause) => `seit ${dative(date)} gilt ohne Unterbrechung: ${clause}`,
    on: (date, clause) => `${onDay(date)} gilt: ${clause}`,
    valueOn: (date, value) => `${value} ${onDay(date)}`,
    inYear: (year, fact) => `${fact} ${isFigure(year) ? `des Jahres ${year}` : genitive(year)}`,
    clauseInYear: (year, clause) => `für ${isFigure(year) ? `das Jahr ${year}` : accusative(year)} gilt: ${clause}`,
    throughout: (period, clause) => `an jedem Tag ${genitive(period)} gilt: ${clause}`,
    atSomeTimeIn: (period, clause) => `an mindestens einem Tag ${genitive(period)} gilt: ${clause}`,
    daysIn: (period, clause) => `die Anzahl Tage ${genitive(period)} (an denen gilt: ${clause})`,
    later: (date, length) => moved(date, length, 'nach'),
    earlier: (date, length) => moved(date, length, 'vor'),
    monthEnd: (rule) =>
      `(gibt es diesen Tag nicht: ${rule === 'lastDay' ? 'der letzte Tag dieses Monats' : 'der erste Tag des folgenden Monats'})`,
    lastDay: (day, date) => `der letzte ${day} bis einschließlich ${dative(date)}`,
    nextDay: (day, date) => `der nächste ${day} nach ${dative(date)}`,
    dayIn: (day, year) => (/^\d+$/.test(year) ? `${day} ${year}` : `der ${day} ${genitive(year)}`),
    startOfMonth: (date) => `der erste Tag des Monats ${genitive(date)}`,
    yearOf: (date) => `das Jahr ${genitive(date)}`,
    monthOf: (date) => `die Nummer des Monats ${genitive(date)}`,
    completedYears: (from, until) => `die Anzahl vollendeter Jahre zwischen ${dative(from)} und ${dative(until)}`,
    completedMonths: (from, until) => `die Anzahl vollendeter Monate zwischen ${dative(from)} und ${dative(until)}`,
    daysBetween: (from, until) => `die Anzahl Tage zwischen ${dative(from)} und ${dative(until)}`,
    period: (from, until) =>
      `der Zeitraum ${contracted(`von ${dative(from)}`)} bis ${contracted(`zu ${dative(until)}`)} (dieser Tag nicht inbegriffen)`,
    periodWithoutEnd: (from) => `der Zeitraum ab ${dative(from)}, ohne Ende`,
    startOf: (period) => `der erste Tag ${genitive(period)}`,
    endOf: (period) => `der erste Tag nach ${dative(period)}`,
    covers: (period, date) => `${period} umfasst ${accusative(date)}`,
    coversNot: (period, date) => `${period} umfasst ${accusative(date)} nicht`,
  },
  notes: { article: (text, article) => `${text} (${article})` },
  benefit: {
    share: (share, of) =>
      isFigure(share) ? `${share} des Preises für ${of}` : `ein Teil des Preises für ${of}: ${share}`,
    inKind: (count, what) => `${count} ${what}`,
    inKindCounted: (count, what) => `${what}, in dieser Anzahl: ${count}`,
    composite: 'alles Folgende zusammen',
    alternative: 'nach Wahl des Empfängers eines der folgenden',
    nothing: 'nichts',
  },
  policy: {
    regulation: 'Regelung',
    decidesOn: 'Entscheidet über',
    asOn: 'Stand',
    requires: 'Voraussetzungen',
    requiresIntro: 'Dies muss in jedem Fall gelten:',
    grounds: 'Gründe',
    oneGround: 'Ein Anspruch besteht aus diesem Grund:',
    severalGrounds:
      'Ein Anspruch besteht, wenn mindestens einer dieser Gründe zutrifft. Der erste, der zutrifft, zählt.',
    benefit: 'Was gewährt wird',
    recipient: 'Wem',
    recipientIs: (one) => `Die Gewährung geht an ${accusative(one)}`,
    period: 'Für wie lange',
    periodIs: (period) => `Die Gewährung gilt für ${accusative(period)}`,
    quota: 'Wie oft',
    quotaIs: (times, per, within) =>
      `Höchstens ${times === 1 ? 'einmal' : `${decimal.format(times)} Mal`} je ${subject(per)[1]}, innerhalb ${genitive(within)}`,
    definitions: 'Begriffe',
    definition: (name, meaning) => `${quoted(name)} bedeutet: ${meaning}`,
    figures: 'Zahlen und Listen',
    figureHeads: ['ab', 'bis', 'Wert', 'Artikel', 'Prüfung'],
    inForce: (on, value) => `${capital(onDay(on))} gilt: ${value}.`,
    tableInForce: (on, from) => `${capital(onDay(on))} gilt die Tabelle, die ab ${dative(from)} läuft.`,
    noneInForce: (on) => `${capital(onDay(on))} gilt kein Wert.`,
    tableHead: 'für',
    tableFrom: (from, until) =>
      until === undefined
        ? `Ab ${dative(from)}`
        : `${capital(contracted(`von ${dative(from)}`))} bis ${contracted(`zu ${dative(until)}`)} (dieser Tag nicht inbegriffen)`,
    verified: 'geprüft',
    notVerified: 'nicht geprüft',
    facts: 'Abgefragte Daten',
    factHeads: ['Angabe', 'über', 'Quelle', 'Rechtsgrundlage'],
    noBasis: 'nicht angegeben',
    discretions: 'Von der Verwaltung zu beurteilen',
    yes: 'ja',
    no: 'nein',
    granted: 'Gewährt',
    notGranted: 'Kein Anspruch',
  },
  proof: {
    eligible: 'Ein Anspruch besteht',
    notEligible: 'Es besteht kein Anspruch',
    undetermined: 'Es ist noch nicht bekannt, ob ein Anspruch besteht',
    requires: 'Voraussetzungen',
    ground: (article, holds) =>
      `Grund ${quoted(article)}: ${{ yes: 'trifft zu', no: 'trifft nicht zu', unknown: 'noch nicht bekannt' }[holds]}`,
    found: (clause, holds) => `${clause}: ${{ yes: 'ja', no: 'nein', unknown: 'nicht bekannt' }[holds]}`,
    between: (least, most) => `zwischen ${least} und ${most}`,
    oneOf: (texts) => `noch nicht bekannt, welches: ${texts.join(' oder ')}`,
    period: (from, until) =>
      until === undefined
        ? `Ab ${dative(from)}, ohne Ende`
        : `${capital(contracted(`von ${dative(from)}`))} bis ${contracted(`zu ${dative(until)}`)} (dieser Tag nicht inbegriffen)`,
    nothing: 'Es wird nichts gewährt',
    missing: 'Dies ist noch nicht bekannt',
    missingFact: (label, because) =>
      `${label} (${
        {
          'not asked': 'noch nicht gefragt',
          'not found': 'bei der Quelle nicht gefunden',
          unavailable: 'die Quelle antwortet nicht',
          'not permitted': 'die Quelle darf es nicht mitteilen',
          'in doubt': 'die Antwort der Quelle ist falsch oder unklar',
        }[because]
      })`,
    missingDiscretion: (label) => `${label} (die Verwaltung entscheidet)`,
  },
}

const ORDINALS: { readonly [number: string]: string } = { 2: 'zweite', 3: 'dritte', 4: 'vierte', 5: 'fünfte' }
