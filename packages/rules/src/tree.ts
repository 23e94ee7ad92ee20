import type { Fact } from './fact.ts'
import type { Label } from './label.ts'
import type { ScalarType, TableType, Unit } from './value-type.ts'

/** A value that can stand in a tree as it is. */
export type Scalar = boolean | number | string

// inputs: what is known from outside the rule

export type { Fact } from './fact.ts'

/** A number, text, list or table of the regulation, with the dates it is in force. */
export interface Parameter {
  readonly kind: 'parameter'
  readonly name: string
  readonly value: ParameterType
  readonly history: readonly Version[]
  readonly label?: Label
}
export type ParameterType = ScalarType | { readonly type: 'texts' } | TableType
/** One value of a parameter: in force from `from` until `until`, or else until the next one. */
export interface Version {
  readonly from: string
  readonly until?: string
  readonly value: VersionValue
  /** Where the regulation says so. */
  readonly article: string
  /** Whether somebody saw the source. A grant by itself never rests on what is not verified. */
  readonly verified?: boolean
  readonly note?: string
}
export type VersionValue = Scalar | readonly string[] | readonly TableRow[] | ScalarTable
/** A table by text. */
export interface ScalarTable {
  readonly [key: string]: Scalar
}
/** A row of a step table; without `from` or `above` it starts at the lowest value there is. */
export interface TableRow {
  readonly from?: number | string
  readonly above?: number | string
  readonly value: Scalar
}
/** A value written in the rule itself. */
export interface Constant {
  readonly kind: 'constant'
  readonly value: Scalar | readonly string[]
  /** Of a number; the policy's check fills it in from where the number stands. */
  readonly unit?: Unit
}
/** The policy's own subject. */
export interface Applicant {
  readonly kind: 'applicant'
}
/** The subject at hand. */
export interface Self {
  readonly kind: 'self'
}
/** What no data settles: a person decides. */
export interface Discretion {
  readonly kind: 'discretion'
  readonly name: string
  readonly label: Label
}

// logic: no < unknown < yes

/** The least of its parts. */
export interface All {
  readonly kind: 'all'
  readonly parts: readonly Node[]
}
/** The most of its parts. */
export interface Any {
  readonly kind: 'any'
  readonly parts: readonly Node[]
}
export interface Not {
  readonly kind: 'not'
  readonly part: Node
}
/** How many of its parts are so. */
export interface HowMany {
  readonly kind: 'howMany'
  readonly parts: readonly Node[]
}

// comparison

/** The limit itself does not count. */
export interface Below {
  readonly kind: 'below'
  readonly left: Node
  readonly right: Node
}
/** The limit itself counts. */
export interface AtMost {
  readonly kind: 'atMost'
  readonly left: Node
  readonly right: Node
}
/** The limit itself does not count. */
export interface Above {
  readonly kind: 'above'
  readonly left: Node
  readonly right: Node
}
/** The limit itself counts. */
export interface AtLeast {
  readonly kind: 'atLeast'
  readonly left: Node
  readonly right: Node
}
/** Equal: numbers, dates, texts, or the same subject. Of an absent value: no. */
export interface Is {
  readonly kind: 'is'
  readonly left: Node
  readonly right: Node
}
/** Whether a list of texts has a text. Of an absent value: no. */
export interface OneOf {
  readonly kind: 'oneOf'
  readonly left: Node
  readonly among: Node
}

// arithmetic: every result is exact to a millionth

export interface Plus {
  readonly kind: 'plus'
  readonly parts: readonly Node[]
}
export interface Minus {
  readonly kind: 'minus'
  readonly left: Node
  readonly right: Node
}
export interface Times {
  readonly kind: 'times'
  readonly left: Node
  /** A bare number. */
  readonly by: Node
}
export interface DividedBy {
  readonly kind: 'dividedBy'
  readonly left: Node
  /** Above zero, provably. */
  readonly by: Node
}
/** A share of an amount. */
export interface PercentOf {
  readonly kind: 'percentOf'
  readonly share: Node
  readonly of: Node
}
export interface Round {
  readonly kind: 'round'
  readonly part: Node
  readonly rule: RoundingRule
  /** In the unit of the part: 1 is a cent, 100 a euro. */
  readonly step: number
}
/** `nearest`: half goes away from zero. `nearestEven`: half goes to the even neighbour. */
export type RoundingRule = 'nearest' | 'nearestEven' | 'up' | 'down'
/** The least of its parts; of dates the earliest. */
export interface Lowest {
  readonly kind: 'lowest'
  readonly parts: readonly Node[]
}
/** The most of its parts; of dates the latest. */
export interface Highest {
  readonly kind: 'highest'
  readonly parts: readonly Node[]
}

// choice

/** The value of the first case that holds, else `otherwise`. */
export interface When {
  readonly kind: 'when'
  readonly cases: readonly Case[]
  readonly otherwise: Node
}
export interface Case {
  readonly if: Node
  readonly then: Node
}
/** The value of the row in which `by` falls. */
export interface Bracket {
  readonly kind: 'bracket'
  readonly by: Node
  readonly rows: readonly Row[] | Parameter
}
export interface Row {
  readonly from?: number | string
  readonly above?: number | string
  readonly value: Node
}
/** The value of the row with this text; absent where there is none. */
export interface KeyedTable {
  readonly kind: 'keyed'
  readonly by: Node
  readonly rows: { readonly [key: string]: Node } | Parameter
}
export interface IsPresent {
  readonly kind: 'isPresent'
  readonly part: Node
}
/** `part`, or where there is none `otherwise`. */
export interface IfAbsent {
  readonly kind: 'ifAbsent'
  readonly part: Node
  readonly otherwise: Node
}

// members: the words that shift who is at hand

/** `part` about that one; absent where there is no such one. */
export interface Of {
  readonly kind: 'of'
  readonly one: Node
  readonly part: Node
}
export interface Some {
  readonly kind: 'some'
  readonly those: Node
  readonly part: Node
}
export interface Every {
  readonly kind: 'every'
  readonly those: Node
  readonly part: Node
}
export interface None {
  readonly kind: 'none'
  readonly those: Node
  readonly part: Node
}
export interface CountOf {
  readonly kind: 'count'
  readonly those: Node
}
export interface Sum {
  readonly kind: 'sum'
  readonly those: Node
  readonly part: Node
}
/** Those for whom it holds. */
export interface Filter {
  readonly kind: 'filter'
  readonly those: Node
  readonly part: Node
}
/** Absent of nobody. */
export interface Smallest {
  readonly kind: 'smallest'
  readonly those: Node
  readonly part: Node
}
/** Absent of nobody. */
export interface Largest {
  readonly kind: 'largest'
  readonly those: Node
  readonly part: Node
}

// time: the words that shift when, and the calendar

/** The date at hand. */
export interface ThisDay {
  readonly kind: 'thisDay'
}
/** The date for which the policy is decided. */
export interface ReferenceDate {
  readonly kind: 'referenceDate'
}
export interface On {
  readonly kind: 'on'
  readonly date: Node
  readonly part: Node
}
export interface InYear {
  readonly kind: 'inYear'
  readonly year: Node
  readonly fact: Fact
}
/** On every day of the period. */
export interface Throughout {
  readonly kind: 'throughout'
  readonly period: Node
  readonly part: Node
}
/** On at least one day of the period. */
export interface AtSomeTimeIn {
  readonly kind: 'atSomeTimeIn'
  readonly period: Node
  readonly part: Node
}
/** On how many days of the period. */
export interface DaysIn {
  readonly kind: 'daysIn'
  readonly period: Node
  readonly part: Node
}
export interface Later {
  readonly kind: 'later'
  readonly date: Node
  readonly unit: 'days' | 'months' | 'years'
  readonly by: Node
  readonly monthEnd: MonthEnd
}
export interface Earlier {
  readonly kind: 'earlier'
  readonly date: Node
  readonly unit: 'days' | 'months' | 'years'
  readonly by: Node
  readonly monthEnd: MonthEnd
}
/** A month after 31 January: its last day, or the first day of the month that follows. */
export type MonthEnd = 'lastDay' | 'nextFirst'
/** A day of the calendar, such as `09-01`, the last time it came: this day included. */
export interface LastDay {
  readonly kind: 'lastDay'
  readonly day: string
  readonly date: Node
}
/** A day of the calendar, such as `04-30`, the next time it comes: this day not included. */
export interface NextDay {
  readonly kind: 'nextDay'
  readonly day: string
  readonly date: Node
}
/** A day of the calendar in a year. */
export interface DayIn {
  readonly kind: 'dayIn'
  readonly day: string
  readonly year: Node
}
export interface StartOfMonth {
  readonly kind: 'startOfMonth'
  readonly date: Node
}
export interface YearOf {
  readonly kind: 'yearOf'
  readonly date: Node
}
export interface MonthOf {
  readonly kind: 'monthOf'
  readonly date: Node
}
/** Whole years between two dates; below zero where `until` lies before `from`. */
export interface CompletedYears {
  readonly kind: 'completedYears'
  readonly from: Node
  readonly until: Node
}
export interface CompletedMonths {
  readonly kind: 'completedMonths'
  readonly from: Node
  readonly until: Node
}
export interface DaysBetween {
  readonly kind: 'daysBetween'
  readonly from: Node
  readonly until: Node
}
/** Half-open. */
export interface PeriodOf {
  readonly kind: 'period'
  readonly from: Node
  readonly until: Node
}
/** The first day of a period. */
export interface StartOf {
  readonly kind: 'startOf'
  readonly period: Node
}
/** The first day after a period; 9999-12-31 where it has no end. */
export interface EndOf {
  readonly kind: 'endOf'
  readonly period: Node
}
/** Whether a day lies in a period. Of an absent period: no. */
export interface Covers {
  readonly kind: 'covers'
  readonly period: Node
  readonly date: Node
}

// notes: what a reader of the rule is told; they change no decision

export interface Note {
  readonly kind: 'note'
  readonly part: Node
  readonly article?: string
  readonly label?: Label
}

// benefit: what is granted

export interface Money {
  readonly kind: 'money'
  readonly amount: Node
}
/** A part of a price, in hundredths. */
export interface Share {
  readonly kind: 'share'
  readonly share: Node
  readonly of: Label
}
export interface InKind {
  readonly kind: 'inKind'
  readonly count: Node
  readonly what: Label
}
export interface Status {
  readonly kind: 'status'
  readonly what: Label
}
/** All of these together. */
export interface Composite {
  readonly kind: 'composite'
  readonly parts: readonly Node[]
}
/** One of these, as the recipient chooses. */
export interface Alternative {
  readonly kind: 'alternative'
  readonly parts: readonly Node[]
}
/** Nothing: who is granted nothing is not eligible. */
export interface Nothing {
  readonly kind: 'nothing'
}

export interface Chapters {
  inputs: Fact | Parameter | Constant | Applicant | Self | Discretion
  logic: All | Any | Not | HowMany
  comparison: Below | AtMost | Above | AtLeast | Is | OneOf
  arithmetic: Plus | Minus | Times | DividedBy | PercentOf | Round | Lowest | Highest
  choice: When | Bracket | KeyedTable | IsPresent | IfAbsent
  members: Of | Some | Every | None | CountOf | Sum | Filter | Smallest | Largest
  time:
    | ThisDay
    | ReferenceDate
    | On
    | InYear
    | Throughout
    | AtSomeTimeIn
    | DaysIn
    | Later
    | Earlier
    | LastDay
    | NextDay
    | DayIn
    | StartOfMonth
    | YearOf
    | MonthOf
    | CompletedYears
    | CompletedMonths
    | DaysBetween
    | PeriodOf
    | StartOf
    | EndOf
    | Covers
  notes: Note
  benefit: Money | Share | InKind | Status | Composite | Alternative | Nothing
}

export type Node = Chapters[keyof Chapters]
export type Kind = Node['kind']
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>

// the policy around the tree

/** A criterion that suffices by itself for eligibility, with its article. */
export interface GroundNode {
  readonly article: string
  readonly criterion: Node
  readonly label?: Label
}

/** How often the benefit is granted: at most `times` for one `per` within a period. */
export interface QuotaNode {
  readonly times: number
  readonly per: string
  readonly within: Node
}

export interface PolicyNode {
  readonly kind: 'policy'
  readonly name: string
  readonly about: string
  readonly label?: Label
  /** The text that is put into rules. */
  readonly regulation?: string
  readonly requires?: Node
  readonly grounds: readonly GroundNode[]
  readonly benefit: Node
  readonly recipient: Node
  readonly period: Node
  readonly quota?: QuotaNode
  /** The legal basis on which each fact may be asked, by the name of the fact or of its source. */
  readonly basis?: { readonly [name: string]: string }
}
