import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { Answerer, At, Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { StatusProfile as StatusFact, socialSecurity } from '@vanzelf/source-social-security'
import { answerer, type ToldAnswer } from './answerer.ts'
import type { Consult } from './consultation.ts'
import { dayBefore } from './day.ts'
import { joined } from './joined.ts'
import { livingWageOf } from './living-wage-told.ts'
import type { Numbers } from './numbers.ts'
import { livingWagePeriods } from './services/living-wage-periods.ts'
import { MOST_STATUSES, type SocialStatus, type StatusAsked, socialStatus } from './services/social-status.ts'
import { profilesOf, SHARED, type StatusProfile, UNNAMED } from './status-profile.ts'
import { answerOf } from './status-told.ts'
import { untilToday } from './told.ts'

type SharedFact = FactsOf<typeof socialSecurity>

/** The statuses every city shares, and those of a city's own by the names of their facts. */
export type SocialSecurityConnector<Own extends string> = Connector<SharedFact> & {
  readonly [name in Own]: Answerer<StatusFact<name>>
}

interface Ask {
  readonly profile: StatusProfile
  readonly at: At
  readonly subject: SubjectId
  readonly purpose: Purpose
}

export interface SocialSecurityOptions<Own extends string> {
  readonly consult: Consult
  readonly numbers: Numbers
  readonly today: () => IsoDate
  readonly statuses: { readonly [fact in Own]: StatusProfile }
  readonly allowed: readonly string[]
  /** Whether living wage is asked as periods, instead of as a status. */
  readonly livingWagePeriods: boolean
}

/** The statuses of social security, by GeefSociaalStatuut: what is asked of one person at once goes in one request. */
export function socialSecurityOver<Own extends string>(
  options: SocialSecurityOptions<Own>,
): SocialSecurityConnector<Own> {
  const { allowed, statuses } = options
  const visit = joined(
    ({ subject, purpose }: Ask) => JSON.stringify([subject, purpose.policy, purpose.basis, purpose.asker]),
    (asks, signal) => visited(options, asks, signal),
  )
  const isPeriods = (profile: StatusProfile) => options.livingWagePeriods && profile === SHARED.livingWage
  const answers = [...profilesOf(statuses, allowed)].map(([fact, profile]) => [
    fact,
    answerer((subject, { at, purpose }, signal) =>
      allowed.includes(profile.name) || isPeriods(profile)
        ? visit({ profile, at, subject, purpose }, signal)
        : Promise.resolve(unknown('not permitted')),
    ),
  ])
  const unnamed = UNNAMED.map((fact) => [fact, answerer(() => Promise.resolve(unknown('not permitted')))])
  // The names are those of the shared facts and of the city's own, which may name a shared one.
  return Object.freeze(Object.fromEntries([...unnamed, ...answers])) as SocialSecurityConnector<Own>
}

/** The names that are allowed where a city lists none: the statuses every city shares. */
export const sharedNames: readonly string[] = Object.values(SHARED).map(({ name }) => name)

async function visited(
  { consult, numbers, today, livingWagePeriods: byPeriods }: SocialSecurityOptions<string>,
  asks: readonly Ask[],
  signal: AbortSignal,
): Promise<readonly ToldAnswer[]> {
  const [{ subject, purpose } = asks[0] as Ask] = asks
  if (numbers.numberOf(subject) === undefined) return asks.map(() => unknown('not found'))
  const day = today()
  const askable = asks.map(({ profile, at }) => askableOf(profile, at, day))
  const told = new Map<string, ToldAnswer>()
  const asked = askable.filter((one) => one !== undefined)
  const isPeriods = ({ profile }: StatusAsked) => byPeriods && profile === SHARED.livingWage
  for (const each of asked.filter(isPeriods)) {
    const days = typeof each.at === 'string' ? { from: each.at, last: each.at } : each.at
    const said = await consult(livingWagePeriods, (number) => ({ number, days }), { subject, purpose, signal })
    told.set(keyOf(each), 'refusal' in said ? said.refusal : livingWageOf(said.content, said.number, each))
  }
  for (const request of requestsOf(asked.filter((each) => !isPeriods(each)))) {
    const said = await consult(socialStatus, (number) => ({ number, statuses: request }), { subject, purpose, signal })
    for (const asked of request) {
      const answer =
        'refusal' in said ? said.refusal : answerOf(said.content.statuses.filter(isOf(asked)), asked, said.content.code)
      told.set(keyOf(asked), answer)
    }
  }
  return askable.map((asked): ToldAnswer => (asked && told.get(keyOf(asked))) ?? notAsked)
}

/** Of a day to come nothing is asked: the platform refuses it, and nobody knows it. */
const notAsked: Unknown = unknown('not asked')

/** What is asked: a period is cut after today, for the platform refuses days to come. */
function askableOf(profile: StatusProfile, at: At, today: IsoDate): StatusAsked | undefined {
  if ('on' in at) return at.on > today ? undefined : { profile, at: at.on }
  if ('year' in at) return undefined
  const asked = untilToday(at.during, today)
  return asked && { profile, at: { from: asked.from, last: dayBefore(asked.until) } }
}

const isOf =
  ({ profile }: StatusAsked) =>
  ({ name }: SocialStatus) =>
    name === profile.name

const keyOf = ({ profile, at }: StatusAsked) => JSON.stringify([profile, at])

/** As few requests as can be: each asks a name once, since an answer tells statuses apart by their names only. */
function requestsOf(asked: readonly StatusAsked[]): readonly (readonly StatusAsked[])[] {
  const requests: StatusAsked[][] = []
  for (const each of new Map(asked.map((one) => [keyOf(one), one])).values()) {
    const room = requests.find(
      (request) => request.length < MOST_STATUSES && request.every(({ profile }) => profile.name !== each.profile.name),
    )
    if (room) room.push(each)
    else requests.push([each])
  }
  return requests
}
