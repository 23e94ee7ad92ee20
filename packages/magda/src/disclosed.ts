/**
 * Facts of which your finality shows everything. The platform leaves out what it may not show, silently: only of these
 * does a missing element say that there is none.
 */
export type Disclosed =
  | 'deathDate'
  | 'parkingCard'
  | 'reductionCard'
  | 'disabilityRecognised'
  | 'lossOfIndependence'
  /** Whoever is assessed together with somebody: then a bill without a second person is of one who is assessed alone. */
  | 'jointTaxableIncome'
