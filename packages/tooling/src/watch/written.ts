import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Channel } from './channel.ts'

/** Something that a program wrote to where only its test hears it: a terminal, a collector of traces. */
export interface Written {
  readonly channel: Channel
  readonly text: string
  readonly where: string
}

const NAME = 'vanzelf:written-in-a-test'

/** Passes on what a test hears, to be looked at with all that is written elsewhere. */
export const written = (one: Written): void => channel(NAME).publish(one)

/** @returns what stops listening */
export function onWritten(hear: (one: Written) => void): () => void {
  // Only `written` publishes under this name.
  const listener = (one: unknown) => hear(one as Written)
  subscribe(NAME, listener)
  return () => void unsubscribe(NAME, listener)
}
