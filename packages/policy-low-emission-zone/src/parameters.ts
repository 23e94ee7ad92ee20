import { euro, parameter, years } from '@vanzelf/rules'

const TARIFF = 'Gent, retributiereglement lage-emissiezone (artikel niet ingezien)'
const ZONE = 'Gent, reglement lage-emissiezone (artikel niet ingezien)'
const BEFORE_APRIL_2024 =
  "from the city's page on diesel Euro 4 before April 2024; the first day was not found, so the zone's own stands here, and the changes of 26 May 2020 and 27 June 2022 were not seen"
const SINCE_APRIL_2024 =
  "from the city's page on diesel Euro 4 as changed on 22 May 2024; a later regulation was not found, nor a page of 2026"
const DURATIONS = ['week', 'month', 'four months', 'year'] as const

/** What an authorisation for a diesel car with norm Euro 4 costs, by duration. Not verified: only pages were seen. */
export const normalPrices = parameter({
  name: 'normalPrices',
  value: { type: 'keyed', among: DURATIONS, gives: { type: 'money', least: 0 } },
  label: { nl: 'normale prijs', en: 'normal price', fr: 'prix normal', de: 'Normalpreis' },
  history: [
    {
      from: '2020-01-01',
      value: { week: euro(25), month: euro(50), 'four months': euro(130), year: euro(345) },
      article: TARIFF,
      verified: false,
      note: BEFORE_APRIL_2024,
    },
    {
      from: '2024-04-27',
      value: { week: euro(25), month: euro(50), 'four months': euro(130), year: euro(345) },
      article: TARIFF,
      verified: false,
      note: SINCE_APRIL_2024,
    },
  ],
})

/** What it costs at the reduced tariff, by duration. Not verified: only pages were seen. */
export const reducedPrices = parameter({
  name: 'reducedPrices',
  value: { type: 'keyed', among: DURATIONS, gives: { type: 'money', least: 0 } },
  label: { nl: 'sociaal tarief', en: 'reduced price', fr: 'tarif social', de: 'Sozialtarif' },
  history: [
    {
      from: '2020-01-01',
      value: { week: euro(10), month: euro(20), 'four months': euro(55), year: euro(140) },
      article: TARIFF,
      verified: false,
      note: BEFORE_APRIL_2024,
    },
    {
      from: '2024-04-27',
      value: { week: euro(10), month: euro(20), 'four months': euro(55), year: euro(140) },
      article: TARIFF,
      verified: false,
      note: SINCE_APRIL_2024,
    },
  ],
})

/** Whether the reduced tariff is for residents of the zone only; until 26 April 2024 it was. */
export const residentsOnly = parameter({
  name: 'residentsOnly',
  value: { type: 'truth' },
  label: {
    nl: 'beperking van het sociaal tarief tot inwoners van de zone',
    en: 'the restriction of the reduced tariff to residents of the zone',
    fr: 'limitation du tarif social aux habitants de la zone',
    de: 'Beschränkung des Sozialtarifs auf Einwohner der Zone',
  },
  history: [
    {
      from: '2020-01-01',
      value: true,
      article: TARIFF,
      verified: false,
      note: "from the city's page before April 2024; the text was not seen",
    },
    {
      from: '2024-04-27',
      value: false,
      article: TARIFF,
      verified: false,
      note: "from the city's announcement of the changes of 27 April 2024; the text was not seen",
    },
  ],
})

/** For how many years a free registration holds at most. Not verified: only a page was seen. */
export const atMostYears = parameter({
  name: 'atMostYears',
  value: { type: 'years', least: 1 },
  label: {
    nl: 'maximale duur van de registratie',
    en: 'longest duration of a registration',
    fr: "durée maximale de l'enregistrement",
    de: 'Höchstdauer der Registrierung',
  },
  history: [
    {
      from: '2020-01-01',
      value: years(5),
      article: ZONE,
      verified: false,
      note: "from the city's page on the parking card; the first day was not found, so the zone's own stands here",
    },
  ],
})
