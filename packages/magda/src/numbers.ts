import type { SubjectId } from '@vanzelf/source'

/**
 * The national numbers behind pseudonyms. They stay inside the connector: what leaves it are pseudonyms. `pseudonyms` of
 * `@vanzelf/source/pseudonyms` makes such.
 */
export interface Pseudonyms {
  /** The pseudonym of a national number, made where there is none yet. */
  of(number: string): SubjectId
  /** The national number behind a pseudonym; `undefined` of who is not known. */
  reveal(id: SubjectId): string | undefined
  /** Is told the new number of somebody whose national number was replaced. The connector itself remembers it. */
  replaced?(id: SubjectId, number: string): void
}

export interface Numbers {
  numberOf(subject: SubjectId): string | undefined
  subjectOf(number: string): SubjectId
  replace(subject: SubjectId, number: string): void
}

/** The pseudonyms, and the numbers that were replaced meanwhile: who is asked for as before is the same subject still. */
export function numbers(pseudonyms: Pseudonyms): Numbers {
  const replaced = new Map<SubjectId, string>()
  const subjects = new Map<string, SubjectId>()
  return {
    numberOf: (subject) => replaced.get(subject) ?? pseudonyms.reveal(subject),
    subjectOf: (number) => subjects.get(number) ?? pseudonyms.of(number),
    replace(subject, number) {
      replaced.set(subject, number)
      subjects.set(number, subject)
      pseudonyms.replaced?.(subject, number)
    },
  }
}
