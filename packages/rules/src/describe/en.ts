import type { Language, Stretch } from './language.ts'
import type { Measure } from './words.ts'
import { dateParts, spaced } from './written.ts'

// Node's own `en-BE` writes a decimal comma in a number and a decimal point in an amount: in one text that misleads.
const LOCALE = 'en-GB'
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 })
const euros = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' })
const fullDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const enumeration = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

const SUBJECTS: { readonly [kind: string]: readonly [one: string, several: string] } = {
  person: ['person', 'persons'],
  household: ['household', 'households'],
  child: ['child', 'children'],
  vehicle: ['vehicle', 'vehicles'],
  address: ['address', 'addresses'],
  dwelling: ['dwelling', 'dwellings'],
  school: ['school', 'schools'],
  organisation: ['organisation', 'organisations'],
  enrolment: ['enrolment', 'enrolments'],
  authorisation: ['authorisation', 'authorisations'],
  'parking card': ['parking card', 'parking cards'],
}
const subject = (kind = 'person') =>
  (Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined) ?? ([kind, kind] as const)

const DETERMINED = /^(the|a|an|his|her|their|this|that|these|those|whether) /
const the = (label: string) => (DETERMINED.test(label) ? label : `the ${label}`)
const isDate = (measure: Measure | undefined) => measure === 'date'
const withIs = (left: string, date: string, other: string, right: string, measure: Measure | undefined) =>
  `${left} is ${isDate(measure) ? date : other} ${right}`

function stretch({ from, above, below, upTo }: Stretch, measure: Measure | undefined): string {
  if (from !== undefined && from === upTo) return from
  const start =
    from !== undefined ? `from ${from}` : above !== undefined ? `${isDate(measure) ? 'after' : 'above'} ${above}` : ''
  const end =
    below !== undefined
      ? `${isDate(measure) ? 'before' : 'below'} ${below}`
      : upTo !== undefined
        ? `up to and including ${upTo}`
        : ''
  return [start, end].filter(Boolean).join(', ') || 'all'
}

const worth = (measure: Measure | undefined) =>
  measure === 'money' ? 'the amount' : isDate(measure) ? 'the date' : 'the value'

/**
 * English, for `describe` and `toMermaid`.
 * @example
 * ```ts
 * describe(atMost(constant(2), 3), { in: english }) // => '2 is at most 3.'
 * ```
 */
export const english: Language = {
  code: 'en',
  values: {
    colon: ':',
    quantity: (value, unit) => {
      if (unit === 'money') return spaced(euros.format(value / 100))
      if (unit === 'year') return String(value)
      const number = decimal.format(value)
      if (unit === 'percentage') return `${number}%`
      if (unit === 'days') return value === 1 ? '1 day' : `${number} days`
      if (unit === 'months') return value === 1 ? '1 month' : `${number} months`
      if (unit === 'years') return value === 1 ? '1 year' : `${number} years`
      return number
    },
    date: (iso) => dateParts(iso, fullDate, 'without end'),
    day: (day) => dayAndMonth.format(new Date(`2024-${day}`)),
    truth: (value) => (value ? 'yes' : 'no'),
    text: (value) => `“${value}”`,
    texts: (values) => (values.length === 0 ? 'nothing' : values.map((value) => `“${value}”`).join(', ')),
    letter: (letter) => `(${letter})`,
  },
  subjects: {
    one: (kind) => subject(kind)[0],
    several: (kind) => subject(kind)[1],
    concerned: (kind) => `the ${subject(kind)[0]} concerned`,
    atHand: (kind) => `that ${subject(kind)[0]}`,
  },
  inputs: {
    truth: (label) => ({ text: `${label} applies`, denied: `${label} does not apply` }),
    value: the,
    one: the,
    those: (label) => label.replace(DETERMINED, ''),
    figure: (label, value) => `${label} (${value})`,
    notInForce: (on) => `no value on ${on}`,
    list: (texts) => `the list ${texts}`,
    discretion: (label) => ({
      text: `${label} (a case worker judges this)`,
      denied: `no ${label} (a case worker judges this)`,
    }),
    named: (label) => ({ text: label, denied: `this does not hold: ${label}` }),
  },
  logic: {
    all: 'all of the following conditions',
    any: 'at least one of the following conditions',
    noneOf: 'none of the following conditions',
    notAllOf: 'not all of the following conditions together',
    always: 'always',
    never: 'never',
    not: (clause) => `this does not hold: ${clause}`,
    howMany: 'the number of conditions below that hold',
  },
  comparison: {
    below: (left, right, measure) => withIs(left, 'before', 'below', right, measure),
    atMost: (left, right, measure) => withIs(left, 'on or before', 'at most', right, measure),
    above: (left, right, measure) => withIs(left, 'after', 'above', right, measure),
    atLeast: (left, right, measure) => withIs(left, 'on or after', 'at least', right, measure),
    is: (left, right) => `${left} is ${right}`,
    isNot: (left, right) => `${left} is not ${right}`,
    oneOf: (left, among) => `${left} is in ${among}`,
    notOneOf: (left, among) => `${left} is not in ${among}`,
  },
  arithmetic: {
    plus: (parts) => parts.join(' plus '),
    minus: (left, right) => `${left} minus ${right}`,
    yearsBefore: (number, year) => `${number} ${number === '1' ? 'year' : 'years'} before ${year}`,
    times: (left, by) => `${left} times ${by}`,
    dividedBy: (left, by) => `${left} divided by ${by}`,
    percentOf: (share, of) => `${share} of ${of}`,
    round: (part, rule, step) => {
      const way = {
        nearest: 'rounded to',
        nearestEven: 'with halves to the even number rounded to',
        up: 'rounded up to',
        down: 'rounded down to',
      }
      return `${part} (${way[rule]} ${step})`
    },
    step: (step, measure) => {
      if (measure === 'money')
        return step === 1 ? 'a cent' : step === 100 ? 'a euro' : `a multiple of ${spaced(euros.format(step / 100))}`
      return step === 1 ? 'a whole number' : `a multiple of ${decimal.format(step)}`
    },
    lowest: (parts, measure) => `${isDate(measure) ? 'the earliest of' : 'the lowest of'} ${enumeration.format(parts)}`,
    highest: (parts, measure) => `${isDate(measure) ? 'the latest of' : 'the highest of'} ${enumeration.format(parts)}`,
  },
  choice: {
    when: 'the first line below that fits',
    whenValue: 'the value of the first line below that fits',
    case: (value, criterion) => `${value}, if this holds: ${criterion}`,
    otherwise: (value) => `in all other cases: ${value}`,
    table: (by, measure) => `${worth(measure)} in the table below, by ${by}`,
    head: (measure) => (measure === 'money' ? 'amount' : 'value'),
    tableNamed: (label, by, measure) => `${worth(measure)} in the table “${label}”, by ${by}`,
    stretch,
    isPresent: (part) => `${part} exists`,
    isAbsent: (part) => `${part} does not exist`,
    ifAbsent: (part, otherwise) => `${part} (if that does not exist: ${otherwise})`,
  },
  members: {
    of: (one, clause) => `for ${one} this holds: ${clause}`,
    valueOf: (one, value) => `${value} of ${one}`,
    some: (those, clause) => `for at least one of the ${those} this holds: ${clause}`,
    every: (those, clause) => `for each of the ${those} this holds: ${clause}`,
    none: (those, clause) => `for none of the ${those} this holds: ${clause}`,
    count: (those) => `the number of ${those}`,
    countFor: (those, clause) => `the number of ${those} (for whom this holds: ${clause})`,
    sum: (those, value) => `the sum of ${value} (over all ${those})`,
    filter: (those, clause) => `${those} (for whom this holds: ${clause})`,
    smallest: (those, value, measure) =>
      `${isDate(measure) ? 'the earliest' : 'the lowest'} of ${value} (among the ${those})`,
    largest: (those, value, measure) =>
      `${isDate(measure) ? 'the latest' : 'the highest'} of ${value} (among the ${those})`,
  },
  time: {
    thisDay: 'that day',
    referenceDate: 'the reference date',
    january1: '1 January of the current year',
    calendarYear: 'the current calendar year',
    schoolYear: 'the current school year (1 September up to and including 31 August)',
    age: (birthDate) => `the age (by ${birthDate})`,
    ageByYearOfBirth: (birthDate) => `the age by year of birth (${birthDate})`,
    since: (date, clause) => `since ${date} this has held without interruption: ${clause}`,
    on: (date, clause) => `on ${date} this holds: ${clause}`,
    valueOn: (date, value) => `${value} on ${date}`,
    inYear: (year, fact) => `${fact} of ${year}`,
    clauseInYear: (year, clause) => `for ${year} this holds: ${clause}`,
    throughout: (period, clause) => `on every day of ${period} this holds: ${clause}`,
    atSomeTimeIn: (period, clause) => `on at least one day of ${period} this holds: ${clause}`,
    daysIn: (period, clause) => `the number of days of ${period} (on which this holds: ${clause})`,
    later: (date, length) => `${length} after ${date}`,
    earlier: (date, length) => `${length} before ${date}`,
    monthEnd: (rule) =>
      `(if there is no such day: ${rule === 'lastDay' ? 'the last day of that month' : 'the first day of the month after'})`,
    lastDay: (day, date) => `the last ${day} up to and including ${date}`,
    nextDay: (day, date) => `the first ${day} after ${date}`,
    dayIn: (day, year) => (/^\d+$/.test(year) ? `${day} ${year}` : `${day} of ${year}`),
    startOfMonth: (date) => `the first day of the month of ${date}`,
    yearOf: (date) => `the year of ${date}`,
    monthOf: (date) => `the number of the month of ${date}`,
    completedYears: (from, until) => `the number of completed years from ${from} to ${until}`,
    completedMonths: (from, until) => `the number of completed months from ${from} to ${until}`,
    daysBetween: (from, until) => `the number of days from ${from} to ${until}`,
    period: (from, until) => `the period from ${from} until ${until} (that day not included)`,
    periodWithoutEnd: (from) => `the period from ${from}, without end`,
    startOf: (period) => `the first day of ${period}`,
    endOf: (period) => `the first day after ${period}`,
    covers: (period, date) => `${date} lies in ${period}`,
    coversNot: (period, date) => `${date} does not lie in ${period}`,
  },
  notes: { article: (text, article) => `${text} (${article})` },
  benefit: {
    share: (share, of) => `${share} of the price of ${of}`,
    inKind: (count, what) => `${count} ${what}`,
    inKindCounted: (count, what) => `${what}, in this number: ${count}`,
    composite: 'all of the following together',
    alternative: 'one of the following, as the recipient chooses',
    nothing: 'nothing',
  },
  policy: {
    regulation: 'Regulation',
    decidesOn: 'Decides on',
    asOn: 'As it stands on',
    requires: 'Conditions',
    requiresIntro: 'This must hold in any case:',
    grounds: 'Grounds',
    oneGround: 'There is a right on this ground:',
    severalGrounds: 'There is a right if at least one of these grounds holds. The first that holds counts.',
    benefit: 'What is granted',
    recipient: 'To whom',
    recipientIs: (one) => `The grant goes to ${one}`,
    period: 'For how long',
    periodIs: (period) => `The grant runs over ${period}`,
    quota: 'How often',
    quotaIs: (times, per, within) =>
      `At most ${times === 1 ? 'once' : `${decimal.format(times)} times`} per ${subject(per)[0]}, within ${within}`,
    definitions: 'Definitions',
    definition: (name, meaning) => `“${name}” means: ${meaning}`,
    figures: 'Figures and lists',
    figureHeads: ['from', 'until', 'value', 'article', 'checked'],
    inForce: (on, value) => `In force on ${on}: ${value}.`,
    tableInForce: (on, from) => `In force on ${on}: the table that runs from ${from}.`,
    noneInForce: (on) => `On ${on} no value is in force.`,
    tableHead: 'for',
    tableFrom: (from, until) => (until === undefined ? `From ${from}` : `From ${from} until ${until}`),
    verified: 'verified',
    notVerified: 'not verified',
    facts: 'Facts that are asked',
    factHeads: ['fact', 'about', 'source', 'legal basis'],
    noBasis: 'not stated',
    discretions: 'For a case worker to judge',
    yes: 'yes',
    no: 'no',
    granted: 'Granted',
    notGranted: 'No right',
  },
  proof: {
    eligible: 'Eligible',
    notEligible: 'Not eligible',
    undetermined: 'It is not known yet whether there is a right',
    requires: 'Conditions',
    ground: (article, holds) =>
      `Ground “${article}”: ${{ yes: 'holds', no: 'does not hold', unknown: 'not known yet' }[holds]}`,
    found: (clause, holds) => `${clause}: ${{ yes: 'yes', no: 'no', unknown: 'not known' }[holds]}`,
    between: (least, most) => `between ${least} and ${most}`,
    oneOf: (parts) => `not known yet which: ${parts.join(' or ')}`,
    period: (from, until) =>
      until === undefined ? `From ${from}, without end` : `From ${from} until ${until} (that day not included)`,
    nothing: 'Nothing is granted',
    missing: 'This is not known yet',
    missingFact: (label, because) =>
      `${label} (${
        {
          'not asked': 'not asked yet',
          'not found': 'not found at the source',
          unavailable: 'the source does not answer',
          'not permitted': 'the source may not tell',
          'in doubt': "the source's answer is wrong or unclear",
        }[because]
      })`,
    missingDiscretion: (label) => `${label} (a person decides)`,
  },
}
