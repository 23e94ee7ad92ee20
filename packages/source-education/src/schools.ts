import type { Expression } from '@vanzelf/rules'

/** Schools by their institution numbers, written as a list or in a parameter of the regulation. */
export type Schools = readonly string[] | Expression<readonly string[]>
