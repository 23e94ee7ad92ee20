import type { KeyObject } from 'node:crypto'
import { DefinitionError } from '@vanzelf/rules'

/** How the assertion of a client may be signed. */
export type ClientAlgorithm = 'RS256' | 'PS256' | 'ES256'

/** @throws {DefinitionError} `key-unfit` where the key cannot sign so */
export function checkClientKey(key: KeyObject, algorithm: ClientAlgorithm): void {
  if (key.type === 'private' && (algorithm === 'ES256' ? isOnCurve(key) : isLongEnough(key))) return
  throw new DefinitionError({
    code: 'key-unfit',
    what: `the key is not a private one that signs by \`${algorithm}\``,
    where: 'options of `magdaRest`, `oauth`',
    todo: '`RS256` and `PS256` take RSA of 2048 bits or more, `ES256` a key on the curve P-256: change one of the two',
  })
}

const isLongEnough = ({ asymmetricKeyType, asymmetricKeyDetails: { modulusLength = 0 } = {} }: KeyObject) =>
  asymmetricKeyType === 'rsa' && modulusLength >= 2048

const isOnCurve = ({ asymmetricKeyType, asymmetricKeyDetails: { namedCurve } = {} }: KeyObject) =>
  asymmetricKeyType === 'ec' && namedCurve === 'prime256v1'
