import type { Share } from './shares.ts'

const MADE_UP = 'made up'

/** Cards and recognitions for people with a disability, beside the parking cards of `shares.ts`. */
export const recognitions = {
  /** Parking cards with an end; since 2005 they have none in principle (ministerial order of 26 September 2005). */
  cardWithEnd: { share: 0.1, source: MADE_UP },
  /** How far ahead such a card ends, at most. */
  yearsToEnd: { years: 5, source: MADE_UP },
  /** Reduction cards on public transport, of who holds a parking card and of others. */
  reductionCard: { holders: { share: 0.3, source: MADE_UP }, others: { share: 0.004, source: MADE_UP } },
  /** Recognitions of who has neither card nor allowance. */
  otherwise: { share: 0.015, source: MADE_UP },
  /** Recognised adults who are assessed by loss of self-reliance; others by a percentage. */
  assessedByPoints: { share: 0.8, source: MADE_UP },
  points: { least: 7, most: 18, source: MADE_UP },
} as const

/** Assessments of personal income tax. */
export const assessments = {
  /** Adults, or couples, who never have one: newcomers, and who is assessed abroad. */
  never: { share: 0.02, source: MADE_UP },
  /** An assessment comes from 1 August of the year after the income until 30 June, sooner rather than later. */
  delay: { days: 334, source: MADE_UP },
} as const

export type Level = 'pre-primary' | 'primary' | 'secondary' | 'higher'

/**
 * Pupils and students: who turns these ages in the year in which the school year starts, and the share of them that is
 * enrolled. Of Ghent's municipal schools no number of pupils was found.
 */
export const levels: readonly (Share & { readonly level: Level; readonly from: number; readonly until: number })[] = [
  { level: 'pre-primary', from: 3, until: 6, share: 0.98, source: MADE_UP },
  { level: 'primary', from: 6, until: 12, share: 0.99, source: MADE_UP },
  { level: 'secondary', from: 12, until: 18, share: 0.99, source: MADE_UP },
  { level: 'higher', from: 18, until: 23, share: 0.45, source: MADE_UP },
]

/** Who changes schools in the course of a year. */
export const changesOfSchool = { share: 0.02, source: MADE_UP } as const

export interface School {
  /** A number of no school. */
  readonly number: string
  /** Whether the municipality organises it. */
  readonly isMunicipal: boolean
}

type Schools = readonly [Share & School, ...(Share & School)[]]

const PRIMARY: Schools = [
  { number: '990001', isMunicipal: true, share: 0.1, source: MADE_UP },
  { number: '990002', isMunicipal: true, share: 0.1, source: MADE_UP },
  { number: '990003', isMunicipal: true, share: 0.1, source: MADE_UP },
  { number: '990101', isMunicipal: false, share: 0.25, source: MADE_UP },
  { number: '990102', isMunicipal: false, share: 0.25, source: MADE_UP },
  { number: '990103', isMunicipal: false, share: 0.2, source: MADE_UP },
]

/** Schools by level; pre-primary and primary share theirs. */
export const schools: { readonly [level in Level]: Schools } = {
  'pre-primary': PRIMARY,
  primary: PRIMARY,
  secondary: [
    { number: '990004', isMunicipal: true, share: 0.15, source: MADE_UP },
    { number: '990104', isMunicipal: false, share: 0.5, source: MADE_UP },
    { number: '990105', isMunicipal: false, share: 0.35, source: MADE_UP },
  ],
  higher: [
    { number: '990106', isMunicipal: false, share: 0.6, source: MADE_UP },
    { number: '990107', isMunicipal: false, share: 0.4, source: MADE_UP },
  ],
}

/** Children in the municipality's own out-of-school care. */
export const outOfSchoolCare = {
  share: 0.3,
  /** From the third birthday at the earliest until 1 September of the year in which a child turns twelve. */
  from: 3,
  until: 12,
  source: MADE_UP,
} as const

/** Vehicles, beside how many cars a household has in `shares.ts`. */
export const vehicles = {
  /** Vehicles of organisations, as a share of those of residents. */
  ofOrganisations: { share: 0.15, source: MADE_UP },
  /** Light vans among them; what a household has are cars. */
  vans: { share: 0.3, source: MADE_UP },
  /** Cars held by the second adult of a household. */
  secondHolder: { share: 0.4, source: MADE_UP },
  adapted: {
    besideParkingCard: { share: 0.08, source: MADE_UP },
    others: { share: 0.0005, source: MADE_UP },
  },
} as const

/** How old vehicles are in years, from `from` up to `until`. */
export const vehicleAges: readonly [
  Share & { readonly from: number; readonly until: number },
  ...(Share & { readonly from: number; readonly until: number })[],
] = [
  { from: 0, until: 4, share: 0.32, source: MADE_UP },
  { from: 4, until: 8, share: 0.27, source: MADE_UP },
  { from: 8, until: 12, share: 0.2, source: MADE_UP },
  { from: 12, until: 16, share: 0.12, source: MADE_UP },
  { from: 16, until: 22, share: 0.07, source: MADE_UP },
  { from: 22, until: 36, share: 0.02, source: MADE_UP },
]

export type Fuel = 'petrol' | 'diesel' | 'lpg' | 'electricity'
type FuelRow = Share & { readonly fuels: readonly Fuel[] }

/** On what vehicles run, of before and after there were electric ones to speak of. */
export const fuels: { readonly [when in 'since 2014' | 'before']: readonly [FuelRow, ...FuelRow[]] } = {
  'since 2014': [
    { fuels: ['petrol'], share: 0.53, source: MADE_UP },
    { fuels: ['diesel'], share: 0.28, source: MADE_UP },
    { fuels: ['electricity'], share: 0.1, source: MADE_UP },
    { fuels: ['petrol', 'electricity'], share: 0.09, source: MADE_UP },
  ],
  before: [
    { fuels: ['diesel'], share: 0.55, source: MADE_UP },
    { fuels: ['petrol'], share: 0.43, source: MADE_UP },
    { fuels: ['petrol', 'lpg'], share: 0.02, source: MADE_UP },
  ],
}

/**
 * Euro norms by the first registration, the latest first: after the dates from which European law asks them of every new
 * car, which were not looked up, so nothing may be concluded from a date. Before the last row there is none.
 */
export const euroNorms = [
  { from: '2019-09-01', norm: '6dt' },
  { from: '2015-09-01', norm: '6b' },
  { from: '2011-01-01', norm: '5a' },
  { from: '2006-01-01', norm: '4' },
  { from: '2001-01-01', norm: '3' },
  { from: '1997-01-01', norm: '2' },
  { from: '1993-01-01', norm: '1' },
] as const
