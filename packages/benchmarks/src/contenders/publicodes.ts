import Engine from 'publicodes'
import { type Contender, type Load, oneByOne } from '../contender.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import type { Child } from '../population/children.ts'
import { CITY, type Household } from '../population/households.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { BRACKETS, PER_CHILD, WITH_A_LIVING_WAGE } from '../work/fiscal-discount.ts'
import { ROLLS } from '../work/waste-bags.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'

// It has three truth values of its own and no lists: seven members and three adults are spelled out, and who is not
// there answers no and 0.
type Rules = { readonly [name: string]: unknown }
const MEMBERS = [0, 1, 2, 3, 4, 5, 6]
const ADULTS = [0, 1, 2]
const asked = (...names: readonly string[]): Rules => Object.fromEntries(names.map((name) => [name, {}]))
const numbered = (places: readonly number[], ...names: readonly string[]) =>
  places.flatMap((place) => names.map((name) => `${name} ${place}`))
const anyOf = (...parts: readonly unknown[]) => ({ 'une de ces conditions': parts })
const allOf = (...parts: readonly unknown[]) => ({ 'toutes ces conditions': parts })
const oneOf = (fact: string, texts: readonly string[]) => anyOf(...texts.map((text) => `${fact} = '${text}'`))
const choose = (branches: readonly (readonly [unknown, unknown])[], otherwise: unknown) => ({
  variations: [...branches.map(([criterion, value]) => ({ si: criterion, alors: value })), { sinon: otherwise }],
})
/** Dates there are written day first. */
const dayFirst = (date: string) => date.split('-').reverse().join('/')

const wasteBags: Rules = {
  ...asked('postcode', 'registered', 'size', ...numbered(MEMBERS, 'reimbursed', 'wage')),
  eligible: allOf('registered', oneOf('postcode', CITY), anyOf(...numbered(MEMBERS, 'reimbursed', 'wage'))),
  amount: choose(
    ROLLS.slice(1).map(({ from }, place) => [`size < ${from}`, ROLLS[place]?.value]),
    ROLLS.at(-1)?.value,
  ),
}

const limit = ({ below }: { readonly below: number }) => `${below} + children * ${PER_CHILD}`
const fiscalDiscount: Rules = {
  ...asked('children', ...numbered(ADULTS, 'income', 'wage')),
  ...Object.fromEntries(
    ADULTS.map((place) => [`known ${place}`, choose([[{ 'est défini': `income ${place}` }, `income ${place}`]], 0)]),
  ),
  known: { somme: numbered(ADULTS, 'known') },
  total: { somme: numbered(ADULTS, 'income') },
  bracket: choose(
    [
      // What is known already settles it, whatever the rest may be.
      [`known >= ${limit(BRACKETS[2])}`, 0],
      ...BRACKETS.map((row) => [`total < ${limit(row)}`, row.percent] as const),
    ],
    0,
  ),
  wage: anyOf(...numbered(ADULTS, 'wage')),
  eligible: anyOf('wage', 'bracket > 0'),
  amount: choose([[anyOf('wage', `bracket = ${WITH_A_LIVING_WAGE}`), WITH_A_LIVING_WAGE]], 'bracket'),
}

const zoneRegistration: Rules = {
  ...asked('category', 'plate', 'other', 'reimbursed', 'card', 'from', 'until', 'endless'),
  covered: allOf('card', `from <= ${dayFirst(DAY)}`, anyOf('endless', `until > ${dayFirst(DAY)}`)),
  eligible: allOf('plate', 'other = non', oneOf('category', CATEGORIES), anyOf('reimbursed', 'covered')),
}

type Fact = boolean | number | string | undefined
type Situation = Record<string, object | string>
/** What is told, as constants that are parsed already: faster than having them parsed. Dates it takes as text only. */
function situation(
  facts: { readonly [name: string]: Fact },
  dates: { readonly [name: string]: string | undefined } = {},
): Situation {
  const told: Situation = {}
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue
    told[name] = { nodeKind: 'constant', type: typeof value, nodeValue: value, missingVariables: {}, isNullable: false }
  }
  for (const [name, date] of Object.entries(dates)) if (date !== undefined) told[name] = dayFirst(date)
  return told
}

/** One fact of each of the places; of a place with nobody, what nobody has. */
function spelledOut<One>(
  places: readonly number[],
  list: readonly One[],
  name: string,
  nobody: Fact,
  fact: (one: One) => Fact,
) {
  return Object.fromEntries(
    places.map((place) => {
      const one = list[place]
      return [`${name} ${place}`, one === undefined ? nobody : fact(one)]
    }),
  )
}

const household = ({ postcode, registered, members }: Household): Situation =>
  situation({
    postcode,
    registered,
    size: members.length,
    ...spelledOut(MEMBERS, members, 'reimbursed', false, (member) => member.increasedReimbursement),
    ...spelledOut(MEMBERS, members, 'wage', false, (member) => member.livingWage),
  })

const child = ({ dependentChildren, adults }: Child): Situation =>
  situation({
    children: dependentChildren,
    ...spelledOut(ADULTS, adults, 'income', 0, (adult) => adult.income),
    ...spelledOut(ADULTS, adults, 'wage', false, (adult) => adult.livingWage),
  })

const vehicle = ({ parkingCard, ...facts }: Vehicle): Situation =>
  situation(
    {
      category: facts.category,
      plate: facts.plateRegisteredToHolder,
      other: facts.otherRegisteredVehicle,
      reimbursed: facts.increasedReimbursement,
      card: parkingCard === undefined ? undefined : parkingCard !== null,
      endless: parkingCard ? parkingCard.until === null : undefined,
    },
    { from: parkingCard?.from, until: parkingCard?.until ?? undefined },
  )

/** Eligible and how much are two questions. */
export function publicodes(): readonly Contender[] {
  const logger = { log() {}, warn() {}, error() {} }
  const load = <One>(rules: Rules, written: (record: One) => Situation, fixed?: Code): Load<One> => {
    const engine = new Engine(rules as ConstructorParameters<typeof Engine>[0], { logger })
    const decide = (told: Situation): Code => {
      engine.setSituation(told as Parameters<typeof engine.setSituation>[0])
      const eligible = engine.evaluate('eligible').nodeValue
      if (eligible === undefined) return UNDETERMINED
      if (eligible !== true) return NOT_ELIGIBLE
      return fixed ?? (engine.evaluate('amount').nodeValue as Code | undefined) ?? AMOUNT_OPEN
    }
    return oneByOne(decide, written)
  }
  return [
    {
      name: 'publicodes',
      single: { A: load(wasteBags, household), B: load(fiscalDiscount, child), C: load(zoneRegistration, vehicle, 1) },
    },
  ]
}
