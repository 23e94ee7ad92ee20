import { expect, it } from 'vitest'
import { enrolmentIdOf, enrolmentIds } from './enrolment-ids.ts'
import type { Enrolment } from './services/enrolment-history.ts'

const enrolment: Enrolment = { keeper: 'LP', reference: 'r1', school: '990001' }

it('names an enrolment the same each time, after its person and year', () => {
  const [id = ''] = enrolmentIds('p.1', 2025, [enrolment])
  expect(enrolmentIds('p.1', 2025, [{ ...enrolment, school: '990002' }])).toEqual([id])
  expect(enrolmentIdOf(id)).toEqual({ person: 'p.1', year: 2025, mark: expect.stringMatching(/^[\w-]{16}$/) })
  expect(id).not.toContain('r1')
})

it('tells enrolments apart that share a reference, or have none', () => {
  const { reference: _, ...bare } = enrolment
  const ids = enrolmentIds('p1', 2025, [enrolment, enrolment, bare, { ...bare, school: '990002' }, bare])
  expect(new Set(ids).size).toBe(5)
})

it('tells those of two people apart, and two keepers', () => {
  const [one] = enrolmentIds('p1', 2025, [enrolment])
  const [another] = enrolmentIds('p2', 2025, [enrolment])
  expect(one?.split('.')[2]).not.toBe(another?.split('.')[2])
  expect(new Set(enrolmentIds('p1', 2025, [enrolment, { ...enrolment, keeper: 'HO' }])).size).toBe(2)
})

it('reads nothing from what is no name of an enrolment', () => {
  for (const id of ['p1', 'p1.2025', 'p1.25.AAAAAAAAAAAAAAAA', 'p1.2025.AAAA', '.2025.AAAAAAAAAAAAAAAA'])
    expect(enrolmentIdOf(id)).toBeUndefined()
})
