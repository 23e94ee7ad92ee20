import { type Fact, fact } from '@vanzelf/rules'

export interface HouseholdPosition extends Fact<'population-register', 'householdPosition', 'person', string, 'date'> {}

/**
 * A person's place in the household, seen from its reference person, by the register's code (information type 141):
 * `'01'` the reference person, `'02'` spouse, `'03'` son or daughter, `'12'` not related, `'20'` in a community,
 * `'21'` partner, `'22'` legal cohabitant, and others. Labels differ between messages; the codes do not.
 */
export const householdPosition = fact<HouseholdPosition>({
  source: 'population-register',
  name: 'householdPosition',
  about: 'person',
  value: { type: 'text' },
  when: ['date'],
  label: {
    nl: 'positie in het gezin',
    en: 'position in the household',
    fr: 'position dans le ménage',
    de: 'Stellung im Haushalt',
  },
})
