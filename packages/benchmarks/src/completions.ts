type Values = { readonly [fact: string]: readonly unknown[] }

/** Every way of filling in what a record leaves unknown: with the values given for a fact, else with yes and no. */
export function completions<One>(record: One, values: Values): readonly One[] {
  // Only what is undefined changes, and to a value of the fact.
  return isComplete(record) ? [record] : (filledIn(record, values, []) as readonly One[])
}

export function isComplete(told: unknown): boolean {
  if (told === undefined) return false
  return typeof told !== 'object' || told === null || Object.values(told).every(isComplete)
}

function filledIn(told: unknown, values: Values, choices: readonly unknown[]): readonly unknown[] {
  if (told === undefined) return choices
  if (typeof told !== 'object' || told === null) return [told]
  const entries = Object.entries(told)
  const rows = combinations(entries.map(([fact, value]) => filledIn(value, values, values[fact] ?? [true, false])))
  if (Array.isArray(told)) return rows
  return rows.map((row) => Object.fromEntries(entries.map(([fact], place) => [fact, row[place]])))
}

const combinations = (lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  lists.reduce<readonly (readonly unknown[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
