const ELEVEN_DIGITS = /^\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. -]?\d{2}$/

/** Whether a name has the shape of a national number, valid or not: such a name is refused and never repeated. */
export const looksLikeNationalNumber = (name: string): boolean => ELEVEN_DIGITS.test(name.trim())

const WITHIN = /(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. -]?\d{2}(?!\d)/

/** Whether a sentence, such as a reason, holds something of that shape. */
export const holdsNationalNumber = (sentence: string): boolean => WITHIN.test(sentence)

/** A national number was typed: said without repeating it. */
export class NationalNumberError extends Error {
  /** Where it was typed, such as `--subject`. */
  readonly typedAs: string
  constructor(typedAs: string) {
    super('what is typed looks like a national number')
    this.typedAs = typedAs
  }
}
