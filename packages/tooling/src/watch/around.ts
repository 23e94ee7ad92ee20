/**
 * Lets a method be heard: what it is given before it acts, and on whom once it has acted.
 * @returns what puts it back as it was
 */
export function around<Name extends string, It extends { [name in Name]: (...given: never[]) => unknown }>(
  it: It,
  name: Name,
  { before, after }: { readonly before?: (...given: unknown[]) => void; readonly after?: (self: unknown) => void },
): () => void {
  const original = it[name]
  const heard = function (this: It, ...given: never[]): unknown {
    before?.(...given)
    const result = original.apply(this, given)
    after?.(this)
    return result
  }
  Object.assign(it, { [name]: heard })
  return () => void Object.assign(it, { [name]: original })
}
