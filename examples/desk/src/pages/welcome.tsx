import type { DeskOptions } from '../desk-options.ts'
import type { Screen } from '../environment.ts'
import { Page } from './page.tsx'

/** Where everybody begins. */
export function Welcome({
  screen,
  residents,
}: {
  readonly screen: Screen
  readonly residents: DeskOptions['residents']
}) {
  const { say } = screen.voice
  return (
    <Page screen={screen} title={say('welcome')}>
      <p class="lead">{say('welcomeText')}</p>
      <p>
        <a class="button" href="/sign-in">
          {say('signIn')}
        </a>
      </p>
      {residents === 'simulated' && <p class="hint">{say('welcomeDemo')}</p>}
    </Page>
  )
}
