import { type AsksOfPolicy, type PersonIn, type SituationOf, type SubjectOf, unknown } from '@vanzelf/rules'
import { describe, proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { explain } from '@vanzelf/rules/explain'
import { type Draw, speaksPlainDutch } from '@vanzelf/tooling/plain-dutch'
import { ghentLowEmissionZoneExemption, ghentLowEmissionZoneTariff } from '../src/index.ts'

/** As the regulation and the registers call them. */
const TERMS = [
  'verhoogde tegemoetkoming',
  'hoofdverblijfplaats',
  'lage-emissiezone',
  'parkeerkaart voor personen met een handicap',
  'parkeerkaart',
  'houder van de kentekenplaat',
  'personen ingeschreven op hetzelfde adres',
  'euronorm',
  'voertuigcategorie',
  'sociaal tarief',
  'referentiedatum',
]

const on = '2026-10-01'
const truth = (draw: Draw) => draw([true, false, unknown('unavailable'), unknown('not permitted')])

const tellExemption = proofTeller(ghentLowEmissionZoneExemption, { in: dutch })

speaksPlainDutch('the exemption from the low-emission zone', {
  rule: describe(ghentLowEmissionZoneExemption, { in: dutch, on }),
  tell(draw) {
    type Person = PersonIn<typeof ghentLowEmissionZoneExemption>
    const person = (): Person => ({
      parkingCard: draw([
        null,
        { from: '2015-06-01' },
        { from: '2025-01-01', until: '2028-01-01' },
        unknown('in doubt'),
      ]),
      increasedReimbursement: truth(draw),
    })
    const holder = person()
    const others = draw([[], [person()], [person(), person()]])
    holder.registeredAtSameAddress = draw([[holder, ...others], [holder, ...others], unknown('not asked')])
    const vehicle: SubjectOf<typeof ghentLowEmissionZoneExemption> = {
      holder: draw([holder, holder, holder, null, unknown('not found')]),
      adaptedForDisability: truth(draw),
    }
    const proof = explain(ghentLowEmissionZoneExemption, vehicle, on)
    return { outcome: proof.decision.outcome, text: tellExemption(proof) }
  },
  terms: TERMS,
})

const tellTariff = proofTeller(ghentLowEmissionZoneTariff, { in: dutch })

speaksPlainDutch('the tariff of the low-emission zone', {
  rule: describe(ghentLowEmissionZoneTariff, { in: dutch, on }),
  tell(draw) {
    const vehicle: SituationOf<AsksOfPolicy<typeof ghentLowEmissionZoneTariff>, 'vehicle'> = {
      vehicleCategory: draw(['M1', 'M1', 'N1', unknown('in doubt')]),
      fuels: draw([['diesel'], ['diesel'], ['petrol'], unknown('not permitted')]),
      euroNorm: draw(['4', '4', '5a', null]),
      samePrices: truth(draw),
    }
    const buyer: PersonIn<typeof ghentLowEmissionZoneTariff> = {
      increasedReimbursement: truth(draw),
      municipality: draw(['44021', '46021', unknown('not found')]),
      addressInZone: truth(draw),
    }
    const authorisation: SubjectOf<typeof ghentLowEmissionZoneTariff> = {
      authorisedVehicle: vehicle,
      buyer: draw([buyer, buyer, buyer, unknown('not asked')]),
      duration: draw(['week', 'month', 'four months', 'year', unknown('unavailable')]),
      normalPricePaid: truth(draw),
    }
    // Before April 2024 the tariff was for residents of the zone only.
    const proof = explain(ghentLowEmissionZoneTariff, authorisation, draw([on, '2024-04-01']))
    return { outcome: proof.decision.outcome, text: tellTariff(proof) }
  },
  terms: TERMS,
})
