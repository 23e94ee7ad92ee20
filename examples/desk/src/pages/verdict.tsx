import type { Screen } from '../environment.ts'
import type { TextKey } from '../texts/texts.ts'
import { Token } from './page.tsx'

interface VerdictProps {
  readonly screen: Screen
  readonly action: string
  readonly about: { readonly subject: string; readonly policy: string }
  /** Of this form among those on the page. */
  readonly id: string
  readonly outcomes: readonly (readonly [outcome: string, says: TextKey])[]
}

/** Where a reviewer says yes or no, and why. */
export function Verdict({ screen, action, about, id, outcomes }: VerdictProps) {
  const { say } = screen.voice
  return (
    <form method="post" action={action}>
      <Token screen={screen} />
      <input type="hidden" name="subject" value={about.subject} />
      <input type="hidden" name="policy" value={about.policy} />
      <div class="field">
        <label for={id}>{say('reviewReason')}</label>
        <p class="hint" id={`${id}-hint`}>
          {say('noNames')}
        </p>
        <input
          id={id}
          name="reason"
          type="text"
          required
          maxlength={500}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
        />
      </div>
      <div class="actions">
        {outcomes.map(([outcome, says], index) => (
          <button type="submit" name="outcome" value={outcome} {...(index > 0 && { class: 'quiet' })}>
            {say(says)}
          </button>
        ))}
      </div>
    </form>
  )
}
