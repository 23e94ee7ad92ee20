import { combine, type Verdict } from '@vanzelf/policy-set'
import type { Fact, IsoDate, Policy, SituationOf } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { missing } from '@vanzelf/rules/require'
import type { Person } from './facts.ts'
import type { Household } from './households.ts'
import { examplevilleDiscounts } from './policies/discounts.ts'
import { examplevilleLowEmissionZoneExemption } from './policies/low-emission-zone-exemption.ts'
import { examplevilleLowEmissionZoneTariff } from './policies/low-emission-zone-tariff.ts'
import { examplevilleUitpasReducedRate } from './policies/uitpas-reduced-rate.ts'
import { examplevilleWasteBags } from './policies/waste-bags.ts'
import { told } from './told.ts'

/** What the policies give each of these households, as lines of text. */
export const overview = (households: readonly Household[], on: IsoDate): readonly string[] =>
  households.flatMap(({ name, people, vehicles = {}, authorisations = {} }) => [
    `Household of ${name}`,
    ...Object.entries(people).flatMap(([who, person]) =>
      block(who, [
        ...one(examplevilleWasteBags, person, on),
        ...one(examplevilleUitpasReducedRate, person, on),
        ...discounts(person, on),
      ]),
    ),
    ...Object.entries(vehicles).flatMap(([which, vehicle]) =>
      block(which, one(examplevilleLowEmissionZoneExemption, vehicle, on)),
    ),
    ...Object.entries(authorisations).flatMap(([which, authorisation]) =>
      block(which, one(examplevilleLowEmissionZoneTariff, authorisation, on)),
    ),
    '',
  ])

const block = (subject: string, lines: readonly string[]): readonly string[] => [
  `  ${subject}`,
  ...(lines.length > 0 ? lines : ['nothing']).map((line) => `    ${line}`),
]

/** One policy, decided by itself. */
function one<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): readonly string[] {
  const gives = told(decide(policy, situation, on), missing(policy, situation, on))
  return gives === undefined ? [] : [titled(policy.label?.en ?? policy.name, gives)]
}

// A status is often called the same as the policy that gives it.
const titled = (title: string, gives: string): string => (gives.startsWith(title) ? gives : `${title}: ${gives}`)

/** The discounts on care and meals, decided together. */
function discounts(person: Person, on: IsoDate): readonly string[] {
  const { policies } = examplevilleDiscounts
  const decisions = Object.fromEntries(policies.map((policy) => [policy.name, decide(policy, person, on)]))
  const labels = new Map(policies.map(({ name, label }) => [name, label?.en ?? name]))
  return combine(examplevilleDiscounts, decisions).flatMap((verdict) => {
    const gives = outcome(verdict)
    return gives === undefined ? [] : [titled(labels.get(verdict.policy) ?? verdict.policy, gives)]
  })

  function outcome(verdict: Verdict): string | undefined {
    if (verdict.outcome === 'gives way')
      return verdict.to
        .map(({ policy, combination }) => `gives way to ${labels.get(policy)} (${combination.article})`)
        .join(' and ')
    if (verdict.outcome !== 'undetermined') return told(verdict.decision, [])
    const open = policies.filter(({ name }) => verdict.dependsOn.includes(name))
    return told(
      { outcome: 'undetermined' },
      open.flatMap((policy) => missing(policy, person, on)),
    )
  }
}
