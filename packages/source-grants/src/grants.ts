import { source } from '@vanzelf/source'

/**
 * What the city itself granted before. It has no facts of its own: which policies there are is the city's, so a city
 * spreads it and puts in the facts it made with `grantUnder` and `grantedInYear`.
 * @example
 * ```ts
 * import { source } from '@vanzelf/source'
 *
 * const label = { nl: 'toegekende kansenpas', en: 'opportunity pass granted' }
 * const passGrant = grantUnder({ policy: 'exampleville/pass', name: 'passGrant', label })
 * const ours = source({ ...grants, facts: { passGrant } })
 * Object.keys(ours.facts) // => ['passGrant']
 * ```
 */
export const grants = source({
  name: 'grants',
  authority: {
    nl: 'de eigen toekenningen van de gemeente',
    en: "the municipality's own grants",
    fr: 'les octrois de la commune elle-même',
    de: 'die eigenen Bewilligungen der Gemeinde',
  },
  facts: {},
})
