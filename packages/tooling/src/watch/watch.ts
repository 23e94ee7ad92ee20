import { ALLOWED } from './allowed.ts'
import type { Channel } from './channel.ts'
import { type Secret, secretsIn } from './secrets-in.ts'

/** What was found and where: not the thing itself, which would then stand in one place more. */
export interface Found {
  readonly secret: Secret
  readonly channel: Channel
  /** The table, the error or the span. */
  readonly where: string
}

/** Looks at what the program under test writes. */
export interface Watch {
  /** @param where is asked only where something is found; undefined of what the test itself wrote */
  seen(channel: Channel, text: string, where: () => string | undefined): void
  /** What was found so far, but for what is allowed in a test. */
  foundIn(test: string): readonly Found[]
}

export function watch(): Watch {
  const found = new Map<string, Found>()
  return {
    seen(channel, text, where) {
      for (const secret of secretsIn(text)) {
        const place = where()
        if (place !== undefined) found.set([secret, channel, place].join(' '), { secret, channel, where: place })
      }
    },
    foundIn: (test) =>
      [...found.values()].filter(
        (one) =>
          !ALLOWED.some(({ tests, channel }) => channel === one.channel && tests.some((end) => test.endsWith(end))),
      ),
  }
}
