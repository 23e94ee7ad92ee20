import type { Verified } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { Page } from './page.tsx'

interface ChainProps {
  readonly screen: Screen
  readonly found: Verified
  /** What came of the seal that somebody kept elsewhere, if one was given. */
  readonly kept?: 'compared' | 'no seal'
}

/** Whether what was written down is still what was written. */
export function Chain({ screen, found: { entries, head, broken }, kept }: ChainProps) {
  const { say, count } = screen.voice
  return (
    <Page screen={screen} title={say('chain')}>
      <p class={`notice ${broken ? 'bad' : 'good'}`} role="status">
        {broken ? say('chainBroken', { seq: broken.seq }) : say('chainWhole')}{' '}
        {kept === 'compared' && !broken && say('keptFits')}
      </p>
      <dl class="card">
        <dt>{say('entries')}</dt>
        <dd>{count(entries)}</dd>
        <dt>{say('head')}</dt>
        <dd>
          <code>
            {head.seq}:{head.hash}
          </code>
        </dd>
      </dl>
      <form class="card" method="get" action="/chain">
        <div class="field">
          <label for="kept">{say('kept')}</label>
          <p class="hint" id="kept-hint">
            {say('headHint')}
          </p>
          {kept === 'no seal' && (
            <p class="error" id="kept-wrong">
              {say('keptWrong')}
            </p>
          )}
          <input
            id="kept"
            name="kept"
            type="text"
            autocomplete="off"
            required
            maxlength={100}
            aria-describedby={kept === 'no seal' ? 'kept-hint kept-wrong' : 'kept-hint'}
            {...(kept === 'no seal' && { 'aria-invalid': 'true' })}
          />
        </div>
        <button type="submit">{say('compare')}</button>
      </form>
    </Page>
  )
}
