import type { Screen } from '../environment.ts'
import type { Figures } from '../figures.ts'
import { Token } from './page.tsx'

interface InvitationsProps {
  readonly screen: Screen
  readonly campaign: string
  readonly figures: Pick<Figures, 'open' | 'invited'>
}

/** How many were asked to tell what they alone can, how many may still be, and the button that asks them. */
export function Invitations({ screen, campaign, figures: { open, invited } }: InvitationsProps) {
  const { say, count } = screen.voice
  const left = open.citizen - invited
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{say('invitations')}</h2>
      <p>{say('invited', { count: count(invited) })}</p>
      {left > 0 && (
        <form method="post" action={`/campaigns/${campaign}/invite`}>
          <Token screen={screen} />
          <p>{say('invitable', { count: count(left) })}</p>
          <button type="submit">{say('invite')}</button>
        </form>
      )}
    </section>
  )
}
