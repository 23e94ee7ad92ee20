import { unknown } from '@vanzelf/rules'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { enrolments, school } from '@vanzelf/source-education'
import { debtMediation } from '@vanzelf/source-municipal-welfare'
import { syntheticCity } from '@vanzelf/testing'
import { describe, expect, it } from 'vitest'
import { registersOf, residentBehind, residentsOf } from './city.ts'

const city = syntheticCity({ seed: 7, residents: 500, on: '2026-11-24' })
const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
const registers = registersOf(city, people, {})
const asked = { purpose: { policy: 'example', basis: 'example', asker: 'example' }, at: { on: '2026-11-24' } } as const
const everybody = [...residentsOf(city, people, { decidedFor: 'everybody' })]

describe('the registers of a synthetic city', () => {
  it('know an enrolment by the id that they told of it', async () => {
    const { education } = registers
    const told = await education.enrolments({ ...asked, fact: enrolments, subjects: everybody })
    const subjects = told.flatMap((one) => ('value' in one && !('timeline' in one.value) ? one.value : []))
    expect(subjects.length).toBeGreaterThan(50)
    const schools = await education.school({ ...asked, fact: school, subjects })
    expect(schools.filter((one) => 'value' in one)).toHaveLength(subjects.length)
  })

  it('know nobody who goes by an id instead of a pseudonym', async () => {
    const { education } = registers
    expect(await education.enrolments({ ...asked, fact: enrolments, subjects: ['p0'] })).toEqual([unknown('not found')])
  })

  it('do not find the debt mediation of one in a hundred, who must tell it', async () => {
    const told = await registers['municipal-welfare'].debtMediation({
      ...{ ...asked, fact: debtMediation, subjects: everybody },
    })
    expect(told.filter((one) => !('value' in one))).toEqual(Array(5).fill(unknown('not found')))
  })
})

it('a right of children is decided for those who turn eighteen this year or later, and for nobody else', () => {
  const children = [...residentsOf(city, people, { decidedFor: 'children' })]
  const born = (subject: string) => residentBehind(subject, city, people)?.birthDate ?? ''
  expect(children).toEqual(everybody.filter((subject) => born(subject) >= '2008-01-01'))
})
