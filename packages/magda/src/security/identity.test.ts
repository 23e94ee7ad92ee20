import { createPublicKey } from 'node:crypto'
import forge from 'node-forge'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Certified, certified, threeLevels } from '../../test/certificates.ts'
import { identityFromPem, identityFromPkcs12 } from '../index.ts'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)

let levels: Awaited<ReturnType<typeof threeLevels>>
let other: Certified
beforeAll(async () => {
  levels = await threeLevels('Exampleville')
  other = await certified('Otherville')
})

/** What a key store of Java or of OpenSSL writes. */
function pkcs12(key: string | undefined, certificates: readonly string[], passphrase: string): Uint8Array {
  const store = forge.pkcs12.toPkcs12Asn1(
    key === undefined ? null : forge.pki.privateKeyFromPem(key),
    // The types do not say that there may be none.
    certificates.length > 0 ? certificates.map((pem) => forge.pki.certificateFromPem(pem)) : (null as never),
    passphrase,
    { algorithm: 'aes256' },
  )
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary')
}

const subjects = ({ chain }: { readonly chain: readonly { readonly subject: string }[] }) =>
  chain.map(({ subject }) => subject)
const inOrder = ['CN=Exampleville', 'CN=Issuing Authority of Exampleville', 'CN=Root Authority of Exampleville']
const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

describe('an identity from PEM', () => {
  it('has its chain in order, whatever the order of the file', () => {
    const { client, issuing, root } = levels
    const certificates = [root, client, issuing].map(({ certificate }) => certificate).join('\n')
    expect(subjects(identityFromPem({ key: client.key, certificates }))).toEqual(inOrder)
  })
  it('takes authorities from elsewhere, and leaves out those of others', () => {
    const { client, issuing, root } = levels
    const authorities = `${other.certificate}${root.certificate}\n${issuing.certificate}`
    expect(subjects(identityFromPem({ key: client.key, certificates: client.certificate }, { authorities }))).toEqual(
      inOrder,
    )
  })
  it('may vouch for itself', () => {
    expect(subjects(identityFromPem({ key: other.key, certificates: other.certificate }))).toEqual(['CN=Otherville'])
  })
  it('shows no key when it is printed or serialised', () => {
    const identity = identityFromPem({ key: levels.client.key, certificates: levels.chain })
    expect(JSON.stringify(identity)).not.toContain('PRIVATE')
    expect(String(identity.key)).not.toContain('PRIVATE')
  })

  it.each<[string, () => unknown, string, RegExp]>([
    ['no key', () => identityFromPem({ key: levels.chain, certificates: levels.chain }), 'no-key', /no private key/],
    [
      'a broken key',
      () => identityFromPem({ key: levels.client.key.replace(/\n.{8}/, '\n'), certificates: levels.chain }),
      'no-key',
      /cannot be read/,
    ],
    [
      'no certificate',
      () => identityFromPem({ key: levels.client.key, certificates: '' }),
      'no-certificate',
      /no certificate/,
    ],
    [
      'a broken certificate',
      () => identityFromPem({ key: levels.client.key, certificates: levels.chain.replace(/\n.{8}/, '\n') }),
      'bad-certificate',
      /cannot be read/,
    ],
    [
      "another's key",
      () => identityFromPem({ key: other.key, certificates: levels.chain }),
      'key-of-another',
      /belongs to the private key/,
    ],
    [
      'an incomplete chain',
      () => identityFromPem({ key: levels.client.key, certificates: levels.client.certificate }),
      'chain-incomplete',
      /`CN=Issuing Authority of Exampleville` is missing/,
    ],
    [
      'an expired certificate',
      () =>
        identityFromPem({ key: levels.client.key, certificates: levels.chain }, { now: () => new Date('2060-01-01') }),
      'certificate-expired',
      /was valid until \d{4}-\d\d-\d\d/,
    ],
    [
      'one that is not valid yet',
      () => identityFromPem({ key: levels.client.key, certificates: levels.chain }, { now: () => ago(2) }),
      'certificate-to-come',
      /is valid from \d{4}-\d\d-\d\d/,
    ],
  ])('complains of %s', (_, act, code, message) => {
    expect(codeOf(act)).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(codeOf(act)).not.toMatchObject({ message: expect.stringContaining('CN=Exampleville`') })
  })
  it('complains of an authority that has expired', async () => {
    const root = await certified('Old Authority', { authority: true, from: ago(20), until: ago(10) })
    const client = await certified('Exampleville', { by: root })
    const certificates = client.certificate + root.certificate
    expect(codeOf(() => identityFromPem({ key: client.key, certificates }))).toMatchObject({
      code: 'certificate-expired',
      what: expect.stringContaining('`CN=Old Authority`'),
    })
  })
  it('does not take for an authority who is none', async () => {
    const impostor = await certified('Exampleville', { by: levels.client })
    const certificates = `${impostor.certificate}\n${levels.chain}`
    expect(codeOf(() => identityFromPem({ key: impostor.key, certificates }))).toMatchObject({
      code: 'chain-incomplete',
    })
  })

  describe('with an encrypted key', () => {
    const encrypted = (passphrase: string) =>
      forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(levels.client.key), passphrase, {
        algorithm: 'aes256',
      })
    it('opens with its passphrase', () => {
      const key = encrypted('open')
      expect(subjects(identityFromPem({ key, certificates: levels.chain, passphrase: 'open' }))).toEqual(inOrder)
    })
    it('does not open with another, or with none', () => {
      const pem = { key: encrypted('open'), certificates: levels.chain }
      expect(codeOf(() => identityFromPem({ ...pem, passphrase: 'shut' }))).toMatchObject({ code: 'wrong-passphrase' })
      expect(codeOf(() => identityFromPem(pem))).toMatchObject({ code: 'no-passphrase' })
    })
  })
})

describe('an identity from a PKCS#12 file', () => {
  const whole = () => [levels.root, levels.client, levels.issuing].map(({ certificate }) => certificate)
  it.each(['a passphrase', 'contraseña', ''])('opens with its passphrase', (passphrase) => {
    const identity = identityFromPkcs12({ file: pkcs12(levels.client.key, whole(), passphrase), passphrase })
    expect(subjects(identity)).toEqual(inOrder)
    expect(createPublicKey(identity.key).equals(identity.chain[0].publicKey)).toBe(true)
  })
  it.each<[string, () => unknown, string]>([
    [
      'another passphrase',
      () => identityFromPkcs12({ file: pkcs12(levels.client.key, whole(), 'a'), passphrase: 'b' }),
      'wrong-passphrase',
    ],
    ['no key', () => identityFromPkcs12({ file: pkcs12(undefined, whole(), 'a'), passphrase: 'a' }), 'no-key'],
    [
      'no certificate',
      () => identityFromPkcs12({ file: pkcs12(levels.client.key, [], 'a'), passphrase: 'a' }),
      'no-certificate',
    ],
    [
      'an incomplete chain',
      () => identityFromPkcs12({ file: pkcs12(levels.client.key, whole().slice(1), 'a'), passphrase: 'a' }),
      'chain-incomplete',
    ],
    ['a text', () => identityFromPkcs12({ file: Buffer.from(levels.chain), passphrase: 'a' }), 'not-pkcs12'],
    [
      'half a file',
      () => identityFromPkcs12({ file: pkcs12(levels.client.key, whole(), 'a').subarray(0, 900), passphrase: 'a' }),
      'not-pkcs12',
    ],
    [
      'another structure',
      () => identityFromPkcs12({ file: Buffer.from([0x30, 0x03, 0x02, 0x01, 0x07]), passphrase: 'a' }),
      'not-pkcs12',
    ],
  ])('complains of %s', (_, act, code) => {
    expect(codeOf(act)).toMatchObject({ code, message: expect.stringContaining('PKCS#12') })
  })
  it('is completed by authorities from elsewhere', () => {
    const { client, issuing, root } = levels
    const file = pkcs12(client.key, [client.certificate], 'a')
    const authorities = `${root.certificate}\n${issuing.certificate}`
    expect(subjects(identityFromPkcs12({ file, passphrase: 'a' }, { authorities }))).toEqual(inOrder)
  })
})
