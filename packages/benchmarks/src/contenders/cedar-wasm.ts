import { setFlagsFromString } from 'node:v8'
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { type Contender, oneByOne } from '../contender.ts'
import { type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import type { Vehicle } from '../population/vehicles.ts'
import { CATEGORIES, DAY } from '../work/zone-registration.ts'
import { asNumber } from '../written.ts'

type Context = Record<string, boolean | number | string>

const day = asNumber(DAY)
const criteria = {
  plateRegisteredToHolder: 'context.plateRegisteredToHolder',
  otherRegisteredVehicle: '!context.otherRegisteredVehicle',
  category: `${JSON.stringify(CATEGORIES)}.contains(context.category)`,
  increasedReimbursement: 'context.increasedReimbursement',
  hasCard: `(context.hasCard && context.cardFrom <= ${day} && (!(context has cardUntil) || ${day} < context.cardUntil))`,
} as const

/** An unknown fact is not in the context: to grant every fact must be there, for a grant to be possible it need not. */
const readings = {
  grant: (fact: keyof typeof criteria) => `(context has ${fact} && ${criteria[fact]})`,
  possible: (fact: keyof typeof criteria) => `(!(context has ${fact}) || ${criteria[fact]})`,
}

function policyOf(action: keyof typeof readings): string {
  const holds = readings[action]
  const admitted = (['plateRegisteredToHolder', 'otherRegisteredVehicle', 'category'] as const).map(holds).join(' && ')
  return `permit(principal, action == Action::"${action}", resource)
    when { ${admitted} && (${holds('increasedReimbursement')} || ${holds('hasCard')}) };`
}

function contextOf({ parkingCard, ...statuses }: Vehicle): Context {
  const context: Context = {}
  for (const [name, value] of Object.entries(statuses)) if (value !== undefined) context[name] = value
  if (parkingCard === undefined) return context
  context['hasCard'] = parkingCard !== null
  if (parkingCard) context['cardFrom'] = asNumber(parkingCard.from)
  if (parkingCard?.until) context['cardUntil'] = asNumber(parkingCard.until)
  return context
}

/** It allows or denies: no amounts and no sums, so only one of the three decisions, and that in two questions. */
export function cedarWasm(): readonly Contender[] {
  // Node 20 ends its process ("unreachable code" in the deoptimizer) when such an inlined call must be given up midway.
  setFlagsFromString('--no-turbo-inline-js-wasm-calls')
  const parsed = preparsePolicySet('zone', {
    staticPolicies: { grant: policyOf('grant'), possible: policyOf('possible') },
  })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors))
  const principal = { type: 'Vehicle', id: 'vehicle' }
  const resource = { type: 'Zone', id: 'zone' }
  const allows = (action: keyof typeof readings, context: Context): boolean => {
    const answer = statefulIsAuthorized({
      principal,
      action: { type: 'Action', id: action },
      resource,
      context,
      preparsedPolicySetId: 'zone',
      entities: [],
    })
    return answer.type === 'success' && answer.response.decision === 'allow'
  }
  const decide = (context: Context): Code =>
    allows('grant', context) ? 1 : allows('possible', context) ? UNDETERMINED : NOT_ELIGIBLE
  return [{ name: 'cedar-wasm', single: { C: oneByOne(decide, contextOf) } }]
}
