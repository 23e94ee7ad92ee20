import type { Label } from '@vanzelf/rules'

/** What meals at school are called: policies that take a part off their price call them the same, and so compare. */
export const schoolMealsLabel: Label = {
  nl: 'schoolmaaltijden',
  en: 'school meals',
  fr: 'repas scolaires',
  de: 'Schulmahlzeiten',
}
