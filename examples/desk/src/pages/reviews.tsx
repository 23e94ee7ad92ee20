import type { Objection, Review } from '@vanzelf/ledger'
import type { Screen } from '../environment.ts'
import { rightNamed } from '../rights.ts'
import type { TextKey } from '../texts/texts.ts'
import { factNamed, rightCalled } from './called.ts'
import type { Said } from './my-objections.tsx'
import { OpenObjections } from './open-objections.tsx'
import { Page } from './page.tsx'
import { Verdict } from './verdict.tsx'

interface ReviewsProps {
  readonly screen: Screen
  /** Which page it is, from 1: who waits longest stands on the first. */
  readonly page: number
  readonly hasMore: boolean
  readonly open: readonly Review[]
  readonly objections: readonly Objection[]
  readonly says?: Said
}

/** Who waits for a person's decision. The ledger has no names: the reviewer asks for the file under its pseudonym. */
export function Reviews({ screen, page, hasMore, open, objections, says }: ReviewsProps) {
  const { say } = screen.voice
  const isFirst = page === 1
  return (
    <Page screen={screen} title={say('reviews')}>
      {says && (
        <p class={`notice ${says.kind}`} role={says.kind === 'bad' ? 'alert' : 'status'}>
          {say(says.key)}
        </p>
      )}
      {objections.length > 0 && (
        <p>
          <a href="#objections">{say('objectionsWait', { count: objections.length })}</a>
        </p>
      )}
      {isFirst && open.length === 0 && <p>{say('reviewsNone')}</p>}
      <ul class="cards">
        {open.map((review, index) => (
          <li class="card">
            <OneReview screen={screen} page={page} review={review} index={index} />
          </li>
        ))}
      </ul>
      {(isFirst || objections.length > 0) && <OpenObjections screen={screen} page={page} objections={objections} />}
      {(hasMore || !isFirst) && (
        <p class="actions">
          {hasMore && (
            <a href={`/reviews?page=${page + 1}`} rel="next">
              {say('reviewsNext')}
            </a>
          )}
          {!isFirst && <a href="/reviews">{say('reviewsFirst')}</a>}
        </p>
      )}
    </Page>
  )
}

/** Why a program asks for a review; a person says it in words of their own. */
const ASKED: ReadonlyMap<string, TextKey> = new Map([
  ['would-lose', 'askedWouldLose'],
  ['entitled-again', 'askedEntitledAgain'],
])

interface OneReviewProps {
  readonly screen: Screen
  readonly page: number
  readonly review: Review
  readonly index: number
}

function OneReview({ screen, page, review: { subject, policy, decision, asked, said }, index }: OneReviewProps) {
  const { voice, session } = screen
  const { say } = voice
  const missing = decision?.missing.map(({ source, name }) => factNamed(source, name, voice)) ?? []
  return (
    <>
      <h2>{say('reviewOf', { right: rightCalled(policy, voice), subject: subject.slice(0, 8) })}</h2>
      {rightNamed(policy)?.reviewers === 2 && <p>{say('reviewTwo')}</p>}
      {missing.length > 0 && <p>{say('reviewMissing', { facts: [...new Set(missing)].join(', ') })}</p>}
      {asked.map(({ reason }) => {
        const known = ASKED.get(reason)
        return <p>{known ? say(known) : reason}</p>
      })}
      {said.map(({ by, outcome, reason }) => (
        <p>
          {say(outcome === 'grant' ? 'saidGrant' : 'saidRefuse', { by })} {reason}
        </p>
      ))}
      {said.some(({ by }) => by === session?.user.id) ? (
        <p class="hint">{say('reviewYours')}</p>
      ) : (
        <Verdict
          screen={screen}
          action={`/reviews?page=${page}`}
          about={{ subject, policy }}
          id={`review-${index}`}
          outcomes={[
            ['grant', 'reviewGrant'],
            ['refuse', 'reviewRefuse'],
          ]}
        />
      )}
    </>
  )
}
