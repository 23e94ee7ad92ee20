import { type Fact, fact, type One } from '@vanzelf/rules'

export interface AuthorisedVehicle
  extends Fact<'low-emission-zone', 'authorisedVehicle', 'authorisation', One<'vehicle'>, 'date'> {}

/** The vehicle that an authorisation admits to the zone. */
export const authorisedVehicle = fact<AuthorisedVehicle>({
  source: 'low-emission-zone',
  name: 'authorisedVehicle',
  about: 'authorisation',
  value: { type: 'one', to: 'vehicle' },
  when: ['date'],
  label: {
    nl: 'het toegelaten voertuig',
    en: 'authorised vehicle',
    fr: 'véhicule autorisé',
    de: 'zugelassenes Fahrzeug',
  },
})
