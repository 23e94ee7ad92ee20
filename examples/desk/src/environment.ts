import type { Context } from 'hono'
import type { Session } from './sessions.ts'
import { languageOf, type Voice, voiceOf } from './texts/voice.ts'

/** What a request carries once its cookies are read. */
export interface Environment {
  Variables: { readonly session: Session | undefined; readonly language: string }
}

/** What a request of a page behind a role carries. */
export interface SignedIn {
  Variables: { readonly session: Session; readonly language: string }
}

/** What every page is drawn with. */
export interface Screen {
  readonly voice: Voice
  readonly session: Session | undefined
}

export const screenOf = (c: Context<Environment> | Context<SignedIn>): Screen => ({
  voice: voiceOf(languageOf(c.var.language)),
  session: c.var.session,
})
