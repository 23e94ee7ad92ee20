import { describe, expect, it } from 'vitest'
import { type Change, parseChanges } from './change.ts'

const changed: Change = {
  ...{ source: 'welfare', message: 'm-17', place: 2, subjects: ['p1', 'p2'], facts: ['livingWage'] },
  ...{ from: '2026-03-01', kind: 'changed' },
}
const cancelled: Change = { ...changed, place: 3, from: null, kind: 'cancelled', cancels: 'm-16' }

describe('changes from outside', () => {
  it('are read as they are', () => expect(parseChanges([changed, cancelled])).toEqual([changed, cancelled]))

  it.each<readonly [string, object, string]>([
    ['without a message', { message: undefined }, '`message`'],
    ['of nobody', { subjects: [] }, '`subjects`'],
    ['from no day', { from: '2026-02-30' }, '`from`'],
    ['before the first place', { place: 0 }, '`place`'],
    ['of no kind', { kind: 'undone' }, '`kind`'],
    ['that are cancelled, and nothing says what', { kind: 'cancelled' }, '`cancels`'],
    ['with the value of a fact', { value: true }, 'it is missing or does not fit'],
  ])('%s are refused, with all that comes beside them', (_, wrong, part) => {
    const read = () => parseChanges([changed, { ...changed, ...wrong }])
    expect(read).toThrow(expect.objectContaining({ code: 'bad-change', where: 'change 2 of a list' }))
    expect(read).toThrow(part)
  })

  it('that are no list are refused', () =>
    expect(() => parseChanges('m-17')).toThrow(expect.objectContaining({ code: 'bad-change' })))

  it('are never quoted', () =>
    expect(() => parseChanges([{ ...changed, from: 'living wage since May' }])).not.toThrow('since May'))
})
