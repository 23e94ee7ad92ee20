import type { AskedAbout, RecordedGrant } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { type Right, rights, rightsOfCitizens } from '../rights.ts'
import type { Voice } from '../texts/voice.ts'
import { basisNamed, factNamed, rightCalled } from './called.ts'
import { type MyObjection, MyObjections, type Said } from './my-objections.tsx'
import { Page, Token } from './page.tsx'

/** One moment at which something was asked, for one right, by one asker. */
export interface Moment {
  readonly when: string
  readonly asker: string
  readonly policy: string
  readonly asks: readonly AskedAbout[]
}

interface CitizenProps {
  readonly screen: Screen
  readonly moments: readonly Moment[]
  readonly grants: readonly RecordedGrant[]
  readonly optedOut: readonly Right[]
  readonly objections: readonly MyObjection[]
  readonly says?: Said
}

/** What a citizen may see: all that was asked about them, what they receive, and how to make it stop. */
export function Citizen({ screen, moments, grants, optedOut, objections, says }: CitizenProps) {
  const { say, label, days, given } = screen.voice
  return (
    <Page screen={screen} title={say('me')}>
      <p class="lead">{say('meText')}</p>
      <section aria-labelledby="mine">
        <h2 id="mine">{say('mine')}</h2>
        {grants.length === 0 && <p>{say('mineNone')}</p>}
        <ul class="cards">
          {grants.map(({ policy, benefit, period }) => (
            <li class="card">
              <strong>{rightCalled(policy, screen.voice)}</strong>
              <p>
                {given(benefit)}, {days(period)}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">{say('asked')}</h2>
        {moments.length === 0 && <p>{say('askedNone')}</p>}
        <ol class="cards">
          {moments.map((moment) => (
            <li class="card">
              <MomentPart moment={moment} voice={screen.voice} />
            </li>
          ))}
        </ol>
      </section>
      <MyObjections screen={screen} objections={objections} {...(says && { says })} />
      <section aria-labelledby="automatic">
        <h2 id="automatic">{say('automatic')}</h2>
        <p>{say('automaticText')}</p>
        {rightsOfCitizens.map((right) => {
          const isOut = optedOut.includes(right)
          const values = { right: label(right.label) }
          return (
            <form class="row" method="post" action={isOut ? '/me/opt-in' : '/me/opt-out'}>
              <Token screen={screen} />
              <input type="hidden" name="right" value={right.id} />
              <p>{say(isOut ? 'automaticOff' : 'automaticOn', values)}</p>
              <button type="submit" class="quiet">
                {say(isOut ? 'optIn' : 'optOut', values)}
              </button>
            </form>
          )
        })}
        {rights
          .filter((right) => !rightsOfCitizens.includes(right))
          .map((right) => (
            <p class="row">{say('automaticChild', { right: label(right.label) })}</p>
          ))}
      </section>
    </Page>
  )
}

function MomentPart({ moment, voice }: { readonly moment: Moment; readonly voice: Voice }) {
  const { say, instant } = voice
  const { when, asker, policy, asks } = moment
  const bases = new Map(asks.map((ask) => [ask.basis, basisNamed(ask, voice)]))
  return (
    <dl>
      <dt>{say('askedWhen')}</dt>
      <dd>
        <time datetime={when}>{instant(when)}</time>
      </dd>
      <dt>{say('askedWho')}</dt>
      <dd lang="nl">{asker}</dd>
      <dt>{say('askedWhy')}</dt>
      <dd>{say('purposeText', { right: rightCalled(policy, voice) })}</dd>
      <dt>{say('askedWhat')}</dt>
      {asks.map(({ source, fact, result }) => (
        <dd>
          {factNamed(source, fact, voice)}{' '}
          <span class="hint">({say(result === 'known' ? 'answered' : 'unanswered')})</span>
        </dd>
      ))}
      <dt>{say('askedBasis')}</dt>
      {[...bases.values()].map(({ text, language }) => (
        <dd lang={language}>{text}</dd>
      ))}
    </dl>
  )
}
