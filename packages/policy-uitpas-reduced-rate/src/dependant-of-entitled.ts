import { type AsksOf, all, type Expression, type Fact, type Ground, ground, of } from '@vanzelf/rules'
import { type ReferencePerson, referencePerson } from '@vanzelf/source-population-register'
import { entitledByStatus, type StatusFacts } from './own-status.ts'

/** What is asked of who shares a rate: who the reference person is, and that person's statuses. */
export type FamilyFacts = ReferencePerson | StatusFacts

/**
 * The ground of cities where dependants at the same address share the rate: somebody in the household of a reference
 * person who has a status that entitles. Members of one household live at one address, so no address is asked. Whom the
 * reference person shares it with by another's status, such as a partner's, is not in it.
 * @param article where the regulation says so
 * @param dependant who shares the rate, in the regulation's own words: `not(isReferencePerson)` of everybody else in
 *   the household, `isMinor` of its children
 * @example
 * ```ts
 * import { isMinor } from '@vanzelf/source-population-register'
 *
 * dependantOfEntitled('art. 3', isMinor).article // => 'art. 3'
 * ```
 */
export function dependantOfEntitled<const Dependant extends Expression<boolean, Fact, 'person'>>(
  article: string,
  dependant: Dependant,
): Ground<FamilyFacts | AsksOf<Dependant>, 'person'> {
  return ground(article, all(dependant, of(referencePerson, entitledByStatus)), {
    nl: 'persoon ten laste van een referentiepersoon die recht heeft op het kansentarief',
    en: 'dependant of a reference person who is entitled to the reduced rate',
    fr: 'personne à charge d’une personne de référence qui a droit au tarif réduit',
    de: 'Person zu Lasten einer Bezugsperson mit Anspruch auf den ermäßigten Tarif',
  })
}
