import type { Expression } from '../expression.ts'
import type { Fact } from '../fact.ts'
import type { Policy } from '../policy.ts'
import type { One, Those } from '../relation.ts'
import { nodeOf } from '../seal.ts'
import { type Between, type SituationOf, type Unknown, unknown } from '../situation.ts'
import type { IsoDate } from '../unit.ts'
import { compileAsking, compileBounded } from './bounded/compile.ts'
import { programOf } from './bounded/program.ts'
import { resultOf } from './bounded/result.ts'
import { checkedDate, closuresOf } from './closures.ts'
import type { Amount, Decision, Eligible, Given, GrantPeriod, NotEligible, Open, Undetermined } from './decision.ts'
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
  /** Whether generated source does the deciding. */
  readonly generated: boolean
}

/**
 * Compiles a policy to closures: small, and at home where generated code is forbidden. To decide a whole population on a
 * server, `compile` of `@vanzelf/rules/evaluate/generated` gives the same answers several times faster.
 * @example
 * ```ts
 * import { constant, euro, ground, money, period, policy, yes } from '@vanzelf/rules'
 *
 * const gift = policy({
 *   name: 'gift',
 *   about: 'person',
 *   grounds: [ground('art. 1', yes)],
 *   benefit: money(euro(5)),
 *   period: period('2026-01-01', '2027-01-01'),
 * })
 * const { decide } = compile(gift)
 *
 * decide({}, '2026-03-01').outcome // => 'eligible'
 * ```
 */
export function compile<About extends string, Asks extends Fact>(policy: Policy<About, Asks>): Decider<Asks, About> {
  const decide = closuresOf(programOf(policy, compileBounded))
  return {
    generated: false,
    decide,
    decideMany: (situations, on) => situations.map((situation) => decide(situation, on)),
  }
}

/**
 * Decides a policy for one subject, told as plain data. Compiles it each time: for many, `compile` it once.
 * @param situation what is known; what is left out is unknown
 * @param on the reference date
 */
export function decide<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): Decision {
  return compile(policy).decide(situation, on)
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
