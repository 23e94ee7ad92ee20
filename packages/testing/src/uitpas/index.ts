export {
  type LoopbackFailure,
  type LoopbackRequest,
  type LoopbackUitpas,
  type LoopbackUitpasOptions,
  loopbackUitpas,
} from './loopback.ts'
export type { UitpasMembership, UitpasPassholder } from './passholders.ts'
