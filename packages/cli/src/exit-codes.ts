/**
 * What the command leaves behind. A decision that is negative or undetermined is an answer, not a failure: it leaves 0,
 * and its outcome stands in what is printed.
 */
export const EXIT = {
  fine: 0,
  testFailed: 1,
  wrongUse: 2,
  brokenConfiguration: 3,
  /** A mistake of this program: nobody foresaw it. */
  unforeseen: 70,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
