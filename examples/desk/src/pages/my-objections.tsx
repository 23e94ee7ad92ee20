import type { ObjectionAnswer } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { rightsOfCitizens } from '../rights.ts'
import type { TextKey } from '../texts/texts.ts'
import { rightCalled } from './called.ts'
import { Token } from './page.tsx'

/** What a citizen objected to, and what was answered. */
export interface MyObjection {
  readonly policy: string
  readonly at: string
  readonly answer?: Pick<ObjectionAnswer, 'outcome' | 'reason'>
}

/** What a page says about a form that was sent. */
export interface Said {
  readonly key: TextKey
  readonly kind: 'good' | 'bad'
}

interface MyObjectionsProps {
  readonly screen: Screen
  readonly objections: readonly MyObjection[]
  readonly says?: Said
}

/** Where a citizen objects, and reads what was decided on it. */
export function MyObjections({ screen, objections, says }: MyObjectionsProps) {
  const { say, label, instant } = screen.voice
  const isWrong = says?.kind === 'bad'
  return (
    <section aria-labelledby="object">
      <h2 id="object">{say('object')}</h2>
      {says && (
        <p class={`notice ${says.kind}`} role={isWrong ? 'alert' : 'status'} id="object-says">
          {say(says.key)}
        </p>
      )}
      <ul class="cards">
        {objections.map(({ policy, at, answer }) => (
          <li class="card">
            <strong>{rightCalled(policy, screen.voice)}</strong>
            <p>{say('objectedOn', { when: instant(at) })}</p>
            {answer === undefined ? (
              <p>{say('objectionOpen')}</p>
            ) : (
              <p>
                {say(answer.outcome === 'upheld' ? 'objectionUpheld' : 'objectionDismissed')} {answer.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      <form class="card" method="post" action="/me/object">
        <Token screen={screen} />
        <fieldset>
          <legend>{say('objectTo')}</legend>
          {rightsOfCitizens.map((right) => (
            <div class="option">
              <input id={`object-${right.id}`} type="radio" name="right" value={right.id} required />
              <label for={`object-${right.id}`}>{label(right.label)}</label>
            </div>
          ))}
        </fieldset>
        <div class="field">
          <label for="object-reason">{say('objectWhy')}</label>
          <p class="hint" id="object-hint">
            {say('noNames')}
          </p>
          <input
            id="object-reason"
            name="reason"
            type="text"
            required
            maxlength={500}
            autocomplete="off"
            aria-describedby={isWrong ? 'object-hint object-says' : 'object-hint'}
            {...(isWrong && { 'aria-invalid': 'true' })}
          />
        </div>
        <button type="submit" class="quiet">
          {say('objectSend')}
        </button>
      </form>
    </section>
  )
}
