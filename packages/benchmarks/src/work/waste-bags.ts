import { type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { CITY, type Household, households } from '../population/households.ts'
import type { Work } from './work.ts'

/** Rolls of bags by the size of the household: the row of the largest `from` that is not above it. */
export const ROLLS = [
  { from: 1, value: 1 },
  { from: 2, value: 2 },
  { from: 3, value: 3 },
  { from: 5, value: 4 },
] as const

/** Waste bags: in the city, registered there, and somebody of the household has a status. */
export const wasteBags: Work<Household> = {
  title: 'waste bags, per household',
  population: households,
  decide,
  plain({ postcode, registered, members }) {
    const inTheCity = CITY.some((code) => code === postcode)
    const inNeed = members.some(({ increasedReimbursement, livingWage }) => increasedReimbursement || livingWage)
    return inTheCity && registered && inNeed ? (ROLLS.findLast(({ from }) => from <= members.length)?.value ?? 0) : 0
  },
  values: { postcode: ['9000', '8000'] },
}

/** A truth here is 0, no; 1, unknown; 2, yes. What most often refuses comes first. */
function decide({ postcode, registered, members }: Household): Code {
  if (registered === false) return NOT_ELIGIBLE
  const size = members.length
  let inNeed = 0
  for (let i = 0; i < size; i++) {
    const { increasedReimbursement, livingWage } = members[i] as Household['members'][number]
    if (increasedReimbursement === true || livingWage === true) {
      inNeed = 2
      break
    }
    if (increasedReimbursement === undefined || livingWage === undefined) inNeed = 1
  }
  if (inNeed === 0) return NOT_ELIGIBLE
  if (postcode === undefined) return UNDETERMINED
  if (!isOfTheCity(postcode)) return NOT_ELIGIBLE
  if (inNeed === 1 || registered === undefined) return UNDETERMINED
  return size < 3 ? size : size < 5 ? 3 : 4
}

function isOfTheCity(postcode: string): boolean {
  switch (postcode) {
    case '9000':
    case '9030':
    case '9031':
    case '9032':
    case '9040':
    case '9041':
    case '9042':
    case '9050':
    case '9051':
    case '9052':
      return true
    default:
      return false
  }
}
