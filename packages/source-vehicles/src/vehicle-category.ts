import { type Fact, fact } from '@vanzelf/rules'

export interface VehicleCategory extends Fact<'vehicles', 'vehicleCategory', 'vehicle', string, 'date'> {}

/**
 * The European category on a vehicle's certificate: `'M1'` is a passenger car, `'N1'` a light van.
 */
export const vehicleCategory = fact<VehicleCategory>({
  source: 'vehicles',
  name: 'vehicleCategory',
  about: 'vehicle',
  value: { type: 'text' },
  when: ['date'],
  label: { nl: 'voertuigcategorie', en: 'vehicle category', fr: 'catégorie de véhicule', de: 'Fahrzeugklasse' },
})
