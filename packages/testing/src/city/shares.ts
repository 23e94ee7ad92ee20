/** A share of a whole, with where it comes from. */
export interface Share {
  readonly share: number
  /** `made up` where no figure was found: plausible, and nothing may be concluded from it. */
  readonly source: string
}

const HOUSEHOLDS = 'hoeveelin.stad.gent, households of Ghent by size, 2020'
const FAMILIES =
  'hoeveelin.stad.gent and Statbel 2019: 8% lone parents and 24% couples with children; spread over sizes: made up'
const CARS = 'Statbel 2021, cars by type of household in Belgium; of Ghent no figure was found'
const MADE_UP = 'made up'

/** Households by their number of members. */
export const sizes: readonly (Share & { readonly size: number })[] = [
  { size: 1, share: 0.413, source: HOUSEHOLDS },
  { size: 2, share: 0.303, source: HOUSEHOLDS },
  { size: 3, share: 0.107, source: HOUSEHOLDS },
  // Four or more are 17.6% together; how many of each was made up to a mean of 2.16 members (the same source).
  { size: 4, share: 0.106, source: HOUSEHOLDS },
  { size: 5, share: 0.043, source: HOUSEHOLDS },
  { size: 6, share: 0.017, source: HOUSEHOLDS },
  { size: 7, share: 0.01, source: HOUSEHOLDS },
]

export type HouseholdType = 'single' | 'couple' | 'couple with children' | 'lone parent' | 'other'

/** What households of a size are. */
export const types: { readonly [size: number]: readonly (Share & { readonly type: HouseholdType })[] } = {
  1: [{ type: 'single', share: 1, source: HOUSEHOLDS }],
  2: [
    { type: 'couple', share: 0.75, source: FAMILIES },
    { type: 'lone parent', share: 0.15, source: FAMILIES },
    { type: 'other', share: 0.1, source: FAMILIES },
  ],
  3: [
    { type: 'couple with children', share: 0.7, source: FAMILIES },
    { type: 'lone parent', share: 0.22, source: FAMILIES },
    { type: 'other', share: 0.08, source: FAMILIES },
  ],
  4: [
    { type: 'couple with children', share: 0.92, source: FAMILIES },
    { type: 'lone parent', share: 0.06, source: FAMILIES },
    { type: 'other', share: 0.02, source: FAMILIES },
  ],
}

/**
 * Ages of reference persons in years, from `from` up to `until`. Made up, until one in five residents is under 20 and
 * one in six 65 or older: 20.8% and 16.6% in Ghent, stad.gent, 31 December 2023.
 */
export const ages: {
  readonly [type in HouseholdType]: readonly (Share & { readonly from: number; readonly until: number })[]
} = {
  single: [
    { from: 18, until: 26, share: 0.16, source: MADE_UP },
    { from: 26, until: 65, share: 0.48, source: MADE_UP },
    { from: 65, until: 98, share: 0.36, source: MADE_UP },
  ],
  couple: [
    { from: 20, until: 35, share: 0.27, source: MADE_UP },
    { from: 35, until: 65, share: 0.32, source: MADE_UP },
    { from: 65, until: 92, share: 0.41, source: MADE_UP },
  ],
  'couple with children': [
    { from: 25, until: 35, share: 0.2, source: MADE_UP },
    { from: 35, until: 64, share: 0.8, source: MADE_UP },
  ],
  'lone parent': [
    { from: 20, until: 35, share: 0.22, source: MADE_UP },
    { from: 35, until: 64, share: 0.78, source: MADE_UP },
  ],
  other: [
    { from: 20, until: 40, share: 0.6, source: MADE_UP },
    { from: 40, until: 85, share: 0.4, source: MADE_UP },
  ],
}

export interface Place {
  readonly postcode: string
  /** The NIS code of the municipality. */
  readonly municipality: string
  readonly name: string
}

const HALVES = 'stad.gent 2019: half of Ghent lives in its centre; among the other districts: made up'

/** Where people live: Ghent (44021) by postcode, and a few elsewhere, as every city asks about some who do not live there. */
export const places: readonly (Share & Place)[] = [
  { postcode: '9000', municipality: '44021', name: 'Gent', share: 0.4945, source: HALVES },
  { postcode: '9030', municipality: '44021', name: 'Mariakerke', share: 0.055, source: HALVES },
  { postcode: '9031', municipality: '44021', name: 'Drongen', share: 0.05, source: HALVES },
  { postcode: '9032', municipality: '44021', name: 'Wondelgem', share: 0.06, source: HALVES },
  { postcode: '9040', municipality: '44021', name: 'Sint-Amandsberg', share: 0.115, source: HALVES },
  { postcode: '9041', municipality: '44021', name: 'Oostakker', share: 0.055, source: HALVES },
  { postcode: '9042', municipality: '44021', name: 'Desteldonk', share: 0.0155, source: HALVES },
  { postcode: '9050', municipality: '44021', name: 'Gentbrugge', share: 0.085, source: HALVES },
  { postcode: '9051', municipality: '44021', name: 'Sint-Denijs-Westrem', share: 0.025, source: HALVES },
  { postcode: '9052', municipality: '44021', name: 'Zwijnaarde', share: 0.025, source: HALVES },
  { postcode: '9070', municipality: '44013', name: 'Destelbergen', share: 0.01, source: MADE_UP },
  { postcode: '9100', municipality: '46021', name: 'Sint-Niklaas', share: 0.005, source: MADE_UP },
  { postcode: '8000', municipality: '31005', name: 'Brugge', share: 0.005, source: MADE_UP },
]

/**
 * Households in which increased reimbursement is likely, by type. Made up, until one in five residents has it: 21% of
 * Belgium in 2026; of Ghent no figure was found, but one in five of its households received the waste benefit.
 */
export const deprived: { readonly [type in HouseholdType]: Share } = {
  single: { share: 0.24, source: MADE_UP },
  couple: { share: 0.16, source: MADE_UP },
  'couple with children': { share: 0.17, source: MADE_UP },
  'lone parent': { share: 0.42, source: MADE_UP },
  other: { share: 0.2, source: MADE_UP },
}

/** Persons by status, those of a deprived household and the others. */
export const statuses = {
  increasedReimbursement: {
    deprived: { share: 0.96, source: MADE_UP },
    others: { share: 0.012, source: 'made up: a member who has it alone, such as a child with a disability' },
  },
  /** Of adults below pension age: together about 3% of residents, as in Ghent; close to a third are under 25. */
  livingWageUnder25: {
    deprived: { share: 0.27, source: 'made up to close to a third of who receives it (OCMW Gent, 2019)' },
    others: { share: 0.02, source: MADE_UP },
  },
  livingWageFrom25: {
    deprived: { share: 0.185, source: 'made up to 3% of residents (staatvandeuitvoering.nl: 8,000 in Ghent)' },
    others: { share: 0.002, source: MADE_UP },
  },
  /** A living wage that social security knows of is paid by the own centre, but for who has just moved. */
  paidHere: { share: 0.97, source: MADE_UP },
  budgetGuidance: { deprived: { share: 0.02, source: MADE_UP }, others: { share: 0.001, source: MADE_UP } },
  budgetManagement: { deprived: { share: 0.015, source: MADE_UP }, others: { share: 0.0005, source: MADE_UP } },
  debtMediation: { deprived: { share: 0.03, source: MADE_UP }, others: { share: 0.003, source: MADE_UP } },
  /** Of who has increased reimbursement: from pension age on, adults before it, and children. */
  incomeGuaranteeForElderly: { share: 0.25, source: MADE_UP },
  disabilityAllowance: { share: 0.12, source: MADE_UP },
  childBenefitSupplement: { share: 0.85, source: MADE_UP },
  parkingCard: {
    share: 0.029,
    source: '342,943 valid cards in Belgium (alveringem.be); among deprived households as among others: made up',
  },
} as const

/** Cars of a household, by type. */
export const cars: { readonly [type in HouseholdType]: readonly (Share & { readonly cars: number })[] } = {
  single: [
    { cars: 0, share: 0.491, source: CARS },
    { cars: 1, share: 0.476, source: CARS },
    { cars: 2, share: 0.033, source: CARS },
  ],
  couple: [
    { cars: 0, share: 0.126, source: CARS },
    { cars: 1, share: 0.567, source: CARS },
    { cars: 2, share: 0.26, source: CARS },
    { cars: 3, share: 0.047, source: CARS },
  ],
  'couple with children': [
    { cars: 0, share: 0.096, source: CARS },
    { cars: 1, share: 0.373, source: CARS },
    { cars: 2, share: 0.394, source: CARS },
    { cars: 3, share: 0.137, source: CARS },
  ],
  'lone parent': [
    { cars: 0, share: 0.299, source: CARS },
    { cars: 1, share: 0.508, source: CARS },
    { cars: 2, share: 0.157, source: CARS },
    { cars: 3, share: 0.036, source: CARS },
  ],
  other: [
    { cars: 0, share: 0.3, source: MADE_UP },
    { cars: 1, share: 0.45, source: MADE_UP },
    { cars: 2, share: 0.25, source: MADE_UP },
  ],
}

/** What an adult earns in a year, in euro cents: spread around a median as incomes are. */
export const incomes = {
  median: { cents: 24_000_00, source: 'Statbel 2016: median per return 23,773 in Belgium, over 25,000 in Flanders' },
  medianOfDeprived: { cents: 13_500_00, source: MADE_UP },
  /** The spread of the logarithm. */
  spread: { deviation: 0.55, source: MADE_UP },
} as const

/** What else differs between people. */
export const others = {
  /** Households that share their address with the one before. */
  sharedAddress: { share: 0.06, source: MADE_UP },
  /** Persons of whom the register knows only the year of birth. */
  yearOfBirthOnly: { share: 0.004, source: MADE_UP },
  /** Households that came from another municipality, of those who moved. */
  cameFromElsewhere: { share: 0.35, source: MADE_UP },
  /** The years a household has lived at its address, at most. */
  yearsAtAddress: { years: 30, source: MADE_UP },
} as const
