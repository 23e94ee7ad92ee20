import { afterAll, expect, vi } from 'vitest'
import { watch } from './watch.ts'
import { watchErrors } from './watched-errors.ts'
import { watchedLedger } from './watched-ledger.ts'
import { watchOutput } from './watched-output.ts'
import { onWritten } from './written.ts'

// Runs before each file of tests, and fails it where what it made a program write holds a national number, a key or a token.
const watching = watch()
const restore = [
  watchErrors(watching),
  watchOutput(watching),
  onWritten(({ channel, text, where }) => watching.seen(channel, text, () => where)),
]

// Not a mock: the same ledger, read once more before it is closed. Loaded only where a test loads it.
vi.mock(import('../../../ledger/src/ledger.ts'), async (original) => {
  const ledger = await original()
  return {
    ...ledger,
    ledgerOf: (...given: Parameters<typeof ledger.ledgerOf>) => watchedLedger(ledger.ledgerOf(...given), watching),
  }
})

afterAll(() => {
  for (const one of restore) one()
  const { testPath = '' } = expect.getState()
  const found = watching.foundIn(testPath).map(({ secret, channel, where }) => `${secret} in ${channel} (${where})`)
  if (found.length > 0) throw new Error(`what these tests made a program write holds ${found.join(', ')}`)
})
