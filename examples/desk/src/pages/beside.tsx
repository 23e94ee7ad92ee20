import type { DeskOptions } from '../desk-options.ts'
import type { Published, PublishedApplications } from '../published.ts'
import { type TakeUp, takeUpTexts } from '../take-up.ts'
import type { Voice } from '../texts/voice.ts'
import { type Row, Table } from './table.tsx'

interface BesideProps {
  readonly voice: Voice
  readonly takeUp: TakeUp
  readonly published: Published
  readonly residents: DeskOptions['residents']
}

/** What a city told of its own right beside what this campaign came to: facts in one column, and not in the other. */
export function Beside({ voice, takeUp, published, residents }: BesideProps) {
  const { say } = voice
  const { city, source } = published
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{say('beside', { city })}</h2>
      <p>{say('besideText', { city })}</p>
      <Table
        head={[say('figure'), city, say(residents === 'simulated' ? 'hereSimulated' : 'here')]}
        rows={rowsOf(published, takeUp, voice)}
      />
      <p class="hint">
        {say('besideSource', { city })} <a href={source.href}>{source.name}</a>.
      </p>
    </section>
  )
}

function rowsOf(published: Published, { counts, reached, supposed, toApply }: TakeUp, voice: Voice): readonly Row[] {
  const { say, count } = voice
  const applied = say('supposed', { count: count(supposed?.applied ?? 0) })
  const reachedSaid = say(takeUpTexts[counts].reached)
  // Who was reached before is counted nowhere, so that here nothing is four times as much: that is Ghent's to say.
  if (published.about === 'families')
    return [
      [say('familiesBefore'), say('notTold'), applied],
      [reachedSaid, say('notTold'), count(reached)],
      [say('familiesCompared'), say('timesAsMany', { times: count(published.timesAsMany) }), say('notMeasured')],
    ]
  const { least, most } = toApply
  const inYear = (one: PublishedApplications['before']) => `${count(one.count)} (${one.year})`
  return [
    [say('applicationsBefore'), inYear(published.before), applied],
    [reachedSaid, count(published.withoutAsking), count(reached)],
    [
      say('applicationsAfter'),
      inYear(published.after),
      least === most ? count(most) : say('between', { least: count(least), most: count(most) }),
    ],
  ]
}
