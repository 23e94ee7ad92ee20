export { type Decided, type DecideOptions, decideAll, decideOne } from './decide.ts'
