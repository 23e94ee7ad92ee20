/**
 * What the command leaves behind. A decision that is negative or undetermined is an answer, not a failure: it leaves 0,
 * and its outcome stands in what is printed.
 */
export const EXIT = {
  fine: 0,
  /** A test failed, or the ledger was tampered with. */
  failed: 1,
  wrongUse: 2,
  brokenConfiguration: 3,
  /** A campaign waits for people: who must approve it, or who stopped it. */
  waits: 4,
  /** A mistake of this program: nobody foresaw it. */
  unforeseen: 70,
  /** The ledger is in use or cannot be reached: the same call may do later. */
  tryLater: 75,
  /** Ctrl-C, as shells say it. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
