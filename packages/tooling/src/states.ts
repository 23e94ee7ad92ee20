import { expect } from 'vitest'

/** What a `// =>` comment says: a value, the part of it that matters (`…` stands for the rest), or an error's code. */
export type Stated =
  | { readonly equals: () => unknown }
  | { readonly atLeast: () => object }
  | { readonly throws: string }

/** Fails unless an example yields what its comment states. */
export async function states(actual: () => Promise<unknown>, stated: Stated): Promise<void> {
  if ('throws' in stated) {
    const error: unknown = await actual().then(
      () => expect.fail(`nothing was thrown, where \`${stated.throws}\` is stated`),
      (error: unknown) => error,
    )
    const code = error instanceof Error && 'code' in error ? `${error.code}: ` : ''
    expect(code + String(error)).toContain(stated.throws)
  } else if ('atLeast' in stated) expect(await actual()).toMatchObject(stated.atLeast())
  else expect(await actual()).toEqual(stated.equals())
}
