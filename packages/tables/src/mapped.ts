import type { Fact, When } from '@vanzelf/rules'
import type { Reading } from './reading.ts'

/** A fact and how it is read. That they fit, the types of `tables` have seen to. */
export interface Mapped {
  readonly fact: Fact
  readonly reading: Reading<unknown, When>
}
