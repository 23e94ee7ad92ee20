import type { Language, Stretch } from './language.ts'
import type { Measure } from './words.ts'
import { dateParts, spaced } from './written.ts'

const LOCALE = 'nl-BE'
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 })
const euros = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' })
const fullDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const enumeration = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

const SUBJECTS: { readonly [kind: string]: readonly [article: 'de' | 'het', one: string, several: string] } = {
  person: ['de', 'persoon', 'personen'],
  household: ['het', 'gezin', 'gezinnen'],
  child: ['het', 'kind', 'kinderen'],
  vehicle: ['het', 'voertuig', 'voertuigen'],
  address: ['het', 'adres', 'adressen'],
  dwelling: ['de', 'woning', 'woningen'],
  school: ['de', 'school', 'scholen'],
  organisation: ['de', 'organisatie', 'organisaties'],
  enrolment: ['de', 'inschrijving', 'inschrijvingen'],
  authorisation: ['de', 'toelating', 'toelatingen'],
  'parking card': ['de', 'parkeerkaart', 'parkeerkaarten'],
}
const subject = (kind = 'person') =>
  (Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined) ?? (['de', kind, kind] as const)

/** Labels come without an article: of relations to one, these take "het". */
const HET = /(kind|gezin|huishouden|adres|voertuig|lid|gebouw|huis|pand|je)$/
const DETERMINED = /^(de|het|een|zijn|haar|hun|deze|dit|die|dat) /
const isDate = (measure: Measure | undefined) => measure === 'date'
const withIs = (left: string, date: string, other: string, right: string, measure: Measure | undefined) =>
  `${left} ${isDate(measure) ? date : other} ${right}`

function stretch({ from, above, below, upTo }: Stretch, measure: Measure | undefined): string {
  if (from !== undefined && from === upTo) return from
  const start =
    from !== undefined ? `vanaf ${from}` : above !== undefined ? `${isDate(measure) ? 'na' : 'meer dan'} ${above}` : ''
  const end =
    below !== undefined
      ? `${isDate(measure) ? 'vóór' : 'minder dan'} ${below}`
      : upTo !== undefined
        ? `tot en met ${upTo}`
        : ''
  return [start, end].filter(Boolean).join(', ') || 'alle'
}

const worth = (measure: Measure | undefined) =>
  measure === 'money' ? 'het bedrag' : isDate(measure) ? 'de datum' : 'de waarde'

/**
 * Dutch, for `describe` and `toMermaid`.
 * @example
 * ```ts
 * describe(atMost(constant(2), 3), { in: dutch }) // => '2 is hoogstens 3.'
 * ```
 */
export const dutch: Language = {
  code: 'nl',
  values: {
    colon: ':',
    quantity: (value, unit) => {
      if (unit === 'money') return spaced(euros.format(value / 100))
      if (unit === 'year') return String(value)
      const number = decimal.format(value)
      if (unit === 'percentage') return `${number} %`
      if (unit === 'days') return value === 1 ? '1 dag' : `${number} dagen`
      if (unit === 'months') return value === 1 ? '1 maand' : `${number} maanden`
      return unit === 'years' ? `${number} jaar` : number
    },
    date: (iso) => dateParts(iso, fullDate, 'zonder einde'),
    day: (day) => dayAndMonth.format(new Date(`2024-${day}`)),
    truth: (value) => (value ? 'ja' : 'nee'),
    text: (value) => `“${value}”`,
    texts: (values) => (values.length === 0 ? 'niets' : values.map((value) => `“${value}”`).join(', ')),
    letter: (letter) => `(${letter})`,
  },
  subjects: {
    one: (kind) => subject(kind)[1],
    several: (kind) => subject(kind)[2],
    concerned: (kind) =>
      subject(kind)[0] === 'het' ? `het betrokken ${subject(kind)[1]}` : `de betrokken ${subject(kind)[1]}`,
    atHand: (kind) => (subject(kind)[0] === 'het' ? `dat ${subject(kind)[1]} zelf` : `die ${subject(kind)[1]} zelf`),
  },
  inputs: {
    truth: (label) => ({ text: `${label} is van toepassing`, denied: `${label} is niet van toepassing` }),
    value: (label) => label,
    one: (label) => (DETERMINED.test(label) ? label : HET.test(label) ? `het ${label}` : `de ${label}`),
    those: (label) => label.replace(DETERMINED, ''),
    figure: (label, value) => `${label} (${value})`,
    notInForce: (on) => `geen waarde op ${on}`,
    list: (texts) => `de lijst ${texts}`,
    discretion: (label) => ({
      text: `${label} (een medewerker beoordeelt dit)`,
      denied: `geen ${label} (een medewerker beoordeelt dit)`,
    }),
    named: (label) => ({ text: label, denied: `dit geldt niet: ${label}` }),
  },
  logic: {
    all: 'alle volgende voorwaarden',
    any: 'minstens één van de volgende voorwaarden',
    noneOf: 'geen enkele van de volgende voorwaarden',
    notAllOf: 'niet alle volgende voorwaarden samen',
    always: 'altijd',
    never: 'nooit',
    not: (clause) => `dit geldt niet: ${clause}`,
    howMany: 'het aantal voorwaarden hieronder dat geldt',
  },
  comparison: {
    below: (left, right, measure) => withIs(left, 'ligt vóór', 'is minder dan', right, measure),
    atMost: (left, right, measure) => withIs(left, 'ligt op of vóór', 'is hoogstens', right, measure),
    above: (left, right, measure) => withIs(left, 'ligt na', 'is meer dan', right, measure),
    atLeast: (left, right, measure) => withIs(left, 'ligt op of na', 'is minstens', right, measure),
    is: (left, right) => `${left} is ${right}`,
    isNot: (left, right) => `${left} is niet ${right}`,
    oneOf: (left, among) => `${left} staat in ${among}`,
    notOneOf: (left, among) => `${left} staat niet in ${among}`,
  },
  arithmetic: {
    plus: (parts) => parts.join(' plus '),
    minus: (left, right) => `${left} min ${right}`,
    yearsBefore: (number, year) => `${number} jaar vóór ${year}`,
    times: (left, by) => `${left} maal ${by}`,
    dividedBy: (left, by) => `${left} gedeeld door ${by}`,
    percentOf: (share, of) => `${share} van ${of}`,
    round: (part, rule, step) => {
      const way = {
        nearest: 'afgerond op',
        nearestEven: 'bij de helft naar het even getal afgerond op',
        up: 'naar boven afgerond op',
        down: 'naar beneden afgerond op',
      }
      return `${part} (${way[rule]} ${step})`
    },
    step: (step, measure) => {
      if (measure === 'money')
        return step === 1
          ? 'een cent'
          : step === 100
            ? 'een euro'
            : `een veelvoud van ${spaced(euros.format(step / 100))}`
      return step === 1 ? 'een geheel getal' : `een veelvoud van ${decimal.format(step)}`
    },
    lowest: (parts, measure) =>
      `${isDate(measure) ? 'de vroegste datum van' : 'het laagste van'} ${enumeration.format(parts)}`,
    highest: (parts, measure) =>
      `${isDate(measure) ? 'de laatste datum van' : 'het hoogste van'} ${enumeration.format(parts)}`,
  },
  choice: {
    when: 'de eerste regel hieronder die past',
    whenValue: 'de waarde van de eerste regel hieronder die past',
    case: (value, criterion) => `${value}, als dit geldt: ${criterion}`,
    otherwise: (value) => `in alle andere gevallen: ${value}`,
    table: (by, measure) => `${worth(measure)} uit de tabel hieronder, volgens ${by}`,
    head: (measure) => (measure === 'money' ? 'bedrag' : 'waarde'),
    tableNamed: (label, by, measure) => `${worth(measure)} uit de tabel “${label}”, volgens ${by}`,
    stretch,
    isPresent: (part) => `${part} bestaat`,
    isAbsent: (part) => `${part} bestaat niet`,
    ifAbsent: (part, otherwise) => `${part} (bestaat dat niet, dan ${otherwise})`,
  },
  members: {
    of: (one, clause) => `voor ${one} geldt: ${clause}`,
    valueOf: (one, value) => `${value} van ${one}`,
    some: (those, clause) => `voor minstens één van de ${those} geldt: ${clause}`,
    every: (those, clause) => `voor elk van de ${those} geldt: ${clause}`,
    none: (those, clause) => `voor geen van de ${those} geldt: ${clause}`,
    count: (those) => `het aantal ${those}`,
    countFor: (those, clause) => `het aantal ${those} (voor wie dit geldt: ${clause})`,
    sum: (those, value) => `de som van ${value} (over alle ${those})`,
    filter: (those, clause) => `${those} (voor wie dit geldt: ${clause})`,
    smallest: (those, value, measure) =>
      `${isDate(measure) ? 'de vroegste' : 'de laagste'} waarde van ${value} (onder de ${those})`,
    largest: (those, value, measure) =>
      `${isDate(measure) ? 'de laatste' : 'de hoogste'} waarde van ${value} (onder de ${those})`,
  },
  time: {
    thisDay: 'die dag',
    referenceDate: 'de referentiedatum',
    january1: '1 januari van het lopende jaar',
    calendarYear: 'het lopende kalenderjaar',
    schoolYear: 'het lopende schooljaar (1 september tot en met 31 augustus)',
    age: (birthDate) => `de leeftijd (volgens ${birthDate})`,
    ageByYearOfBirth: (birthDate) => `de leeftijd volgens het geboortejaar (${birthDate})`,
    since: (date, clause) => `sinds ${date} geldt zonder onderbreking: ${clause}`,
    on: (date, clause) => `op ${date} geldt: ${clause}`,
    valueOn: (date, value) => `${value} op ${date}`,
    inYear: (year, fact) => `${fact} van ${year}`,
    clauseInYear: (year, clause) => `voor ${year} geldt: ${clause}`,
    throughout: (period, clause) => `op elke dag van ${period} geldt: ${clause}`,
    atSomeTimeIn: (period, clause) => `op minstens één dag van ${period} geldt: ${clause}`,
    daysIn: (period, clause) => `het aantal dagen van ${period} (waarop dit geldt: ${clause})`,
    later: (date, length) => `${length} na ${date}`,
    earlier: (date, length) => `${length} vóór ${date}`,
    monthEnd: (rule) =>
      `(bestaat die dag niet: ${rule === 'lastDay' ? 'de laatste dag van die maand' : 'de eerste dag van de maand erna'})`,
    lastDay: (day, date) => `de laatste ${day} tot en met ${date}`,
    nextDay: (day, date) => `de eerstvolgende ${day} na ${date}`,
    dayIn: (day, year) => (/^\d+$/.test(year) ? `${day} ${year}` : `${day} van ${year}`),
    startOfMonth: (date) => `de eerste dag van de maand van ${date}`,
    yearOf: (date) => `het jaar van ${date}`,
    monthOf: (date) => `het nummer van de maand van ${date}`,
    completedYears: (from, until) => `het aantal volledige jaren van ${from} tot ${until}`,
    completedMonths: (from, until) => `het aantal volledige maanden van ${from} tot ${until}`,
    daysBetween: (from, until) => `het aantal dagen van ${from} tot ${until}`,
    period: (from, until) => `de periode van ${from} tot ${until} (die dag niet meegerekend)`,
    periodWithoutEnd: (from) => `de periode vanaf ${from}, zonder einde`,
    startOf: (period) => `de eerste dag van ${period}`,
    endOf: (period) => `de eerste dag na ${period}`,
    covers: (period, date) => `${date} valt in ${period}`,
    coversNot: (period, date) => `${date} valt niet in ${period}`,
  },
  notes: { article: (text, article) => `${text} (${article})` },
  benefit: {
    share: (share, of) => `${share} van de prijs van ${of}`,
    inKind: (count, what) => `${count} ${what}`,
    inKindCounted: (count, what) => `${what}, in dit aantal: ${count}`,
    composite: 'al het volgende samen',
    alternative: 'naar keuze van de ontvanger, één van de volgende',
    nothing: 'niets',
  },
  policy: {
    regulation: 'Reglement',
    decidesOn: 'Beslist over',
    asOn: 'Toestand op',
    requires: 'Voorwaarden',
    requiresIntro: 'Dit moet in elk geval gelden:',
    grounds: 'Gronden',
    oneGround: 'Er is recht op deze grond:',
    severalGrounds: 'Er is recht als minstens één van deze gronden geldt. De eerste die geldt, telt.',
    benefit: 'Wat wordt toegekend',
    recipient: 'Aan wie',
    recipientIs: (one) => `De toekenning gaat naar ${one}`,
    period: 'Voor hoelang',
    periodIs: (period) => `De toekenning loopt over ${period}`,
    quota: 'Hoe vaak',
    quotaIs: (times, per, within) =>
      `Hoogstens ${times === 1 ? 'één' : decimal.format(times)} keer per ${subject(per)[1]}, binnen ${within}`,
    definitions: 'Begrippen',
    definition: (name, meaning) => `“${name}” betekent: ${meaning}`,
    figures: 'Cijfers en lijsten',
    figureHeads: ['vanaf', 'tot', 'waarde', 'artikel', 'nagekeken'],
    inForce: (on, value) => `Op ${on} geldt: ${value}.`,
    tableInForce: (on, from) => `Op ${on} geldt de tabel die loopt vanaf ${from}.`,
    noneInForce: (on) => `Op ${on} geldt geen waarde.`,
    tableHead: 'voor',
    tableFrom: (from, until) => (until === undefined ? `Vanaf ${from}` : `Van ${from} tot ${until}`),
    verified: 'geverifieerd',
    notVerified: 'niet geverifieerd',
    facts: 'Gevraagde gegevens',
    factHeads: ['gegeven', 'over', 'bron', 'rechtsgrond'],
    noBasis: 'niet vermeld',
    discretions: 'Door een medewerker te beoordelen',
    yes: 'ja',
    no: 'nee',
    granted: 'Toegekend',
    notGranted: 'Geen recht',
  },
  proof: {
    eligible: 'Er is recht',
    notEligible: 'Er is geen recht',
    undetermined: 'Het is nog niet bekend of er recht is',
    requires: 'Voorwaarden',
    ground: (article, holds) =>
      `Grond “${article}”: ${{ yes: 'geldt', no: 'geldt niet', unknown: 'nog niet bekend' }[holds]}`,
    found: (clause, holds) => `${clause}: ${{ yes: 'ja', no: 'nee', unknown: 'niet bekend' }[holds]}`,
    between: (least, most) => `tussen ${least} en ${most}`,
    oneOf: (parts) => `nog niet bekend welke: ${parts.join(' of ')}`,
    period: (from, until) =>
      until === undefined ? `Vanaf ${from}, zonder einde` : `Van ${from} tot ${until} (die dag niet meegerekend)`,
    nothing: 'Er wordt niets toegekend',
    missing: 'Dit is nog niet bekend',
    missingFact: (label, because) =>
      `${label} (${
        {
          'not asked': 'nog niet gevraagd',
          'not found': 'niet gevonden bij de bron',
          unavailable: 'de bron antwoordt niet',
          'not permitted': 'de bron mag het niet zeggen',
          'in doubt': 'het antwoord van de bron klopt niet of is onduidelijk',
        }[because]
      })`,
    missingDiscretion: (label) => `${label} (een medewerker beslist)`,
  },
}
