import type { Days } from '@vanzelf/ledger'

export const isWithoutDays = ({ from, until }: Days): boolean => until !== null && until <= from

export const holds = ({ from, until }: Days, day: string): boolean => from <= day && (until === null || day < until)

export const overlap = (a: Days, b: Days): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)

/** Whether its last day is before this one. */
export const isOver = ({ until }: { readonly until: string | null }, day: string): boolean =>
  until !== null && until <= day

export const later = <Day extends string>(a: Day, b: Day): Day => (b > a ? b : a)
