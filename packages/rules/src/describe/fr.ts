import { bare, byDay, day, from, genderOf, moved, onDay, the, to, verb } from './fr-grammar.ts'
import type { Language, Stretch } from './language.ts'
import { capital } from './markdown.ts'
import type { Measure } from './words.ts'
import { dateParts, spaced } from './written.ts'

const LOCALE = 'fr-BE'
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 })
const euros = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' })
const fullDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const enumeration = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

const number = (value: number) => spaced(decimal.format(value))
const money = (cents: number) => spaced(euros.format(cents / 100))
/** The first of the month is an ordinal, which no format of dates knows. */
const first = (date: string) => date.replace(/^1 /, '1er ')
const several = (value: number) => Math.abs(value) >= 2

const SUBJECTS: { readonly [kind: string]: readonly [gender: 'm' | 'f', one: string, several: string] } = {
  person: ['f', 'personne', 'personnes'],
  household: ['m', 'ménage', 'ménages'],
  child: ['m', 'enfant', 'enfants'],
  vehicle: ['m', 'véhicule', 'véhicules'],
  address: ['f', 'adresse', 'adresses'],
  dwelling: ['m', 'logement', 'logements'],
  school: ['f', 'école', 'écoles'],
  organisation: ['f', 'organisation', 'organisations'],
  enrolment: ['f', 'inscription', 'inscriptions'],
  authorisation: ['f', 'autorisation', 'autorisations'],
  'parking card': ['f', 'carte de stationnement', 'cartes de stationnement'],
}
const subject = (kind = 'person') =>
  (Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined) ?? (['m', kind, kind] as const)

const isDate = (measure: Measure | undefined) => measure === 'date'
const inGender = (those: string, masculine: string, feminine: string) =>
  genderOf(those) === 'f' ? feminine : masculine
const forWhom = (those: string) => inGender(those, 'pour lesquels', 'pour lesquelles')
/** A label that is no noun is quoted, so that it can stand in a sentence. */
const applies = (label: string) => (the(label) === label && genderOf(label) === undefined ? quoted(label) : the(label))
const quoted = (text: string) => `« ${text} »`

function stretch({ from: start, above, below, upTo }: Stretch, measure: Measure | undefined): string {
  if (start !== undefined && start === upTo) return start
  const lower =
    start !== undefined
      ? `à partir ${from(start)}`
      : above !== undefined
        ? isDate(measure)
          ? `après ${day(above)}`
          : `plus de ${above}`
        : ''
  const upper =
    below !== undefined
      ? isDate(measure)
        ? `avant ${day(below)}`
        : `moins de ${below}`
      : upTo !== undefined
        ? `jusqu'${to(upTo)} inclus`
        : ''
  return [lower, upper].filter(Boolean).join(', ') || 'tous'
}

const worth = (measure: Measure | undefined) =>
  measure === 'money' ? 'le montant' : isDate(measure) ? 'la date' : 'la valeur'

/**
 * French as it is written in Belgium, for `describe` and `toMermaid`. Labels come without an article: it adds the one
 * that the form of the noun tells.
 * @example
 * ```ts
 * describe(atMost(constant(2), 3), { in: french }) // => '2 ne dépasse pas 3.'
 * ```
 */
export const french: Language = {
  code: 'fr',
  values: {
    colon: ' :',
    quantity: (value, unit) => {
      if (unit === 'money') return money(value)
      if (unit === 'year') return String(value)
      if (unit === 'percentage') return `${number(value)} %`
      if (unit === 'days') return `${number(value)} ${several(value) ? 'jours' : 'jour'}`
      if (unit === 'months') return `${number(value)} mois`
      if (unit === 'years') return `${number(value)} ${several(value) ? 'ans' : 'an'}`
      return number(value)
    },
    date: (iso) => first(dateParts(iso, fullDate, 'sans fin')),
    day: (monthAndDay) => first(dayAndMonth.format(new Date(`2024-${monthAndDay}`))),
    truth: (value) => (value ? 'oui' : 'non'),
    text: quoted,
    texts: (values) => (values.length === 0 ? 'vide' : values.map(quoted).join(', ')),
    letter: (letter) => `(${letter})`,
  },
  subjects: {
    one: (kind) => subject(kind)[1],
    several: (kind) => subject(kind)[2],
    concerned: (kind) => {
      const [gender, one] = subject(kind)
      return gender === 'f' ? `${withArticle(one, 'la')} concernée` : `${withArticle(one, 'le')} concerné`
    },
    atHand: (kind) => {
      const [gender, one] = subject(kind)
      if (gender === 'f') return `cette ${one} elle-même`
      return `${/^[aeéiouh]/.test(one) ? 'cet' : 'ce'} ${one} lui-même`
    },
  },
  inputs: {
    truth: (label) => ({
      text: `${applies(label)} est d'application`,
      denied: `${applies(label)} n'est pas d'application`,
    }),
    value: the,
    one: the,
    those: bare,
    figure: (label, value) => `${label} (${value})`,
    notInForce: (on) => `aucune valeur ${onDay(on)}`,
    list: (texts) => `la liste ${texts}`,
    discretion: (label) => ({
      text: `${quoted(label)} est d'application (un agent en juge)`,
      denied: `${quoted(label)} n'est pas d'application (un agent en juge)`,
    }),
    named: (label) => ({
      text: `la condition ${quoted(label)} est remplie`,
      denied: `la condition ${quoted(label)} n'est pas remplie`,
    }),
  },
  logic: {
    all: 'toutes les conditions suivantes sont remplies',
    any: 'au moins une des conditions suivantes est remplie',
    noneOf: "aucune des conditions suivantes n'est remplie",
    notAllOf: 'les conditions suivantes ne sont pas toutes remplies',
    always: "c'est toujours le cas",
    never: "ce n'est jamais le cas",
    not: (clause) => `ceci n'est pas le cas : ${clause}`,
    howMany: 'le nombre de conditions ci-dessous qui sont remplies',
  },
  comparison: {
    below: (left, right, measure) =>
      isDate(measure)
        ? `${verb(left, 'tombe', 'tombent')} avant ${day(right)}`
        : `${verb(left, "n'atteint", "n'atteignent")} pas ${right}`,
    atMost: (left, right, measure) =>
      isDate(measure)
        ? `${verb(left, 'tombe', 'tombent')} au plus tard ${byDay(right)}`
        : `${verb(left, 'ne dépasse', 'ne dépassent')} pas ${right}`,
    above: (left, right, measure) =>
      isDate(measure)
        ? `${verb(left, 'tombe', 'tombent')} après ${day(right)}`
        : `${verb(left, 'dépasse', 'dépassent')} ${right}`,
    atLeast: (left, right, measure) =>
      isDate(measure)
        ? `${verb(left, 'tombe', 'tombent')} au plus tôt ${byDay(right)}`
        : `${verb(left, 'atteint', 'atteignent')} au moins ${right}`,
    is: (left, right) => `${verb(left, 'est', 'sont')} ${right}`,
    isNot: (left, right) => `${verb(left, "n'est", 'ne sont')} pas ${right}`,
    oneOf: (left, among) => `${verb(left, 'fait', 'font')} partie ${from(among)}`,
    notOneOf: (left, among) => `${verb(left, 'ne fait', 'ne font')} pas partie ${from(among)}`,
  },
  arithmetic: {
    plus: (parts) => parts.join(' plus '),
    minus: (left, right) => `${left} moins ${right}`,
    yearsBefore: (count, year) =>
      count === '1' ? `l'année précédant ${year}` : `la ${ORDINALS[count] ?? `${count}e`} année précédant ${year}`,
    times: (left, by) => (/^-?\d/.test(by) ? `${by} fois ${left}` : `${left} fois ${by}`),
    dividedBy: (left, by) => `le quotient ${from(left)} par ${by}`,
    percentOf: (share, of) => `${share} ${from(of)}`,
    round: (part, rule, step) => {
      const way = {
        nearest: 'avec arrondi',
        nearestEven: 'avec arrondi, à mi-chemin vers le nombre pair,',
        up: 'avec arrondi vers le haut',
        down: 'avec arrondi vers le bas',
      }
      return `${part} (${way[rule]} ${step})`
    },
    step: (step, measure) => {
      if (measure === 'money')
        return step === 1 ? 'au cent' : step === 100 ? "à l'euro" : `à un multiple de ${money(step)}`
      return step === 1 ? 'au nombre entier' : `à un multiple de ${number(step)}`
    },
    lowest: (parts, measure) =>
      isDate(measure)
        ? `la première date entre ${enumeration.format(parts.map(day))}`
        : `${worth(measure)} ${measure === 'money' ? 'le plus bas' : 'la plus basse'} entre ${enumeration.format(parts)}`,
    highest: (parts, measure) =>
      isDate(measure)
        ? `la dernière date entre ${enumeration.format(parts.map(day))}`
        : `${worth(measure)} ${measure === 'money' ? 'le plus élevé' : 'la plus élevée'} entre ${enumeration.format(parts)}`,
  },
  choice: {
    when: 'la première ligne applicable ci-dessous décide',
    whenValue: 'la valeur de la première ligne applicable ci-dessous',
    case: (value, criterion) => `${value}, si ${criterion}`,
    otherwise: (value) => `dans tous les autres cas : ${value}`,
    table: (by, measure) => `${worth(measure)} du tableau ci-dessous, selon ${by}`,
    head: (measure) => (measure === 'money' ? 'montant' : 'valeur'),
    tableNamed: (label, by, measure) => `${worth(measure)} du tableau ${quoted(label)}, selon ${by}`,
    stretch,
    isPresent: (part) => verb(part, 'existe', 'existent'),
    isAbsent: (part) => `${verb(part, "n'existe", "n'existent")} pas`,
    ifAbsent: (part, otherwise) => `${part} (à défaut : ${otherwise})`,
  },
  members: {
    of: (one, clause) => `pour ${one}, ${clause}`,
    valueOf: (one, value) => `${value} ${from(one)}`,
    some: (those, clause) => `pour au moins ${inGender(those, 'un', 'une')} des ${those}, ${clause}`,
    every: (those, clause) => `pour ${inGender(those, 'chacun', 'chacune')} des ${those}, ${clause}`,
    none: (those, clause) => `ceci n'est le cas pour ${inGender(those, 'aucun', 'aucune')} des ${those} : ${clause}`,
    count: (those) => `le nombre ${from(those)}`,
    countFor: (those, clause) => `le nombre ${from(those)} (${forWhom(those)} ${clause})`,
    sum: (those, value) => `la somme ${from(value)} (pour l'ensemble des ${those})`,
    filter: (those, clause) => `${those} (${forWhom(those)} ${clause})`,
    smallest: (those, value, measure) =>
      `la valeur ${isDate(measure) ? 'la plus ancienne' : 'la plus basse'} ${from(value)} (parmi les ${those})`,
    largest: (those, value, measure) =>
      `la valeur ${isDate(measure) ? 'la plus récente' : 'la plus élevée'} ${from(value)} (parmi les ${those})`,
  },
  time: {
    thisDay: 'ce jour',
    referenceDate: 'la date de référence',
    january1: "le 1er janvier de l'année en cours",
    calendarYear: "l'année civile en cours",
    schoolYear: "l'année scolaire en cours (du 1er septembre au 31 août inclus)",
    age: (birthDate) => `l'âge (selon ${day(birthDate)})`,
    ageByYearOfBirth: (birthDate) => `l'âge selon l'année de naissance (${birthDate})`,
    since: (date, clause) => `depuis ${day(date)}, sans interruption, ${clause}`,
    on: (date, clause) => `${onDay(date)}, ${clause}`,
    valueOn: (date, value) => `${value} ${onDay(date)}`,
    inYear: (year, fact) => `${fact} ${from(year)}`,
    clauseInYear: (year, clause) => `pour ${year}, ${clause}`,
    throughout: (period, clause) => `chaque jour ${from(period)}, ${clause}`,
    atSomeTimeIn: (period, clause) => `au moins un jour ${from(period)}, ${clause}`,
    daysIn: (period, clause) => `le nombre de jours ${from(period)} (au cours desquels ${clause})`,
    later: (date, length) => moved(date, length, 'après'),
    earlier: (date, length) => moved(date, length, 'avant'),
    monthEnd: (rule) =>
      `(si ce jour n'existe pas : ${rule === 'lastDay' ? 'le dernier jour de ce mois' : 'le premier jour du mois suivant'})`,
    lastDay: (monthAndDay, date) => `le dernier ${monthAndDay} tombant au plus tard ${byDay(date)}`,
    nextDay: (monthAndDay, date) => `le premier ${monthAndDay} après ${day(date)}`,
    dayIn: (monthAndDay, year) => (/^\d+$/.test(year) ? `${monthAndDay} ${year}` : `le ${monthAndDay} ${from(year)}`),
    startOfMonth: (date) => `le premier jour du mois ${from(day(date))}`,
    yearOf: (date) => `l'année ${from(day(date))}`,
    monthOf: (date) => `le numéro du mois ${from(day(date))}`,
    completedYears: (start, end) => `le nombre d'années complètes entre ${day(start)} et ${day(end)}`,
    completedMonths: (start, end) => `le nombre de mois complets entre ${day(start)} et ${day(end)}`,
    daysBetween: (start, end) => `le nombre de jours entre ${day(start)} et ${day(end)}`,
    period: (start, end) => `la période ${from(day(start))} ${to(day(end))} (ce jour non compris)`,
    periodWithoutEnd: (start) => `la période à partir ${from(day(start))}, sans fin`,
    startOf: (period) => `le premier jour ${from(period)}`,
    endOf: (period) => `le premier jour après ${period}`,
    covers: (period, date) => `${verb(period, 'couvre', 'couvrent')} ${day(date)}`,
    coversNot: (period, date) => `${verb(period, 'ne couvre', 'ne couvrent')} pas ${day(date)}`,
  },
  notes: { article: (text, article) => `${text} (${article})` },
  benefit: {
    share: (share, of) =>
      /^\d/.test(share) ? `${share} du prix ${from(the(of))}` : `une part du prix ${from(the(of))} : ${share}`,
    inKind: (count, what) => `${count} ${what}`,
    inKindCounted: (count, what) => `${what}, en ce nombre : ${count}`,
    composite: 'tout ce qui suit',
    alternative: 'au choix du bénéficiaire, un des éléments suivants',
    nothing: 'rien',
  },
  policy: {
    regulation: 'Règlement',
    decidesOn: 'Porte sur',
    asOn: 'Date de la situation',
    requires: 'Conditions',
    requiresIntro: 'Ceci doit toujours être le cas :',
    grounds: 'Motifs',
    oneGround: 'Il y a un droit pour ce motif :',
    severalGrounds: "Il y a un droit dès qu'au moins un de ces motifs est établi. Le premier qui est établi compte.",
    benefit: 'Ce qui est octroyé',
    recipient: 'À qui',
    recipientIs: (one) => `L'octroi revient ${to(one)}`,
    period: 'Pour combien de temps',
    periodIs: (period) => `L'octroi porte sur ${period}`,
    quota: 'À quelle fréquence',
    quotaIs: (times, per, within) => `Au plus ${number(times)} fois par ${subject(per)[1]}, au cours ${from(within)}`,
    definitions: 'Définitions',
    definition: (name, meaning) => `${quoted(name)} signifie : ${meaning}`,
    figures: 'Chiffres et listes',
    figureHeads: ['à partir du', "jusqu'au", 'valeur', 'article', 'vérification'],
    inForce: (on, value) => `En vigueur ${onDay(on)} : ${value}.`,
    tableInForce: (on, start) => `En vigueur ${onDay(on)} : le tableau applicable à partir ${from(start)}.`,
    noneInForce: (on) => `Aucune valeur n'est en vigueur ${onDay(on)}.`,
    tableHead: 'pour',
    tableFrom: (start, until) =>
      until === undefined ? `À partir ${from(start)}` : `À partir ${from(start)}, avant ${day(until)}`,
    verified: 'vérifié',
    notVerified: 'non vérifié',
    facts: 'Données demandées',
    factHeads: ['donnée', 'au sujet de', 'source', 'base légale'],
    noBasis: 'non mentionnée',
    discretions: 'À apprécier par un agent',
    yes: 'oui',
    no: 'non',
    granted: 'Octroyé',
    notGranted: 'Pas de droit',
  },
  proof: {
    eligible: 'Il y a un droit',
    notEligible: "Il n'y a pas de droit",
    undetermined: "On ne sait pas encore s'il y a un droit",
    requires: 'Conditions',
    ground: (article, holds) =>
      `Motif ${quoted(article)} : ${{ yes: 'établi', no: 'non établi', unknown: 'pas encore connu' }[holds]}`,
    found: (clause, holds) => `${clause} : ${{ yes: 'oui', no: 'non', unknown: 'pas connu' }[holds]}`,
    between: (least, most) => `entre ${least} et ${most}`,
    oneOf: (parts) => `on ne sait pas encore lequel : ${parts.join(' ou ')}`,
    period: (start, until) =>
      until === undefined
        ? `À partir ${from(start)}, sans fin`
        : capital(`${from(start)} ${to(until)} (ce jour non compris)`),
    nothing: "Rien n'est octroyé",
    missing: "Ceci n'est pas encore connu",
    missingFact: (label, because) =>
      `${label} (${
        {
          'not asked': 'pas encore demandé',
          'not found': 'introuvable à la source',
          unavailable: 'la source ne répond pas',
          'not permitted': 'la source ne peut pas le communiquer',
          'in doubt': 'la réponse de la source est erronée ou peu claire',
        }[because]
      })`,
    missingDiscretion: (label) => `${label} (un agent décide)`,
  },
}

const ORDINALS: { readonly [count: string]: string } = { 2: 'deuxième', 3: 'troisième', 4: 'quatrième', 5: 'cinquième' }

function withArticle(noun: string, article: 'le' | 'la'): string {
  return /^[aeéiouh]/.test(noun) ? `l'${noun}` : `${article} ${noun}`
}
