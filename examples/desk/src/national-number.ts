/** What was typed or read from a card: the eleven digits of a number, or why it is none. */
export type Typed = { readonly number: string } | { readonly wrong: 'length' | 'check' | 'date' }

/**
 * Reads a national number as people write it and as card readers type it: spaces, dots, hyphens and slashes do not matter.
 * Numbers of people without a register entry (20 or 40 added to the month) and test numbers (60 added) are numbers too.
 * @example
 * ```ts
 * numberTyped('85.67.30') // => { wrong: 'length' }
 * numberTyped('123.456.789-01') // => { wrong: 'check' }
 * ```
 */
export function numberTyped(typed: string): Typed {
  const number = typed.replace(/[\s./-]/g, '')
  if (!/^\d{11}$/.test(number)) return { wrong: 'length' }
  const check = Number(number.slice(9))
  const start = Number(number.slice(0, 9))
  // Who was born from 2000 on counts with a 2 in front.
  if (![start, 2_000_000_000 + start].some((counted) => 97 - (counted % 97) === check)) return { wrong: 'check' }
  const month = Number(number.slice(2, 4)) % 20
  const day = Number(number.slice(4, 6))
  // Of some people the register knows no month or no day: those are zero.
  return Number(number.slice(2, 4)) > 72 || month > 12 || day > 31 ? { wrong: 'date' } : { number }
}
