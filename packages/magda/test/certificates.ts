import { generate } from 'selfsigned'

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly key: string
  readonly certificate: string
}

interface Wanted {
  readonly by?: Certified
  readonly authority?: true
  readonly from?: Date
  readonly until?: Date
  readonly keyType?: 'rsa' | 'ec'
}

/** Certifies a name, for servers on the loopback address too; by itself unless an authority is given. */
export async function certified(
  name: string,
  { by, authority, from, until, keyType = 'rsa' }: Wanted = {},
): Promise<Certified> {
  const pem = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    keyType,
    ...(from && { notBeforeDate: from }),
    ...(until && { notAfterDate: until }),
    ...(by && { ca: { key: by.key, cert: by.certificate } }),
    extensions: [
      { name: 'basicConstraints', cA: authority ?? false, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  return { key: pem.private, certificate: pem.cert }
}

/** An authority, one below it, and a client that the lower one certified. */
export async function threeLevels(name: string) {
  const root = await certified('Root Authority of Exampleville', { authority: true })
  const issuing = await certified('Issuing Authority of Exampleville', { by: root, authority: true })
  const client = await certified(name, { by: issuing })
  return { root, issuing, client, chain: [client, issuing, root].map(({ certificate }) => certificate).join('\n') }
}
