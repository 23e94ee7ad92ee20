import { type PersonIn, unknown } from '@vanzelf/rules'
import { describe, proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { type Draw, speaksPlainDutch } from '@vanzelf/tooling/plain-dutch'
import { ghentUitpasReducedRate } from '../src/index.ts'

type Person = PersonIn<typeof ghentUitpasReducedRate>

/** As the regulation and the registers call them. */
const TERMS = [
  'verhoogde tegemoetkoming',
  'hoofdverblijfplaats',
  'leefloon of equivalent leefloon',
  'budgetbegeleiding',
  'budgetbeheer',
  'OCMW',
  'schuldbemiddeling',
  'collectieve schuldenregeling',
  'UiTPAS',
  'kansentarief',
  'referentiedatum',
]

const on = '2026-10-01'
const tell = proofTeller(ghentUitpasReducedRate, { in: dutch })
const status = (draw: Draw) =>
  draw([true, false, false, false, false, unknown('unavailable'), unknown('not permitted')])

speaksPlainDutch('the reduced rate of UiTPAS', {
  rule: describe(ghentUitpasReducedRate, { in: dutch, on }),
  tell(draw) {
    const person: Person = {
      municipality: draw(['44021', '44021', '44021', '46021', null, unknown('in doubt')]),
      increasedReimbursement: status(draw),
      livingWagePaid: status(draw),
      livingWage: status(draw),
      budgetGuidance: status(draw),
      budgetManagement: status(draw),
      debtMediation: status(draw),
    }
    const proof = explain(ghentUitpasReducedRate, person, on)
    return { outcome: proof.decision.outcome, text: tell(proof) }
  },
  terms: TERMS,
})
