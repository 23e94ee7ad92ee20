/** As files and spreadsheets write it, in the languages of their writers. */
const YES = new Set(['true', 'yes', 'ja', 'waar', 'oui', 'vrai', 'wahr'])
const NO = new Set(['false', 'no', 'nee', 'onwaar', 'non', 'faux', 'nein', 'falsch'])

export function truthIn(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}
