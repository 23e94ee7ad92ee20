import type { Columns } from './columns.ts'
import { type Day, dayOf, yearOf } from './day.ts'
import { assessments } from './record-shares.ts'
import { streamOf } from './stream.ts'

/** An assessment of one income year, in euro cents. */
export interface Assessment {
  readonly own: number
  /** Of both, where two people are assessed together. */
  readonly joint: number
  /** Who is assessed together with a resident. */
  readonly partner: number | undefined
}

/** What the tax administration knows of the residents of a city. What a year takes is worked out once. */
export interface Assessments {
  of(year: number): (resident: number) => Assessment | undefined
  latestYear(day: Day): (resident: number) => number | undefined
}

/** Spouses and legal cohabitants are assessed together. */
const TOGETHER: readonly number[] = [2, 22]
/** An assessment reaches everybody within two years, or nobody. */
const LOOKED_BACK = 3
/** Nobody is assessed of a year before the one of this birthday. */
export const MAJORITY = 18

export function assessmentsOf({ seed, today, residents, households }: Columns): Assessments {
  const [never, delay] = [streamOf(seed, 'tax: never'), streamOf(seed, 'tax: delay')]
  const { household, birth, position, income } = residents

  function partnerOf(resident: number): number | undefined {
    const home = household[resident] ?? 0
    const reference = households.first[home] ?? 0
    const second = reference + 1
    if (second >= (households.first[home + 1] ?? 0) || !TOGETHER.includes(position[second] ?? 0)) return undefined
    if (resident === reference) return second
    return resident === second ? reference : undefined
  }

  /** Who is assessed with a resident, and when both have their assessment of a year. */
  function assessed(year: number) {
    const bornBefore = dayOf(`${year - MAJORITY + 1}-01-01`)
    const start = dayOf(`${year + 1}-08-01`)
    const isAdult = (resident: number) => (birth[resident] ?? 0) < bornBefore
    return (resident: number): { readonly on: Day; readonly partner: number | undefined } | undefined => {
      if (!isAdult(resident)) return undefined
      const lives = partnerOf(resident)
      const partner = lives !== undefined && isAdult(lives) ? lives : undefined
      const first = Math.min(resident, partner ?? resident)
      if (never(first) < assessments.never.share) return undefined
      return { on: start + Math.floor(delay(first * 256 + (year % 256)) ** 2 * assessments.delay.days), partner }
    }
  }

  return {
    of(year) {
      const assessment = assessed(year)
      return (resident) => {
        const found = assessment(resident)
        if (found === undefined || found.on > today) return undefined
        const { partner } = found
        const own = income[resident] ?? 0
        return { own, joint: own + (partner === undefined ? 0 : (income[partner] ?? 0)), partner }
      }
    },
    latestYear(asked) {
      // What will be assessed after the day of the city, it cannot know.
      const day = Math.min(asked, today)
      const last = yearOf(day) - 1
      const years = Array.from({ length: LOOKED_BACK }, (_, back) => [last - back, assessed(last - back)] as const)
      return (resident) => {
        for (const [year, assessment] of years) if ((assessment(resident)?.on ?? Infinity) <= day) return year
        return undefined
      }
    },
  }
}
