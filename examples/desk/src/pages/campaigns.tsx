import type { Campaign } from '@vanzelf/ledger'
import { unverified } from '@vanzelf/rules/require'
import type { Screen } from '../environment.ts'
import type { Figures } from '../figures.ts'
import { rightNamed, rights } from '../rights.ts'
import { registerNamed } from './called.ts'
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

interface CampaignPageProps {
  readonly screen: Screen
  readonly campaign: Campaign
  readonly figures: Figures
}

/** What a campaign came to, in tables and in charts. */
export function CampaignPage({ screen, campaign: { id, policy, state, on }, figures }: CampaignPageProps) {
  const { say, label, count, date } = screen.voice
  const right = rightNamed(policy)
  const loose = right ? unverified(right.policy, on) : []
  const [most] = figures.missing.toSorted((a, b) => b.waitsOnly - a.waitsOnly)
  const rows = [
    ['eligible', figures.eligible],
    ['notEligible', figures.notEligible],
    ['undetermined', figures.undetermined],
  ] as const
  return (
    <Page screen={screen} title={`${right ? label(right.label) : policy}, ${date(on)}`}>
      <p>
        {say('state')}: <strong>{say(`state_${state}`)}</strong>
      </p>
      {loose.length > 0 && (
        <p class="notice">
          {say('unverified', {
            what: [...new Set(loose.map(({ label: of, parameter }) => (of ? label(of) : parameter)))].join(', '),
          })}
        </p>
      )}
      {state === 'to approve' && (
        <form method="post" action={`/campaigns/${id}/approve`}>
          <Token screen={screen} />
          <button type="submit">{say('approve')}</button>
        </form>
      )}
      {state === 'done' && <p class="notice good">{say('reached', { count: count(figures.granted) })}</p>}
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{say('outcomes')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('outcome')}</th>
              <th scope="col" class="number">
                {say('people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, value]) => (
              <tr>
                <th scope="row">{say(key)}</th>
                <td class="number">{count(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <img class="chart" src={`/campaigns/${id}/outcomes.svg`} alt={say('chartOutcomes', Object.fromEntries(rows))} />
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">{say('missing')}</h2>
        {figures.missing.length === 0 ? (
          <p>{say('missingNone')}</p>
        ) : (
          <>
            <p>{say('missingText')}</p>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('register')}</th>
                  <th scope="col" class="number">
                    {say('waits')}
                  </th>
                  <th scope="col" class="number">
                    {say('waitsOnly')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {figures.missing.map(({ source, waits, waitsOnly }) => (
                  <tr>
                    <th scope="row">{registerNamed(source, screen.voice)}</th>
                    <td class="number">{count(waits)}</td>
                    <td class="number">{count(waitsOnly)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <img class="chart" src={`/campaigns/${id}/missing.svg`} alt={say('chartMissing')} />
            {most && most.waitsOnly > 0 && (
              <p>
                {say('missingMost', {
                  count: count(most.waitsOnly),
                  register: registerNamed(most.source, screen.voice),
                })}
              </p>
            )}
          </>
        )}
      </section>
      <p>
        <a href="/campaigns">{say('campaigns')}</a>
      </p>
    </Page>
  )
}
