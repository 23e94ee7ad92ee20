import { ENDLESS } from '../calendar.ts'

/** Non-breaking spaces as plain ones: a text that is copied, searched and compared has one kind. */
export const spaced = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ')

/** A date written out; the end of what has no end has a name instead. */
export const dateParts = (iso: string, format: Intl.DateTimeFormat, endless: string): string =>
  iso === ENDLESS ? endless : spaced(format.format(new Date(iso)))
