import { type Fact, fact } from '@vanzelf/rules'

export interface OutOfSchoolCare extends Fact<'childcare', 'outOfSchoolCare', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether a child is registered for the municipality's own out-of-school care: before and after school, on Wednesday
 * afternoon, in the holidays. Registered, whether or not the child came that day. A "no" is about the municipality's
 * own file: other organisers have theirs.
 */
export const outOfSchoolCare = fact<OutOfSchoolCare>({
  source: 'childcare',
  name: 'outOfSchoolCare',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'inschrijving in de buitenschoolse opvang van de gemeente',
    en: "registration for the municipality's out-of-school care",
    fr: "inscription à l'accueil extrascolaire de la commune",
    de: 'Anmeldung in der außerschulischen Betreuung der Gemeinde',
  },
})
