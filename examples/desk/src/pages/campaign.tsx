import type { Campaign } from '@vanzelf/ledger'
import { unverified } from '@vanzelf/rules/require'
import { outcomesSaid } from '../campaign-chart.ts'
import type { DeskOptions } from '../desk-options.ts'
import type { Screen } from '../environment.ts'
import type { Figures } from '../figures.ts'
import { isOfDesk, rightNamed } from '../rights.ts'
import { takeUpOf } from '../take-up.ts'
import { Beside } from './beside.tsx'
import { HeldBack } from './held-back.tsx'
import { Invitations } from './invitations.tsx'
import { Page, Token } from './page.tsx'
import { Reached } from './reached.tsx'
import { type Row, Table } from './table.tsx'

interface CampaignPageProps {
  readonly screen: Screen
  readonly campaign: Campaign
  readonly figures: Figures
  /** Who approved it so far. */
  readonly approvals: readonly string[]
  readonly residents: DeskOptions['residents']
}

/** What a campaign came to, in tables and in charts. */
export function CampaignPage({ screen, campaign, figures, approvals, residents }: CampaignPageProps) {
  const { voice, session } = screen
  const { id, policy, state, on } = campaign
  const isOurs = isOfDesk(campaign)
  // Of one of this desk an approval that was cut short is given again.
  const isApproved = !isOurs && approvals.some((by) => by === session?.user.id)
  const { say, label, count, date } = voice
  const right = rightNamed(policy)
  const takeUp = takeUpOf(figures, right?.published)
  const loose = right ? unverified(right.policy, on) : []
  const outcomes: readonly Row[] = (['eligible', 'notEligible', 'undetermined'] as const).map((key) => [
    say(key),
    count(figures[key]),
  ])
  return (
    <Page screen={screen} title={`${right ? label(right.label) : policy}, ${date(on)}`}>
      <p>
        {say('state')}: <strong>{say(`state_${state}`)}</strong>
      </p>
      {residents === 'simulated' && <p class="notice">{say('simulated')}</p>}
      {loose.length > 0 && (
        <p class="notice">
          {say('unverified', {
            what: [...new Set(loose.map(({ label: of, parameter }) => (of ? label(of) : parameter)))].join(', '),
          })}
        </p>
      )}
      {(state === 'planning' || state === 'running') && isOurs && right && (
        <form method="post" action={`/campaigns/${id}/go-on`}>
          <Token screen={screen} />
          <p>{say('goOnText')}</p>
          <button type="submit">{say('goOn')}</button>
        </form>
      )}
      {state === 'to approve' && !isOurs && <p>{say('approvedBy', { count: count(approvals.length) })}</p>}
      {state === 'to approve' && !isApproved && (
        <form method="post" action={`/campaigns/${id}/approve`}>
          <Token screen={screen} />
          <button type="submit">{say('approve')}</button>
        </form>
      )}
      {state === 'done' && (
        <>
          <p class="notice good">{say('reached', { count: count(figures.reached) })}</p>
          <Reached voice={voice} campaign={id} takeUp={takeUp} open={figures.open} published={right?.published} />
          {figures.open.citizen > 0 && <Invitations screen={screen} campaign={id} figures={figures} />}
          {right?.published && (
            <Beside voice={voice} takeUp={takeUp} published={right.published} residents={residents} />
          )}
        </>
      )}
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{say('outcomes')}</h2>
        <Table head={[say('outcome'), say('people')]} rows={outcomes} />
        <img class="chart" src={`/campaigns/${id}/outcomes.svg`} alt={outcomesSaid(figures, voice)} />
      </section>
      <HeldBack voice={voice} campaign={id} missing={figures.missing} />
      <p>
        <a href="/campaigns">{say('campaigns')}</a>
      </p>
    </Page>
  )
}
