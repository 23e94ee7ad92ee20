import { type Fact, fact } from '@vanzelf/rules'

export interface DisabilityRecognised extends Fact<'disability', 'disabilityRecognised', 'person', boolean, 'date'> {}

/**
 * Whether a recognition of a person's disability is in force, whatever its degree and under whichever law: the narrowest
 * ask where a regulation names no degree. A request that is still pending is not a recognition.
 */
export const disabilityRecognised = fact<DisabilityRecognised>({
  source: 'disability',
  name: 'disabilityRecognised',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
  label: {
    nl: 'erkenning van een handicap',
    en: 'recognition of a disability',
    fr: "reconnaissance d'un handicap",
    de: 'Anerkennung einer Behinderung',
  },
})
