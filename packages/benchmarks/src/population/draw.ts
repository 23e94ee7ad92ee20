/** Numbers in [0, 1), the same for the same seed everywhere: sfc32, which is plenty for made-up records. */
export function random(seed: number): () => number {
  let a = seed | 0
  let b = 0x2545f491
  let c = 0x6c078965
  let turn = 1
  const next = () => {
    const sum = (((a + b) | 0) + turn) | 0
    turn = (turn + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warming = 0; warming < 15; warming++) next()
  return next
}

/** What the makers of records draw with. */
export interface Draw {
  chance(share: number): boolean
  /** Whole, both ends included. */
  whole(from: number, to: number): number
  /** One of a list; with shares, in those proportions. */
  among<Value>(values: readonly Value[], shares?: readonly number[]): Value
  /** One of a list whose first ones come most often. */
  mostlyFirst<Value>(values: readonly Value[]): Value
  /** The value, or in the share of cases that the population leaves unknown `undefined`. */
  told<Value>(value: Value): Value | undefined
}

/**
 * The same seed draws the same values whatever share is unknown: a population without unknowns is the one with them,
 * filled in.
 */
export function draws(seed: number, unknownShare: number): Draw {
  const next = random(seed)
  const at = <Value>(values: readonly Value[], place: number): Value => {
    const value = values[Math.floor(place)]
    if (value === undefined) throw new RangeError(`a list of ${values.length} has no place ${place}`)
    return value
  }
  return {
    chance: (share) => next() < share,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    among(values, shares) {
      if (!shares) return at(values, next() * values.length)
      let rest = next()
      const place = shares.findIndex((share) => {
        rest -= share
        return rest < 0
      })
      return at(values, place < 0 ? values.length - 1 : place)
    },
    mostlyFirst: (values) => at(values, next() * next() * values.length),
    told: (value) => (next() < unknownShare ? undefined : value),
  }
}
