import type { SubjectId } from '@vanzelf/source'
import { z } from 'zod'

/** What somebody may do here: each page is of one role. */
export const roles = ['clerk', 'reviewer', 'officer', 'data-protection-officer', 'citizen'] as const
export type Role = (typeof roles)[number]

/** Who signed in. */
export interface User {
  /** By what the ledger calls a member of staff: never a name. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Of a citizen: who that is in the ledger. */
  readonly subject?: SubjectId
}

/** What an identity provider must say of somebody. Of a citizen it says the national number, which goes no further. */
export const claims = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('citizen'),
    sub: z.string().min(1),
    name: z.string().min(1),
    national_number: z.string().regex(/^\d{11}$/),
  }),
  z.object({
    role: z.enum(['clerk', 'reviewer', 'officer', 'data-protection-officer']),
    sub: z.string().min(1),
    name: z.string().min(1),
  }),
])
