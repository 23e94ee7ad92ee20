import type { Screen } from '../environment.ts'
import type { TextKey } from '../texts/texts.ts'
import { Page } from './page.tsx'

/** A page that says one thing, and where to go on. */
export const noticeStatuses = {
  notFound: 404,
  forbidden: 403,
  refused: 403,
  failed: 500,
  notSignedIn: 401,
  signedOut: 200,
} as const satisfies { readonly [key in TextKey]?: number }
export type NoticeKey = keyof typeof noticeStatuses

export function Notice({ screen, says }: { readonly screen: Screen; readonly says: NoticeKey }) {
  const { say } = screen.voice
  return (
    <Page screen={screen} title={say(says)}>
      <p>{say(`${says}Text`)}</p>
      <p>
        {says === 'notSignedIn' || says === 'signedOut' ? (
          <a class="button" href="/sign-in">
            {say('signIn')}
          </a>
        ) : (
          <a href="/">{say('home')}</a>
        )}
      </p>
    </Page>
  )
}
