import {
  all,
  any,
  atLeast,
  type Criterion,
  calendarYear,
  every,
  howMany,
  named,
  none,
  not,
  of,
  on,
  some,
  throughout,
} from '@vanzelf/rules'
import { describe as told } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import { expressionToJson, parseExpression } from '@vanzelf/rules/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyKind, head, livingWage, members } from './every-kind.ts'

const leaves = [
  livingWage,
  everyKind.atMost,
  everyKind.above,
  everyKind.is,
  everyKind.covers,
  everyKind.sum,
  everyKind.daysIn,
  everyKind.inYear,
] as readonly Criterion[]
const label = { nl: 'begrip', en: 'term' }

/** Criteria about a person, as deep as a regulation gets and deeper. */
const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => {
  const parts = fc.array(tie('criterion'), { minLength: 1, maxLength: 3 })
  const within = (shift: (part: never) => unknown) => tie('criterion').map((part) => shift(part as never) as Criterion)
  return {
    criterion: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...leaves),
      parts.map((some) => all(...some)),
      parts.map((some) => any(...some)),
      parts.map((some) => atLeast(howMany(...some), 1)),
      within((part) => not(part)),
      within((part) => some(members, part)),
      within((part) => every(members, part)),
      within((part) => none(members, part)),
      within((part) => of(head, part)),
      within((part) => on('2024-05-01', part)),
      within((part) => named(label, part)),
    ),
  }
})

describe('any criterion', () => {
  it('goes to a document and comes back the same', () =>
    fc.assert(
      fc.property(criterion, (one) => {
        expect(parseExpression(JSON.parse(JSON.stringify(expressionToJson(one))))).toEqual(one)
      }),
      { numRuns: 2_000 },
    ))

  it('has words in every language', () =>
    fc.assert(
      fc.property(criterion, fc.constantFrom(dutch, english, french, german), (one, language) => {
        const text = told(one, { in: language, on: '2026-01-01' })
        expect(text).not.toMatch(/undefined|\[object|[\uE000\uE001]|::|\(\)/)
        expect(text).not.toMatch(/\b(atMost|howMany|daysIn|atSomeTimeIn|inYear|thisDay)\b/)
      }),
      { numRuns: 2_000 },
    ))
})

it('says a status over a period as it says one on a day', () => {
  expect(told(throughout(calendarYear, livingWage), { in: english })).toBe(
    'On every day of the current calendar year this holds: living wage applies.',
  )
})
