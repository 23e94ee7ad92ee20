import * as z from 'zod'
import { earliest } from '../day.ts'
import type { Numbers } from '../numbers.ts'
import { day, number } from '../services/shapes.ts'
import { SHARED, type StatusProfile } from '../status-profile.ts'
import type { Publication, Told } from './publication.ts'

/** The statuses of which a feed may tell, by the facts they answer. */
export type Profiles = { readonly [fact: string]: StatusProfile }

const status = z.object({ name: z.string().min(1).max(25), begins: z.array(day) })
const cancellation = z.object({ number, cancelled: z.literal('1'), statuses: z.array(status).max(0) })
const overview = z.object({
  number,
  cancelled: z.undefined(),
  isWhole: z.enum(['0', '1']),
  statuses: z.array(status).min(1).max(100),
})

/**
 * `SocZek.PubliceerMutatieSocialeStatuten 02.00`: the statuses of a person that changed, or all there are, or that what a
 * source told before is cancelled. A cancellation does not say of which statuses, nor a whole overview which ended: both
 * touch every fact.
 */
export function socialStatuses(profiles: Profiles, numbers: Pick<Numbers, 'subjectOf'>): Publication {
  const all = Object.keys(profiles)
  return {
    name: 'PubliceerMutatieSocialeStatuten',
    read: (content, isWithdrawn) => {
      const raw = content.one('MutatieSocialeStatuten', (mutation) => ({
        number: mutation.text('INSZ'),
        cancelled: mutation.text('Annulering'),
        isWhole: mutation.text('SocialeStatuten/@VolledigOverzicht'),
        statuses: mutation.each('SocialeStatuten/SociaalStatuut', (one) => ({
          name: one.text('Naam/Code'),
          begins: one.each('Periodes/Periode', (period) => period.text('Begin')),
        })),
      }))
      // Chosen here, since an error of a union would not say which part does not fit.
      const told = raw?.cancelled === undefined ? overview.parse(raw) : cancellation.parse(raw)
      const isCancelled = isWithdrawn || told.cancelled !== undefined
      const names = told.statuses.map(({ name }) => name)
      const unknownStatuses = names.filter((name) => factsOf(name).length === 0)
      // A status by another name than the one it is asked by may be any of them.
      const touchesAll =
        isCancelled || (told.cancelled === undefined && told.isWhole === '1') || unknownStatuses.length > 0
      return [
        {
          source: 'social-security',
          subjects: [numbers.subjectOf(told.number)],
          facts: touchesAll ? all : [...new Set(names.flatMap(factsOf))],
          from: touchesAll ? null : firstDayOf(told.statuses),
          isCancelled,
          unknownStatuses,
        },
      ]
    },
  }

  function factsOf(name: string): readonly string[] {
    // What every city shares is made of one another: help and increased reimbursement, somebody's own or the family's.
    if (Object.values(SHARED).some((shared) => shared.name === name))
      return all.filter((fact) => fact in SHARED || profiles[fact]?.name === name)
    return all.filter((fact) => profiles[fact]?.name === name)
  }
}

/** The first day of which it speaks; none where a status has no period. */
function firstDayOf(statuses: readonly z.infer<typeof status>[]): Told['from'] {
  if (statuses.some(({ begins }) => begins.length === 0)) return null
  return statuses.flatMap(({ begins }) => begins).reduce(earliest)
}
