import { DefinitionError } from '@vanzelf/rules'

/**
 * How a status is asked of social security. What is asked within a place or between ages is answered for all of it at
 * once: a "no" then says that the status, the place or the age does not apply, and neither address nor birth date is
 * told. A fact must mean that: it is for statuses of a city's own, never for those every city shares.
 */
export interface StatusProfile {
  /** The name under which social security knows it: `GENT_PARKING_ADULT`. */
  readonly name: string
  /** Where the person must live: a place social security knows by name, or 1 to 1000 postcodes. */
  readonly within?: { readonly place: string } | { readonly postcodes: readonly string[] }
  /** Between which ages, in completed years, both included. */
  readonly age?: { readonly least?: number; readonly most?: number }
  /** At most eight, by name. */
  readonly parameters?: { readonly [name: string]: string }
}

/** The statuses every city shares, by the fact they answer. */
export const SHARED = {
  increasedReimbursement: { name: 'BIM_BVT' },
  increasedReimbursementInFamily: { name: 'BIM_BVT_IN_FAMILY' },
  livingWage: { name: 'LIVING_WAGES_PCSA_HELP' },
  socialAssistance: { name: 'PCSA_AND_BIM_HELP' },
} as const satisfies { readonly [fact: string]: StatusProfile }

/**
 * Shared facts of which no name at social security is public: a city whose authorisation lists one gives it among its
 * `statuses`, by the name of the fact.
 */
export const UNNAMED = ['childBenefitSupplement', 'disabilityAllowance', 'incomeGuaranteeForElderly'] as const

const isShared = (fact: string) => fact in SHARED || UNNAMED.some((one) => one === fact)

/** The profiles of all facts a connector answers, after a look at each. */
export function profilesOf(
  own: { readonly [fact: string]: StatusProfile },
  allowed: readonly string[],
): ReadonlyMap<string, StatusProfile> {
  for (const [fact, profile] of Object.entries(own)) check(fact, profile, allowed)
  return new Map(Object.entries({ ...SHARED, ...own }))
}

function check(fact: string, profile: StatusProfile, allowed: readonly string[]): void {
  const { name, within, age, parameters } = profile
  const complain = (code: string, what: string, todo: string) => {
    throw new DefinitionError({ code, what, where: `statuses of \`magda\`, fact \`${fact}\``, todo })
  }
  // The platform answers a name it does not know with "does not apply": a slip of the pen would look like a "no".
  if (!allowed.includes(name))
    complain(
      'status-not-allowed',
      `the status \`${name}\` is not among the allowed ones`,
      'add it to `allowedStatuses`, as your authorisation spells it',
    )
  if (isShared(fact) && (within || age || parameters))
    complain(
      'status-narrowed',
      'its status is asked within a place or between ages, and a "no" would no longer mean that the person does not have it',
      'define a fact of your own with `statusProfile`, and narrow that one',
    )
  const postcodes = within && 'postcodes' in within ? within.postcodes : undefined
  if (
    postcodes &&
    (postcodes.length < 1 ||
      postcodes.length > 1000 ||
      !postcodes.every((code) => /^[\p{L}\p{N} -]{1,15}$/u.test(code)))
  )
    complain(
      'bad-postcodes',
      'its postcodes are not 1 to 1000 postcodes',
      'shorten the list, or use a place that social security knows by name',
    )
  const ends = [age?.least, age?.most].filter((end) => end !== undefined)
  if (
    age &&
    (ends.length === 0 ||
      !ends.every((end) => Number.isInteger(end) && end >= 0 && end <= 150) ||
      (age.least ?? 0) > (age.most ?? 150))
  )
    complain('bad-age', 'its ages are not whole years in order', 'give `least`, `most` or both, in completed years')
  if (parameters && Object.keys(parameters).length > 8)
    complain(
      'too-many-parameters',
      'it has more than eight parameters',
      'the platform takes no more: ask for a profile of its own',
    )
}
