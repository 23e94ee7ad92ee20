import type { SubjectId } from '@vanzelf/source'
import type { Entry } from './chain/write.ts'

/** Something that a person did, and why. `by` is a role or a staff number, never a national number. */
export interface Act {
  readonly kind: string
  readonly policy?: string
  readonly subject?: SubjectId
  readonly campaign?: string
  readonly by: string
  readonly reason?: string
  readonly content?: object
}

export interface RecordedAct extends Act {
  readonly at: string
}

export const appendAct = (
  { append }: Entry,
  { policy, subject, campaign, reason, content, ...act }: Act,
): Promise<void> =>
  append('act', [
    {
      ...act,
      policy: policy ?? null,
      subject: subject ?? null,
      campaign: campaign ?? null,
      reason: reason ?? null,
      content: content ?? null,
    },
  ])
