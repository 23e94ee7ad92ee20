import { type Fact, fact } from '@vanzelf/rules'

/** What an enrolment is for. */
export type Level = 'pre-primary' | 'primary' | 'secondary' | 'higher' | 'adult'

export interface EducationLevel extends Fact<'education', 'educationLevel', 'enrolment', Level, 'date'> {}

/** The level of education of an enrolment: pre-primary, primary, secondary, higher, or adult education. */
export const educationLevel = fact<EducationLevel>({
  source: 'education',
  name: 'educationLevel',
  about: 'enrolment',
  value: { type: 'text', among: ['pre-primary', 'primary', 'secondary', 'higher', 'adult'] },
  when: ['date'],
  label: { nl: 'onderwijsniveau', en: 'level of education', fr: "niveau d'enseignement", de: 'Bildungsstufe' },
})
