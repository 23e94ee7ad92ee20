import { type Count, type Fact, fact } from '@vanzelf/rules'

export interface LossOfIndependence extends Fact<'disability', 'lossOfIndependence', 'person', Count | null, 'date'> {}

/**
 * How many points of lost self-reliance are recognised of an adult, 0 to 18 over six areas of life. `null` where no
 * assessment of an adult is in force; a child is assessed by another scale.
 */
export const lossOfIndependence = fact<LossOfIndependence>({
  source: 'disability',
  name: 'lossOfIndependence',
  about: 'person',
  value: { type: 'count', least: 0, most: 18 },
  when: ['date'],
  optional: true,
  label: {
    nl: 'punten voor vermindering van zelfredzaamheid',
    en: 'points for loss of self-reliance',
    fr: "points de réduction d'autonomie",
    de: 'Punkte für Verringerung der Selbständigkeit',
  },
})
