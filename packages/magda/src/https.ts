import { DefinitionError } from '@vanzelf/rules'

/** Whether what goes there is protected on its way: by TLS, or since it does not leave the machine. */
export const isProtected = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname))

/** @throws {DefinitionError} `not-https` where tokens and answers would travel in clear */
export function checkHttps(option: string, address: string | URL): void {
  if (URL.canParse(String(address)) && isProtected(new URL(address))) return
  throw new DefinitionError({
    code: 'not-https',
    what: `\`${option}\` is not an address of \`https\`, so tokens and answers would travel in clear`,
    where: 'options of `magdaRest`',
    todo: 'use the address with `https`; plain `http` is for the machine itself',
  })
}
