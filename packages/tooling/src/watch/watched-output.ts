import { ChildProcess } from 'node:child_process'
import { format } from 'node:util'
import { around } from './around.ts'
import type { Watch } from './watch.ts'

/**
 * Looks at what is written to the streams and the console of this process, and by the processes that it starts.
 * @returns what puts them back as they were
 */
export function watchOutput({ seen }: Watch): () => void {
  const streams = (['stdout', 'stderr'] as const).map((name) =>
    around(process[name], 'write', { before: (chunk) => seen('its output', textOf(chunk), () => name) }),
  )
  // The console of a test does not write to the streams of its process.
  const methods = (['debug', 'error', 'info', 'log', 'warn'] as const).map((name) =>
    around(console, name, { before: (...given) => seen('its output', format(...given), () => `console.${name}`) }),
  )
  // Every way of starting a process comes by here; the declarations of Node do not tell it.
  const starting = ChildProcess.prototype as ChildProcess & { spawn: (...given: never[]) => unknown }
  const processes = around(starting, 'spawn', {
    after: (child) => {
      if (!(child instanceof ChildProcess)) return
      // Whoever listens to a stream makes it flow, before the test itself listens.
      for (const name of ['stdout', 'stderr'] as const)
        if (child[name])
          around(child[name], 'push', {
            before: (chunk) => seen('the output of a process', textOf(chunk), () => name),
          })
    },
  })
  const all = [...streams, ...methods, processes]
  return () => {
    for (const restore of all) restore()
  }
}

const textOf = (chunk: unknown): string => (chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : String(chunk))
