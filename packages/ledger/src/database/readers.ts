/** The types of PostgreSQL that its drivers would read as something else than we do. */
export const DATE = 1082
export const INSTANT = 1184
export const LONG = 20

/** Dates stay text, instants become ISO text, and counts numbers. */
export const readers = {
  [DATE]: (text: string): string => text,
  [INSTANT]: (text: string): string => new Date(text).toISOString(),
  [LONG]: (text: string): number => Number(text),
} as const

export const isRead = (type: number): type is keyof typeof readers => type in readers
