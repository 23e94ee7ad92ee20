/** Eleven digits as a national number is written, its check digits right or not: who mistypes one is somebody too. */
const NUMBER = /(?<!\d)\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{2}(?!\d)/

/** What stands in a log in place of what looked like a national number. */
const MARKER = '[national number]'

export const holdsNumber = (text: string): boolean => NUMBER.test(text)

export const withoutNumbers = (text: string): string => text.replaceAll(new RegExp(NUMBER, 'g'), MARKER)
