import type { Context } from 'hono'
import { type Environment, type SignedIn, screenOf } from '../environment.ts'
import { Notice, type NoticeKey, noticeStatuses } from '../pages/notices.tsx'

/** Answers with a page that says one thing. */
export const notice = (c: Context<Environment> | Context<SignedIn>, says: NoticeKey) =>
  // Both kinds of request answer the same: the union of their types has no one `html`.
  (c as Context).html(<Notice screen={screenOf(c)} says={says} />, noticeStatuses[says])
