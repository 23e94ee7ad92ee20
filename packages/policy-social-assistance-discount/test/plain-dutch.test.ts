import { type PersonIn, unknown } from '@vanzelf/rules'
import { describe, proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { type Draw, speaksPlainDutch } from '@vanzelf/tooling/plain-dutch'
import { ghentFamilyDiscount, ghentSocialAssistanceDiscount } from '../src/index.ts'

/** As the regulation and the registers call them. */
const TERMS = [
  'leefloon of equivalent leefloon',
  'OCMW',
  'referentiepersoon',
  'gezinsleden',
  'buitenschoolse opvang',
  'inschrijvingen',
  'instellingsnummer',
  'geboortedatum',
  'referentiedatum',
  'periode van inschrijving',
  'gezinskorting',
]

const on = '2026-10-01'
const truth = (draw: Draw) => draw([true, false, unknown('unavailable'), unknown('not permitted')])
const enrolment = (draw: Draw) => ({
  school: draw(['990001', '990001', '990003', unknown('in doubt')]),
  enrolmentPeriod: draw([
    { from: '2026-09-01', until: '2027-07-01' },
    { from: '2025-09-01', until: '2026-07-01' },
  ]),
})

const socialRate = ghentSocialAssistanceDiscount({ schools: ['990001', '990002'] })
const tellSocialRate = proofTeller(socialRate, { in: dutch })

speaksPlainDutch('the social rate', {
  rule: describe(socialRate, { in: dutch, on }),
  tell(draw) {
    const member = (): PersonIn<typeof socialRate> => ({ livingWagePaid: truth(draw), livingWage: truth(draw) })
    const members = draw([[member()], [member(), member()]])
    const child: PersonIn<typeof socialRate> = {
      outOfSchoolCare: truth(draw),
      enrolments: draw([[enrolment(draw)], [], unknown('not found')]),
      householdMembers: draw([members, members, unknown('not asked')]),
      referencePerson: draw([member(), unknown('in doubt')]),
    }
    const proof = explain(socialRate, child, on)
    return { outcome: proof.decision.outcome, text: tellSocialRate(proof) }
  },
  terms: TERMS,
})

const tellFamilyDiscount = proofTeller(ghentFamilyDiscount, { in: dutch })

speaksPlainDutch('the family discount', {
  rule: describe(ghentFamilyDiscount, { in: dutch, on }),
  tell(draw) {
    const member = (): PersonIn<typeof ghentFamilyDiscount> => ({
      birthDate: draw(['2018-05-01', '2020-01-01', '1985-02-01', unknown('not found')]),
    })
    const members = draw([[member()], [member(), member()], [member(), member(), member()]])
    const child: PersonIn<typeof ghentFamilyDiscount> = {
      outOfSchoolCare: truth(draw),
      evidencedSeveralWithChildrenElsewhere: draw([true, false, unknown('not found')]),
      householdMembers: draw([members, members, unknown('not asked')]),
      referencePerson: draw([member(), unknown('in doubt')]),
    }
    const proof = explain(ghentFamilyDiscount, child, on)
    return { outcome: proof.decision.outcome, text: tellFamilyDiscount(proof) }
  },
  terms: TERMS,
})
