/**
 * All that a line of the log may tell beside its message: what was done, by which policy, how many and how long. No subject,
 * no answer, no decision, and no text that somebody typed.
 */
export interface LogFields {
  readonly campaign?: string
  readonly policy?: string
  readonly version?: string
  readonly source?: string
  readonly fact?: string
  readonly channel?: string
  readonly batch?: number
  /** What was done with a batch. */
  readonly step?: string
  /** Of a campaign, a job or a delivery. */
  readonly state?: string
  readonly outcome?: string
  /** A reason or an error, in words and hyphens. */
  readonly code?: string
  readonly count?: number
  readonly subjects?: number
  readonly eligible?: number
  readonly notEligible?: number
  readonly undetermined?: number
  readonly optedOut?: number
  readonly milliseconds?: number
  /** Only its code, its name and, of one of ours, where it happened are written. */
  readonly error?: Error
}

/** A text that stands in the program: one that was put together, perhaps of somebody's data, is none. */
type Literal<Text extends string> = Record<never, unknown> extends Readonly<Record<Text, unknown>> ? never : Text

/** These fields and no others, also where a larger value is handed over. */
type Exactly<Given> = Given & {
  readonly [key in keyof Given]: key extends keyof LogFields ? LogFields[key] : never
}

type Write = <const Text extends string, Given extends object>(
  message: Text & Literal<Text>,
  fields?: Exactly<Given>,
) => void

/** A log that takes named fields only. */
export interface Log {
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}
