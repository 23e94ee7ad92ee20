import type { Day } from './day.ts'
import { type Draw, drawFrom } from './draw.ts'
import { holdersOf } from './holders.ts'
import { mix } from './mix.ts'
import { ages, cars, deprived, type HouseholdType, incomes, others, places, sizes, statuses, types } from './shares.ts'

/**
 * A city as columns of numbers: some 30 bytes a resident, so that a country fits in memory. Residents stand by
 * household, the reference person first; households at one address stand together.
 */
export interface Columns {
  readonly seed: number
  /** The day for which the city is as it is. */
  readonly today: Day
  readonly residents: {
    readonly count: number
    readonly household: Int32Array
    readonly birth: Uint16Array
    /** Among those born that day: odd for men, even for women. */
    readonly sequence: Uint16Array
    readonly position: Uint8Array
    readonly flags: Uint16Array
    /** Euro cents a year. */
    readonly income: Int32Array
  }
  readonly households: {
    readonly count: number
    /** The first resident of each household, and after the last one the number of residents. */
    readonly first: Int32Array
    readonly type: Uint8Array
    readonly place: Uint8Array
    readonly placeBefore: Uint8Array
    readonly since: Uint16Array
    /** The first household at the same address. */
    readonly address: Int32Array
    readonly cars: Uint8Array
  }
  readonly vehicles: {
    readonly count: number
    /** The resident in whose name each is; -1 where it is an organisation. */
    readonly holder: Int32Array
  }
}

/** What holds of a resident, as bits. */
export const flag = {
  yearOfBirthOnly: 1,
  increasedReimbursement: 2,
  livingWage: 4,
  livingWagePaid: 8,
  budgetGuidance: 16,
  budgetManagement: 32,
  debtMediation: 64,
  parkingCard: 128,
} as const
/** A status that began some day and has not ended. */
export type Status = Exclude<keyof typeof flag, 'yearOfBirthOnly'>

export const householdTypes: readonly HouseholdType[] = [
  'single',
  'couple',
  'couple with children',
  'lone parent',
  'other',
]

const YEAR = 365.25
const PENSION_AGE = 66

export function columnsOf(seed: number, count: number, today: Day): Columns {
  const draw = drawFrom(seed)
  const residents = {
    count,
    household: new Int32Array(count),
    birth: new Uint16Array(count),
    sequence: new Uint16Array(count),
    position: new Uint8Array(count),
    flags: new Uint16Array(count),
    income: new Int32Array(count),
  }
  const households = {
    count: 0,
    first: new Int32Array(count + 1),
    type: new Uint8Array(count),
    place: new Uint8Array(count),
    placeBefore: new Uint8Array(count),
    since: new Uint16Array(count),
    address: new Int32Array(count),
    cars: new Uint8Array(count),
  }
  const numbered = numbering(today)
  for (let resident = 0; resident < count; households.count++) {
    const household = households.count
    const size = Math.min(draw.from(sizes).size, count - resident)
    const { type } = draw.from(types[Math.min(size, 4)] ?? [])
    const poor = draw.within(deprived[type].share)
    settle(households, household, draw, today)
    households.first[household] = resident
    households.type[household] = householdTypes.indexOf(type)
    households.cars[household] = draw.from(cars[type]).cars
    const reference = ageWithin(draw, type)
    for (let member = 0; member < size; member++, resident++) {
      const age = member === 0 ? reference : ageBeside(draw, type, member, reference)
      const { birth, sequence } = numbered(Math.max(0, today - Math.floor(age * YEAR)), draw.below(2))
      residents.household[resident] = household
      residents.birth[resident] = birth
      residents.sequence[resident] = sequence
      residents.position[resident] = member === 0 ? 1 : positionBeside(draw, type, member)
      residents.flags[resident] = flagsOf(draw, age, poor)
      residents.income[resident] = age < 18 ? 0 : incomeOf(draw, poor)
    }
  }
  households.first[households.count] = count
  const holder = holdersOf({ seed, today, residents, households })
  return { seed, today, residents, households, vehicles: { count: holder.length, holder } }
}

/** Where a household lives and since when, and where it lived before. */
function settle(households: Columns['households'], household: number, draw: Draw, today: Day): void {
  const before = household - 1
  const shared = household > 0 && draw.within(others.sharedAddress.share)
  households.place[household] = shared ? (households.place[before] ?? 0) : placeOf(draw)
  households.address[household] = shared ? (households.address[before] ?? 0) : household
  households.since[household] = today - draw.below(others.yearsAtAddress.years * YEAR)
  households.placeBefore[household] = draw.within(others.cameFromElsewhere.share) ? elsewhere(draw) : placeOf(draw)
}

const placeOf = (draw: Draw) => places.indexOf(draw.from(places))
const ELSEWHERE = places.flatMap(({ municipality }, index) => (municipality === '44021' ? [] : [index]))
const elsewhere = (draw: Draw) => ELSEWHERE[draw.below(ELSEWHERE.length)] ?? 0

function ageWithin(draw: Draw, type: HouseholdType): number {
  const { from, until } = draw.from(ages[type])
  return from + draw.next() * (until - from)
}

/** The age of a member beside the reference person: partners are about as old, children at least 18 years younger. */
function ageBeside(draw: Draw, type: HouseholdType, member: number, reference: number): number {
  if (isChild(type, member)) {
    const youngest = Math.max(0, reference - 42)
    return youngest + draw.next() * (Math.max(Math.min(28, reference - 18), youngest + 1) - youngest)
  }
  return Math.min(98, Math.max(18, reference + (draw.next() - 0.5) * (type === 'other' ? 30 : 10)))
}

const isChild = (type: HouseholdType, member: number) =>
  type === 'lone parent' || (type === 'couple with children' && member > 1)

const PARTNERS = [2, 2, 2, 22, 21]
const OTHERS = [12, 12, 9, 6]

/** The register's code of a member's place in the household. */
function positionBeside(draw: Draw, type: HouseholdType, member: number): number {
  if (isChild(type, member)) return 3
  const codes = type === 'other' ? OTHERS : PARTNERS
  return codes[draw.below(codes.length)] ?? 12
}

function flagsOf(draw: Draw, age: number, poor: boolean): number {
  const of = (table: { readonly deprived: { readonly share: number }; readonly others: { readonly share: number } }) =>
    draw.within((poor ? table.deprived : table.others).share)
  const isAdult = age >= 18
  const mayWork = isAdult && age < PENSION_AGE
  const livingWage = mayWork && of(age < 25 ? statuses.livingWageUnder25 : statuses.livingWageFrom25)
  return (
    (draw.within(others.yearOfBirthOnly.share) ? flag.yearOfBirthOnly : 0) |
    (of(statuses.increasedReimbursement) ? flag.increasedReimbursement : 0) |
    (livingWage ? flag.livingWage : 0) |
    (livingWage && draw.within(statuses.paidHere.share) ? flag.livingWagePaid : 0) |
    (isAdult && of(statuses.budgetGuidance) ? flag.budgetGuidance : 0) |
    (isAdult && of(statuses.budgetManagement) ? flag.budgetManagement : 0) |
    (isAdult && of(statuses.debtMediation) ? flag.debtMediation : 0) |
    (draw.within(statuses.parkingCard.share) ? flag.parkingCard : 0)
  )
}

/** Log-normal: a sum of four draws stands for the bell. */
function incomeOf(draw: Draw, poor: boolean): number {
  const bell = (draw.next() + draw.next() + draw.next() + draw.next() - 2) * Math.sqrt(3)
  const { cents } = poor ? incomes.medianOfDeprived : incomes.median
  return Math.round(cents * Math.exp(bell * incomes.spread.deviation))
}

/** National numbers count 1 to 998 a day, odd for men and even for women. */
const A_DAY = 499

/** Numbers those who are born on a day, men and women apart; where a day has no numbers left, somebody was born earlier. */
function numbering(today: Day): (birth: Day, woman: number) => { readonly birth: Day; readonly sequence: number } {
  const used = new Uint16Array((today + 1) * 2)
  return (wanted, woman) => {
    let birth = wanted
    while (birth >= 0 && (used[birth * 2 + woman] ?? 0) >= A_DAY) birth--
    if (birth < 0) throw new RangeError('so many residents that the national numbers run out')
    const slot = birth * 2 + woman
    const before = used[slot] ?? 0
    used[slot] = before + 1
    return { birth, sequence: before * 2 + 1 + woman }
  }
}

/** At most this many days before today a status began; made up. */
const STATUS_DAYS = 2000

/** The day on which a status of a resident began: not drawn but mixed, so that it takes no memory. */
export function sinceOf({ seed, today, residents }: Columns, resident: number, status: Status): Day {
  const began = today - (mix(seed, resident * 256 + flag[status]) % STATUS_DAYS)
  return Math.max(began, residents.birth[resident] ?? 0)
}
