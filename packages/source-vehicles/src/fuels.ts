import { type Fact, fact } from '@vanzelf/rules'

export interface Fuels extends Fact<'vehicles', 'fuels', 'vehicle', readonly string[], 'date'> {}

/**
 * On what a vehicle runs: several for a hybrid, or a car on petrol and gas. A code of the register that is none of these
 * names is an answer in doubt, not a vehicle without fuel.
 */
export const fuels = fact<Fuels>({
  source: 'vehicles',
  name: 'fuels',
  about: 'vehicle',
  value: {
    type: 'texts',
    among: ['petrol', 'diesel', 'biodiesel', 'lpg', 'natural gas', 'ethanol', 'hydrogen', 'electricity'],
  },
  when: ['date'],
  label: { nl: 'brandstoffen', en: 'fuels', fr: 'carburants', de: 'Kraftstoffe' },
})
