import { type Fact, fact } from '@vanzelf/rules'

export interface EuroNorm extends Fact<'vehicles', 'euroNorm', 'vehicle', string | null, 'date'> {}

/**
 * The European emission norm of a vehicle as the register writes it, after the word Euro: `'4'`, `'5b'`, `'6ei'` of cars,
 * `'V'` of heavy vehicles. `null` where there is none, as of an old or an electric one. Where its fuels have different
 * norms the answer is in doubt.
 */
export const euroNorm = fact<EuroNorm>({
  source: 'vehicles',
  name: 'euroNorm',
  about: 'vehicle',
  value: { type: 'text' },
  when: ['date'],
  optional: true,
  label: { nl: 'euronorm', en: 'euro norm', fr: 'norme euro', de: 'Euronorm' },
})
