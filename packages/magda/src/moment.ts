import type { IsoDate } from '@vanzelf/rules'

/** A moment as the platform writes it: Belgian clock, whatever the zone of the machine. */
export interface Moment {
  readonly day: IsoDate
  readonly time: string
}

// The Swedish form is the one that reads as ISO.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'medium' })

export function momentOf(now: Date): Moment {
  const [day, time] = clock.format(now).split(' ') as [IsoDate, string]
  return { day, time: `${time}.${String(now.getUTCMilliseconds()).padStart(3, '0')}` }
}
