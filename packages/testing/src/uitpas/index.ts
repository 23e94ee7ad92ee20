export {
  type LoopbackFailure,
  type LoopbackRequest,
  type LoopbackUitpas,
  type LoopbackUitpasOptions,
  loopbackUitpas,
} from './loopback.ts'
export type { UitpasConsent, UitpasMembership, UitpasPassholder } from './passholders.ts'
export type { UitpasCard, UitpasCardSystem } from './registration.ts'
