import { isAddress, isText, othersOf, type UitpasConsent, type UitpasPassholder } from './passholders.ts'

/** A card that waits at a counter for somebody. */
export interface UitpasCard {
  readonly uitpasNumber: string
  /** Whether it was set apart for people with the reduced rate: who is registered with it has that rate. */
  readonly socialTariff?: boolean
}

/** A region, by its number, with the postal codes of its cities. */
export interface UitpasCardSystem {
  readonly id: number
  readonly postalCodes: readonly string[]
}

/** What there is to be registered in. */
export interface UitpasCounters {
  readonly organizers: readonly string[]
  readonly cardSystems: readonly UitpasCardSystem[]
  /** Those that nobody has. */
  readonly stock: ReadonlyMap<string, UitpasCard>
  readonly today: string
}

/**
 * Who asks to be registered, as the server will keep them, or the type of what is wrong. What the API leaves unsaid is
 * read strictly: legal terms in one form at least, a parent's consent for who is not eighteen, wishes about contact.
 */
export function registered(
  id: string,
  body: { readonly [field: string]: unknown },
  { organizers, cardSystems, stock, today }: UitpasCounters,
): UitpasPassholder | string {
  const { name, firstName, dateOfBirth, address, inszNumber, registrationOrganizer: organizer } = body
  const consent = consentOf(body)
  const number = body['registrationUitpasNumber']
  const hasCard = body['registrationCardType'] === 'NFC_CARD'
  if (!isText(name) || !isText(firstName) || !isText(dateOfBirth) || !isAddress(address) || !consent) return INVALID
  if (consent.legalTerms.length === 0 || !isContact(body['optInPreferences'])) return INVALID
  if (!consent.parental && eighteenthBirthday(dateOfBirth) > today) return INVALID
  if (!hasCard && body['registrationCardType'] !== 'DIGITAL') return INVALID
  if (hasCard && !isText(number)) return INVALID
  if (!isText(inszNumber) || !/^\d{11}$/.test(inszNumber)) return 'uitpas/invalid-insz-number'
  if (!isRecord(organizer) || !organizers.some((known) => known === organizer['id']))
    return 'uitpas/organizer-not-found'
  const cardSystem = cardSystems.find((known) => known.id === body['registrationCardSystemId'])
  if (!cardSystem) return 'uitpas/cardsystem-not-found'
  const card = hasCard && isText(number) ? stock.get(number) : undefined
  if (hasCard && !card) return 'uitpas/invalid-card-status'
  const until = body['registrationSocialTariffEndDate']
  const more = othersOf(body)
  return {
    id,
    name,
    firstName,
    dateOfBirth,
    inszNumber,
    address,
    memberships: [
      {
        cardSystemId: cardSystem.id,
        postalCodes: cardSystem.postalCodes,
        ...(card?.socialTariff && { tariffUntil: isText(until) ? until : `${Number(today.slice(0, 4)) + 1}-04-30` }),
      },
    ],
    consent,
    ...(more && { more }),
  }
}

const INVALID = 'body/invalid-data'

function consentOf(body: { readonly [field: string]: unknown }): UitpasConsent | undefined {
  const told = ['legalTermsPaper', 'legalTermsDigital', 'parentalConsent'].map((field) => body[field] ?? false)
  if (told.some((value) => typeof value !== 'boolean')) return undefined
  const [paper, digital, parental] = told
  return {
    legalTerms: [...(paper ? (['on paper'] as const) : []), ...(digital ? (['digitally'] as const) : [])],
    parental: parental === true,
  }
}

const isRecord = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null

const isContact = (value: unknown) =>
  isRecord(value) &&
  ['serviceMails', 'milestoneMails', 'infoMails', 'sms', 'post'].every((field) => typeof value[field] === 'boolean')

const eighteenthBirthday = (born: string) => `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`
