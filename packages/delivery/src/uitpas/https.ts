import { DefinitionError } from '@vanzelf/rules'

/**
 * Refuses an address that would tell national numbers and tokens to whoever listens. On the machine itself nobody else
 * does, and a proxy there may do TLS.
 */
export function checkHttps(name: string, address: string): void {
  const where = 'options of `uitpas`'
  if (!URL.canParse(address))
    throw new DefinitionError({
      code: 'bad-option',
      what: `\`${name}\` is not an address`,
      where,
      todo: 'write it whole, as in `https://api.example.org`',
    })
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:') return
  if (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname)) return
  throw new DefinitionError({
    code: 'not-https',
    what: `\`${name}\` is not an address of \`https\`, so national numbers and tokens would go in clear`,
    where,
    todo: 'use the address with `https`; plain `http` is for the machine itself, as in `http://127.0.0.1:8080`',
  })
}
