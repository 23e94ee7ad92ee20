import type { IsoDate } from '@vanzelf/rules'
import { unverified } from '@vanzelf/rules/require'
import type { Screen } from '../environment.ts'
import type { Right } from '../rights.ts'
import type { Case } from '../sessions.ts'
import type { TextKey } from '../texts/texts.ts'
import type { Voice } from '../texts/voice.ts'
import type { Told } from '../told.ts'
import { registerNamed } from './called.ts'
import { Page, Token } from './page.tsx'

const SAYS = {
  eligible: ['yes', 'yesText'],
  'not eligible': ['no', 'noText'],
  undetermined: ['notKnown', 'notKnownText'],
  'opted out': ['notKnown', 'refusesText'],
} as const satisfies { readonly [outcome in Told['outcome']]: readonly [TextKey, TextKey] }

const DID = {
  granted: 'didGrant',
  stands: 'didStand',
  used: 'didUse',
  open: 'didNotYet',
  changed: 'didChange',
} as const satisfies { readonly [did in NonNullable<Case['granted']>]: TextKey }

interface CasePageProps {
  readonly screen: Screen
  readonly one: Case
  readonly on: IsoDate
}

/** What a clerk is told, made of `Told` alone. */
export function CasePage({ screen, one: { id, right, told, granted }, on }: CasePageProps) {
  const { voice } = screen
  const { say, label, days, given } = voice
  const [outcome, text] = SAYS[told.outcome]
  const name = label(right.label)
  const isOpen = told.outcome === 'undetermined' || (told.outcome === 'eligible' && told.state === 'open')
  const loose = told.outcome === 'eligible' ? unverified(right.policy, on) : []
  return (
    <Page screen={screen} title={say(outcome)}>
      <section class={`card outcome ${outcome}`}>
        <p class="lead">{say(text, { right: name })}</p>
        {told.outcome === 'eligible' && (
          <dl>
            <dt>{say('what')}</dt>
            <dd>{given(told.benefit)}</dd>
            {told.period && (
              <>
                <dt>{say('when')}</dt>
                <dd>{days(told.period)}</dd>
              </>
            )}
            <dt>{say(told.grounds.length === 1 ? 'ground' : 'grounds')}</dt>
            {told.grounds.map((ground) => (
              <dd>
                <span lang="nl">{ground.article}</span>
                {ground.label && `: ${label(ground.label)}`}
              </dd>
            ))}
            {right.policy.regulation !== undefined && (
              <>
                <dt>{say('regulation')}</dt>
                <dd lang="nl">{right.policy.regulation}</dd>
              </>
            )}
          </dl>
        )}
        {isOpen && <p>{say('notKnownWhy', { registers: registersOf(right, voice) })}</p>}
      </section>
      {told.outcome === 'eligible' && isOpen && <p class="notice">{say('yesOpen')}</p>}
      {granted && (
        <p class={`notice ${granted === 'granted' ? 'good' : ''}`} role="status">
          {say(DID[granted])}
        </p>
      )}
      {loose.length > 0 && granted === undefined && (
        <p class="notice" role="note">
          {say('unverified', {
            what: [...new Set(loose.map(({ label: of, parameter }) => (of ? label(of) : parameter)))].join(', '),
          })}
        </p>
      )}
      <div class="actions">
        {told.outcome === 'eligible' && !isOpen && granted === undefined && (
          <form method="post" action={`/counter/cases/${id}/grant`}>
            <Token screen={screen} />
            <button type="submit">{say('grant')}</button>
          </form>
        )}
        {granted === 'granted' && (
          <a class="button" href={`/counter/cases/${id}/letter`}>
            {say('letter')}
          </a>
        )}
        <a href="/counter">{say('next')}</a>
      </div>
      <p class="hint">
        {say('purpose')}: {say('purposeText', { right: name })} {say('recorded')}
      </p>
    </Page>
  )
}

/** Which registers a right asks, of whomever: which one is silent now would tell something about this person. */
const registersOf = ({ policy }: Right, voice: Voice) =>
  Object.keys(policy.basis ?? {})
    .map((source) => registerNamed(source, voice))
    .join(', ')
