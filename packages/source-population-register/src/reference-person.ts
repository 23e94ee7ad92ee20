import { type Fact, fact, type One } from '@vanzelf/rules'

export interface ReferencePerson
  extends Fact<'population-register', 'referencePerson', 'person', One<'person'>, 'date'> {}

/**
 * The reference person of a person's household, possibly that person. In a community (position `'20'`) nobody is: a
 * source then answers that it is not found. What is asked of that person reads `of(referencePerson, birthDate)`.
 */
export const referencePerson = fact<ReferencePerson>({
  source: 'population-register',
  name: 'referencePerson',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  label: { nl: 'referentiepersoon', en: 'reference person', fr: 'personne de référence', de: 'Bezugsperson' },
})
