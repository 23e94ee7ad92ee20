import { type Fact, fact, type IsoDate } from '@vanzelf/rules'

export interface DeathDate extends Fact<'population-register', 'deathDate', 'person', IsoDate | null, 'date'> {}

/** The day a person died; `null` of who lives. What the register knows today, also when asked about an earlier day. */
export const deathDate = fact<DeathDate>({
  source: 'population-register',
  name: 'deathDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
  optional: true,
  label: { nl: 'datum van overlijden', en: 'date of death', fr: 'date de décès', de: 'Sterbedatum' },
})
