import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { secretsIn } from './secrets-in.ts'
import { type Watch, watch } from './watch.ts'
import { watchErrors } from './watched-errors.ts'
import { watchedLedger } from './watched-ledger.ts'
import { watchOutput } from './watched-output.ts'
import { onWritten, written } from './written.ts'

// Put together here, so that no line of these tests holds one: nobody was born in these months.
const [born, sequence, check] = ['856730', '033', '60']
const NUMBER = `${born}${sequence}${check}`
const SINCE_2000 = `056705${'001'}${String(97 - (2_056_705_001 % 97)).padStart(2, '0')}`

describe('what is looked for', () => {
  it.each([
    ['plain', NUMBER],
    ['since 2000', SINCE_2000],
    ['as on a card', `${born.replace(/(..)(..)(..)/, '$1.$2.$3')}-${sequence}.${check}`],
    ['with spaces', `${born} ${sequence} ${check}`],
    ['in a sentence', `of ${NUMBER}.`],
    ['in JSON', JSON.stringify({ subject: NUMBER })],
    ['behind a letter', `insz${NUMBER}`],
  ])('is a national number %s', (_, text) => expect(secretsIn(text)).toEqual(new Set(['a national number'])))

  it.each([
    ['that has other check digits', `${born}${sequence}${check === '60' ? '61' : '60'}`],
    ['of a month that is none', `85${'19'}30${sequence}${String(97 - (851_930_033 % 97)).padStart(2, '0')}`],
    ['within a longer number', `1${NUMBER}`],
    ['within a digest', `a${NUMBER}f`],
    ['of a fraction', `0.${NUMBER}`],
    ['where a key is only named', 'give what begins with `-----BEGIN PRIVATE KEY-----`'],
  ])('is none %s', (_, text) => expect(secretsIn(text)).toEqual(new Set()))

  it.each([
    ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\nMIIE`],
    ['a private key', JSON.stringify(`-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIE`)],
    ['a token', `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}`],
    ['a key or password of the tests', `postgres://tester:${['only', 'for', 'tests'].join('-')}@localhost`],
  ] as const)('is %s', (secret, text) => expect(secretsIn(text)).toEqual(new Set([secret])))
})

/** What is found while something is done, and where. */
async function foundWhile(start: (watching: Watch) => () => void, act: () => unknown): Promise<readonly string[]> {
  const watching = watch()
  const stop = start(watching)
  try {
    await act()
  } finally {
    stop()
  }
  return watching.foundIn('a.test.ts').map(({ secret, channel, where }) => `${secret} in ${channel}: ${where}`)
}

describe('what is looked at', () => {
  it.each(['stdout', 'stderr'] as const)('is what is written to %s, as text and as bytes', async (name) => {
    const loud = process[name].write
    process[name].write = () => true
    try {
      for (const chunk of [NUMBER, Buffer.from(NUMBER)])
        expect(await foundWhile(watchOutput, () => process[name].write(chunk))).toEqual([
          `a national number in its output: ${name}`,
        ])
      expect(await foundWhile(watchOutput, () => process[name].write('nobody'))).toEqual([])
    } finally {
      process[name].write = loud
    }
  })

  it('is the console, also within what it formats', async () => {
    const loud = console.warn
    console.warn = () => {}
    try {
      expect(await foundWhile(watchOutput, () => console.warn('of %o', { subject: NUMBER }))).toEqual([
        'a national number in its output: console.warn',
      ])
    } finally {
      console.warn = loud
    }
  })

  it('is the output of a process, which its test hears whole', async () => {
    let heard = ''
    const found = await foundWhile(watchOutput, async () => {
      const child = spawn(process.execPath, ['-e', 'console.log(process.argv[1])', NUMBER])
      await new Promise((resolve) => setTimeout(resolve, 10))
      for await (const chunk of child.stdout) heard += chunk
    })
    expect(heard).toBe(`${NUMBER}\n`)
    expect(found).toEqual(['a national number in the output of a process: stdout'])
  })

  it('is the message of an error that the program makes, by its class', async () => {
    const found = await foundWhile(watchErrors, async () => {
      class Refused extends Error {}
      // It is Node that calls it, and no line of this file.
      setImmediate(Reflect.construct, Refused, [NUMBER])
      await new Promise((resolve) => setImmediate(resolve))
    })
    expect(found).toEqual(['a national number in an error: Refused'])
  })

  it('is not an error that the test itself throws', async () => {
    expect(await foundWhile(watchErrors, () => new TypeError(NUMBER))).toEqual([])
  })

  it('is each row of a ledger that is closed', async () => {
    let isClosed = false
    const ledger = {
      async *export() {
        yield JSON.stringify({ table: 'act', row: { reason: 'nobody' } })
        yield JSON.stringify({ table: 'grant_event', row: { subject: NUMBER } })
      },
      close: async () => {
        isClosed = true
      },
    }
    const start = () => () => {}
    const watching = watch()
    await foundWhile(start, () => watchedLedger(ledger, watching).close())
    expect(isClosed).toBe(true)
    expect(watching.foundIn('a.test.ts')).toEqual([
      { secret: 'a national number', channel: 'a row of a ledger', where: 'grant_event' },
    ])
  })

  it('is what a test passes on', async () => {
    const start = ({ seen }: Watch) => onWritten(({ channel, text, where }) => seen(channel, text, () => where))
    expect(
      await foundWhile(start, () => written({ channel: 'a trace or measure', text: NUMBER, where: 'a span' })),
    ).toEqual(['a national number in a trace or measure: a span'])
  })

  it('is left out where a test is allowed it, by that way only', () => {
    const watching = watch()
    for (const channel of ['an error', 'a row of a ledger'] as const) watching.seen(channel, NUMBER, () => 'here')
    expect(watching.foundIn('packages/tooling/src/watch/watch.test.ts')).toEqual([
      { secret: 'a national number', channel: 'a row of a ledger', where: 'here' },
    ])
  })
})
