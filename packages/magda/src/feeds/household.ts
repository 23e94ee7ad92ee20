import type { FactsOf } from '@vanzelf/source'
import type { populationRegister } from '@vanzelf/source-population-register'
import * as z from 'zod'
import type { Numbers } from '../numbers.ts'
import { boundsOf } from '../register-date.ts'
import { number, optionalDate } from '../services/shapes.ts'
import type { Publication } from './publication.ts'
import type { Profiles } from './social-statuses.ts'

/** What may change with who lives together: where they live too, and who died lives with nobody. */
const TOUCHED = [
  'addressSince',
  'deathDate',
  'householdMembers',
  'householdPosition',
  'municipality',
  'postcode',
  'referencePerson',
  'registeredAtSameAddress',
] as const satisfies readonly FactsOf<typeof populationRegister>['name'][]

const shape = z.object({ number, members: z.array(z.object({ number, since: optionalDate })) })

/**
 * `Persoon.PubliceerMutatieGezinssamenstelling 02.02`: the household of a person as it is now, or that there is none. It does
 * not tell who lived there before. Its message was not seen: its content is `MutatieGezinssamenstellingType` of the
 * published types, and what stands around it is that of the feed of statuses.
 */
export function householdComposition(profiles: Profiles, numbers: Pick<Numbers, 'subjectOf'>): Publication {
  // What is answered of a family, or within a place, changes with it.
  const statuses = Object.keys(profiles).filter(
    (fact) => fact === 'increasedReimbursementInFamily' || profiles[fact]?.within !== undefined,
  )
  return {
    name: 'PubliceerMutatieGezinssamenstelling',
    read: (content, isCancelled) => {
      const told = shape.parse(
        content.one('MutatieGezinssamenstelling', (mutation) => ({
          number: mutation.text('INSZ'),
          members: mutation.each('Gezinssamenstelling/Gezinslid', (member) => ({
            number: member.text('INSZ'),
            since: member.text('@DatumBegin'),
          })),
        })),
      )
      const own = told.members.find((member) => member.number === told.number)
      const subjects = [...new Set([told.number, ...told.members.map((member) => member.number)])]
      const change = {
        subjects: subjects.map((one) => numbers.subjectOf(one)),
        from: boundsOf(own?.since)?.least ?? null,
        isCancelled,
      }
      return [
        { ...change, source: 'population-register', facts: TOUCHED },
        { ...change, source: 'social-security', facts: statuses },
      ]
    },
  }
}
