import type { AnswerSigner } from './sign-answer.ts'
import type { SignatureDemand } from './signed-question.ts'

/** What a loopback server wants of those who ask, and gives them. Keys and certificates are PEM. */
export interface LoopbackSecurity {
  /** Serves over TLS; with `clientAuthorities` to clients only that present a certificate of theirs. */
  readonly tls?: { readonly key: string; readonly certificate: string; readonly clientAuthorities?: string }
  /** How questions must be signed; others get a fault. */
  readonly signed?: SignatureDemand
  /** Signs the answers. */
  readonly signAnswers?: AnswerSigner
  /** Changes a signed answer on its way, as somebody in between might. */
  readonly tamper?: (answer: string) => string
}
