/** What a passholder has in one card system. */
export interface UitpasMembership {
  readonly cardSystemId: number
  /** Of the cities in its region. */
  readonly postalCodes: readonly string[]
  /** ACTIVE unless said. */
  readonly status?: string
  /** The last day of the reduced rate; none where it is not given. */
  readonly tariffUntil?: string
  /** Said instead of what follows from the last day; without a last day the rate has no end. */
  readonly tariffStatus?: string
}

/** What was said of consent when somebody was registered. */
export interface UitpasConsent {
  /** How legal terms were received. */
  readonly legalTerms: readonly ('on paper' | 'digitally')[]
  /** Whether a parent gave it. */
  readonly parental: boolean
}

/** Somebody with a pass, as the server keeps it. */
export interface UitpasPassholder {
  readonly id: string
  readonly name: string
  readonly firstName: string
  readonly dateOfBirth: string
  readonly inszNumber: string
  readonly address: {
    readonly street: string
    readonly postalCode: string
    readonly city: string
    readonly country?: string
  }
  readonly memberships: readonly UitpasMembership[]
  /** Told to nobody who reads; of whom was registered here. */
  readonly consent?: UitpasConsent
  /** What else is known of somebody, such as `email`; left out of what is written, it is cleared. */
  readonly more?: { readonly [field: string]: unknown }
}

/** As the API tells it. */
export function toldOf({ memberships, more, consent: _, ...own }: UitpasPassholder, today: string): object {
  return {
    ...own,
    ...more,
    postalCode: own.address.postalCode,
    city: own.address.city,
    points: 10,
    uitidStatus: 'UNREGISTERED',
    cardSystemMemberships: memberships.map((membership) => ({
      cardSystem: {
        id: membership.cardSystemId,
        name: `Card system ${membership.cardSystemId}`,
        cities: membership.postalCodes.map((postalCode) => ({ postalCode, name: 'A city' })),
        permanent: true,
      },
      status: membership.status ?? 'ACTIVE',
      ...tariffOf(membership, today),
    })),
  }
}

function tariffOf(membership: UitpasMembership, today: string): object {
  const { tariffUntil: until, tariffStatus } = membership
  if (until === undefined && tariffStatus === undefined) return {}
  const status = statusOf(membership, today)
  if (until === undefined) return { socialTariff: { status, inGracePeriod: false } }
  // The end of that day in Belgium, in its winter or summer time.
  const endDate = `${until}T${isSummer(until) ? '21' : '22'}:59:59Z`
  return { socialTariff: { status, endDate, inGracePeriod: until < today && status === 'ACTIVE' } }
}

/** ACTIVE until thirty days after the last day. */
export function statusOf({ tariffUntil, tariffStatus }: UitpasMembership, today: string): string {
  if (tariffStatus !== undefined) return tariffStatus
  if (tariffUntil === undefined) return 'NONE'
  const grace = new Date(`${tariffUntil}T00:00:00Z`)
  grace.setUTCDate(grace.getUTCDate() + 30)
  return grace.toISOString().slice(0, 10) >= today ? 'ACTIVE' : 'EXPIRED'
}

const ignored = [
  'id',
  'uitpasNumber',
  'cardSystemMemberships',
  'creationDate',
  'points',
  'uitidStatus',
  'postalCode',
  'city',
]
const writeOnly = [
  'parentalConsent',
  'legalTermsPaper',
  'legalTermsDigital',
  'registrationSocialTariffEndDate',
  'registrationCardSystemId',
  'registrationCardType',
  'registrationUitpasNumber',
  'registrationVoucher',
]
const own = ['name', 'firstName', 'dateOfBirth', 'address', 'inszNumber']
const apart: ReadonlySet<string> = new Set([...ignored, ...writeOnly, ...own])

/** What is kept of what was written besides a passholder's own fields; `undefined` where there is nothing else. */
export function othersOf(body: { readonly [field: string]: unknown }): UitpasPassholder['more'] | undefined {
  const others = Object.entries(body).filter(([field]) => !apart.has(field))
  return others.length > 0 ? Object.fromEntries(others) : undefined
}

/** Replaces all that can be written: what is left out is gone. `undefined` where what is required is missing. */
export function replaced(
  before: UitpasPassholder,
  body: { readonly [field: string]: unknown },
): UitpasPassholder | undefined {
  const { name, firstName, dateOfBirth, address, inszNumber = '' } = body
  if (!isText(name) || !isText(firstName) || !isText(dateOfBirth) || !isText(inszNumber) || !isAddress(address)) return
  const until = body['registrationSocialTariffEndDate']
  const more = othersOf(body)
  return {
    id: before.id,
    name,
    firstName,
    dateOfBirth,
    inszNumber,
    address,
    memberships: before.memberships.map(({ tariffUntil: _, tariffStatus, ...membership }) => ({
      ...membership,
      // The strictest reading of "a field that is left out may be cleared".
      ...(isText(until) && { tariffUntil: until }),
      ...(tariffStatus === 'SUSPENDED' && { tariffStatus }),
    })),
    ...(before.consent && { consent: before.consent }),
    ...(more && { more }),
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isAddress = (value: unknown): value is UitpasPassholder['address'] =>
  typeof value === 'object' && value !== null && 'postalCode' in value && 'city' in value

const isSummer = (day: string) =>
  new Intl.DateTimeFormat('en', { timeZone: 'Europe/Brussels', timeZoneName: 'longOffset' })
    .format(new Date(`${day}T12:00:00Z`))
    .endsWith('+02:00')
