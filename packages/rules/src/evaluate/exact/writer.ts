import type { Bounded } from '../bounded/bounded.ts'
import { as, PERHAPS, YES } from '../bounded/bounded.ts'
import { type Frame, frameOf, SOMEBODY } from '../frame.ts'

/** Reads what follows from dates alone, once per reference date. */
export type ReadOnce = (on: string, reference: string) => unknown

/** Collects generated source. Texts and names of a policy stand in it only as data: through `constant` or JSON. */
export interface Writer {
  readonly line: (source: string) => void
  /** A new name for a variable or a label. */
  readonly name: (prefix: string) => string
  /** The name of a value that is handed to the source. */
  readonly constant: (value: unknown) => string
  /** The name of a value that is computed once per reference date. */
  readonly once: (read: ReadOnce, on: string) => string
  /** What was written so far: lines of the decision, values, and how those of a reference date are read. */
  readonly written: () => {
    readonly body: string
    readonly once: readonly string[]
    readonly constants: readonly unknown[]
  }
}

export function writer(): Writer {
  const lines: string[] = []
  const once: string[] = []
  const constants: unknown[] = []
  let names = 0
  const constant = (value: unknown) => {
    const found = constants.indexOf(value)
    return `k${found < 0 ? constants.push(value) - 1 : found}`
  }
  return {
    line: (source) => void lines.push(source),
    name: (prefix) => `${prefix}${names++}`,
    constant,
    once: (read, on) => {
      once.push(`${constant(read)}(${on}, on)`)
      return `h${once.length - 1}`
    },
    written: () => ({ body: lines.join('\n'), once, constants }),
  }
}

/** The value of a part that asks nobody anything, as its bounded twin reads it on a date. */
export function settledBy(part: Bounded): ReadOnce {
  return (on, reference) => {
    const frame: Frame = { ...frameOf(SOMEBODY, on), reference }
    switch (part.as) {
      case 'truth': {
        const truth = part.read(frame)
        return truth === PERHAPS ? open() : truth === YES
      }
      case 'number': {
        const low = part.read(frame)
        return low === frame.high && Number.isFinite(low) ? low : open()
      }
      case 'date': {
        const first = part.read(frame)
        return first === frame.last ? first : open()
      }
      case 'those':
      case 'period':
        return open()
      default:
        return part.read(frame) ?? open()
    }
  }
}

/** The edge of a period that asks nobody anything. */
export const edgeBy = (part: Bounded, edge: 'from' | 'until'): ReadOnce =>
  settledBy({ as: 'date', read: as('period', part)[edge] })

function open(): never {
  throw new RangeError('what follows from dates alone is not settled')
}
