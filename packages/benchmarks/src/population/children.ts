import { draws } from './draw.ts'

export interface Child {
  /** Always known, as is the list of adults. */
  readonly dependentChildren: number
  readonly adults: readonly Adult[]
}
export interface Adult {
  /** Whole euro cents, never below zero. */
  readonly income: number | undefined
  readonly livingWage: boolean | undefined
}

/** Made-up children with 1 to 3 adults; two in five families have modest incomes. */
export function children(count: number, unknownShare: number, seed = 2): readonly Child[] {
  const { among, chance, told, whole } = draws(seed, unknownShare)
  return Array.from({ length: count }, () => {
    const dependentChildren = among([1, 2, 3, 4, 5], [0.4, 0.38, 0.15, 0.05, 0.02])
    const size = among([1, 2, 3], [0.25, 0.65, 0.1])
    const modest = chance(0.4)
    const adults: Adult[] = []
    while (adults.length < size) {
      const income = modest ? whole(0, 22_000_00) : whole(10_000_00, 45_000_00)
      adults.push({ income: told(income), livingWage: told(chance(modest ? 0.08 : 0.005)) })
    }
    return { dependentChildren, adults }
  })
}
