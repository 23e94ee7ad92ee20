import { calendarYear, fact, ground, policy, status } from '@vanzelf/rules'
import { expectTypeOf, it } from 'vitest'
import { decideTogether } from './decide-together.ts'
import { policySet } from './policy-set.ts'

const what = { nl: 'pas', en: 'pass' }
const shared = { source: 'welfare', value: { type: 'truth' }, when: ['date'] } as const
const livingWage = fact({ ...shared, name: 'livingWage', about: 'person' })
const disabled = fact({ ...shared, name: 'disabled', about: 'person' })
const electric = fact({ ...shared, name: 'electric', about: 'vehicle' })
const base = { about: 'person', benefit: status(what), period: calendarYear } as const
const support = policy({ ...base, name: 'support', grounds: [ground('art. 1', livingWage)] })
const access = policy({ ...base, name: 'access', grounds: [ground('art. 1', disabled)] })
const set = policySet({ policies: [support, access], combinations: [] })

it('takes a situation of the facts of all its policies', () => {
  expectTypeOf<Parameters<typeof decideTogether<'person', typeof livingWage | typeof disabled>>[1]>().toHaveProperty(
    'disabled',
  )
  decideTogether(set, { livingWage: true, disabled: false }, '2026-03-10')
  // @ts-expect-error a yes or no is no number
  decideTogether(set, { livingWage: 3 }, '2026-03-10')
  // @ts-expect-error none of them asks this
  decideTogether(set, { income: true }, '2026-03-10')
})

it('refuses policies about different kinds of subjects', () => {
  const car = policy({ ...base, about: 'vehicle', name: 'car', grounds: [ground('art. 1', electric)] })
  // @ts-expect-error a vehicle is no person
  policySet({ policies: [support, car], combinations: [] })
})
