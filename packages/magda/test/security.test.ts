import { birthDate } from '@vanzelf/source-population-register'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, type LoopbackSecurity, loopbackMagda, type SignatureDemand } from '@vanzelf/testing/magda'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, identityFromPem, referenceProfile, type Security, sha256Profile } from '../src/index.ts'
import { ask, over } from './asking.ts'
import { type Certified, certified, threeLevels } from './certificates.ts'

const person = testNationalNumber('1985-07-30', 34)
const known = { value: '1985-07-30' }

let levels: Awaited<ReturnType<typeof threeLevels>>
let identity: Identity
let stranger: Certified
let platformSide: { readonly authority: Certified; readonly server: Certified; readonly signing: Certified }
beforeAll(async () => {
  levels = await threeLevels('Exampleville')
  identity = identityFromPem({ key: levels.client.key, certificates: levels.chain })
  stranger = await certified('Exampleville')
  const authority = await certified('Authority of the Platform', { authority: true })
  const server = await certified('127.0.0.1', { by: authority })
  platformSide = { authority, server, signing: await certified('Platform', { by: authority }) }
})

let server: Loopback
afterEach(() => server?.close())
async function platform(security: LoopbackSecurity): Promise<Loopback> {
  server = await loopbackMagda({ city: { resident: () => ({ birthDate: '1985-07-30' }) } }, { security })
  return server
}
/** What a person who is asked about gets, on the clock of the machine: certificates are valid now. */
const asked = async (security?: Security) =>
  ask(over(server, { ...(security && { security }), now: () => new Date() }), birthDate, person, { on: '2026-01-01' })

const identityOf = ({ key, certificate }: Certified) => identityFromPem({ key, certificates: certificate })
const demanded = (demand: Partial<SignatureDemand> = {}): LoopbackSecurity => ({
  signed: {
    authorities: levels.root.certificate,
    token: 'PKIPath',
    hash: 'SHA1',
    covers: ['token'],
    ...demand,
  },
})

describe('a signed question', () => {
  it('is accepted when it is signed as the reference connector does, without a word', async () => {
    await platform(demanded())
    expect(await asked({ identity })).toEqual(known)
    const [{ envelope = '' } = {}] = server.asked
    expect(envelope).not.toContain('Timestamp')
    expect(envelope.match(/<ds:Reference /g)).toHaveLength(2)
  })
  it('is accepted with SHA-256 and a timestamp where that is the profile', async () => {
    await platform(demanded({ hash: 'SHA256', covers: ['token', 'timestamp'] }))
    expect(await asked({ identity, signing: sha256Profile })).toEqual(known)
  })
  it('carries its certificate alone where that is the profile', async () => {
    await platform(demanded({ token: 'X509v3', authorities: levels.issuing.certificate }))
    expect(await asked({ identity, signing: { ...referenceProfile, token: 'X509v3' } })).toEqual(known)
  })
  it.each<[string, () => Security | undefined, Partial<SignatureDemand>, string]>([
    ['without a signature', () => undefined, {}, 'InvalidSecurity'],
    ['that is not to be signed', () => ({ identity, signing: false }), {}, 'InvalidSecurity'],
    [
      "with a stranger's certificate of the same name",
      () => ({ identity: identityOf(stranger) }),
      {},
      'InvalidSecurityToken',
    ],
    ['with another token', () => ({ identity }), { token: 'X509v3' }, 'InvalidSecurity'],
    ['with another algorithm', () => ({ identity }), { hash: 'SHA256' }, 'FailedCheck'],
    ['without a timestamp', () => ({ identity }), { covers: ['timestamp'] }, 'FailedCheck'],
    [
      'whose token is not signed',
      () => ({ identity, signing: { ...referenceProfile, parts: ['body'] } }),
      {},
      'FailedCheck',
    ],
  ])('is refused %s', async (_, security, demand, code) => {
    await platform(demanded(demand))
    expect(await asked(security())).toEqual({ unknown: 'not permitted', code })
    expect(server.asked).toEqual([])
  })
  it('is refused once it was changed on its way', async () => {
    await platform(demanded())
    const connectors = over(server, {
      endpoint: undefined as never,
      security: { identity },
      send: async ({ envelope }) => {
        const body = envelope.replace('ipdc1', 'ipdc2')
        const response = await fetch(server.endpoint, { method: 'POST', body })
        return { status: response.status, body: await response.text() }
      },
    })
    expect(await ask(connectors, birthDate, person)).toEqual({ unknown: 'not permitted', code: 'FailedCheck' })
  })
})

describe('a signing profile', () => {
  it.each([
    [{ ...referenceProfile, parts: ['token'] as const }, /does not cover the body/],
    [{ ...referenceProfile, parts: ['body', 'timestamp'] as const }, /timestamp that it does not write/],
    [{ ...sha256Profile, timestamp: 0 }, /whole number of seconds/],
  ])('that cannot be is refused', async (signing, message) => {
    await platform({})
    expect(() => over(server, { security: { identity, signing } })).toThrow(message)
  })
  it('needs a key of RSA', async () => {
    await platform({})
    const elliptic = identityOf(await certified('Exampleville', { keyType: 'ec' }))
    expect(() => over(server, { security: { identity: elliptic } })).toThrow(/not one of RSA/)
  })
})

describe('a signed answer', () => {
  const signs = (hash: 'SHA1' | 'SHA256' = 'SHA256', { key, certificate }: Certified = platformSide.signing) => ({
    signAnswers: { key, certificate, hash },
  })
  const verifying = (more: Partial<Security> = {}): Security => ({
    identity,
    verifyAnswers: { authorities: platformSide.authority.certificate, name: 'Platform' },
    ...more,
  })
  const inDoubt = (code: string) => ({ unknown: 'in doubt', code })

  it.each(['SHA1', 'SHA256'] as const)('is read when it is signed with %s by whom we trust', async (hash) => {
    await platform(signs(hash))
    expect(await asked(verifying())).toEqual(known)
  })
  it('is read when its very certificate is trusted', async () => {
    const own = await certified('Platform')
    await platform(signs('SHA256', own))
    const verifyAnswers = { authorities: own.certificate, name: 'Platform' }
    expect(await asked({ identity, verifyAnswers })).toEqual(known)
  })
  it('is in doubt without a signature', async () => {
    await platform({})
    expect(await asked(verifying())).toEqual(inDoubt('NotSigned'))
  })
  it('is in doubt when it is signed more weakly than we do ourselves', async () => {
    await platform(signs('SHA1'))
    expect(await asked(verifying({ signing: sha256Profile }))).toEqual(inDoubt('SignatureInvalid'))
  })
  it('is in doubt when somebody else signed it, of whatever name', async () => {
    await platform(signs('SHA256', await certified('Platform')))
    expect(await asked(verifying())).toEqual(inDoubt('SignerUnknown'))
    await server.close()
    await platform(signs('SHA256', await certified('Platform of another', { by: platformSide.authority })))
    expect(await asked(verifying())).toEqual(inDoubt('SignerUnknown'))
  })
  it('is in doubt when its certificate has expired', async () => {
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const expired = await certified('Platform', { by: platformSide.authority, from: hour(-48), until: hour(-24) })
    await platform(signs('SHA256', expired))
    expect(await asked(verifying())).toEqual(inDoubt('SignerUnknown'))
  })
  it('is in doubt when whom it names as its authority is none', async () => {
    await platform(signs('SHA256', await certified('Platform', { by: platformSide.signing })))
    expect(await asked(verifying())).toEqual(inDoubt('SignerUnknown'))
  })

  const forged = (envelope: string) => envelope.replaceAll('1985-07-30', '1930-01-01')
  const body = /<soapenv:Body[\s\S]*<\/soapenv:Body>/
  it.each<[string, (envelope: string) => string, string]>([
    ['was changed', forged, 'SignatureInvalid'],
    [
      'has its signed body wrapped, and a forged one in its place',
      (envelope) => {
        const [signed = ''] = body.exec(envelope) ?? []
        const unsigned = forged(signed).replace(/ wsu:Id="[^"]*"/, '')
        return envelope
          .replace(signed, unsigned)
          .replace('<wsse:Security ', `<Wrapper>${signed}</Wrapper><wsse:Security `)
      },
      'NotSigned',
    ],
    [
      'has its signed body wrapped, and a forged one with another identifier in its place',
      (envelope) => {
        const [signed = ''] = body.exec(envelope) ?? []
        return envelope
          .replace(signed, forged(signed).replace(/wsu:Id="[^"]*"/, 'wsu:Id="another"'))
          .replace('<wsse:Security ', `<Wrapper>${signed}</Wrapper><wsse:Security `)
      },
      'SignatureInvalid',
    ],
    [
      'has its signed body wrapped, and a forged one with the same identifier in its place',
      (envelope) => {
        const [signed = ''] = body.exec(envelope) ?? []
        return envelope
          .replace(signed, forged(signed))
          .replace('<wsse:Security ', `<Wrapper>${signed}</Wrapper><wsse:Security `)
      },
      'SignatureInvalid',
    ],
    [
      'has a second body',
      (envelope) => {
        const [signed = ''] = body.exec(envelope) ?? []
        return envelope.replace(signed, `${forged(signed).replace(/ wsu:Id="[^"]*"/, '')}${signed}`)
      },
      'NotSigned',
    ],
    [
      'has its signature wrapped too',
      (envelope) => {
        const [signed = ''] = body.exec(envelope) ?? []
        const whole = envelope.replace(/^<\?xml[^>]*>/, '')
        return `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>${whole}</soapenv:Header>${forged(signed).replace(/ wsu:Id="[^"]*"/, '')}</soapenv:Envelope>`
      },
      'NotSigned',
    ],
    [
      'has two signatures',
      (envelope) => {
        const [signature = ''] = /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(envelope) ?? []
        return envelope.replace(signature, signature + signature)
      },
      'NotSigned',
    ],
    ['declares a document type', (envelope) => `<!DOCTYPE a []>${envelope}`, 'NotSigned'],
    ['is no XML', () => 'busy, call again', 'NotSigned'],
  ])('is in doubt when it %s', async (_, tamper, code) => {
    await platform({ ...signs(), tamper })
    expect(await asked(verifying())).toEqual(inDoubt(code))
  })
  it('is tried again when a gateway failed that cannot sign', async () => {
    server = await loopbackMagda(
      { city: { resident: () => ({ birthDate: '1985-07-30' }) } },
      { security: signs(), fail: (_, before) => (before === 0 ? { fault: 'Server' } : undefined) },
    )
    const connectors = over(server, { security: verifying(), now: () => new Date(), retry: { attempts: 2, delay: 1 } })
    expect(await ask(connectors, birthDate, person, { on: '2026-01-01' })).toEqual(known)
  })
  it('needs somebody to trust', async () => {
    await platform({})
    expect(() =>
      over(server, { security: verifying({ verifyAnswers: { authorities: '', name: 'Platform' } }) }),
    ).toThrow(/no certificate of an authority/)
  })
})

describe('a client certificate', () => {
  const tls = (): LoopbackSecurity => ({
    tls: { ...platformSide.server, clientAuthorities: levels.root.certificate },
  })
  const authorities = () => platformSide.authority.certificate

  it('lets us in, with those between it and the authority that the server knows', async () => {
    await platform(tls())
    expect(await asked({ identity, tls: { authorities: authorities() } })).toEqual(known)
  })
  it("may be another than the signature's", async () => {
    await platform({ ...tls(), ...demanded({ authorities: stranger.certificate }) })
    const signing = identityOf(stranger)
    expect(await asked({ identity: signing, tls: { identity, authorities: authorities() } })).toEqual(known)
  })
  it('of a stranger does not', async () => {
    await platform(tls())
    const answer = await asked({ identity: identityOf(stranger), tls: { authorities: authorities() } })
    expect(answer).toMatchObject({
      unknown: 'unavailable',
      code: expect.stringMatching(/^(ERR_SSL|ECONNRESET|EPIPE|UND_ERR)/),
    })
    expect(server.asked).toEqual([])
  })
  it('is not shown to a server that nobody vouches for', async () => {
    await platform(tls())
    expect(await asked({ identity })).toMatchObject({ unknown: 'unavailable', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  })
  it('is not shown to servers whom broken authorities vouch for', async () => {
    await platform(tls())
    const broken = authorities().replace(/\n.{8}/, '\n')
    expect(() => over(server, { security: { identity, tls: { authorities: broken } } })).toThrow(/cannot be read/)
    expect(() => over(server, { security: { identity, tls: { authorities: '' } } })).toThrow(/no certificate/)
  })
  it('needs https, but on the own machine', () => {
    const at = (endpoint: string, security: Security) => () => over(server, { endpoint, security })
    expect(at('http://magda.example/soap', { identity })).toThrow(/`https`/)
    expect(at('https://magda.example/soap', { identity })).not.toThrow()
    expect(at('http://proxy.example/soap', { identity, tls: false })).not.toThrow()
  })
})
