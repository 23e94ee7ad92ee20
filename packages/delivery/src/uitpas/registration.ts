import type { SubjectId } from '@vanzelf/source'
import * as z from 'zod'
import { type Prepared, type Refused, refused, type ToRetry } from '../channel.ts'
import type { PassholderAddress } from './passholder.ts'

/** What somebody agreed to, as it was given: every part is said, for none may be assumed. */
export interface RegistrationConsent {
  /** The day on which it was given. The API does not ask it: it is for whoever must show it later. */
  readonly givenOn: string
  /** Of who is not eighteen yet, a parent gives it; of anybody else, the person. */
  readonly by: 'the person' | 'a parent'
  /** How the legal terms were received. */
  readonly legalTerms: 'on paper' | 'digitally'
  /** For what they may be contacted. Left out, the API would choose. */
  readonly contact: {
    readonly serviceMails: boolean
    readonly milestoneMails: boolean
    readonly infoMails: boolean
    readonly sms: boolean
    readonly post: boolean
  }
}

/** Somebody who is to have a pass. */
export interface Registration {
  readonly recipient: SubjectId
  readonly who: {
    readonly name: string
    readonly firstName: string
    /** A whole date: one that is known in part is never completed here. */
    readonly dateOfBirth: string
    readonly address: PassholderAddress
    readonly email?: string
    readonly phoneNumber?: string
    readonly gender?: 'MALE' | 'FEMALE' | 'X'
    readonly nationality?: string
  }
  readonly consent: RegistrationConsent
  /** The organizer, as the API numbers them, at whose counter it was asked. */
  readonly organizerId: string
  /** Of a card in that counter's stock; without one the pass is digital. */
  readonly cardNumber?: string
}

/** What became of one registration. */
export type RegistrationOutcome =
  | { readonly outcome: 'registered'; readonly receipt: string }
  | { readonly outcome: 'already registered'; readonly receipt: string }
  | Prepared
  | Refused
  | ToRetry

/** What the API is told of a registration, but the national number and the card system; or what is missing, by name. */
export function fieldsOf(
  registration: Registration,
  today: string,
): { readonly fields: { readonly [field: string]: unknown } } | Refused {
  const parsed = registrationSchema.safeParse(registration)
  if (!parsed.success) {
    const [{ path } = { path: [] }] = parsed.error.issues
    return refused(missing[path.slice(0, 2).join('.')] ?? 'registration-incomplete')
  }
  const { who, consent, organizerId, cardNumber } = parsed.data
  const { by, givenOn, legalTerms, contact } = consent
  if (givenOn > today) return refused('consent-in-the-future')
  if (who.dateOfBirth > today) return refused('birth-in-the-future')
  const isMinor = eighteenthBirthday(who.dateOfBirth) > today
  if (isMinor && by !== 'a parent') return refused('parental-consent-missing')
  if (!isMinor && by !== 'the person') return refused('own-consent-missing')
  return {
    fields: {
      ...who,
      registrationOrganizer: { id: organizerId },
      legalTermsPaper: legalTerms === 'on paper',
      legalTermsDigital: legalTerms === 'digitally',
      parentalConsent: by === 'a parent',
      optInPreferences: contact,
      ...(cardNumber === undefined
        ? { registrationCardType: 'DIGITAL' }
        : { registrationCardType: 'NFC_CARD', registrationUitpasNumber: cardNumber }),
    },
  }
}

// Types are no guard against what a form or a file hands over. Consent comes first: of two things missing it is told.
const text = z.string().trim().min(1)
const registrationSchema = z.object({
  consent: z.object({
    givenOn: z.iso.date(),
    by: z.enum(['the person', 'a parent']),
    legalTerms: z.enum(['on paper', 'digitally']),
    contact: z.object({
      serviceMails: z.boolean(),
      milestoneMails: z.boolean(),
      infoMails: z.boolean(),
      sms: z.boolean(),
      post: z.boolean(),
    }),
  }),
  who: z.object({
    name: text,
    firstName: text,
    dateOfBirth: z.iso.date(),
    address: z.object({ street: text, postalCode: text, city: text, country: text.optional() }),
    email: text.optional(),
    phoneNumber: text.optional(),
    gender: z.enum(['MALE', 'FEMALE', 'X']).optional(),
    nationality: text.optional(),
  }),
  organizerId: text,
  cardNumber: text.optional(),
})

/** How a part is called that is missing, or that is not whole. */
const missing: { readonly [path: string]: string } = {
  consent: 'consent-missing',
  'consent.givenOn': 'consent-date-missing',
  'consent.by': 'consent-giver-missing',
  'consent.legalTerms': 'legal-terms-missing',
  'consent.contact': 'contact-preferences-missing',
  'who.name': 'name-missing',
  'who.firstName': 'first-name-missing',
  'who.dateOfBirth': 'date-of-birth-missing',
  'who.address': 'address-missing',
  organizerId: 'organizer-missing',
  cardNumber: 'card-number-missing',
}

/** Who was born on 29 February is not eighteen before 1 March: that text comes after the 28th and before the 1st. */
const eighteenthBirthday = (born: string) => `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`
