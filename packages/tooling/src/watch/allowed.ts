import type { Channel } from './channel.ts'

/** Where tests write on purpose what no program may. */
interface Allowed {
  /** How the paths of these tests end. */
  readonly tests: readonly string[]
  readonly channel: Channel
  readonly why: string
}

export const ALLOWED: readonly Allowed[] = [
  ...(['an error', 'its output', 'the output of a process', 'a trace or measure'] as const).map((channel) => ({
    tests: ['packages/tooling/src/watch/watch.test.ts'],
    channel,
    why: 'it writes them to see that they are found',
  })),
]
