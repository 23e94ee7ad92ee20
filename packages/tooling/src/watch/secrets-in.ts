/** What must not stand in anything that a test makes a program write. */
export type Secret = 'a national number' | 'a private key' | 'a token' | 'a key or password of the tests'

/** Which of these a text holds. */
export function secretsIn(text: string): ReadonlySet<Secret> {
  const found = new Set<Secret>()
  if ([...text.matchAll(ELEVEN_DIGITS)].some(([written]) => isNationalNumber(written.replaceAll(/\D/g, ''))))
    found.add('a national number')
  // What names the line with which a key begins holds none yet.
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\[rn])+\S/.test(text)) found.add('a private key')
  if (/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/.test(text)) found.add('a token')
  if (OF_TESTS.some((secret) => text.includes(secret))) found.add('a key or password of the tests')
  return found
}

/** Not within a digest, whose letters go to `f`, nor behind the point of a fraction. */
const ELEVEN_DIGITS = /(?<![0-9a-f]|\d[.,])\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{2}(?![0-9a-f])/gi

/** By its check digits in either century, and by its day of birth; 20, 40 or 60 may be added to the month. */
function isNationalNumber(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))]
  const check = 97 - Number(digits.slice(9))
  const isOfCentury = (century: string) => Number(`${century}${digits.slice(0, 9)}`) % 97 === check
  return month % 20 <= 12 && day <= 31 && (isOfCentury('') || isOfCentury('2'))
}

/** What fixtures use as a key of pseudonyms, a secret of a client, and the password of the server of PostgreSQL. */
const OF_TESTS = ['a secret of thirty-two bytes, or more', 'a secret of the tests', 'only-for-tests']
