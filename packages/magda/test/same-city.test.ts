import type { Fact, IsoDate } from '@vanzelf/rules'
import type { Answer, At, Batch, SubjectId } from '@vanzelf/source'
import { disability } from '@vanzelf/source-disability'
import { education, enrolmentPeriod, enrolments } from '@vanzelf/source-education'
import {
  addressSince,
  birthDate,
  householdMembers,
  householdPosition,
  municipality,
  populationRegister,
  postcode,
  referencePerson,
  registeredAtSameAddress,
} from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import { latestAssessedYear, tax } from '@vanzelf/source-tax'
import { fuels, vehicles } from '@vanzelf/source-vehicles'
import { inMemory, type Resident, syntheticCity } from '@vanzelf/testing'
import { type Loopback, type LoopbackRest, loopbackMagda, registrationsOf } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noonOf, over, purpose, readable } from './asking.ts'
import { readablePlates, vehiclePlatform, vehiclesOver } from './vehicles-over-rest.ts'

const today = '2026-03-10'
const city = syntheticCity({ seed: 62, residents: 300, on: today })
const times: readonly At[] = [
  { on: today },
  { on: '2025-06-30' },
  { on: '2022-11-15' },
  { on: '2026-05-01' },
  { year: 2025 },
  { year: 2024 },
  { year: 2021 },
  { during: { from: '2021-01-01', until: '2026-01-01' } },
]

const facts: readonly Fact[] = [populationRegister, socialSecurity, disability, tax, education, vehicles].flatMap(
  (source) => Object.values(source.facts),
)
/** Over a period, statuses: of residence the connector tells only the days that are sure, which its own tests are about. */
const isAskedAt = ({ when, source }: Fact, at: At) =>
  'during' in at
    ? source === socialSecurity.name && when.includes('period')
    : when.includes('on' in at ? 'date' : 'year')
const asks = times.flatMap((at) => facts.filter((fact) => isAskedAt(fact, at)).map((fact) => ({ fact, at })))

/** What a platform cannot say of a fact: then it says why, and no value. */
interface Unsaid {
  readonly facts: readonly Fact[]
  readonly unknown: string
  readonly because: string
  readonly of: (at: { readonly on: IsoDate }, asked: { readonly id: SubjectId; readonly inMemory: Answer }) => boolean
}
const unsaid: readonly Unsaid[] = [
  {
    facts: facts.filter((fact) => fact !== birthDate),
    unknown: 'not asked',
    because: 'of days to come nothing is asked',
    of: ({ on }) => on > today,
  },
  {
    facts: [householdMembers, registeredAtSameAddress],
    unknown: 'not asked',
    because: 'a household and who is at an address are told as they are today',
    of: ({ on }) => on < today,
  },
  {
    facts: [municipality, postcode, addressSince],
    unknown: 'not asked',
    because: 'a file shows the present address, and not the one before it',
    of: ({ on }, { id }) => on < (city.household(residentOf(id).household)?.addressSince ?? on),
  },
  {
    facts: [householdPosition, referencePerson],
    unknown: 'not asked',
    because: 'a place in a household is sure since the first other member joined, and of the city all did when born',
    of: ({ on }, { id }) => on < placedSince(residentOf(id)),
  },
  {
    facts: [latestAssessedYear],
    unknown: 'not asked',
    because: 'an assessment does not say when it came: which was the latest on an earlier day is not told',
    of: ({ on }) => on < today,
  },
  {
    facts: Object.values(vehicles.facts),
    unknown: 'not asked',
    because: 'which vehicle bore a plate on an earlier day is not told',
    of: ({ on }) => on < today,
  },
  {
    facts: [fuels],
    unknown: 'in doubt',
    because: 'of electricity no code of the register was seen',
    of: (_, { inMemory }) => 'value' in inMemory && JSON.stringify(inMemory.value).includes('electricity'),
  },
  {
    facts: [enrolmentPeriod],
    unknown: 'not found',
    because: 'an enrolment in higher education that lasts has no end on record',
    of: (_, { id, inMemory }) =>
      isHigher(id) && 'value' in inMemory && (inMemory.value as unknown as { readonly until: IsoDate }).until > today,
  },
]

function residentOf(id: SubjectId): Resident {
  const found = city.resident(id)
  if (!found) throw new Error(`${id} is nobody`)
  return found
}

/** Since when the register is sure of a place: the first other member's birth, or of who is alone or no reference person the own. */
function placedSince(resident: Resident): IsoDate {
  const births = (city.household(resident.household)?.members ?? [])
    .filter((member) => (resident.position === '01') !== (member === resident.id))
    .map((member) => residentOf(member).birthDate)
  return births.sort()[0] ?? resident.birthDate
}

type Answerers = {
  readonly [source: string]: { readonly [fact: string]: (batch: Batch) => Promise<readonly Answer[]> }
}
// A test asks any fact: by its name a connector has an answerer for each.
const askAll = async (connectors: object, fact: Fact, at: At, subjects: readonly SubjectId[]) =>
  (await (connectors as Answerers)[fact.source]?.[fact.name]?.({ fact, at, subjects, purpose })) ?? []

/** The same subject by both its names. */
interface Pair {
  readonly id: SubjectId
  readonly overMagda: SubjectId
}
const people: readonly Pair[] = [...city.residents()].map(({ id, nationalNumber }) => ({
  id,
  overMagda: readable.of(nationalNumber),
}))
const cars: readonly Pair[] = [...city.vehicles()].map(({ id }) => ({
  id,
  overMagda: readablePlates.of(id.toUpperCase()),
}))
const inMagda = new Map(people.map(({ id, overMagda }) => [id, overMagda]))

/** Residents in an answer by their names over MAGDA. */
const renamed = (value: unknown): unknown =>
  typeof value === 'string' ? (inMagda.get(value) ?? value) : Array.isArray(value) ? value.map(renamed) : value

interface Compared {
  readonly id: SubjectId
  readonly inMemory: Answer
  readonly overMagda: Answer
}
const compared = new Map<string, readonly Compared[]>()
const keyOf = (fact: Fact, at: At) => `${fact.source} ${fact.name} ${JSON.stringify(at)}`
/** Enrolments in higher education, by their ids in memory. */
let higher: ReadonlySet<SubjectId> = new Set()
const isHigher = (id: SubjectId) => higher.has(id)

let soap: Loopback
let rest: LoopbackRest
beforeAll(async () => {
  const register = registrationsOf(city)
  soap = await loopbackMagda({ city })
  rest = await vehiclePlatform((plateNr) => register({ path: '', query: { plateNr }, correlation: '', sender }))
  const named = {
    childBenefitSupplement: { name: 'EXAMPLE_CHILD_BENEFIT_SUPPLEMENT' },
    disabilityAllowance: { name: 'EXAMPLE_DISABILITY_ALLOWANCE' },
    incomeGuaranteeForElderly: { name: 'EXAMPLE_INCOME_GUARANTEE_FOR_ELDERLY' },
  }
  const overMagda = {
    ...over(soap, {
      now: noonOf(today),
      statuses: named,
      allowedStatuses: [...sharedStatuses, ...Object.values(named).map(({ name }) => name)],
      disclosed: [
        'deathDate',
        'parkingCard',
        'reductionCard',
        'disabilityRecognised',
        'lossOfIndependence',
        'jointTaxableIncome',
      ],
    }),
    vehicles: vehiclesOver(rest, { now: noonOf(today), disclosed: ['euroNorm'] }),
  }
  const memory = inMemory(city)

  async function compare(fact: Fact, at: At, pairs: readonly Pair[]): Promise<readonly Compared[]> {
    const [here, there] = await Promise.all([
      askAll(
        memory,
        fact,
        at,
        pairs.map(({ id }) => id),
      ),
      askAll(
        overMagda,
        fact,
        at,
        pairs.map((pair) => pair.overMagda),
      ),
    ])
    const all = pairs.flatMap(({ id }, index) => {
      const [inMemory, overMagda] = [here[index], there[index]]
      return inMemory && overMagda ? [{ id, inMemory, overMagda }] : []
    })
    compared.set(keyOf(fact, at), all)
    return all
  }

  // What is asked of a person on one day at once goes in as few requests as can be.
  for (const at of times) {
    const asked = facts.filter((fact) => isAskedAt(fact, at) && fact.about !== 'enrolment')
    await Promise.all(asked.map((fact) => compare(fact, at, fact.about === 'vehicle' ? cars : people)))
    // Enrolments have names of their own in each: they are the same where they stand in the same place.
    const whenNamed: At = 'on' in at && at.on > today ? { on: today } : at
    const pairs = (compared.get(keyOf(enrolments, whenNamed)) ?? []).flatMap(({ inMemory, overMagda }) => {
      const [here, there] = [idsIn(inMemory), idsIn(overMagda)]
      return here.flatMap((id, index) => ({ id, overMagda: there[index] ?? '' }))
    })
    const ofEnrolment = facts.filter((fact) => isAskedAt(fact, at) && fact.about === 'enrolment')
    const levels = (await Promise.all(ofEnrolment.map((fact) => compare(fact, at, pairs)))).flat()
    higher = new Set([
      ...higher,
      ...levels.flatMap(({ id, inMemory }) => ('value' in inMemory && String(inMemory.value) === 'higher' ? id : [])),
    ])
  }
}, 240_000)
afterAll(() => Promise.all([soap.close(), rest.close()]))

const sender = { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' }
const sharedStatuses = ['BIM_BVT', 'BIM_BVT_IN_FAMILY', 'LIVING_WAGES_PCSA_HELP', 'PCSA_AND_BIM_HELP']
const idsIn = (answer: Answer) =>
  'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly SubjectId[]) : []

const unsaidOf = (fact: Fact, at: At, asked: Compared) =>
  'on' in at ? unsaid.find((one) => one.facts.includes(fact) && one.of(at, asked)) : undefined

/** What must come over MAGDA, given what came from memory. */
function expected(fact: Fact, at: At, asked: Compared): unknown {
  const silence = unsaidOf(fact, at, asked)
  if (silence) return { unknown: silence.unknown }
  const { inMemory } = asked
  if ('unknown' in inMemory) return { unknown: inMemory.unknown }
  // Enrolments were paired by place: what is left to compare is how many there are.
  return { value: fact === enrolments ? idsIn(inMemory).length : renamed(inMemory.value) }
}

function told(fact: Fact, { overMagda }: Compared): unknown {
  if ('unknown' in overMagda) return { unknown: overMagda.unknown }
  return { value: fact === enrolments ? idsIn(overMagda).length : overMagda.value }
}

/** Both, of a subject, where they tell for how long. */
const validities = ({ inMemory, overMagda }: Compared) =>
  'value' in inMemory && 'value' in overMagda && inMemory.validity && overMagda.validity
    ? [[inMemory.validity, overMagda.validity]]
    : []

describe('one city answers the same in memory and over MAGDA', () => {
  it.each(asks.map(({ fact, at }) => [fact.source, fact.name, JSON.stringify(at), fact, at] as const))(
    '%s, %s, %s',
    (_source, _name, _at, fact, at) => {
      const all = compared.get(keyOf(fact, at)) ?? []
      expect(all.length).toBeGreaterThan(0)
      const differ = all.map((one) => [one.id, told(fact, one), expected(fact, at, one)] as const)
      expect(differ.map(([id, over]) => [id, over])).toEqual(differ.map(([id, , should]) => [id, should]))
      for (const [here, there] of all.flatMap(validities)) expect(there).toEqual(here)
    },
  )

  it.each(unsaid.map((one) => [one.because, one] as const))('but for this, which does occur: %s', (_, one) => {
    const found = asks.some(({ fact, at }) =>
      compared.get(keyOf(fact, at))?.some((asked) => unsaidOf(fact, at, asked) === one),
    )
    expect(found).toBe(true)
  })

  it('and of each fact more is known than one value', () => {
    for (const fact of facts) {
      const values = times.flatMap((at) =>
        (compared.get(keyOf(fact, at)) ?? []).map(({ inMemory }) => JSON.stringify(inMemory)),
      )
      // Nobody dies in a city.
      if (fact.name !== 'deathDate') expect([fact.name, new Set(values).size > 1]).toEqual([fact.name, true])
    }
  })
})
