import { type DecisionRecord, openLedger } from '@vanzelf/ledger'
import { expect, it } from 'vitest'
import { figuresOf } from './figures.ts'

type Missing = DecisionRecord['missing'][number]
const silent = (source: string): Missing => ({ name: 'livingWage', source, because: 'unavailable', next: 'wait' })
const toTell: Missing = { name: 'livingWage', source: 'welfare', because: 'not found', next: 'ask the citizen' }
const inDoubt: Missing = { name: 'livingWage', source: 'welfare', because: 'in doubt', next: 'needs a person' }

const decided = (subject: string, outcome: DecisionRecord['outcome'], missing: readonly Missing[]): DecisionRecord => ({
  ...{ campaign: 'one', policy: 'exampleville/pass', version: '1', on: '2026-03-10' },
  ...{ subject, outcome, missing, about: [subject] },
})
const benefit = { kind: 'money', amount: 42_00 } as const
const period = { from: '2026-01-01', until: '2027-01-01' } as const

it('tells whom it reached, what each register holds back, alone or with others, and where the right is certain already', async () => {
  const ledger = await openLedger({})
  try {
    await ledger.write(async ({ act, decided: write, granted }) => {
      await write([
        { ...decided('a', 'eligible', []), grant: { benefit, period, recipient: 'a' } },
        decided('b', 'not eligible', [silent('tax')]),
        decided('c', 'eligible', [silent('register')]),
        decided('d', 'undetermined', [silent('register')]),
        decided('e', 'undetermined', [silent('register'), toTell]),
        decided('f', 'undetermined', [toTell]),
        decided('g', 'undetermined', [toTell, inDoubt]),
        decided('h', 'undetermined', [inDoubt]),
      ])
      const grant = { policy: 'exampleville/pass', benefit, period, state: 'in force', by: 'one' } as const
      await granted([
        { ...grant, id: 'new', revision: 1, kind: 'started', subject: 'a', recipient: 'a' },
        { ...grant, id: 'child 1', revision: 1, kind: 'started', subject: 'j', recipient: 'parent' },
        { ...grant, id: 'child 2', revision: 1, kind: 'started', subject: 'k', recipient: 'parent' },
        { ...grant, id: 'old', revision: 1, kind: 'started', subject: 'i', recipient: 'i', by: 'another' },
      ])
      for (const campaign of ['one', 'another']) await act({ kind: 'invited', subject: 'f', by: campaign, campaign })
      await granted([{ ...grant, id: 'old', revision: 2, kind: 'changed', subject: 'i', recipient: 'i' }])
    })
    expect(await figuresOf(ledger, 'one')).toEqual({
      ...{ eligible: 2, notEligible: 1, undetermined: 5 },
      // Two are children of one parent. Of who had a grant and has a larger one since, nobody was newly reached.
      ...{ reached: 3, recipients: 2 },
      open: { register: 2, citizen: 2, reviewer: 1 },
      invited: 1,
      missing: [
        { source: 'welfare', waits: 4, waitsOnly: 3, entitled: 0 },
        { source: 'register', waits: 3, waitsOnly: 2, entitled: 1 },
      ],
    })
  } finally {
    await ledger.close()
  }
})
