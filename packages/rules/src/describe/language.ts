import type { Label } from '../label.ts'
import type { Reason } from '../situation.ts'
import type { MonthEnd, RoundingRule } from '../tree.ts'
import type { Unit } from '../value-type.ts'
import type { Measure } from './words.ts'

/** Where a row of a step table starts and ends: `from` and `upTo` belong to it, `above` and `below` do not. */
export interface Stretch {
  readonly from?: string
  readonly above?: string
  readonly below?: string
  readonly upTo?: string
}

/**
 * A language: the words of every kind of expression. A new language is one object of this type; the compiler says what
 * it still lacks. Clauses and nouns come without capital and full stop; "…, of which holds: " is followed by a clause or
 * by the name of a list.
 */
export interface Language {
  /** Of the labels, the ones it reads. */
  readonly code: keyof Label
  readonly values: {
    /** What stands between a name or a sentence and what follows: `:`, in French with a space before it. */
    readonly colon: string
    quantity(value: number, unit: Unit | undefined): string
    date(iso: string): string
    /** Month and day, `09-01`. */
    day(day: string): string
    truth(value: boolean): string
    text(value: string): string
    texts(values: readonly string[]): string
    /** "(a)": what is told below, under that letter. */
    letter(letter: string): string
  }
  readonly subjects: {
    one(kind: string): string
    several(kind: string): string
    concerned(kind: string | undefined): string
    atHand(kind: string | undefined): string
  }
  readonly inputs: {
    truth(label: string): { readonly text: string; readonly denied: string }
    value(label: string): string
    /** A relation to one, with its article. */
    one(label: string): string
    /** A relation to several, without an article. */
    those(label: string): string
    figure(label: string, value: string): string
    notInForce(on: string): string
    list(texts: string): string
    discretion(label: string): { readonly text: string; readonly denied: string }
    /** A criterion that has a name of its own. */
    named(label: string): { readonly text: string; readonly denied: string }
  }
  readonly logic: {
    readonly all: string
    readonly any: string
    readonly noneOf: string
    readonly notAllOf: string
    always: string
    never: string
    not(clause: string): string
    readonly howMany: string
  }
  readonly comparison: {
    below(left: string, right: string, measure: Measure | undefined): string
    atMost(left: string, right: string, measure: Measure | undefined): string
    above(left: string, right: string, measure: Measure | undefined): string
    atLeast(left: string, right: string, measure: Measure | undefined): string
    is(left: string, right: string): string
    isNot(left: string, right: string): string
    oneOf(left: string, among: string): string
    notOneOf(left: string, among: string): string
  }
  readonly arithmetic: {
    plus(parts: readonly string[]): string
    minus(left: string, right: string): string
    yearsBefore(number: string, year: string): string
    times(left: string, by: string): string
    dividedBy(left: string, by: string): string
    percentOf(share: string, of: string): string
    round(part: string, rule: RoundingRule, step: string): string
    /** A step of rounding: a cent, a euro, a whole number, something else. */
    step(step: number, measure: Measure | undefined): string
    lowest(parts: readonly string[], measure: Measure | undefined): string
    highest(parts: readonly string[], measure: Measure | undefined): string
  }
  readonly choice: {
    readonly when: string
    readonly whenValue: string
    case(value: string, criterion: string): string
    otherwise(value: string): string
    table(by: string, measure: Measure | undefined): string
    /** Above the values of a table. */
    head(measure: Measure | undefined): string
    tableNamed(label: string, by: string, measure: Measure | undefined): string
    stretch(stretch: Stretch, measure: Measure | undefined): string
    isPresent(part: string): string
    isAbsent(part: string): string
    ifAbsent(part: string, otherwise: string): string
  }
  readonly members: {
    of(one: string, clause: string): string
    valueOf(one: string, value: string): string
    some(those: string, clause: string): string
    every(those: string, clause: string): string
    none(those: string, clause: string): string
    count(those: string): string
    countFor(those: string, clause: string): string
    sum(those: string, value: string): string
    filter(those: string, clause: string): string
    smallest(those: string, value: string, measure: Measure | undefined): string
    largest(those: string, value: string, measure: Measure | undefined): string
  }
  readonly time: {
    readonly thisDay: string
    readonly referenceDate: string
    readonly january1: string
    readonly calendarYear: string
    readonly schoolYear: string
    age(birthDate: string): string
    ageByYearOfBirth(birthDate: string): string
    since(date: string, clause: string): string
    on(date: string, clause: string): string
    valueOn(date: string, value: string): string
    inYear(year: string, fact: string): string
    clauseInYear(year: string, clause: string): string
    throughout(period: string, clause: string): string
    atSomeTimeIn(period: string, clause: string): string
    daysIn(period: string, clause: string): string
    later(date: string, length: string): string
    earlier(date: string, length: string): string
    /** What a day that the month lacks becomes. */
    monthEnd(rule: MonthEnd): string
    lastDay(day: string, date: string): string
    nextDay(day: string, date: string): string
    dayIn(day: string, year: string): string
    startOfMonth(date: string): string
    yearOf(date: string): string
    monthOf(date: string): string
    completedYears(from: string, until: string): string
    completedMonths(from: string, until: string): string
    daysBetween(from: string, until: string): string
    period(from: string, until: string): string
    periodWithoutEnd(from: string): string
    startOf(period: string): string
    endOf(period: string): string
    covers(period: string, date: string): string
    coversNot(period: string, date: string): string
  }
  readonly notes: {
    article(text: string, article: string): string
  }
  readonly benefit: {
    share(share: string, of: string): string
    inKind(count: string, what: string): string
    inKindCounted(count: string, what: string): string
    readonly composite: string
    readonly alternative: string
    readonly nothing: string
  }
  readonly policy: {
    readonly regulation: string
    readonly decidesOn: string
    readonly asOn: string
    readonly requires: string
    readonly requiresIntro: string
    readonly grounds: string
    readonly oneGround: string
    readonly severalGrounds: string
    readonly benefit: string
    readonly recipient: string
    recipientIs(one: string): string
    readonly period: string
    periodIs(period: string): string
    readonly quota: string
    quotaIs(times: number, per: string, within: string): string
    readonly definitions: string
    definition(name: string, meaning: string): string
    readonly figures: string
    readonly figureHeads: readonly [from: string, until: string, value: string, article: string, verified: string]
    inForce(on: string, value: string): string
    tableInForce(on: string, from: string): string
    noneInForce(on: string): string
    /** Above the rows of a table that is told by itself. */
    readonly tableHead: string
    tableFrom(from: string, until: string | undefined): string
    readonly verified: string
    readonly notVerified: string
    readonly facts: string
    readonly factHeads: readonly [fact: string, about: string, source: string, basis: string]
    readonly noBasis: string
    readonly discretions: string
    readonly yes: string
    readonly no: string
    readonly granted: string
    readonly notGranted: string
  }
  readonly proof: {
    readonly eligible: string
    readonly notEligible: string
    readonly undetermined: string
    readonly requires: string
    ground(article: string, holds: 'yes' | 'no' | 'unknown'): string
    /** A criterion and what was found of it. */
    found(clause: string, holds: 'yes' | 'no' | 'unknown'): string
    between(least: string, most: string): string
    oneOf(parts: readonly string[]): string
    period(from: string, until: string | undefined): string
    readonly nothing: string
    readonly missing: string
    missingFact(label: string, because: Reason): string
    missingDiscretion(label: string): string
  }
}
