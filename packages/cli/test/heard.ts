import { fileURLToPath } from 'node:url'
import { openLedger } from '@vanzelf/ledger'
import { written } from '@vanzelf/tooling/watch'
import { run } from '../src/run.ts'
import type { World } from '../src/world.ts'

export const city = fileURLToPath(new URL('fixtures/city', import.meta.url))
export const broken = fileURLToPath(new URL('fixtures/broken', import.meta.url))

/** What one call of `vanzelf` wrote and left. */
export interface Heard {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `vanzelf` here and now, and hears what it writes. */
export async function vanzelf(args: readonly string[], world: Partial<World> = {}): Promise<Heard> {
  const heard = { out: '', err: '' }
  const outlet = (to: 'out' | 'err') => ({
    write: (text: string) => {
      heard[to] += text
      written({ channel: 'its output', text, where: to })
    },
  })
  const code = await run(args, {
    cwd: city,
    env: {},
    today: '2026-01-01',
    out: outlet('out'),
    err: outlet('err'),
    input: { isTTY: true, lines: async function* () {} },
    openLedger,
    interrupted: () => new AbortController().signal,
    load: (url) => import(/* @vite-ignore */ fileURLToPath(url)),
    ...world,
  })
  return { code, ...heard }
}
