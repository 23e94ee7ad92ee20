import type { HoldsBack } from '../figures.ts'
import type { Voice } from '../texts/voice.ts'
import { registerNamed } from './called.ts'
import { type Row, Table } from './table.tsx'

interface HeldBackProps {
  readonly voice: Voice
  readonly campaign: string
  readonly missing: readonly HoldsBack[]
}

/** Which registers hold something back, and which single one holds back most. */
export function HeldBack({ voice, campaign, missing }: HeldBackProps) {
  const { say, count } = voice
  const rows = missing.map(
    ({ source, waits, waitsOnly }): Row => [registerNamed(source, voice), count(waits), count(waitsOnly)],
  )
  const [most] = missing.toSorted((a, b) => b.waitsOnly - a.waitsOnly)
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{say('missing')}</h2>
      {missing.length === 0 ? (
        <p>{say('missingNone')}</p>
      ) : (
        <>
          <p>{say('missingText')}</p>
          <Table head={[say('register'), say('waits'), say('waitsOnly')]} rows={rows} />
          <img class="chart" src={`/campaigns/${campaign}/missing.svg`} alt={say('chartMissing')} />
          {most && most.waitsOnly > 0 && (
            <p>
              {say('missingMost', {
                count: count(most.waitsOnly),
                entitled: count(most.entitled),
                register: registerNamed(most.source, voice),
              })}
            </p>
          )}
        </>
      )}
    </section>
  )
}
