import type { Review } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { rightNamed } from '../rights.ts'
import type { TextKey } from '../texts/texts.ts'
import { factNamed } from './called.ts'
import { Page, Token } from './page.tsx'

interface ReviewsProps {
  readonly screen: Screen
  readonly open: readonly Review[]
  readonly says?: { readonly key: TextKey; readonly kind: 'good' | 'bad' }
}

/** Who waits for a person's decision. The ledger has no names: the reviewer asks for the file under its pseudonym. */
export function Reviews({ screen, open, says }: ReviewsProps) {
  const { say, label } = screen.voice
  return (
    <Page screen={screen} title={say('reviews')}>
      {says && (
        <p class={`notice ${says.kind}`} role={says.kind === 'bad' ? 'alert' : 'status'}>
          {say(says.key)}
        </p>
      )}
      {open.length === 0 && <p>{say('reviewsNone')}</p>}
      <ul class="cards">
        {open.map(({ subject, policy, decision, asked }, index) => {
          const right = rightNamed(policy)
          const missing = decision?.missing.map(({ source, name }) => factNamed(source, name, screen.voice)) ?? []
          return (
            <li class="card">
              <h2>{say('reviewOf', { right: right ? label(right.label) : policy, subject: subject.slice(0, 8) })}</h2>
              {missing.length > 0 && <p>{say('reviewMissing', { facts: [...new Set(missing)].join(', ') })}</p>}
              {asked.map(({ reason }) => (
                <p lang="en">{reason}</p>
              ))}
              <form method="post" action="/reviews">
                <Token screen={screen} />
                <input type="hidden" name="subject" value={subject} />
                <input type="hidden" name="policy" value={policy} />
                <div class="field">
                  <label for={`reason-${index}`}>{say('reviewReason')}</label>
                  <input id={`reason-${index}`} name="reason" type="text" required maxlength={500} autocomplete="off" />
                </div>
                <div class="actions">
                  <button type="submit" name="outcome" value="grant">
                    {say('reviewGrant')}
                  </button>
                  <button type="submit" class="quiet" name="outcome" value="refuse">
                    {say('reviewRefuse')}
                  </button>
                </div>
              </form>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
