/** The names of WS-Security and of XML signatures, as they stand in messages. */

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss'
export const WSSE = `${WSS}-wssecurity-secext-1.0.xsd`
export const WSU = `${WSS}-wssecurity-utility-1.0.xsd`
export const WSSE11 = 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd'
export const BASE64 = `${WSS}-soap-message-security-1.0#Base64Binary`
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'

export const tokenTypes = {
  PKIPath: `${WSS}-x509-token-profile-1.0#X509PKIPathv1`,
  X509v3: `${WSS}-x509-token-profile-1.0#X509v3`,
} as const

export const signatures = {
  'RSA-SHA1': 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  'RSA-SHA256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'RSA-SHA512': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
} as const

export const digests = {
  SHA1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  SHA256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  SHA512: 'http://www.w3.org/2001/04/xmlenc#sha512',
} as const
