const ELEVEN_DIGITS = /^\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. -]?\d{2}$/

/** Whether a name has the shape of a national number, valid or not: such a name is refused and never repeated. */
export const looksLikeNationalNumber = (name: string): boolean => ELEVEN_DIGITS.test(name.trim())
