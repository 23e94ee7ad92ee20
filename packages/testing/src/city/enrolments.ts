import type { SubjectId } from '@vanzelf/source'
import type { Columns } from './columns.ts'
import { type Day, dateOf, dayOf, yearOf } from './day.ts'
import { indexOf } from './ids.ts'
import { changesOfSchool, type Level, levels, schools } from './record-shares.ts'
import type { Span } from './span.ts'
import { rowAt, streamOf } from './stream.ts'

/** One enrolment of a resident. */
export interface Enrolment extends Span {
  readonly id: SubjectId
  readonly school: string
  readonly level: Level
  /** The year in which the school year starts. */
  readonly schoolYear: number
}

/** What the administration of education knows of the residents of a city. */
export interface Enrolments {
  /** Of a resident for a school year, in order: two where the school was changed. Of a year to come nothing is known. */
  of(resident: number, schoolYear: number): readonly Enrolment[]
  /** By its id; `undefined` of no enrolment's. */
  withId(id: SubjectId): Enrolment | undefined
}

export const municipalSchools: readonly string[] = [...new Set(Object.values(schools).flat())]
  .filter(({ isMunicipal }) => isMunicipal)
  .map(({ number }) => number)

/** A school year starts on 1 September, and is called by the year in which it does. */
export function schoolYearOf(day: Day): number {
  const date = dateOf(day)
  return Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0)
}

export function enrolmentsOf({ seed, today, residents }: Columns): Enrolments {
  const stream = (name: string) => streamOf(seed, `education: ${name}`)
  const [enrolled, chosen, changes, changed, next] = [
    stream('enrolled'),
    stream('school'),
    stream('changes'),
    stream('day'),
    stream('next school'),
  ]
  const { birth, household } = residents

  const thisSchoolYear = schoolYearOf(today)

  function of(resident: number, schoolYear: number): readonly Enrolment[] {
    if (schoolYear > thisSchoolYear) return []
    const age = schoolYear - yearOf(birth[resident] ?? 0)
    const found = levels.find(({ from, until }) => age >= from && age < until)
    // Whether somebody goes to school is settled for a level, not anew each year.
    if (found === undefined || enrolled(resident * 32 + found.from) >= found.share) return []
    const { level, from } = found
    // Brothers and sisters go to one school.
    const first = rowAt(schools[level], chosen((household[resident] ?? 0) * 32 + from)).number
    const [since, until] = [dayOf(`${schoolYear}-09-01`), dayOf(`${schoolYear + 1}-09-01`)]
    const id = `e${resident}-${schoolYear}`
    const year = resident * 256 + (schoolYear % 256)
    const second = rowAt(schools[level], next(year)).number
    const day = since + 1 + Math.floor(changed(year) * 300)
    // Who will change schools after the day of the city, it cannot know.
    if (changes(year) >= changesOfSchool.share || second === first || day > today)
      return [{ id, school: first, level, schoolYear, since, until }]
    return [
      { id, school: first, level, schoolYear, since, until: day },
      { id: `${id}-2`, school: second, level, schoolYear, since: day, until },
    ]
  }

  return {
    of,
    withId(id) {
      const [, resident = '', year] = /^e(\d+)-([1-9]\d{3})(?:-2)?$/.exec(id) ?? []
      const index = indexOf(`p${resident}`, residents.count)
      return index < 0 ? undefined : of(index, Number(year)).find((one) => one.id === id)
    },
  }
}
