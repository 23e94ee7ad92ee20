import { source } from '@vanzelf/source'

/**
 * What citizens themselves state. It has no facts of its own: what must be asked depends on a city's policies, so a city
 * spreads it and puts in the facts it made with `declared`.
 * @example
 * ```ts
 * Object.keys(declaration.facts) // => []
 * ```
 */
export const declaration = source({
  name: 'declaration',
  authority: {
    nl: 'verklaring van de burger',
    en: "the citizen's declaration",
    fr: 'déclaration du citoyen',
    de: 'Erklärung des Bürgers',
  },
  facts: {},
})
