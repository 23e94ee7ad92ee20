import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { Answerer, At, Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { StatusProfile as StatusFact, socialSecurity } from '@vanzelf/source-social-security'
import { answerer, type ToldAnswer } from './answerer.ts'
import type { Consult } from './consultation.ts'
import { dayBefore } from './day.ts'
import { joined } from './joined.ts'
import type { Numbers } from './numbers.ts'
import { MOST_STATUSES, type SocialStatus, type StatusAsked, socialStatus } from './services/social-status.ts'
import { profilesOf, SHARED, type StatusProfile } from './status-profile.ts'
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
  const answers = [...profilesOf(statuses, allowed)].map(([fact, profile]) => [
    fact,
    answerer((subject, { at, purpose }, signal) =>
      allowed.includes(profile.name)
        ? visit({ profile, at, subject, purpose }, signal)
        : Promise.resolve(unknown('not permitted')),
    ),
  ])
  // The names are those of the shared profiles and of the city's own.
  return Object.freeze(Object.fromEntries(answers)) as SocialSecurityConnector<Own>
}

/** The names that are allowed where a city lists none: the statuses every city shares. */
export const sharedNames: readonly string[] = Object.values(SHARED).map(({ name }) => name)

async function visited(
  { consult, numbers, today }: SocialSecurityOptions<string>,
  asks: readonly Ask[],
  signal: AbortSignal,
): Promise<readonly ToldAnswer[]> {
  const [{ subject, purpose } = asks[0] as Ask] = asks
  if (numbers.numberOf(subject) === undefined) return asks.map(() => unknown('not found'))
  const day = today()
  const askable = asks.map(({ profile, at }) => askableOf(profile, at, day))
  const told = new Map<string, ToldAnswer>()
  for (const request of requestsOf(askable.filter((asked) => asked !== undefined))) {
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
