import type { IsoDate } from '@vanzelf/rules'

/** Days on which calendars go wrong: ends of months, leap days, turns of the year; few, so that they often meet. */
export const DAYS: readonly IsoDate[] = [
  '2020-01-01',
  '2020-01-31',
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2020-12-31',
  '2021-01-01',
  '2021-02-28',
  '2021-03-31',
  '2021-05-15',
  '2021-08-31',
  '2021-09-01',
  '2022-02-28',
  '2022-03-01',
  '2022-07-01',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
]
/** Days long before or after those. */
export const FAR_DAYS: readonly IsoDate[] = ['1953-02-28', '1960-02-29', '2000-12-31', '2031-01-01']
/** The first and the last day a rule can speak of. */
export const EDGES: readonly IsoDate[] = ['0000-01-01', '9999-12-31']

export const CALENDAR_DAYS = ['01-01', '02-28', '02-29', '04-30', '09-01', '12-31'] as const
export const YEARS: readonly number[] = [2019, 2020, 2021, 2022, 2023, 2024, 2025]
