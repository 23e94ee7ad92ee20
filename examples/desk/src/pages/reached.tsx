import type { Figures } from '../figures.ts'
import { type Published, shareThatApplied } from '../published.ts'
import { type TakeUp, takeUpTexts } from '../take-up.ts'
import type { Voice } from '../texts/voice.ts'
import { type Row, Table } from './table.tsx'

interface ReachedProps {
  readonly voice: Voice
  readonly campaign: string
  readonly takeUp: TakeUp
  readonly open: Figures['open']
  readonly published: Published | undefined
}

/** Whom a campaign reached without being asked, who would have applied, and who is still to be reached. */
export function Reached({ voice, campaign, takeUp, open, published }: ReachedProps) {
  const { say, count } = voice
  const { counts, reached, supposed } = takeUp
  const texts = takeUpTexts[counts]
  const rows: readonly Row[] = [
    [say(texts.reached), count(reached)],
    ...(supposed
      ? ([
          [say(texts.applied), count(supposed.applied)],
          [say(texts.missed), count(supposed.missed)],
        ] as const)
      : []),
    [say('openCitizen'), count(open.citizen)],
    [say('openReviewer'), count(open.reviewer)],
    [say('openRegister'), count(open.register)],
  ]
  return (
    <section aria-labelledby="take-up">
      <h2 id="take-up">{say('takeUp')}</h2>
      <Table head={[say('who'), say('people')]} rows={rows} />
      {published && <p class="hint">{supposition(published, takeUp, voice)}</p>}
      <img class="chart" src={`/campaigns/${campaign}/take-up.svg`} alt={say(texts.chart, { count: count(reached) })} />
    </section>
  )
}

/** On what it rests how many would have applied, with the arithmetic. */
function supposition(published: Published, { reached, supposed }: TakeUp, { say, count, share }: Voice): string {
  const { city } = published
  if (published.about === 'families')
    return say('suppositionFamilies', {
      city,
      times: count(published.timesAsMany),
      reached: count(reached),
      applied: count(supposed?.applied ?? 0),
    })
  return say('supposition', {
    city,
    share: share(shareThatApplied(published)),
    applied: count(published.before.count),
    year: published.before.year,
    without: count(published.withoutAsking),
  })
}
