import * as z from 'zod'

// Fields of which nothing is known here are kept: leaving them out of what is written back would clear them.
const tariff = z.looseObject({
  status: z.string(),
  endDate: z.iso.datetime({ offset: true }).nullish(),
  inGracePeriod: z.boolean().nullish(),
})

const membership = z.looseObject({
  cardSystem: z.looseObject({
    id: z.number(),
    cities: z.array(z.looseObject({ postalCode: z.string() })).nullish(),
  }),
  status: z.string().nullish(),
  socialTariff: tariff.nullish(),
})

export const passholderSchema = z.looseObject({
  id: z.string().min(1),
  inszNumber: z.string().nullish(),
  address: z.looseObject({ postalCode: z.string(), city: z.string() }),
  cardSystemMemberships: z.array(membership),
})

export const foundSchema = z.object({ member: z.array(z.object({ id: z.string().min(1) })) })

/** Where a passholder lives, as the API has addresses. */
export interface PassholderAddress {
  /** With number and box. */
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** Two letters of ISO 3166-1. */
  readonly country?: string
}

/** A passholder, as the API tells it. */
export type Passholder = z.infer<typeof passholderSchema>
/** What a passholder has in one card system. */
export type Membership = z.infer<typeof membership>

/** What the API ignores when it is written. */
const told: ReadonlySet<string> = new Set([
  'id',
  'uitpasNumber',
  'cardSystemMemberships',
  'creationDate',
  'points',
  'uitidStatus',
  'postalCode',
  'city',
])

/**
 * All that was read and may be written back, with what changes: writing replaces everything. Consent (legal terms, a
 * parent's) is told by nobody who reads and so never written: only who saw it may say it.
 */
export function replacementOf(
  passholder: Passholder,
  changes: { readonly [field: string]: unknown },
): { readonly [field: string]: unknown } {
  const kept = Object.entries(passholder).filter(([field, value]) => !told.has(field) && value !== null)
  return { ...Object.fromEntries(kept), ...changes }
}

/** The last day of a reduced rate as calendars in Belgium have it: the API tells the moment at which it ends. */
export function lastDayOfTariff({ socialTariff }: Membership): string | undefined {
  return socialTariff?.endDate ? dayOf(new Date(socialTariff.endDate)) : undefined
}

/** The day in Belgium. */
export const dayOf = (moment: Date): string => days.format(moment)

// Swedish writes dates as ISO 8601 does.
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })
