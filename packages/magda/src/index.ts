export type { Tls } from './connections.ts'
export type { Disclosed } from './disclosed.ts'
export type {
  ExemptionChannel,
  ExemptionDelivery,
  ExemptionFailure,
  ExemptionOutcome,
  ExemptionWithdrawal,
  ExemptionWithdrawalOutcome,
} from './exemption-channel.ts'
export { type FeedMessage, type MagdaFeedOptions, magdaFeed } from './feeds/magda-feed.ts'
export {
  type ReturnedStatusListOptions,
  returnedStatusList,
  type StatusListConnector,
} from './list/returned-status-list.ts'
export {
  type StatusListAt,
  type StatusListFile,
  type StatusListSent,
  type WriteStatusListOptions,
  writeStatusList,
} from './list/write-status-list.ts'
export { type ExemptVehicle, type LowEmissionZoneOptions, lowEmissionZone } from './low-emission-zone.ts'
export { type MagdaConnectors, type MagdaOptions, magda } from './magda.ts'
export type { Pseudonyms } from './numbers.ts'
export type { ServiceLimits } from './pace.ts'
export type { Platform, PlatformOptions } from './platform.ts'
export type { RequestLogged, RequestOutcome } from './request-log.ts'
export type { OAuthClient } from './rest/access-tokens.ts'
export { type MagdaRestOptions, magdaRest, type RestExchange } from './rest/magda-rest.ts'
export type { RestService } from './rest/rest-service.ts'
export { identityFromPem } from './security/from-pem.ts'
export { identityFromPkcs12 } from './security/from-pkcs12.ts'
export type { Identity, IdentityOptions } from './security/identity.ts'
export type { Security } from './security/security.ts'
export { referenceProfile, type SigningProfile, sha256Profile } from './security/signing-profile.ts'
export type { TrustedSigner } from './security/verification.ts'
export type { Sender } from './service.ts'
export type { SocialSecurityConnector } from './social-security.ts'
export type { StatusProfile } from './status-profile.ts'
export type { Delivery, Message, Send } from './transport.ts'
export { type MagdaVehiclesOptions, magdaVehicles } from './vehicles.ts'
