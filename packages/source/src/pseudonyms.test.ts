import { describe, expect, it } from 'vitest'
import { pseudonyms } from './pseudonyms.ts'

// Test numbers have a month above 60, so that they are nobody's.
const number = '98721199964'

describe('pseudonyms', () => {
  it('are the same under one key, in another process too, and others under another', () => {
    const [one, again, other] = ['k', 'k', 'l'].map((letter) => pseudonyms({ key: letter.repeat(32) }).of(number))
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })

  it('do not contain the number', () => expect(pseudonyms({ key: 'k'.repeat(32) }).of(number)).not.toContain('9872'))

  it('are revealed only where they were made', () => {
    const here = pseudonyms({ key: 'k'.repeat(32) })
    const elsewhere = pseudonyms({ key: 'k'.repeat(32) })
    expect(elsewhere.reveal(here.of(number))).toBeUndefined()
  })

  it('take a key of bytes', () => {
    const key = new TextEncoder().encode('k'.repeat(32))
    expect(pseudonyms({ key }).of(number)).toBe(pseudonyms({ key: 'k'.repeat(32) }).of(number))
  })
})
