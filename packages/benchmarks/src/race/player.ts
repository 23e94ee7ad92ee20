import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { EngineName } from '../contenders/contenders.ts'
import type { Outcome, Question, Reply, Verb } from './protocol.ts'

/** The process of an engine, as something that answers one question at a time. */
export interface Player {
  readonly engine: EngineName
  /** `undefined` once it has failed: one engine that breaks does not end the race of the others. */
  ask<V extends Verb>(verb: V, question: Question<V>): Promise<Reply<V> | undefined>
  /** What went wrong, where something did. */
  failure(): string | undefined
  stop(): void
}

/** Starts it; stop it, or this process does not end. */
export function player(engine: EngineName): Player {
  const child = fork(fileURLToPath(new URL('./engine-process.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let failure: string | undefined
  return {
    engine,
    failure: () => failure,
    async ask<V extends Verb>(verb: V, question: Question<V>) {
      if (failure !== undefined) return undefined
      const outcome = await answerOf(child, { verb, question })
      if ('reply' in outcome) return outcome.reply as Reply<V>
      failure = outcome.failure
      return undefined
    },
    stop: () => {
      child.kill()
    },
  }
}

const answerOf = (child: ChildProcess, message: object): Promise<Outcome> =>
  new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      child.off('message', settle)
      child.off('exit', ended)
      resolve(outcome)
    }
    const ended = (code: number | null, signal: string | null) =>
      settle({ failure: `its process ended with ${signal ?? code}` })
    child.once('message', settle)
    child.once('exit', ended)
    child.send(message)
  })
