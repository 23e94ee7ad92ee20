import { describe, expect, it } from 'vitest'
import { bare, from, moved, the, to } from './fr-grammar.ts'

describe('the article of a label', () => {
  it.each([
    ['revenu imposable', 'le revenu imposable'],
    ["revenu d'intégration", "le revenu d'intégration"],
    ['date de naissance', 'la date de naissance'],
    ['intervention majorée', "l'intervention majorée"],
    ['âge', "l'âge"],
    ['habitation', "l'habitation"],
    ['handicap reconnu', 'le handicap reconnu'],
    ['nationalité', 'la nationalité'],
    ['invalidité', "l'invalidité"],
    ['situation de handicap', 'la situation de handicap'],
    ['montants', 'les montants'],
    ['revenus du ménage', 'les revenus du ménage'],
    ['mois de référence', 'le mois de référence'],
    ['prix normal', 'le prix normal'],
    ['logement', 'le logement'],
    ['la commune', 'la commune'],
    ["l'école", "l'école"],
    ['son domicile', 'son domicile'],
    // Participles and what is no French are left as they are.
    ['inscrit à la crèche', 'inscrit à la crèche'],
    ['adapté pour une personne handicapée', 'adapté pour une personne handicapée'],
    ['huur', 'huur'],
    ['receivesSupplement', 'receivesSupplement'],
    ['(a)', '(a)'],
    ['', ''],
  ])('%s', (label, expected) => expect(the(label)).toBe(expected))
})

it.each([
  ['le loyer', 'du loyer', 'au loyer'],
  ['la date', 'de la date', 'à la date'],
  ["l'âge", "de l'âge", "à l'âge"],
  ['les revenus', 'des revenus', 'aux revenus'],
  ['1er mai 2026', 'du 1er mai 2026', 'au 1er mai 2026'],
  ['31 août 2026', 'du 31 août 2026', 'au 31 août 2026'],
  ['enfants', "d'enfants", 'à enfants'],
  ['handicaps', 'de handicaps', 'à handicaps'],
  ['2024', 'de 2024', 'à 2024'],
  ['(a)', 'de (a)', 'à (a)'],
])('%s: %s, %s', (text, ofIt, toIt) => {
  expect(from(text)).toBe(ofIt)
  expect(to(text)).toBe(toIt)
})

it.each([
  ['le loyer', 'loyer'],
  ["l'âge", 'âge'],
  ['lettres', 'lettres'],
])('%s without its article', (text, expected) => expect(bare(text)).toBe(expected))

it.each([
  ['la naissance', '18 ans', '18 ans après la naissance'],
  ['18 ans après la naissance', '1 mois', '18 ans, puis 1 mois après la naissance'],
  ['18 ans, puis 1 mois après la naissance', '1 jour', '18 ans, puis 1 mois, puis 1 jour après la naissance'],
  ['1 mois avant la naissance', '1 jour', '1 jour après la date qui tombe 1 mois avant la naissance'],
  ['la naissance', 'la durée', '(la durée) après la naissance'],
])('%s, and %s after it', (date, length, expected) => expect(moved(date, length, 'après')).toBe(expected))
