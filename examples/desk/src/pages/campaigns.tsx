import type { Campaign } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { rightNamed, rights } from '../rights.ts'
import { Page, Token } from './page.tsx'

/** Which campaigns ran, and starting one. */
export function Campaigns({ screen, campaigns }: { readonly screen: Screen; readonly campaigns: readonly Campaign[] }) {
  const { say, label, date } = screen.voice
  return (
    <Page screen={screen} title={say('campaigns')}>
      <p class="lead">{say('campaignsText')}</p>
      <div class="actions">
        {rights.map((right) => (
          <form method="post" action="/campaigns">
            <Token screen={screen} />
            <input type="hidden" name="right" value={right.id} />
            <button type="submit">{say('start', { right: label(right.label) })}</button>
          </form>
        ))}
      </div>
      {campaigns.length === 0 && <p>{say('campaignsNone')}</p>}
      <ul class="cards">
        {campaigns.map(({ id, policy, state, on }) => {
          const right = rightNamed(policy)
          return (
            <li class="card">
              <a href={`/campaigns/${id}`}>
                {right ? label(right.label) : policy}, {date(on)} ({id})
              </a>
              <p>
                {say('state')}: {say(`state_${state}`)}
              </p>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
