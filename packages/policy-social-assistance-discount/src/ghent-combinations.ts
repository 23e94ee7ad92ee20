import type { Combination } from '@vanzelf/policy-set'

const PAGE = 'tarieven en kortingen van de buitenschoolse opvang (artikel niet ingezien)'

/**
 * How Ghent's three discounts on care and meals combine, for a set of `ghentSocialAssistanceDiscount`,
 * `ghentFamilyDiscount` and the income discount of `@vanzelf/policy-income-discount`: the family discount adds to the
 * income discount, and not to the social rate. The regulation itself was not seen.
 * @example
 * ```ts
 * ghentDiscountCombinations.map(({ kind }) => kind) // => ['excludes', 'excludes', 'adds']
 * ```
 */
export const ghentDiscountCombinations: readonly Combination[] = [
  {
    kind: 'excludes',
    policies: ['ghent/social-assistance-discount', 'ghent/family-discount'],
    wins: 'first named',
    article: PAGE,
    note: 'the page says that both do not combine; that the social rate stands is read from its taking off all of the price of care',
  },
  {
    kind: 'excludes',
    policies: ['ghent/social-assistance-discount', 'ghent/income-discount'],
    wins: 'first named',
    article: PAGE,
    note: 'read from the table of the page, in which each family has one row, and that of a living wage takes off most',
  },
  {
    kind: 'adds',
    policies: ['ghent/family-discount', 'ghent/income-discount'],
    article: PAGE,
    note: 'the page says that both combine; whether the second is of the whole price or of what the first leaves was not found',
  },
]
