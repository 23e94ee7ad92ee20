import {
  all,
  atLeast,
  atMost,
  cents,
  composite,
  count,
  euro,
  fact,
  ground,
  inKind,
  money,
  parameter,
  period,
  policy,
  some,
  sum,
} from '@vanzelf/rules'
import { compileColumns, NO, toColumns, UNKNOWN, UNKNOWN_NUMBER, YES } from '@vanzelf/rules/evaluate/columns'
import { describe, expect, it } from 'vitest'

const source = 'exampleville-register'
const when = ['date'] as const
const members = fact({ source, name: 'members', about: 'person', value: { type: 'those', to: 'person' }, when })
const livingWage = fact({ source, name: 'livingWage', about: 'person', value: { type: 'truth' }, when })
const income = fact({ source, name: 'income', about: 'person', value: { type: 'money', least: 0 }, when })

const during = period('2026-01-01', '2027-01-01')
const bags = inKind(count(members), { nl: 'zakken', en: 'bags' })
const criterion = all(some(members, livingWage), atMost(sum(members, income), euro(100)))
const byHousehold = policy({
  name: 'by-household',
  about: 'person',
  grounds: [ground('art. 1', criterion)],
  benefit: bags,
  period: during,
})
const on = '2026-03-01'

/** Four persons: the first two are one household, each of the others is one. */
const persons = {
  length: 4,
  facts: {
    livingWage: Int8Array.of(NO, YES, UNKNOWN, YES),
    income: Int32Array.of(40_00, 50_00, 10_00, UNKNOWN_NUMBER),
  },
}
const from = Int32Array.of(0, 0, 2, 3)
const until = Int32Array.of(2, 2, 3, 4)

describe('decisions over columns', () => {
  it('read the members of a row anywhere in a table, also in the same one', () => {
    const table = { ...persons, facts: { ...persons.facts, members: { from, until, among: persons } } }
    const { outcome, least, most, ground } = compileColumns(byHousehold).decide(table, on)
    expect(Array.from(outcome)).toEqual([YES, YES, UNKNOWN, UNKNOWN])
    expect(Array.from(least)).toEqual([2, 2, 0, 0])
    expect(most).toBe(least)
    expect(Array.from(ground)).toEqual([0, 0, -1, -1])
  })

  it('read lists that follow each other by where each starts', () => {
    const households = { length: 3, facts: { members: { offsets: Int32Array.of(0, 2, 3, 4), among: persons } } }
    expect(Array.from(compileColumns(byHousehold).decide(households, on).outcome)).toEqual([YES, UNKNOWN, UNKNOWN])
  })

  it('leave open what has no column, and lists that are not known', () => {
    const { decide } = compileColumns(byHousehold)
    const open = { length: 2, facts: {} }
    expect(Array.from(decide(open, on).outcome)).toEqual([UNKNOWN, UNKNOWN])
    const unknown = { from: Int32Array.of(-1, 1), until: Int32Array.of(-1, 2), among: persons }
    expect(Array.from(decide({ length: 2, facts: { members: unknown } }, on).outcome)).toEqual([UNKNOWN, YES])
  })

  it('give the whole decision about a row', () => {
    const table = toColumns(byHousehold, [{ members: [{ livingWage: true, income: euro(1) }] }])
    expect(compileColumns(byHousehold).decide(table, on).decision(0)).toMatchObject({
      outcome: 'eligible',
      ground: 'art. 1',
      benefit: { kind: 'inKind', amount: 1 },
      period: { from: '2026-01-01', until: '2027-01-01' },
    })
  })

  it('write an earlier answer again', () => {
    const { decide } = compileColumns(byHousehold)
    const told = toColumns(byHousehold, [{ members: [{ livingWage: true, income: euro(1) }] }, {}])
    const first = decide(told, on)
    const second = decide(toColumns(byHousehold, [{ members: [] }, {}]), on, first)
    expect(second.outcome).toBe(first.outcome)
    expect(Array.from(second.outcome)).toEqual([NO, UNKNOWN])
  })

  it('tell the least and the most of an amount that is open', () => {
    const allowance = policy({
      name: 'allowance',
      about: 'person',
      grounds: [ground('art. 1', livingWage)],
      benefit: money(sum(members, income)),
      period: during,
    })
    const table = toColumns(allowance, [
      { livingWage: true, members: [{ income: euro(3) }, {}] },
      { livingWage: true, members: [{ income: euro(3) }] },
    ])
    const { least, most } = compileColumns(allowance).decide(table, on)
    expect([Array.from(least), Array.from(most)]).toEqual([
      [3_00, 3_00],
      [Number.POSITIVE_INFINITY, 3_00],
    ])
  })

  it('are made row by row where words have no loop, or sums do not fit a machine word', () => {
    const both = policy({
      name: 'both',
      about: 'person',
      grounds: [ground('art. 1', livingWage), ground('art. 2', atLeast(income, euro(1)))],
      benefit: composite(bags, money(euro(5))),
      period: during,
    })
    const table = toColumns(both, [{ livingWage: false, income: euro(2), members: [] }])
    const { outcome, ground: grounds } = compileColumns(both).decide(table, on)
    expect([outcome[0], grounds[0]]).toEqual([YES, 1])

    const rich = Array.from({ length: 3 }, () => ({ livingWage: true, income: cents(2 ** 30) }))
    const large = toColumns(byHousehold, [{ members: rich }])
    expect(Array.from(compileColumns(byHousehold).decide(large, on).outcome)).toEqual([NO])
  })

  it('refuse a date without a value in force only where a decision rests on it', () => {
    const ceiling = parameter({
      name: 'ceiling',
      value: { type: 'money' },
      history: [{ from: '2026-01-01', value: euro(1), article: 'art. 2' }],
    })
    const limited = policy({
      name: 'limited',
      about: 'person',
      grounds: [ground('art. 1', all(livingWage, atMost(income, ceiling)))],
      benefit: bags,
      period: during,
    })
    const { decide } = compileColumns(limited)
    const early = '2025-01-01'
    expect(Array.from(decide(toColumns(limited, [{ livingWage: false }]), early).outcome)).toEqual([NO])
    expect(() => decide(toColumns(limited, [{ livingWage: true, income: euro(1) }]), early)).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    )
  })
})
