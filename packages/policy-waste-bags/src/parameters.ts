import { euro, parameter } from '@vanzelf/rules'

const ARTICLE =
  'Gent, retributie en tegemoetkoming voor het aanbieden van huishoudelijk afval via IVAGO (artikel niet ingezien)'
const LAST_ROW =
  'the last row is read as five or more: one page says so, its introduction speaks of families of five persons or more'

/**
 * What a household is worth in waste bags, by the number of dependants of its reference person: 1, 1.5, 2, 2.5 and 3
 * times the amount of who has none. No value is verified: the text of the regulation was not seen, only pages about it.
 */
export const allowance = parameter({
  name: 'allowance',
  value: { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money', least: 0 } },
  label: {
    nl: 'tegemoetkoming naar het aantal personen ten laste',
    en: 'allowance by the number of dependants',
    fr: 'intervention selon le nombre de personnes à charge',
    de: 'Beihilfe nach der Anzahl der Personen zu Lasten',
  },
  history: [
    {
      from: '2012-03-01',
      value: [
        { from: 0, value: euro(39) },
        { from: 1, value: euro(58.5) },
        { from: 2, value: euro(78) },
      ],
      article: ARTICLE,
      verified: false,
      note: 'amounts and first day from rechtenverkenner.be, right 336; the day they were replaced was not found',
    },
    {
      from: '2020-01-01',
      value: [
        { from: 0, value: euro(42) },
        { from: 1, value: euro(63) },
        { from: 2, value: euro(84) },
        { from: 3, value: euro(105) },
        { from: 5, value: euro(126) },
      ],
      article: ARTICLE,
      verified: false,
      note: `amounts from the page of the city, seen for 2020 to 2023; the first day was not found; ${LAST_ROW}`,
    },
  ],
})

/** What is put on the household's account with IVAGO besides, since 2023: half the allowance, by the same table. */
export const extraCredit = parameter({
  name: 'extraCredit',
  value: { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money', least: 0 } },
  label: {
    nl: 'extra krediet op de rekening bij IVAGO, naar het aantal personen ten laste',
    en: 'extra credit on the account with IVAGO, by the number of dependants',
    fr: 'crédit supplémentaire sur le compte auprès d’IVAGO, selon le nombre de personnes à charge',
    de: 'zusätzliches Guthaben auf dem Konto bei IVAGO, nach der Anzahl der Personen zu Lasten',
  },
  history: [
    {
      from: '2012-03-01',
      value: [{ from: 0, value: euro(0) }],
      article: ARTICLE,
      verified: false,
      note: 'ivago.be gives it as new in 2023: before, there was none; a decision of before, which could say otherwise, was not found',
    },
    {
      from: '2023-01-01',
      value: [
        { from: 0, value: euro(21) },
        { from: 1, value: euro(31.5) },
        { from: 2, value: euro(42) },
        { from: 3, value: euro(52.5) },
        { from: 5, value: euro(63) },
      ],
      article: ARTICLE,
      verified: false,
      note: `half the allowance, from ivago.be; the day in 2023 was not found; ${LAST_ROW}`,
    },
  ],
})
