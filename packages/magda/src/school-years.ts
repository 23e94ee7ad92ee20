import type { IsoDate } from '@vanzelf/rules'

/** The school year in which a day lies, by the year in which it starts: 1 September. */
export const schoolYearOf = (day: IsoDate): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)

export const startOfSchoolYear = (year: number): IsoDate => `${year}-09-01`
export const lastOfSchoolYear = (year: number): IsoDate => `${year + 1}-08-31`
