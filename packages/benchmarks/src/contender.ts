import type { Code } from './outcome.ts'
import type { Child } from './population/children.ts'
import type { Household } from './population/households.ts'
import type { Vehicle } from './population/vehicles.ts'

/** Records made ready for a contender: how a fact is written down, no part of a rule. Making ready is not timed. */
export interface Batch {
  answers(): ArrayLike<Code> | Promise<ArrayLike<Code>>
  /** Decides every record once; what comes back only shows that it was done. */
  pass(): unknown
}

export type Load<One> = (records: readonly One[]) => Batch

/** The decisions that a contender can say. */
export interface Decisions {
  readonly A?: Load<Household>
  readonly B?: Load<Child>
  readonly C?: Load<Vehicle>
}

export interface Contender {
  readonly name: string
  /** One decision a call, or a contender's own way to many. */
  readonly single?: Decisions
  /** All decisions in one call. */
  readonly many?: Decisions
}

const same = (record: unknown): never => record as never

/** An engine that answers at once, one record a call. */
export function oneByOne<One, Input = One>(
  decide: (input: Input) => Code,
  written: (record: One) => Input = same,
): Load<One> {
  return (records) => {
    const inputs = records.map(written)
    const loop = freshLoop<Input>()
    return { answers: () => inputs.map((input) => decide(input)), pass: () => loop(decide, inputs) }
  }
}

/** An engine that answers later, one record a call: the next is asked when the answer is there. */
export function inTurn<One, Input>(
  decide: (input: Input) => Promise<Code>,
  written: (record: One) => Input,
): Load<One> {
  return inGroups(1, async ([input]) => [await decide(input as Input)], written)
}

/** An engine that takes several records a call. */
export function inGroups<One, Input>(
  width: number,
  decide: (inputs: readonly Input[]) => Promise<readonly Code[]>,
  written: (record: One) => Input,
): Load<One> {
  return (records) => {
    const inputs = records.map(written)
    const groups: (readonly Input[])[] = []
    for (let from = 0; from < inputs.length; from += width) groups.push(inputs.slice(from, from + width))
    const answers = async () => {
      const codes: Code[] = []
      for (const group of groups) for (const code of await decide(group)) codes.push(code)
      return codes
    }
    return { answers, pass: answers }
  }
}

/** A loop of its own for every batch: one call site that meets one function, which can be inlined there. */
function freshLoop<Input>(): (decide: (input: Input) => Code, inputs: readonly Input[]) => number {
  return fresh(
    'decide',
    'inputs',
    'let sum = 0; for (let i = 0; i < inputs.length; i++) sum += decide(inputs[i]); return sum',
  ) as ReturnType<typeof freshLoop<Input>>
}

/** How many functions were made: their sources differ by it, since the engine shares what it learns of equal sources. */
let made = 0

/** A function that has met nothing yet, of the names of its parameters and its body. */
export function fresh(...parts: readonly string[]): (...values: readonly never[]) => unknown {
  const body = `${parts.at(-1)} // ${made++}`
  return new Function(...parts.slice(0, -1), body) as ReturnType<typeof fresh>
}
