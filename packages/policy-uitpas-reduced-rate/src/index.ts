export { dependantOfEntitled, type FamilyFacts } from './dependant-of-entitled.ts'
export { ghentUitpasReducedRate } from './ghent.ts'
export { endOfValidity, validity } from './parameters.ts'
export { type UitpasFacts, type UitpasReducedRateOptions, uitpasReducedRate } from './uitpas-reduced-rate.ts'
