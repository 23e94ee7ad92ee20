import { euro, parameter, percent } from '@vanzelf/rules'

const ARTICLE =
  'Gent, retributie voor prestaties geleverd door de Dienst Kinderopvang en het Stedelijk Onderwijs Gent (artikel niet ingezien)'
const SEEN =
  'from a page of the childcare service without a date, after 2020; first day from the decision of June 2020; later indexation not found'

/** The yearly taxable income of a household below which care is cheaper. Not verified: the regulation was not seen. */
export const careIncome = parameter({
  name: 'careIncome',
  value: { type: 'money', least: 0 },
  label: {
    nl: 'de grens voor de korting op buitenschoolse opvang',
    en: 'income limit for the discount on out-of-school care',
    fr: "plafond de revenu pour la réduction sur l'accueil extrascolaire",
    de: 'Einkommensgrenze für die Ermäßigung auf außerschulische Betreuung',
  },
  history: [
    {
      from: '2020-09-01',
      value: euro(33_000),
      article: ARTICLE,
      verified: false,
      note: `${SEEN}; the rate of the discount was not found`,
    },
  ],
})

/** The yearly taxable income of a household below which meals are cheaper. Not verified: the regulation was not seen. */
export const mealsIncome = parameter({
  name: 'mealsIncome',
  value: { type: 'money', least: 0 },
  label: {
    nl: 'de grens voor de korting op maaltijden',
    en: 'income limit for the discount on school meals',
    fr: 'plafond de revenu pour la réduction sur les repas scolaires',
    de: 'Einkommensgrenze für die Ermäßigung auf Schulmahlzeiten',
  },
  history: [{ from: '2020-09-01', value: euro(23_000), article: ARTICLE, verified: false, note: SEEN }],
})

/** The part of the price of meals that is taken off. Not verified: the regulation was not seen. */
export const mealsDiscount = parameter({
  name: 'mealsDiscount',
  value: { type: 'percentage', least: 0, most: 100 },
  label: {
    nl: 'korting op schoolmaaltijden',
    en: 'discount on school meals',
    fr: 'réduction sur les repas scolaires',
    de: 'Ermäßigung auf Schulmahlzeiten',
  },
  history: [{ from: '2020-09-01', value: percent(25), article: ARTICLE, verified: false, note: SEEN }],
})
