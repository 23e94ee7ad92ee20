import { draws } from './draw.ts'

/** In all records: `undefined` is not known, `null` is known and none. */
export interface Household {
  readonly postcode: string | undefined
  /** Whether the reference person is registered there on 1 January. */
  readonly registered: boolean | undefined
  /** The list and its length are always known. */
  readonly members: readonly Member[]
}
export interface Member {
  readonly increasedReimbursement: boolean | undefined
  readonly livingWage: boolean | undefined
}

/** The ten postcodes of the city. */
export const CITY = ['9000', '9030', '9031', '9032', '9040', '9041', '9042', '9050', '9051', '9052'] as const
const NEIGHBOURS = ['8000', '9070', '9090', '9100', '9820', '9900'] as const

/** Made-up households of 1 to 7 members. Statuses come together: in a fifth of the households they are frequent. */
export function households(count: number, unknownShare: number, seed = 1): readonly Household[] {
  const { among, chance, mostlyFirst, told } = draws(seed, unknownShare)
  return Array.from({ length: count }, () => {
    const postcode = told(mostlyFirst(chance(0.9) ? CITY : NEIGHBOURS))
    const registered = told(chance(0.97))
    const size = among([1, 2, 3, 4, 5, 6, 7], [0.42, 0.29, 0.12, 0.1, 0.04, 0.02, 0.01])
    const share = chance(0.2) ? 0.5 : 0.01
    const members: Member[] = []
    while (members.length < size) {
      members.push({ increasedReimbursement: told(chance(share)), livingWage: told(chance(share / 5)) })
    }
    return { postcode, registered, members }
  })
}
