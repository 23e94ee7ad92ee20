import { unknown } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { asked, type Helped, helps, purpose } from '../test/welfare.ts'
import { type Asked, audited } from './audited.ts'
import type { Answerer } from './connector.ts'

const now = () => '2026-01-02T09:00:00Z'

function ledgered(helped: Answerer<Helped>) {
  const ledger: Asked[] = []
  return { ledger, connector: audited({ helped }, { record: (asks) => void ledger.push(...asks), now }) }
}

describe('an audited connector', () => {
  it('records who asked which fact of whom, for what, when, and what became of it', async () => {
    const { ledger, connector } = ledgered(helps)
    expect(await connector.helped(asked(['anna', 'nobody']))).toEqual([{ value: true }, unknown('not found')])
    const ask = { source: 'welfare', fact: 'helped', at: { on: '2026-01-01' }, purpose, when: now() }
    expect(ledger).toEqual([
      { ...ask, subject: 'anna', result: 'known' },
      { ...ask, subject: 'nobody', result: 'not found' },
    ])
  })

  it('records nothing that tells a yes from a no', async () => {
    const [yes, no] = [ledgered(async () => [{ value: true }]), ledgered(async () => [{ value: false }])]
    await yes.connector.helped(asked(['anna']))
    await no.connector.helped(asked(['anna']))
    expect(yes.ledger).toEqual(no.ledger)
  })

  it('gives no answer that could not be recorded', async () => {
    const record = () => Promise.reject(new Error('the ledger is full'))
    const connector = audited({ helped: helps }, { record, now })
    await expect(connector.helped(asked(['anna']))).rejects.toThrow('the ledger is full')
  })

  it('records an ask that was cancelled', async () => {
    const { ledger, connector } = ledgered(helps)
    await expect(connector.helped(asked(['anna']), AbortSignal.abort())).rejects.toThrow()
    expect(ledger.map(({ result }) => result)).toEqual(['cancelled'])
  })
})
