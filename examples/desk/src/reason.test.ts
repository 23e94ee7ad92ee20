import { testNationalNumber } from '@vanzelf/testing'
import { expect, it } from 'vitest'
import { reason } from './reason.ts'

const number = testNationalNumber('1985-07-30', 33)

it.each([
  ['a sentence', 'the certificate was shown'],
  ['a date and an amount', 'moved on 01.02.2026, 1.250,00 euro'],
  ['two dates', 'away 01/02/2026 - 03/04/2026'],
  ['a longer number', 'account 1234 5678 9012'],
])('takes %s', (_, text) => expect(reason.parse(` ${text} `)).toBe(text))

it.each([
  ['nothing', ' '],
  ['a national number', `see ${number}`],
  ['a national number as it is written', `see ${number.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5')}, page 2`],
  [
    'a national number in groups that stand apart',
    `see ${number.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3 - $4 – $5')}`,
  ],
  ['more than fits', 'x'.repeat(501)],
])('refuses %s', (_, text) => expect(reason.safeParse(text).success).toBe(false))
