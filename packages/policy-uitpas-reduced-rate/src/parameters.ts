import { january1, later, months, parameter } from '@vanzelf/rules'

/**
 * How long the reduced rate lasts, in months from 1 January of the year in which it is granted: 16 make 30 April of the
 * next year its last day. Not verified: it is what the card system sets where a city sends no date of its own.
 */
export const validity = parameter({
  name: 'validity',
  value: { type: 'months', least: 1 },
  label: {
    nl: 'duur van het kansentarief',
    en: 'duration of the reduced rate',
    fr: 'durée du tarif réduit',
    de: 'Dauer des ermäßigten Tarifs',
  },
  history: [
    {
      from: '2014-01-01',
      value: months(16),
      article: 'Gent, UiTPAS kansentarief (besluit niet ingezien)',
      verified: false,
      note: 'from the interface of the card system (version 4.0), which sets 30 April of the next year where no date is given; what Ghent decided was not found, nor from when; 2014 is only about when the pass came to Ghent',
    },
  ],
})

/** The first day on which a reduced rate that is granted on the date at hand no longer holds: 1 May of the next year. */
export const endOfValidity = later(january1, { months: validity }, 'lastDay')
