interface Edge {
  readonly from?: number | string
  readonly above?: number | string
}

/** The number of the row in which a value falls; the policy's check has promised that there is one. */
export function rowOf(rows: readonly Edge[], value: number | string): number {
  let index = rows.length - 1
  while (index > 0 && !reaches(rows[index] as Edge, value)) index--
  return index
}

const reaches = ({ from, above }: Edge, value: number | string) =>
  from !== undefined ? value >= from : above === undefined || value > above
