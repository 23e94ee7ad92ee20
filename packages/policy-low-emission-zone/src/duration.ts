import { type Fact, fact } from '@vanzelf/rules'

/** For how long an authorisation can be bought. */
export type AuthorisationDuration = 'week' | 'month' | 'four months' | 'year'

export interface Duration
  extends Fact<'low-emission-zone', 'duration', 'authorisation', AuthorisationDuration, 'date'> {}

/** For how long an authorisation is bought: a week, a month, four months or a year from the day of entry. */
export const duration = fact<Duration>({
  source: 'low-emission-zone',
  name: 'duration',
  about: 'authorisation',
  value: { type: 'text', among: ['week', 'month', 'four months', 'year'] },
  when: ['date'],
  label: { nl: 'duur van de toelating', en: 'duration', fr: "durée de l'autorisation", de: 'Dauer der Zulassung' },
})
