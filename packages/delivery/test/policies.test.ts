import { type Cents, euro, unknown, year } from '@vanzelf/rules'
import { explain, type Proof } from '@vanzelf/rules/explain'
import { everyNodeOf } from '@vanzelf/rules/tree'
import { B1, readabilityOf } from '@vanzelf/tooling/readability'
import { describe, expect, it } from 'vitest'
// By path: policies stand above this package, which depends on none of them.
import { ghentIncomeDiscount } from '../../policy-income-discount/src/index.ts'
import { ghentLowEmissionZoneExemption, ghentLowEmissionZoneTariff } from '../../policy-low-emission-zone/src/index.ts'
import {
  ghentFamilyDiscount,
  ghentSocialAssistanceDiscount,
} from '../../policy-social-assistance-discount/src/index.ts'
import { ghentUitpasReducedRate } from '../../policy-uitpas-reduced-rate/src/index.ts'
import { ghentWasteBags } from '../../policy-waste-bags/src/index.ts'
import { type LetterOptions, letter, toHtml, toPdf, unbound } from '../src/letters/letters.ts'

const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const
const given = {
  recipient: { name: 'Anna Voorbeeld', address: ['Straat 1', '9999 Voorbeeld'] },
  authority: { name: 'Stad Voorbeeld', contact: 'tel. 00 00' },
  sent: '2026-10-02',
  objection: [{ from: '2026-01-01', where: 'het college', days: 60, law: 'reglement, art. 9', verified: false }],
} as const

const schools = ['990001']
const social = ghentSocialAssistanceDiscount({ schools })
const incomes = ghentIncomeDiscount({ schools })
const cardSince = { from: '2015-06-01' } as const
const wage = { livingWage: true, livingWagePaid: false } as const
const noWage = { livingWage: false, livingWagePaid: false } as const
const earns = (amount: Cents) =>
  ({ birthDate: '1985-02-01', latestAssessedYear: year(2025), taxableIncome: { 2025: amount } }) as const
const care = { birthDate: '2018-05-01', outOfSchoolCare: true, enrolments: [] } as const
const noHelp = { budgetGuidance: false, budgetManagement: false, debtMediation: false } as const
const alone = { municipality: '44021', householdPosition: '01', increasedReimbursement: false } as const
const resident = { ...noWage, ...noHelp, municipality: '44021' } as const
const holder = (card: boolean, reimbursed: boolean) =>
  ({
    holder: {
      parkingCard: card ? cardSince : null,
      increasedReimbursement: reimbursed,
      registeredAtSameAddress: [],
    },
    adaptedForDisability: false,
  }) as const
const pass = (reimbursed: boolean) =>
  ({
    buyer: { increasedReimbursement: reimbursed, municipality: '44021' },
    authorisedVehicle: { vehicleCategory: 'M1', fuels: ['diesel'], euroNorm: '4' },
    duration: 'month',
    normalPricePaid: true,
  }) as const

const on = '2026-10-01'
const PROOFS: readonly (readonly [string, LetterOptions['policy'], Proof['decision']['outcome'], Proof])[] = [
  ...(
    [
      ['eligible', { ...alone, householdMembers: [{ increasedReimbursement: true }] }],
      ['not eligible', { ...alone, municipality: '44013' }],
      ['undetermined', { ...alone, householdMembers: unknown('unavailable') }],
    ] as const
  ).map(([outcome, told]) => ['waste bags', ghentWasteBags, outcome, explain(ghentWasteBags, told, on)] as const),
  ...(
    [
      ['eligible', { ...resident, increasedReimbursement: true }],
      ['not eligible', { ...resident, increasedReimbursement: false }],
      ['undetermined', { ...resident, increasedReimbursement: unknown('not found') }],
    ] as const
  ).map(
    ([outcome, told]) =>
      ['UiTPAS', ghentUitpasReducedRate, outcome, explain(ghentUitpasReducedRate, told, on)] as const,
  ),
  ...(
    [
      ['eligible', earns(euro(9_000))],
      ['not eligible', earns(euro(90_000))],
      ['undetermined', { ...earns(euro(0)), taxableIncome: { 2025: unknown('not found') } }],
    ] as const
  ).map(([outcome, parent]) => {
    const told = { ...care, referencePerson: parent, householdMembers: [parent, care] }
    return ['income discount', incomes, outcome, explain(incomes, told, on)] as const
  }),
  ...(
    [
      ['eligible', [wage]],
      ['not eligible', [noWage]],
      ['undetermined', unknown('unavailable')],
    ] as const
  ).map(([outcome, householdMembers]) => {
    const told = { ...care, householdMembers, referencePerson: wage }
    return ['social assistance', social, outcome, explain(social, told, on)] as const
  }),
  ...(
    [
      ['eligible', [care, { birthDate: '2020-01-01' }], false],
      ['not eligible', [care], false],
      ['undetermined', [care], unknown('not found')],
    ] as const
  ).map(([outcome, householdMembers, evidencedSeveralWithChildrenElsewhere]) => {
    const told = { ...care, householdMembers, evidencedSeveralWithChildrenElsewhere, referencePerson: {} }
    return ['family discount', ghentFamilyDiscount, outcome, explain(ghentFamilyDiscount, told, on)] as const
  }),
  ...(
    [
      ['eligible', holder(true, true)],
      ['not eligible', holder(false, true)],
      ['undetermined', { adaptedForDisability: false, holder: unknown('unavailable') }],
    ] as const
  ).map(
    ([outcome, told]) =>
      ['exemption', ghentLowEmissionZoneExemption, outcome, explain(ghentLowEmissionZoneExemption, told, on)] as const,
  ),
  ...(
    [
      ['eligible', pass(true)],
      ['not eligible', pass(false)],
      ['undetermined', { ...pass(true), buyer: unknown('unavailable') }],
    ] as const
  ).map(
    ([outcome, told]) =>
      ['tariff', ghentLowEmissionZoneTariff, outcome, explain(ghentLowEmissionZoneTariff, told, on)] as const,
  ),
]

describe.each(PROOFS)('a letter of %s', (_, policy, outcome, proof) => {
  const made = { ...given, policy, proof }

  it(`tells that somebody is ${outcome}`, () => expect(proof.decision.outcome).toBe(outcome))

  it('rests on the policy in each sentence, in four languages', () => {
    for (const translation of ['fr', 'de', 'en'] as const) {
      const { texts } = letter({ ...made, translation })
      expect(texts.map(({ language }) => language)).toEqual(['nl', translation])
      for (const { sections } of texts) {
        expect(sections.every(({ sentences }) => sentences.length > 0)).toBe(true)
        expect(
          unbound(
            sections.flatMap(({ sentences }) => sentences),
            { ...made, translation },
          ),
        ).toEqual([])
      }
      expect(toHtml(letter({ ...made, translation }))).not.toMatch(/undefined|\[object|\{[a-z]+\}/)
    }
  })

  it('is at level B1, what the policy itself calls things left aside', () => {
    const text = letter(made)
      .texts[0].sections.flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .join('\n')
    const { ease, sentences } = readabilityOf(text, { terms: termsOf(policy) })
    expect(ease).toBeGreaterThanOrEqual(B1.ease)
    expect(sentences.filter(({ words }) => words > B1.longestSentence).map(({ text }) => text)).toEqual([])
  })
})

describe('the labels of the policies', () => {
  it.each(PROOFS.filter(([, , outcome]) => outcome === 'eligible'))(
    'of %s are there in four languages',
    (_, policy) => {
      const labels = [policy, ...everyNodeOf(policy)].flatMap((node) =>
        'label' in node && node.label ? [node.label] : [],
      )
      const missing = labels.flatMap((label) =>
        LANGUAGES.filter((language) => !label[language]).map((one) => [label, one]),
      )
      expect(missing).toEqual([])
    },
  )
})

it('a letter of a policy is a PDF too', async () => {
  const [[, policy, , proof] = []] = PROOFS
  if (!policy || !proof) throw new Error('no policy')
  const pdf = Buffer.from(await toPdf(letter({ ...given, policy, proof, translation: 'fr' }))).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
})

/** What a policy calls its facts, conditions, benefits and articles. */
const termsOf = (policy: LetterOptions['policy']): readonly string[] =>
  [
    policy.regulation ?? '',
    ...policy.grounds.map(({ article }) => article),
    ...[policy, ...everyNodeOf(policy)].flatMap((node) => [
      ...('label' in node && node.label ? [node.label.nl] : []),
      ...('what' in node ? [node.what.nl] : []),
      ...('of' in node && typeof node.of === 'object' && 'nl' in node.of ? [node.of.nl] : []),
    ]),
  ].filter((term) => term !== '')
