import type { Change } from '@vanzelf/source'

/** What one message of a feed told, as `magdaFeed` of `@vanzelf/magda` reads it. */
export interface FeedRead {
  readonly changes: readonly Change[]
  /** Names of statuses that go by no fact. */
  readonly unknownStatuses?: readonly string[]
  /** Codes of what went wrong at the source. */
  readonly exceptions?: readonly string[]
}

/** What reads the text of one message that a source pushes. */
export type Feeds = (message: string) => FeedRead | Promise<FeedRead>
