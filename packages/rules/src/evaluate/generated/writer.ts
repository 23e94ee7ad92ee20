/** Reads what follows from dates alone, once per reference date. */
export type ReadOnce = (on: string, reference: string) => unknown

/** Collects generated source. Texts and names of a policy stand in it only as data: through `constant` or JSON. */
export interface Writer {
  readonly line: (source: string) => void
  /** A new name for a variable or a label. */
  readonly name: (prefix: string) => string
  /** The name of a value that is handed to the source. */
  readonly constant: (value: unknown) => string
  /** The name of a value that is computed once per reference date. */
  readonly once: (read: ReadOnce, on: string) => string
  /** What was written since the last time. */
  readonly taken: () => string
  /** How the values of a reference date are read, in order. */
  readonly dated: readonly string[]
  readonly constants: readonly unknown[]
}

export function writer(): Writer {
  let lines: string[] = []
  const dated: string[] = []
  const constants: unknown[] = []
  let names = 0
  const nameIn = <Value>(all: Value[], value: Value) => {
    const found = all.indexOf(value)
    return found < 0 ? all.push(value) - 1 : found
  }
  const constant = (value: unknown) => `k${nameIn(constants, value)}`
  return {
    line: (source) => void lines.push(source),
    name: (prefix) => `${prefix}${names++}`,
    constant,
    once: (read, on) => `h${nameIn(dated, `${constant(read)}(${on}, on)`)}`,
    taken: () => {
      const source = lines.join('\n')
      lines = []
      return source
    },
    dated,
    constants,
  }
}
