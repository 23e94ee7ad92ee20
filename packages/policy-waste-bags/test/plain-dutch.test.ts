import { type PersonIn, unknown } from '@vanzelf/rules'
import { describe, proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { type Draw, speaksPlainDutch } from '@vanzelf/tooling/plain-dutch'
import { ghentWasteBags } from '../src/index.ts'

type Person = PersonIn<typeof ghentWasteBags>

/** As the regulation and the registers call them. */
const TERMS = [
  'verhoogde tegemoetkoming',
  'hoofdverblijfplaats',
  'referentiepersoon',
  'gezinsleden',
  'budgetbegeleiding',
  'budgetbeheer',
  'OCMW',
  'schuldbemiddeling',
  'collectieve schuldenregeling',
  'tegemoetkoming',
  'huisvuilzakken',
  'ophaalkrediet',
  'pmd-zakken',
  'schuldenregeling',
  'referentiedatum',
]

const on = '2026-10-01'
const tell = proofTeller(ghentWasteBags, { in: dutch })
const status = (draw: Draw) =>
  draw([true, false, false, false, false, unknown('unavailable'), unknown('not permitted')])
const member = (draw: Draw): Person => ({
  increasedReimbursement: status(draw),
  budgetGuidance: status(draw),
  budgetManagement: status(draw),
  debtMediation: status(draw),
})

speaksPlainDutch('the allowance for waste bags', {
  rule: describe(ghentWasteBags, { in: dutch, on }),
  tell(draw) {
    const person: Person = {
      ...member(draw),
      municipality: draw(['44021', '44021', '44021', '46021', null, unknown('in doubt')]),
      householdPosition: draw(['01', '01', '01', '03', unknown('not found')]),
    }
    const others = draw([[], [member(draw)], [member(draw), member(draw)]])
    person.householdMembers = draw([[person, ...others], [person, ...others], unknown('not asked')])
    const proof = explain(ghentWasteBags, person, on)
    return { outcome: proof.decision.outcome, text: tell(proof) }
  },
  terms: TERMS,
})
