import { unknown } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { asked, type Helped, helps } from '../test/welfare.ts'
import { checked } from './checked.ts'
import type { Batch } from './connector.ts'

describe('a checked connector', () => {
  it('hands on answers that fit, unknown ones too', async () => {
    const connector = checked({ helped: helps })
    expect(await connector.helped(asked(['anna', 'nobody']))).toEqual([{ value: true }, unknown('not found')])
  })

  it('doubts all answers when there are not as many as subjects', async () => {
    const forgetful = { helped: async (_: Batch<Helped>) => [{ value: true }] }
    const answers = await checked(forgetful).helped(asked(['anna', 'bram']))
    expect(answers).toEqual([unknown('in doubt'), unknown('in doubt')])
  })
})
