import { Hono } from 'hono'
import type { DeskOptions } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { Chain } from '../pages/chain.tsx'

/** A head of the chain as the page shows it. */
const SEAL = /^(\d{1,15}):([0-9a-f]{64})$/

/** The chain, computed again; and against a head that was kept where nobody here can change it. */
export function chain({ ledger }: DeskOptions): Hono<SignedIn> {
  return new Hono<SignedIn>().get('/', async (c) => {
    const screen = screenOf(c)
    const given = c.req.query('kept')?.trim()
    const [, seq, hash] = SEAL.exec(given ?? '') ?? []
    if (seq === undefined || hash === undefined)
      return c.html(
        <Chain
          screen={screen}
          found={await ledger.verify()}
          {...(given !== undefined && { kept: 'no seal' as const })}
        />,
      )
    return c.html(<Chain screen={screen} found={await ledger.verify({ seq: Number(seq), hash })} kept="compared" />)
  })
}
