import { DocumentError } from '@vanzelf/rules'
import { testNationalNumber } from '@vanzelf/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Log, type LogFields, log } from './log.ts'

const written = (write: (log: Log) => void, level?: 'info' | 'warn' | 'error') => {
  const lines: string[] = []
  write(log({ to: { write: (line) => void lines.push(line) }, ...(level && { level }) }))
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line)) }
}

/** What somebody hands over whom no compiler warned. */
const untyped = (fields: object) => fields as LogFields

const NUMBER = testNationalNumber('1985-07-30', 33)
const dotted = NUMBER.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5')
const mistyped = `${NUMBER.slice(0, 9)}00`

describe('a log', () => {
  it('writes one line of JSON for each, with its time and level', () => {
    const { lines } = written(({ info, warn }) => {
      info('batch done', { campaign: 'pass 2026', batch: 3, count: 500 })
      warn('source failed', { source: 'tax', code: 'unavailable' })
    })
    expect(lines).toEqual([
      { level: 'info', time: expect.any(String), campaign: 'pass 2026', batch: 3, count: 500, msg: 'batch done' },
      { level: 'warn', time: expect.any(String), source: 'tax', code: 'unavailable', msg: 'source failed' },
    ])
  })

  it('leaves out what is below its level', () => {
    expect(written(({ info }) => info('batch done'), 'warn').text).toBe('')
  })

  it('leaves out fields that it does not know, and values of another type', () => {
    const { lines } = written(({ info }) =>
      info(
        'batch done',
        untyped({
          subject: 'anna',
          campaign: { subject: 'anna' },
          count: 'anna',
          policy: ['anna'],
          batch: Number(NUMBER),
        }),
      ),
    )
    expect(lines).toEqual([{ level: 'info', time: expect.any(String), msg: 'batch done' }])
  })

  it.each([
    ['plain', NUMBER],
    ['with dots', dotted],
    ['with spaces', dotted.replaceAll(/[.-]/g, ' ')],
    ['mistyped', mistyped],
  ])('replaces a national number %s, in a field and in a message', (_, number) => {
    const { text, lines } = written(({ info }) =>
      info(`of ${number}, twice ${number}` as 'a text that was put together', { campaign: `for ${number}` }),
    )
    expect(text).not.toContain(number)
    expect(lines[0]).toMatchObject({
      msg: 'of [national number], twice [national number]',
      campaign: 'for [national number]',
    })
  })

  it('tells of an error its code, its name and where, and neither its message nor its cause', () => {
    const error = Object.assign(
      new DocumentError({
        code: 'bad-table',
        what: 'anna earns too much',
        where: `row of ${dotted}`,
        todo: 'ask anna',
      }),
      { cause: new Error('anna'), subject: 'anna' },
    )
    const { text, lines } = written((one) => one.error('campaign failed', { error }))
    expect(lines[0].error).toEqual({ name: 'DocumentError', code: 'bad-table', where: 'row of [national number]' })
    expect(text).not.toContain('anna')
  })

  it('tells no place of an error that is none of ours, and no name or code that is no plain word', () => {
    const error = Object.assign(new Error('anna'), {
      name: 'about anna',
      code: 'anna is no code',
      where: 'JSON data, line 1: {"name":"anna"',
    })
    expect(written((one) => one.error('campaign failed', { error })).lines[0].error).toEqual({})
  })

  it('never writes a national number, whatever is handed over and however deep', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(NUMBER, dotted, mistyped),
        fc.string({ unit: fc.constantFrom('a', ' ', '"', '\n', 'é') }),
        fc.letrec((tie) => ({
          value: fc.oneof(
            fc.constant('here'),
            fc.array(tie('value'), { maxLength: 2 }),
            fc.dictionary(fc.constantFrom('campaign', 'error', 'code', 'subject', 'here'), tie('value'), {
              maxKeys: 3,
            }),
          ),
        })).value,
        (number, around, shape) => {
          const filled = JSON.parse(
            JSON.stringify({ campaign: shape, code: shape, other: shape, policy: 'here' }).replaceAll(
              'here',
              JSON.stringify(`${around}${number}${around}`).slice(1, -1),
            ),
          )
          const error = Object.assign(new Error(number), filled)
          const { text } = written((one) => one.error('campaign failed', untyped({ ...filled, error })))
          expect(text.includes(number)).toBe(false)
        },
      ),
    ))
})
