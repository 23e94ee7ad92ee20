import { type Fact, fact, type Those } from '@vanzelf/rules'

export interface HouseholdMembers
  extends Fact<'population-register', 'householdMembers', 'person', Those<'person'>, 'date'> {}

/** The members of a person's household, that person included: never nobody. */
export const householdMembers = fact<HouseholdMembers>({
  source: 'population-register',
  name: 'householdMembers',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
  label: { nl: 'gezinsleden', en: 'household members', fr: 'membres du ménage', de: 'Haushaltsmitglieder' },
})
