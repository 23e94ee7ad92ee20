export { type Failure, type Loopback, type LoopbackOptions, loopbackMagda, type Recorded } from './loopback.ts'
export { type LoopbackRest, type LoopbackRestOptions, loopbackMagdaRest, type RestQuestion } from './loopback-rest.ts'
export type { Question, SearchedAddress } from './question.ts'
export { registrationsOf } from './registrations-of.ts'
export type { Exception } from './reply.ts'
export type {
  Address,
  Assessment,
  Card,
  Enrolment,
  HouseholdMember,
  Recognition,
  Resident,
  Residents,
  Status,
} from './residents.ts'
export type { LoopbackSecurity } from './security.ts'
export type { AnswerSigner } from './sign-answer.ts'
export type { SignatureDemand } from './signed-question.ts'
export type { Clients } from './token-issuer.ts'
