/** Something in a table that cannot be so, by its place. What stands there is not told. */
export interface Problem {
  /** As a spreadsheet counts: of a file with a header its first line is row 1; of other tables the first row is. */
  readonly row?: number
  readonly column?: string
  /** What is wrong there: `is not a date as DD/MM/YYYY`. */
  readonly what: string
}

/** Collects problems: counts them all, keeps the first so many by row. */
export interface Problems {
  add(problem: Problem): void
  readonly count: number
  first(): readonly Problem[]
}

export function problems(most: number): Problems {
  let kept: Problem[] = []
  let count = 0
  const first = () => [...kept].sort((left, right) => (left.row ?? 0) - (right.row ?? 0)).slice(0, most)
  return {
    add(problem) {
      count += 1
      kept.push(problem)
      // They come in the order of the subjects: a table that is wrong throughout must not fill the memory.
      if (kept.length > 2 * most + 100) kept = first()
    },
    get count() {
      return count
    },
    first,
  }
}
