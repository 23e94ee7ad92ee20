import { declared } from '@vanzelf/source-declaration'
import { householdMembers } from '@vanzelf/source-population-register'
import { familyDiscount } from './family-discount.ts'
import { familyCareDiscount, fewestChildren, oldestChild } from './parameters.ts'
import { CHILDCARE, REGISTER, REGULATION } from './regulation.ts'

/**
 * Whether, with those who are registered at another address, several young children depend on the family: co-parenting
 * and blended families, of which the city's register knows one half.
 */
export const severalWithChildrenElsewhere = declared({
  name: 'severalWithChildrenElsewhere',
  about: 'person',
  value: { type: 'truth' },
  label: {
    nl: 'meer dan één jong kind, ook op een ander adres',
    en: 'several dependent young children, with those registered elsewhere',
    fr: 'plusieurs jeunes enfants à charge, avec ceux inscrits ailleurs',
    de: 'mehrere junge Kinder zu Lasten, mit den anderswo gemeldeten',
  },
})

/**
 * Ghent's family discount on out-of-school care. As with the other discounts only pages about the regulation were seen:
 * nothing is verified. The pages count children in co-parenting and blended families too. So a register that shows too
 * few is no "no": the citizen is asked, and evidence of it counts.
 * @example
 * ```ts
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const bram = { birthDate: '2015-03-01' } as const
 * const child = { outOfSchoolCare: true, householdMembers: [{ birthDate: '2019-05-01' }, bram] } as const
 * decide(ghentFamilyDiscount, child, '2026-10-01').outcome // => 'eligible'
 * decide(ghentFamilyDiscount, { ...child, householdMembers: [bram] }, '2026-10-01').outcome // => 'undetermined'
 * ```
 */
export const ghentFamilyDiscount = familyDiscount({
  name: 'ghent/family-discount',
  regulation: REGULATION,
  family: householdMembers,
  fewest: fewestChildren,
  oldest: oldestChild,
  discount: familyCareDiscount,
  withChildrenElsewhere: severalWithChildrenElsewhere.evidenced,
  articles: {
    family: 'gezinskorting (artikel niet ingezien)',
    elsewhere: 'gezinskorting, co-ouderschap of nieuw samengesteld gezin (artikel niet ingezien)',
  },
  basis: {
    childcare: CHILDCARE,
    declaration: 'what the family itself tells, to have the discount; article not seen',
    'population-register': REGISTER,
  },
})
