export { moneyIn, type Share } from './benefit.ts'
export type {
  AlreadyDelivered,
  Channel,
  Delivered,
  Outcome,
  Prepared,
  Refused,
  ToRetry,
  Withdrawal,
  WithdrawalOutcome,
} from './channel.ts'
export type { AskedFact, Delivery, RecipientsOf } from './delivery.ts'
export { type CreditAccount, creditFile } from './file/credit-file.ts'
export type { FileOptions } from './file/file-channel.ts'
export type { Layout } from './file/layout.ts'
export type { Manifest } from './file/manifest.ts'
export type { MoneyOptions } from './file/money.ts'
export { type BillingOptions, type Pupil, schoolBillingFile } from './file/school-billing-file.ts'
export { type PostalAddress, voucherFile } from './file/voucher-file.ts'
export type { ApiOptions } from './uitpas/api.ts'
export type { PassholderAddress } from './uitpas/passholder.ts'
export type { Registration, RegistrationConsent, RegistrationOutcome } from './uitpas/registration.ts'
export type { OAuthClient } from './uitpas/tokens.ts'
export { type Move, type MoveOutcome, type UitpasChannel, type UitpasOptions, uitpas } from './uitpas/uitpas.ts'
