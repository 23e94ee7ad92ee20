/** What a city told of a right that it grants by itself: facts about that city, and about no other. */
export type Published = PublishedApplications | PublishedFamilies

interface ToldByCity {
  readonly city: string
  readonly source: { readonly name: string; readonly href: string }
}

/** How many applied before and after, and how many received it without asking. */
export interface PublishedApplications extends ToldByCity {
  readonly about: 'applications'
  readonly before: { readonly count: number; readonly year: number }
  readonly after: { readonly count: number; readonly year: number }
  readonly withoutAsking: number
}

/** How many times as many families are reached as before. */
interface PublishedFamilies extends ToldByCity {
  readonly about: 'families'
  readonly timesAsMany: number
}

const VVSG = {
  name: 'VVSG, 15.06.2023',
  href: 'https://www.vvsg.be/nieuws/proactieve-dienstverlening-stad-gent-wint-prijs-gemeentedelers-in-nl',
} as const

/** What Ghent told of its allowance for waste bags. No year was found of the residents who were served. */
export const ghentWasteBagsPublished: PublishedApplications = {
  about: 'applications',
  city: 'Gent',
  before: { count: 1_350, year: 2019 },
  after: { count: 28, year: 2022 },
  withoutAsking: 25_745,
  source: VVSG,
}

/** What Ghent told of its discounts on education and childcare. Of how many families, and of which years, was not found. */
export const ghentFamiliesPublished: PublishedFamilies = {
  about: 'families',
  city: 'Gent',
  timesAsMany: 4,
  source: VVSG,
}

/**
 * Which share of those entitled applied, taking that as many were entitled before as were reached later: an assumption,
 * for nobody counted who was entitled and did not apply.
 * @example
 * ```ts
 * Math.round(shareThatApplied(ghentWasteBagsPublished) * 1_000) // => 52
 * shareThatApplied(ghentFamiliesPublished) // => 0.25
 * ```
 */
export const shareThatApplied = (published: Published): number =>
  published.about === 'families' ? 1 / published.timesAsMany : published.before.count / published.withoutAsking
