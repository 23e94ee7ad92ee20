import type { Columns } from './columns.ts'
import { dayOf, yearOf } from './day.ts'
import { outOfSchoolCare } from './record-shares.ts'
import { NO_DAY, type Span } from './span.ts'
import { streamOf } from './stream.ts'

/** The days for which a resident is, was or will be registered for the municipality's out-of-school care. */
export function careOf({ seed, residents }: Columns): (resident: number) => Span {
  const [registered, start] = [streamOf(seed, 'childcare: registered'), streamOf(seed, 'childcare: start')]
  const { share, from, until } = outOfSchoolCare
  return (resident) => {
    if (registered(resident) >= share) return NO_DAY
    const birth = residents.birth[resident] ?? 0
    // Some start on their third birthday, others years later.
    const since = birth + Math.floor((from + start(resident) * 4) * 365.25)
    return { since, until: dayOf(`${yearOf(birth) + until}-09-01`) }
  }
}
