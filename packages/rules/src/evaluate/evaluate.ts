import { DefinitionError } from '../errors.ts'
import type { Expression, One, Those } from '../expression.ts'
import type { Fact } from '../fact.ts'
import type { Policy } from '../policy.ts'
import { nodeOf } from '../seal.ts'
import { type Between, type SituationOf, type Unknown, unknown } from '../situation.ts'
import type { IsoDate } from '../unit.ts'
import { isDate } from '../calendar.ts'
import { compileAsking, compileBounded } from './bounded/compile.ts'
import { decideBounded, programOf } from './bounded/program.ts'
import { resultOf } from './bounded/result.ts'
import type { Amount, Decision, Eligible, Given, GrantPeriod, NotEligible, Open, Undetermined } from './decision.ts'
import { exactOf } from './exact/program.ts'
import { type Ask, type Decide, frameOf, type Subject } from './frame.ts'
import { NO_DATE } from './no-date.ts'

export type { Amount, Decision, Eligible, Given, GrantPeriod, NotEligible, Open, Subject, Undetermined }

/** A policy, compiled once to decide many times. */
export interface Decider<Asks extends Fact, About extends string> {
  /**
   * Decides for one subject.
   * @param on the reference date
   * @throws {DocumentError} `bad-situation` when a fact is told as something that is not of its type
   * @throws {DefinitionError} `parameter-not-in-force` when the decision rests on a parameter without a value on the date
   */
  readonly decide: (situation: SituationOf<Asks, About>, on: IsoDate) => Decision
  /** Decides for many, in their order. */
  readonly decideMany: (situations: readonly SituationOf<Asks, About>[], on: IsoDate) => Decision[]
  /** Whether generated source does the deciding; a strict content policy forbids it, and closures then do. */
  readonly generated: boolean
}

/**
 * Compiles a policy: what is known of everybody is decided by generated source at the speed of a hand-written function,
 * the rest by closures that compute with ranges.
 * @param options `generated: false` leaves the generated source out: the same answers, slower
 */
export function compile<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  { generated = true }: { readonly generated?: boolean } = {},
): Decider<Asks, About> {
  const program = programOf(policy, compileBounded)
  let checked = ''
  const bounded = (subject: Subject, on: string): Decision => {
    // A campaign decides everybody for one date: it is looked at once.
    if (on !== checked) checked = checkedDate(on)
    return decideBounded(program, frameOf(subject, on))
  }
  const exact = generated ? exactOf(policy) : undefined
  if (exact === undefined) {
    return {
      generated: false,
      decide: bounded,
      decideMany: (situations, on) => situations.map((situation) => bounded(situation, on)),
    }
  }
  return {
    generated: true,
    decide: (situation, on) => exact.decide(situation, on) ?? bounded(situation, on),
    decideMany: (situations, on) => exact.decideMany(situations, checkedDate(on), bounded),
  }
}

/**
 * Decides a policy for one subject, told as plain data. Compiles it each time: for many, `compile` it once.
 * @param situation what is known; what is left out is unknown
 * @param on the reference date
 */
export function decide<About extends string, Asks extends Fact>(policy: Policy<About, Asks>, situation: SituationOf<Asks, About>, on: IsoDate): Decision {
  return compile(policy, { generated: false }).decide(situation, on)
}

/** A value as `evaluate` gives it: what is known, or why it is not; `null` where there is none. */
export type Result<Value> = [Value] extends [boolean]
  ? boolean | Unknown
  : [NonNullable<Value>] extends [One<string>]
    ? object | Unknown | Extract<Value, null>
    : [NonNullable<Value>] extends [Those<string>]
      ? readonly object[] | Unknown
      : Value | Between<NonNullable<Value>> | Unknown

/**
 * The value of an expression by itself, for one subject.
 * @param situation what is known of whoever is at hand
 * @param on the reference date; needed where the expression speaks of dates or parameters
 */
export function evaluate<Value, Asks extends Fact, About extends string>(
  expression: Expression<Value, Asks, About>,
  situation: SituationOf<Asks, About> = {} as SituationOf<Asks, About>,
  on?: IsoDate,
): Result<Value> {
  const asks: (Ask | Decide)[] = []
  const frame = frameOf(situation, on === undefined ? NO_DATE : checkedDate(on), asks)
  const result = resultOf(compileAsking(nodeOf(expression)), frame, () => {
    const [first] = asks
    return unknown(first === undefined || 'discretion' in first ? 'not asked' : first.because)
  })
  // The policy's own types promise what the closures yield.
  return result as Result<Value>
}

function checkedDate(on: string): string {
  if (isDate(on)) return on
  throw new DefinitionError({ code: 'bad-date', what: `\`${on}\` is not a date of the calendar`, where: 'the reference date', todo: 'give it as YYYY-MM-DD' })
}

