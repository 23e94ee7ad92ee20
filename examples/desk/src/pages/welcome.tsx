import type { Screen } from '../environment.ts'
import { Page } from './page.tsx'

/** Where everybody begins. */
export function Welcome({ screen }: { readonly screen: Screen }) {
  const { say } = screen.voice
  return (
    <Page screen={screen} title={say('welcome')}>
      <p class="lead">{say('welcomeText')}</p>
      <p>
        <a class="button" href="/sign-in">
          {say('signIn')}
        </a>
      </p>
      <p class="hint">{say('welcomeDemo')}</p>
    </Page>
  )
}
