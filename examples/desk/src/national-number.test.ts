import { testNationalNumber } from '@vanzelf/testing'
import { expect, it } from 'vitest'
import { numberTyped } from './national-number.ts'

const [before, after] = [testNationalNumber('1985-07-30', 33), testNationalNumber('2001-02-03', 12)]
const dotted = before.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5')

/** With another month, and the check digits that fit it. */
const withMonth = (month: string) => {
  const start = `85${month}30033`
  return `${start}${String(97 - (Number(start) % 97)).padStart(2, '0')}`
}

it.each([
  ['as it is', before, before],
  ['of who was born from 2000 on', after, after],
  ['with dots and hyphens', dotted, before],
  ['with spaces, as a card reader types it', `  ${before.slice(0, 6)} ${before.slice(6)}\n`, before],
  ['of whom the register knows no month', withMonth('00'), withMonth('00')],
  ['with 20 added to the month', withMonth('27'), withMonth('27')],
  ['with 40 added to the month', withMonth('47'), withMonth('47')],
])('reads a number %s', (_, typed, number) => expect(numberTyped(typed)).toEqual({ number }))

it.each([
  ['nothing', '', 'length'],
  ['a digit too few', before.slice(1), 'length'],
  ['a letter', `${before.slice(1)}x`, 'length'],
  ['one digit wrong', `${before.slice(0, 10)}${(Number(before[10]) + 1) % 10}`, 'check'],
  ['two digits the other way round', `${before[1]}${before[0]}${before.slice(2)}`, 'check'],
  ['a thirteenth month', withMonth('13'), 'date'],
  ['more than 60 added to December', withMonth('73'), 'date'],
])('refuses %s', (_, typed, wrong) => expect(numberTyped(typed)).toEqual({ wrong }))
