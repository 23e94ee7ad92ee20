import { parameter, percent, years } from '@vanzelf/rules'

const ARTICLE =
  'Gent, retributie voor prestaties geleverd door de Dienst Kinderopvang en het Stedelijk Onderwijs Gent (artikel niet ingezien)'
const SEEN =
  'from a page of the childcare service without a date, after 2020; first day from the decision of June 2020; later changes not found'

/** The part of the price of care that families on social assistance do not pay. Not verified: the regulation was not seen. */
export const socialCareDiscount = parameter({
  name: 'socialCareDiscount',
  value: { type: 'percentage', least: 0, most: 100 },
  label: {
    nl: 'sociaal tarief: korting op buitenschoolse opvang',
    en: 'social rate: discount on out-of-school care',
    fr: "tarif social : réduction sur l'accueil extrascolaire",
    de: 'Sozialtarif: Ermäßigung auf außerschulische Betreuung',
  },
  history: [{ from: '2020-09-01', value: percent(100), article: ARTICLE, verified: false, note: SEEN }],
})

/** The part of the price of meals that they do not pay. Not verified: the regulation was not seen. */
export const socialMealsDiscount = parameter({
  name: 'socialMealsDiscount',
  value: { type: 'percentage', least: 0, most: 100 },
  label: {
    nl: 'sociaal tarief: korting op schoolmaaltijden',
    en: 'social rate: discount on school meals',
    fr: 'tarif social : réduction sur les repas scolaires',
    de: 'Sozialtarif: Ermäßigung auf Schulmahlzeiten',
  },
  history: [{ from: '2020-09-01', value: percent(80), article: ARTICLE, verified: false, note: SEEN }],
})

/** The part of the price of care that families with several young children do not pay. Not verified. */
export const familyCareDiscount = parameter({
  name: 'familyCareDiscount',
  value: { type: 'percentage', least: 0, most: 100 },
  label: {
    nl: 'gezinskorting op buitenschoolse opvang',
    en: 'family discount on out-of-school care',
    fr: "réduction familiale sur l'accueil extrascolaire",
    de: 'Familienermäßigung auf außerschulische Betreuung',
  },
  history: [{ from: '2020-09-01', value: percent(25), article: ARTICLE, verified: false, note: SEEN }],
})

/** The age up to which a child counts for the family discount, that age included. Not verified. */
export const oldestChild = parameter({
  name: 'oldestChild',
  value: { type: 'years', least: 0 },
  label: {
    nl: 'hoogste leeftijd van een kind dat meetelt',
    en: 'highest age of a child that counts',
    fr: "âge maximal d'un enfant qui compte",
    de: 'Höchstalter eines Kindes, das zählt',
  },
  history: [
    {
      from: '2020-09-01',
      value: years(12),
      article: ARTICLE,
      verified: false,
      note: `${SEEN}; the day on which the age counts was not found: read as the day of the decision`,
    },
  ],
})

/** How many such children there must be. Not verified: the page says "several". */
export const fewestChildren = parameter({
  name: 'fewestChildren',
  value: { type: 'count', least: 1 },
  label: {
    nl: 'het aantal kinderen dat nodig is',
    en: 'least number of children',
    fr: "nombre minimal d'enfants",
    de: 'Mindestzahl der Kinder',
  },
  history: [
    {
      from: '2020-09-01',
      value: 2,
      article: ARTICLE,
      verified: false,
      note: `${SEEN}; the page says several children, read as two or more`,
    },
  ],
})
