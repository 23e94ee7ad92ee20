import { euro, type PersonIn, unknown, year } from '@vanzelf/rules'
import { describe, proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { speaksPlainDutch } from '@vanzelf/tooling/plain-dutch'
import { ghentIncomeDiscount } from '../src/index.ts'

/** As the regulation and the registers call them. */
const TERMS = [
  'belastbaar inkomen',
  'referentiepersoon',
  'gezinsleden',
  'buitenschoolse opvang',
  'inschrijvingen',
  'instellingsnummer',
  'geboortedatum',
  'referentiedatum',
  'meerderjarig',
  'periode van inschrijving',
]

const on = '2026-10-01'
const discount = ghentIncomeDiscount({ schools: ['990001', '990002'] })
type Person = PersonIn<typeof discount>

const tell = proofTeller(discount, { in: dutch })

speaksPlainDutch('the income discount', {
  rule: describe(discount, { in: dutch, on }),
  tell(draw) {
    const income = draw([euro(10_000), euro(28_000), euro(40_000)])
    const adult = (): Person => ({
      birthDate: '1985-02-01',
      latestAssessedYear: draw([year(2025), year(2025), null, unknown('unavailable')]),
      taxableIncome: draw([{ 2025: income }, { 2025: income }, { 2025: unknown('not permitted') }]),
    })
    const others = draw([[], [adult()], [adult(), adult()]])
    const child: Person = {
      birthDate: draw(['2018-05-01', unknown('not found')]),
      outOfSchoolCare: draw([true, false, unknown('unavailable')]),
      enrolments: draw([
        [{ school: draw(['990001', '990003', unknown('in doubt')]), enrolmentPeriod: { from: '2026-09-01' } }],
        [],
        unknown('not found'),
      ]),
      careWithoutIncomes: draw([true, false, unknown('not asked')]),
      mealsWithoutIncomes: draw([true, false, unknown('not asked')]),
    }
    child.householdMembers = draw([[child, ...others], [child, ...others], unknown('not asked')])
    child.referencePerson = others[0] ?? child
    const proof = explain(discount, child, on)
    return { outcome: proof.decision.outcome, text: tell(proof) }
  },
  terms: TERMS,
})
