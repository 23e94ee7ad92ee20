import { expectTypeOf, it } from 'vitest'
import type { Registration, RegistrationConsent, RegistrationOutcome } from './registration.ts'
import type { UitpasChannel } from './uitpas.ts'

declare const channel: UitpasChannel
declare const registration: Registration
declare const consent: RegistrationConsent
declare const outcome: RegistrationOutcome

it('wants consent, and every part of it', () => {
  const { consent: _, ...without } = registration
  // @ts-expect-error nobody is registered without consent
  channel.register([without])
  // @ts-expect-error that there is consent does not say what it is
  channel.register([{ ...registration, consent: true }])
  const { legalTerms: __, ...unread } = consent
  // @ts-expect-error consent to nothing in particular
  channel.register([{ ...registration, consent: unread }])
  const { contact: ___, ...unasked } = consent
  // @ts-expect-error left out, the API would choose
  channel.register([{ ...registration, consent: unasked }])
})

it('gives a receipt to a passholder, and to nobody else', () => {
  if (outcome.outcome === 'registered' || outcome.outcome === 'already registered')
    expectTypeOf(outcome.receipt).toEqualTypeOf<string>()
  else expectTypeOf(outcome.why).toEqualTypeOf<string>()
})
