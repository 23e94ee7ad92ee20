import type { Watch } from './watch.ts'

/**
 * Looks at the message of every error that is made from now on: one that was caught may have been written somewhere first.
 * What a test itself throws, to see that it goes no further, is not the program's.
 * @returns what puts back the errors as they were
 */
export function watchErrors({ seen }: Watch): () => void {
  const kinds = { Error, RangeError, TypeError }
  for (const [kind, original] of Object.entries(kinds)) {
    const construct = (target: ErrorConstructor, given: unknown[], made: ErrorConstructor) => {
      // What an error's constructor makes is an error, of a class that extends it.
      const error = Reflect.construct(target, given, made) as Error
      seen('an error', error.message, () => (isOfTest(error) ? undefined : made.name))
      return error
    }
    Object.assign(globalThis, { [kind]: new Proxy(original as ErrorConstructor, { construct }) })
  }
  return () => void Object.assign(globalThis, kinds)
}

/** Who made it: the first line of its stack that is no constructor, nor of this file. */
function isOfTest({ stack = '' }: Error): boolean {
  const maker = stack.split('\n').find((line) => /^\s+at (?!new |Object\.construct|Reflect\.)/.test(line))
  return maker !== undefined && /\.test\.ts|\/test\//.test(maker)
}
