import type { Screen } from '../environment.ts'
import { rights, rightsAtCounter } from '../rights.ts'
import type { TextKey } from '../texts/texts.ts'
import { Page, Token } from './page.tsx'

interface CounterProps {
  readonly screen: Screen
  /** What was wrong with the form. The number that was typed is not shown again. */
  readonly wrong?: { readonly number?: TextKey; readonly right?: TextKey }
  readonly chosen?: string
}

/** Where a clerk types a number and chooses a right. */
export function Counter({ screen, wrong, chosen }: CounterProps) {
  const { say, label } = screen.voice
  const others = rights.filter((right) => !rightsAtCounter.includes(right))
  return (
    <Page screen={screen} title={say('counter')}>
      {wrong && (
        <div class="notice bad" role="alert">
          <h2>{say('formWrong')}</h2>
          <ul>
            {wrong.number && (
              <li>
                <a href="#number">{say(wrong.number)}</a>
              </li>
            )}
            {wrong.right && (
              <li>
                <a href={`#${rightsAtCounter[0]?.id}`}>{say(wrong.right)}</a>
              </li>
            )}
          </ul>
        </div>
      )}
      <form class="card" method="post" action="/counter/look-ups">
        <Token screen={screen} />
        <div class="field">
          <label for="number">{say('number')}</label>
          <p class="hint" id="number-hint">
            {say('numberHint')}
          </p>
          {wrong?.number && (
            <p class="error" id="number-wrong">
              {say(wrong.number)}
            </p>
          )}
          <input
            id="number"
            name="number"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            required
            maxlength={32}
            aria-describedby={wrong?.number ? 'number-hint number-wrong' : 'number-hint'}
            {...(wrong?.number && { 'aria-invalid': 'true' })}
          />
        </div>
        <fieldset {...(wrong?.right && { 'aria-describedby': 'right-wrong' })}>
          <legend>{say('which')}</legend>
          {wrong?.right && (
            <p class="error" id="right-wrong">
              {say(wrong.right)}
            </p>
          )}
          {rightsAtCounter.map((right) => (
            <div class="option">
              <input id={right.id} type="radio" name="right" value={right.id} required checked={right.id === chosen} />
              <label for={right.id}>{label(right.label)}</label>
            </div>
          ))}
        </fieldset>
        <button type="submit">{say('lookUp')}</button>
        <p class="hint">{say('recorded')}</p>
      </form>
      {others.map((right) => (
        <p class="hint">{say('notAtCounter', { right: label(right.label) })}</p>
      ))}
    </Page>
  )
}

/** What a clerk reads who looked up too many people. */
export function TooMany({ screen, seconds }: { readonly screen: Screen; readonly seconds: number }) {
  const { say } = screen.voice
  return (
    <Page screen={screen} title={say('tooMany')}>
      <p role="alert">{say('tooManyText', { seconds })}</p>
      <p>
        <a href="/counter">{say('back')}</a>
      </p>
    </Page>
  )
}
