export { formOf, roundOf } from './carried.ts'
export { ghent, ghentWasteBags } from './ghent.ts'
export { allowance, extraCredit } from './parameters.ts'
export { type ByDependants, type WasteBagsFacts, type WasteBagsOptions, wasteBags } from './waste-bags.ts'
