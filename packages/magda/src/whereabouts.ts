import type { Between, IsoDate } from '@vanzelf/rules'
import { dayAfter, earliest, latest } from './day.ts'
import { boundsOf, registerDate } from './register-date.ts'
import type { PersonFile } from './services/person.ts'

/** Days in a row: `until` is no longer one of them. */
export interface Stretch {
  readonly from: IsoDate
  readonly until: IsoDate
}

/**
 * Where the file places a person, and on which days. A file shows the present: what went before its dates is not in it.
 * Days between the two stretches are open, since parts of dates may be missing.
 */
export interface Whereabouts {
  /** Surely living at the main residence shown. */
  readonly lived?: Stretch
  /** Surely without a main residence in Belgium: dead, struck off, or registered abroad. */
  readonly gone?: Stretch
  /** Between which days the main residence began. */
  readonly since?: Between<IsoDate>
  /** The dates cannot all be so. */
  readonly contradictory: boolean
}

const BELGIUM = '150'

/** Codes that take a person out of the register: abroad, dead, struck off, declared absent, no longer allowed to stay. */
const struckOff = /^(992|9999\d)$/

export function whereabouts(file: PersonFile, today: IsoDate): Whereabouts {
  const { residence, abroad, death } = file
  const end = dayAfter(today)
  const inBelgium = residence?.country === undefined || residence.country === BELGIUM
  const since = boundsOf(residence?.since)
  const struck = file.statuses.filter((status) => isCurrent(status, today))
  const departures = [
    residence?.until,
    ...struck.filter(({ code }) => struckOff.test(code)).map((status) => status.since ?? today),
    ...(abroad && isCurrent(abroad, today) ? [abroad.since ?? today] : []),
    ...(residence && !inBelgium ? [residence.since ?? today] : []),
  ].map(boundsOf)
  const known = departures.filter((departure) => departure !== undefined)
  const left =
    known.length > 0
      ? { least: known.map(leastOf).reduce(earliest), most: known.map(mostOf).reduce(earliest) }
      : undefined
  const died = boundsOf(death?.date)
  const contradictory =
    (struck.some(({ code }) => !struckOff.test(code)) && residence !== undefined) ||
    (death !== undefined && died === undefined) ||
    isImpossible(residence?.since) ||
    isImpossible(residence?.until) ||
    Boolean(inBelgium && since && left && left.most <= since.least)
  const from = since ? earliest(since.most, today) : today
  const until = [end, left?.least, died?.least].filter((day) => day !== undefined).reduce(earliest)
  const goneFrom = [contradictory ? undefined : left?.most, died?.most].filter((day) => day !== undefined)
  const gone = goneFrom.length > 0 ? goneFrom.reduce(earliest) : undefined
  return {
    ...(residence && inBelgium && !contradictory && from < until && { lived: { from, until } }),
    ...(gone !== undefined && gone < end && { gone: { from: gone, until: end } }),
    ...(since && { since: { least: since.least, most: latest(since.least, earliest(since.most, today)) } }),
    contradictory,
  }
}

/** Whether something lasts: it has no end, or one that is still to come. */
export function isCurrent({ until }: { readonly until?: string | undefined }, today: IsoDate): boolean {
  const end = boundsOf(until)
  return until === undefined || (end !== undefined && end.least > today)
}

const isImpossible = (text: string | undefined) => text !== undefined && registerDate(text) === 'impossible'
const leastOf = ({ least }: Between<IsoDate>) => least
const mostOf = ({ most }: Between<IsoDate>) => most
