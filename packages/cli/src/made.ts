import { ConfigurationError, firstLineOf, isTold } from './errors.ts'

/**
 * What a part of the configuration gives, where that is a function.
 * @throws {ConfigurationError} `connectors-not-made`, `ledger-not-made`, `channels-not-made` when it throws
 */
export async function made(
  part: unknown,
  called: 'connectors' | 'ledger' | 'channels',
  file: string,
  from: object = {},
): Promise<unknown> {
  if (typeof part !== 'function') return part
  try {
    return await part(from)
  } catch (error) {
    if (isTold(error)) throw error
    throw new ConfigurationError({
      code: `${called}-not-made`,
      what: `\`${called}\` throws: ${firstLineOf(error)}`,
      where: file,
      todo: 'give it what it needs, such as the keys it reads from the environment',
    })
  }
}
