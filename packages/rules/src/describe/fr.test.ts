import { describe as told } from '@vanzelf/rules/describe'
import { french } from '@vanzelf/rules/describe/fr'
import { describe, expect, it } from 'vitest'
import { everyKind } from '../../test/every-kind.ts'

/** What each kind is in French; a new kind without a sentence does not compile. */
const SAID: { readonly [kind in keyof typeof everyKind]: string } = {
  fact: "Le revenu d'intégration est d'application.",
  parameter: 'Le plafond (21 500,50 €).',
  constant: 'La liste « a », « b ».',
  applicant: 'La personne concernée.',
  self: "Pour au moins un des membres du ménage, cette personne elle-même n'est pas la personne concernée.",
  discretion: "« situation poignante » est d'application (un agent en juge).",
  all: `Toutes les conditions suivantes sont remplies :

- le revenu d'intégration est d'application
- l'âge (selon la date de naissance) atteint au moins 18 ans`,
  any: `Au moins une des conditions suivantes est remplie :

- le revenu d'intégration est d'application
- l'âge (selon la date de naissance) atteint au moins 18 ans
- le revenu d'intégration n'est pas d'application`,
  not: "Ceci n'est pas le cas : pour au moins un des membres du ménage, le revenu d'intégration est d'application.",
  howMany: `Le nombre de conditions ci-dessous qui sont remplies atteint au moins 2 :

- le revenu d'intégration est d'application
- l'âge (selon la date de naissance) atteint au moins 18 ans
- la carte existe`,
  below: "Le loyer n'atteint pas 500,00 €.",
  atMost: 'Le loyer ne dépasse pas le plafond (21 500,50 €).',
  above: 'La date de naissance tombe après le 29 février 2000.',
  atLeast: "L'âge (selon la date de naissance) atteint au moins 18 ans.",
  is: 'Le code postal est « 9000 ».',
  oneOf: `Au moins une des conditions suivantes est remplie :

- le code postal fait partie de la liste « 9000 », « 9030 »
- le code postal fait partie de postcodes`,
  plus: 'Le loyer plus 1,00 € plus le plafond (21 500,50 €).',
  minus: '(12 fois le loyer) moins le loyer.',
  times: '1,5 fois le loyer.',
  dividedBy: 'Le quotient du loyer par 12.',
  percentOf: '12,5 % de (le loyer plus le plafond (21 500,50 €)).',
  round: "50 % du loyer (avec arrondi vers le bas à l'euro).",
  lowest: 'Le montant le plus bas entre le loyer et 100,00 €.',
  highest: 'La dernière date entre la date de naissance et le 1er janvier 1990.',
  when: `La valeur de la première ligne applicable ci-dessous :

- 10,00 €, si le revenu d'intégration est d'application
- la somme du loyer (pour l'ensemble des membres du ménage), si toutes les conditions suivantes sont remplies :
  - l'âge (selon la date de naissance) atteint au moins 18 ans
  - le revenu d'intégration est d'application
- dans tous les autres cas : 0,00 €`,
  bracket: `(a) plus (b) :

- (a) : le montant du tableau ci-dessous, selon le nombre de membres du ménage :

  | Le nombre de membres du ménage | Montant |
  |---|---|
  | moins de 2 | 1,00 € |
  | à partir de 2, jusqu'à 3 inclus | 2,00 € |
  | plus de 3 | le loyer |
- (b) : le montant du tableau « montants », selon le nombre de membres du ménage :

  | Le nombre de membres du ménage | Montant |
  |---|---|
  | à partir de 0, jusqu'à 2 inclus | 10,00 € |
  | plus de 2 | 20,00 € |`,
  keyed: `La valeur du tableau ci-dessous, selon « a » (à défaut : 0) :

| « a » | Valeur |
|---|---|
| « a » | 10 |
| « b » | 20 |`,
  isPresent: "La carte n'existe pas.",
  ifAbsent: 'Le code postal (à défaut : « geen ») est « geen ».',
  of: `Toutes les conditions suivantes sont remplies :

- pour la personne de référence, le revenu d'intégration est d'application
- le loyer de la personne de référence dépasse 1,00 €
- pour la personne concernée, l'âge (selon la date de naissance) atteint au moins 18 ans`,
  some: "Pour au moins un des membres du ménage, le revenu d'intégration est d'application.",
  every: `Pour chacun des membres du ménage, toutes les conditions suivantes sont remplies :

- le revenu d'intégration est d'application
- l'âge (selon la date de naissance) atteint au moins 18 ans`,
  none: `Ceci n'est le cas pour aucun des (a) : le revenu d'intégration est d'application :

- (a) : membres du ménage (pour lesquels l'âge (selon la date de naissance) atteint au moins 18 ans)`,
  count: `Toutes les conditions suivantes sont remplies :

- le nombre de membres du ménage atteint au moins 2
- le nombre de membres du ménage (pour lesquels l'âge (selon la date de naissance) atteint au moins 18 ans) atteint au moins 1`,
  sum: `La somme de la valeur de la première ligne applicable ci-dessous (pour l'ensemble des membres du ménage) ne dépasse pas 4 :

- 2, si le revenu d'intégration est d'application
- dans tous les autres cas : 1`,
  filter: `Le nombre de membres du ménage (pour lesquels toutes les conditions suivantes sont remplies) atteint au moins 2 :

- l'âge (selon la date de naissance) atteint au moins 18 ans
- le revenu d'intégration est d'application`,
  smallest: 'La valeur la plus ancienne de la date de naissance (parmi les membres du ménage) existe.',
  largest: 'La valeur la plus élevée du loyer (parmi les membres du ménage) (à défaut : 0,00 €).',
  thisDay: "Au 1er mai 2024, l'année de ce jour est 2024.",
  referenceDate: 'Au 1er mai 2024, ce jour tombe avant la date de référence.',
  on: `Au 1er mai 2024, toutes les conditions suivantes sont remplies :

- le revenu d'intégration est d'application
- le loyer ne dépasse pas le plafond`,
  inYear: 'Income de 2024 ne dépasse pas le plafond (21 500,50 €).',
  throughout: "Chaque jour de l'année civile en cours, le revenu d'intégration est d'application.",
  atSomeTimeIn:
    "Au moins un jour de la période du 1er janvier 2024 au 1er juillet 2024 (ce jour non compris), le revenu d'intégration est d'application.",
  daysIn: `(a) atteint au moins (b) :

- (a) : le nombre de jours de l'année civile en cours (au cours desquels le revenu d'intégration est d'application)
- (b) : le nombre de jours entre le 1er janvier 2024 et le 1er février 2024`,
  later:
    "18 ans, puis 1 mois, puis 1 jour après la date de naissance (si ce jour n'existe pas : le premier jour du mois suivant).",
  earlier: "1 mois avant la date de référence (si ce jour n'existe pas : le dernier jour de ce mois).",
  lastDay: 'Le dernier 1er septembre tombant au plus tard à la date de référence.',
  nextDay: 'Le premier 30 avril après la date de naissance.',
  dayIn: '31 mai 2026.',
  startOfMonth: 'Le premier jour du mois de la date de naissance.',
  yearOf: "L'année de la date de naissance est 2008.",
  monthOf: 'Le numéro du mois de la date de naissance est 6.',
  completedYears: "Le nombre d'années complètes entre la date de naissance et le 1er janvier 2026.",
  completedMonths: 'Le nombre de mois complets entre la date de naissance et le 1er janvier 2026.',
  daysBetween: 'Le nombre de jours entre la date de naissance et le 1er janvier 2026.',
  period:
    'La période du 1er janvier 2026 à la date qui tombe 30 jours après la date de référence (ce jour non compris).',
  startOf: "Le premier jour de l'année civile en cours.",
  endOf: "Le premier jour après l'année civile en cours.",
  covers: 'La carte ne couvre pas la date de référence.',
  note: `Toutes les conditions suivantes sont remplies :

- le revenu d'intégration est d'application (art. 2)
- la condition « majeur » est remplie

Définitions :

- « majeur » signifie : l'âge (selon la date de naissance) atteint au moins 18 ans`,
  money: `Le montant du tableau « montants », selon le nombre de membres du ménage :

| Le nombre de membres du ménage | Montant |
|---|---|
| à partir de 0, jusqu'à 2 inclus | 10,00 € |
| plus de 2 | 20,00 € |`,
  share: '80 % du prix du repas.',
  inKind: `Rouleaux de sacs, en ce nombre : la valeur de la première ligne applicable ci-dessous :

- 2, si le revenu d'intégration est d'application
- dans tous les autres cas : 1`,
  status: 'Tarif réduit.',
  composite: `Tout ce qui suit :

- 2 rouleaux de sacs
- 5,00 €`,
  alternative: `Au choix du bénéficiaire, un des éléments suivants :

- 2 rouleaux de sacs
- 5,00 €`,
  nothing: 'Rien.',
}

it.each(Object.entries(everyKind))('%s', (kind, expression) =>
  expect(told(expression, { in: french, on: '2026-01-01' })).toBe(SAID[kind as keyof typeof SAID]),
)

describe('values', () => {
  const { values } = french
  it.each<[string, string]>([
    [values.quantity(0, 'money'), '0,00 €'],
    [values.quantity(123_456_789, 'money'), '1 234 567,89 €'],
    [values.quantity(-150, 'money'), '-1,50 €'],
    [values.quantity(12.5, 'percentage'), '12,5 %'],
    [values.quantity(2026, 'year'), '2026'],
    [values.quantity(0, 'days'), '0 jour'],
    [values.quantity(1, 'days'), '1 jour'],
    [values.quantity(1.5, 'years'), '1,5 an'],
    [values.quantity(2, 'days'), '2 jours'],
    [values.quantity(1, 'months'), '1 mois'],
    [values.quantity(1, 'years'), '1 an'],
    [values.quantity(1_000, 'years'), '1 000 ans'],
    [values.date('2026-01-01'), '1er janvier 2026'],
    [values.date('2026-01-11'), '11 janvier 2026'],
    [values.date('2026-08-31'), '31 août 2026'],
    [values.date('9999-12-31'), 'sans fin'],
    [values.day('09-01'), '1er septembre'],
    [values.texts([]), 'vide'],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})

describe('dates within a sentence', () => {
  const { comparison, time } = french
  it.each<[string, string]>([
    [comparison.below('a', '1er mai 2026', 'date'), 'a tombe avant le 1er mai 2026'],
    [comparison.atMost('a', '1er mai 2026', 'date'), 'a tombe au plus tard le 1er mai 2026'],
    [comparison.atMost('a', 'la date de décès', 'date'), 'a tombe au plus tard à la date de décès'],
    [comparison.atLeast('a', '2 ans après (a)', 'date'), 'a tombe au plus tôt 2 ans après (a)'],
    [comparison.above('a', '2 ans après (a)', 'date'), 'a tombe après la date qui tombe 2 ans après (a)'],
    [time.on('1er mai 2026', 'x'), 'au 1er mai 2026, x'],
    [time.on('1 mois avant (a)', 'x'), '1 mois avant (a), x'],
    [time.on('le premier jour de (a)', 'x'), 'au premier jour de (a), x'],
    [time.on('(a)', 'x'), 'à (a), x'],
    [time.inYear('2024', 'le revenu'), 'le revenu de 2024'],
    [time.dayIn('1er mai', '2026'), '1er mai 2026'],
    [time.dayIn('1er mai', "l'année du décès"), "le 1er mai de l'année du décès"],
    [french.arithmetic.yearsBefore('1', "l'année"), "l'année précédant l'année"],
    [french.arithmetic.yearsBefore('2', "l'année"), "la deuxième année précédant l'année"],
    [french.arithmetic.yearsBefore('12', "l'année"), "la 12e année précédant l'année"],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})

describe('several', () => {
  it.each<[string, string]>([
    [french.comparison.atMost('les revenus', '5', 'money'), 'les revenus ne dépassent pas 5'],
    [french.comparison.below('les revenus', '5', 'money'), "les revenus n'atteignent pas 5"],
    [french.comparison.isNot('les revenus', '5'), 'les revenus ne sont pas 5'],
    [french.members.some('personnes à charge', 'x'), 'pour au moins une des personnes à charge, x'],
    [french.members.none('enfants', 'x'), "ceci n'est le cas pour aucun des enfants : x"],
    [french.members.countFor('inscriptions', 'x'), "le nombre d'inscriptions (pour lesquelles x)"],
  ])('%s', (text, expected) => expect(text).toBe(expected))
})

it('has a space before each colon', () => {
  for (const text of Object.values(SAID)) expect(text).not.toMatch(/[^ ]:/)
})
