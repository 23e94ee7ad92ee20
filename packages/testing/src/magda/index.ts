export { type Failure, type Loopback, type LoopbackOptions, loopbackMagda, type Recorded } from './loopback.ts'
export type { Question } from './question.ts'
export type { Exception } from './reply.ts'
export type { Address, HouseholdMember, Resident, Residents, Status } from './residents.ts'
