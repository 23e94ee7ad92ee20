import { createHash } from 'node:crypto'
import type { SubjectId } from '@vanzelf/source'
import type { Enrolment } from './services/enrolment-history.ts'

/** Whose enrolment it is, in which school year, and a mark that tells it from the others. */
export interface EnrolmentId {
  readonly person: SubjectId
  readonly year: number
  readonly mark: string
}

/**
 * The names of enrolments. Each holds the pseudonym of the person, so that whoever asks about an enrolment later, in
 * another process even, is answered without anything being kept here; and neither a national number nor the reference
 * under which the source keeps it.
 */
export function enrolmentIds(person: SubjectId, year: number, enrolments: readonly Enrolment[]): readonly SubjectId[] {
  const seen = new Map<string, number>()
  return enrolments.map((enrolment) => {
    // An enrolment without a reference is told from others by all that is read of it.
    const key = JSON.stringify([enrolment.keeper, enrolment.reference ?? enrolment])
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    const mark = createHash('sha256')
      .update(JSON.stringify([person, key, before]))
      .digest('base64url')
      .slice(0, 16)
    return `${person}.${year}.${mark}`
  })
}

/** Reads a name; `undefined` of what is none. */
export function enrolmentIdOf(id: SubjectId): EnrolmentId | undefined {
  const match = /^(.+)\.(\d{4})\.([\w-]{16})$/.exec(id)
  if (!match) return undefined
  const [, person = '', year = '', mark = ''] = match
  return { person, year: Number(year), mark }
}
