import type { SearchedAddress } from './question.ts'

/** The residents of a city, by national number: what a loopback server must know of them. */
export interface Residents {
  resident(number: string): Resident | undefined
  /** The numbers of those who are registered at an address; without it, a search by address finds nobody. */
  registeredAt?(address: SearchedAddress): readonly string[]
}

/** One resident, as registers know people. Dates may lack parts: `1953-00-00`. */
export interface Resident {
  readonly birthDate: string
  readonly deathDate?: string
  readonly address?: Address
  /** The members of the household, this resident included; each with the position seen from the reference person. */
  readonly household?: readonly HouseholdMember[]
  /** By the names of social security; a status that is not here does not apply. */
  readonly statuses?: readonly Status[]
  /** Cards for people with a disability. */
  readonly cards?: readonly Card[]
  /** Recognitions of a disability. */
  readonly recognitions?: readonly Recognition[]
  /** Assessments of personal income tax, one for each income year that has one. */
  readonly assessments?: readonly Assessment[]
  readonly enrolments?: readonly Enrolment[]
  /** The number this resident was given instead. */
  readonly replacedBy?: string
}
export interface Address {
  readonly street: string
  /** The register's code of the street, four digits; without it the address cannot be searched. */
  readonly streetCode?: string
  readonly houseNumber: string
  readonly box?: string
  readonly postcode: string
  /** NIS code. */
  readonly municipality: string
  readonly since: string
}
export interface HouseholdMember {
  readonly number: string
  /** By information type 141: `01` is the reference person. */
  readonly position: string
  readonly since?: string
}
export interface Status {
  readonly name: string
  /** The days on which it applies, the last one included; without it, always. */
  readonly periods?: readonly { readonly from: string; readonly last?: string }[]
}

export interface Card {
  readonly category: 'PARKINGCARD' | 'REDUCTIONCARD'
  readonly delivered: string
  /** The last day on which it is valid; without it, it has no end. */
  readonly last?: string
}
export interface Recognition {
  readonly from: string
  readonly last?: string
  /** Of an adult, the points of self-reliance that are lost; of a child there are none. */
  readonly points?: number
}
export interface Assessment {
  readonly year: number
  /** The taxable income in euro cents; without it the assessment shows no items. */
  readonly income?: number
  /** Who is assessed together with this resident. */
  readonly partner?: { readonly number: string; readonly income: number }
  /** Whether the resident is the second person of the two. */
  readonly isSecond?: true
}
/** An enrolment in compulsory education or before it, or in higher education. */
export interface Enrolment {
  /** Institution number. */
  readonly school: string
  /** 1 pre-primary, 2 primary, 3 secondary; higher education has no such code. */
  readonly level: '1' | '2' | '3' | 'higher'
  /** The year in which the school year starts. */
  readonly schoolYear: number
  readonly from: string
  /** The last day; without it, it lasts: in compulsory education until the school year ends. */
  readonly last?: string
}
