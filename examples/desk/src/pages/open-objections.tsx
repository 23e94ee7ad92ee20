import type { Objection } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { rightCalled } from './called.ts'
import { Verdict } from './verdict.tsx'

/** What citizens objected to and nobody answered yet. */
export function OpenObjections({
  screen,
  page,
  objections,
}: {
  readonly screen: Screen
  /** The page of reviews on which they stand, and to which an answer comes back. */
  readonly page: number
  readonly objections: readonly Objection[]
}) {
  const { say, instant } = screen.voice
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{say('objections')}</h2>
      {objections.length === 0 ? <p>{say('objectionsNone')}</p> : <p>{say('objectionsText')}</p>}
      <ul class="cards">
        {objections.map(({ subject, policy, reason, at }, index) => (
          <li class="card">
            <h3>{say('reviewOf', { right: rightCalled(policy, screen.voice), subject: subject.slice(0, 8) })}</h3>
            <p>{say('objectedOn', { when: instant(at) })}</p>
            {reason !== undefined && <p>{reason}</p>}
            <Verdict
              screen={screen}
              action={`/reviews/objections?page=${page}`}
              about={{ subject, policy }}
              id={`objection-${index}`}
              outcomes={[
                ['upheld', 'objectionUphold'],
                ['dismissed', 'objectionDismiss'],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
