import type { IsoDate } from '@vanzelf/rules'

/**
 * A national number that is nobody's: valid by its check digits, with 60 added to the month as test numbers have it.
 * @param birthDate of the person it belongs to
 * @param sequence 1 to 998 for who was born that day; odd for men, even for women
 * @example
 * ```ts
 * testNationalNumber('1985-07-30', 33) // => '85673003360'
 * ```
 */
export function testNationalNumber(birthDate: IsoDate, sequence: number): string {
  const month = Number(birthDate.slice(5, 7)) + 60
  const start = `${birthDate.slice(2, 4)}${month}${birthDate.slice(8, 10)}${String(sequence).padStart(3, '0')}`
  // Who was born from 2000 on counts with a 2 in front.
  const century = birthDate >= '2000-01-01' ? 2_000_000_000 : 0
  const check = 97 - ((century + Number(start)) % 97)
  return `${start}${String(check).padStart(2, '0')}`
}
