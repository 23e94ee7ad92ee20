import type { SubjectId } from '@vanzelf/source'
import type { Right } from './rights.ts'
import type { Told } from './told.ts'
import type { User } from './user.ts'

/** One person looked up for one right. It lives as long as the clerk's session. */
export interface Case {
  readonly id: string
  readonly right: Right
  readonly subject: SubjectId
  readonly told: Told
  /** What granting it came to. */
  readonly granted?: 'granted' | 'stands' | 'used' | 'open' | 'changed'
}

/** Somebody who is signed in. */
export interface Session {
  readonly id: string
  readonly user: User
  /** Stands in every form: who has it, was shown the form. */
  readonly token: string
  readonly cases: Map<string, Case>
}

/** Who is signed in, kept by this process: a restart signs everybody out. */
export interface Sessions {
  readonly begin: (user: User) => Session
  /** Undefined of a session that ended or was not used for too long; else it is used now. */
  readonly find: (id: string | undefined) => Session | undefined
  readonly end: (id: string) => void
}

const MINUTE = 60_000
/** Without a click, somebody walked away. */
const IDLE = 15 * MINUTE
/** A working day: then everybody signs in again. */
const LONGEST = 10 * 60 * MINUTE

export function sessions({ now, token }: { readonly now: () => Date; readonly token: () => string }): Sessions {
  const held = new Map<string, { readonly session: Session; readonly began: number; used: number }>()
  const isOver = ({ began, used }: { readonly began: number; readonly used: number }) => {
    const time = now().getTime()
    return time - used > IDLE || time - began > LONGEST
  }
  return {
    begin: (user) => {
      for (const [id, one] of held) if (isOver(one)) held.delete(id)
      const session = { id: token(), token: token(), user, cases: new Map() }
      const time = now().getTime()
      held.set(session.id, { session, began: time, used: time })
      return session
    },
    find: (id = '') => {
      const one = held.get(id)
      if (one === undefined) return undefined
      if (isOver(one)) {
        held.delete(id)
        return undefined
      }
      one.used = now().getTime()
      return one.session
    },
    end: (id) => void held.delete(id),
  }
}

/** How many people a clerk can have open; the oldest makes room. */
const OPEN_CASES = 20

/** Keeps a case in a session. */
export function keep({ cases }: Session, one: Case): void {
  cases.set(one.id, one)
  for (const id of cases.keys()) if (cases.size > OPEN_CASES) cases.delete(id)
}
