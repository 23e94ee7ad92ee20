/** The residents of a city, by national number: what a loopback server must know of them. */
export interface Residents {
  resident(number: string): Resident | undefined
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
  /** The number this resident was given instead. */
  readonly replacedBy?: string
}
export interface Address {
  readonly street: string
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
