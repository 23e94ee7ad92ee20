import {
  all,
  any,
  atLeast,
  constant,
  count,
  covers,
  fact,
  is,
  january1,
  named,
  not,
  of,
  on,
  some,
  thisDay,
} from '@vanzelf/rules'
import { nodeOf } from '@vanzelf/rules/tree'
import { expect, it } from 'vitest'
import { voiceOf } from './voice.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const label = (nl: string, fr: string) => ({ nl, fr, en: nl })
const wage = fact({ ...person, name: 'wage', value: { type: 'truth' }, label: label('leefloon', 'revenu') })
const card = fact({
  ...person,
  name: 'card',
  value: { type: 'period' },
  optional: true,
  label: label('kaart', 'carte'),
})
const place = fact({ ...person, name: 'place', value: { type: 'text' }, label: label('gemeente', 'commune') })
const members = fact({
  ...person,
  name: 'members',
  value: { type: 'those', to: 'person' },
  label: label('gezinsleden', 'membres'),
})
const partner = fact({
  ...person,
  name: 'partner',
  value: { type: 'one', to: 'person' },
  label: label('partner', 'partenaire'),
})
const adult = named(label('is meerderjarig', 'est majeur'), is(place, 'x'))

it.each([
  [wage, 'leefloon', 'revenu'],
  [adult, 'is meerderjarig', 'est majeur'],
  [any(wage, adult), 'leefloon of is meerderjarig', 'revenu ou est majeur'],
  [
    any(all(wage, adult), adult),
    '(leefloon en is meerderjarig) of is meerderjarig',
    '(revenu et est majeur) ou est majeur',
  ],
  [any(wage, wage), 'leefloon', 'revenu'],
  [on(january1, wage), 'leefloon (1 januari van het lopende jaar)', "revenu (le 1er janvier de l'année en cours)"],
  [any(on(january1, wage), wage), 'leefloon', 'revenu'],
  [
    some(members, any(wage, covers(card, thisDay))),
    'minstens één persoon (gezinsleden) met leefloon of kaart',
    'au moins une personne (membres) avec revenu ou carte',
  ],
  [of(partner, wage), 'leefloon (partner)', 'revenu (partenaire)'],
  [of(partner, all(wage, adult)), 'partner: leefloon en is meerderjarig', 'partenaire: revenu et est majeur'],
  [not(adult), 'dit geldt niet: is meerderjarig', undefined],
  [
    atLeast(count(members, adult), 2),
    'het aantal gezinsleden (voor wie dit geldt: is meerderjarig) is minstens 2',
    undefined,
  ],
  [constant(true), 'altijd', undefined],
] as const)('a condition is told short: %#', (expression, dutch, french) => {
  expect(voiceOf('nl').condition(nodeOf(expression))).toBe(dutch)
  if (french !== undefined) expect(voiceOf('fr').condition(nodeOf(expression))).toBe(french)
})
