import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../delivery.ts'
import type { Letter } from './letter.ts'
import { type LetterChannelOptions, letterChannel } from './letter-channel.ts'

const letterTo = (name: string): Letter => ({
  authority: 'Stad Voorbeeld',
  address: [name, 'Straat 1'],
  sent: '2026-03-12',
  texts: [{ language: 'nl', title: 'U krijgt: zwempas', sections: [] }],
  unverified: [],
})
const grant = (id: string): Delivery => ({
  id,
  policy: 'exampleville/pass',
  recipient: `person of ${id}`,
  benefit: { kind: 'status', what: { nl: 'een zwempas', en: 'a swimming pass' } },
  period: { from: '2026-01-01', until: '2027-01-01' },
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const post = (more: Partial<LetterChannelOptions> = {}) =>
  letterChannel({
    folder,
    name: 'swimming-pass',
    letters: (batch) => batch.map(({ id }) => letterTo(`Anna ${id}`)),
    ...more,
  })
const contents = () => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
const named = (end: string) => readdirSync(folder).filter((name) => name.endsWith(end))
const rows = (): string[][] =>
  named('.csv').flatMap((name) => parse(readFileSync(join(folder, name), 'utf8'), { delimiter: ';', from: 2 }))

describe('a channel of letters', () => {
  it.each(['html', 'pdf'] as const)('writes a %s file for each grant, and a list of them', async (as) => {
    const outcomes = await post({ as }).deliver([grant('a/1'), grant('b')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered'])
    expect(named(`.${as}`)).toHaveLength(2)
    for (const [, , file = '', sha256] of rows())
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ).toBe(sha256)
    expect(rows().map(([id, policy]) => [id, policy])).toEqual([
      ['a/1', 'exampleville/pass'],
      ['b', 'exampleville/pass'],
    ])
  })

  it('tells recipients in the letters only', async () => {
    await post().deliver([grant('a')])
    const beside = Object.entries(contents()).filter(([name]) => !name.endsWith('.html'))
    expect(beside).toHaveLength(2)
    expect(beside.map(([name, content]) => `${name} ${content}`).join()).not.toMatch(/Anna|Straat|person of/)
    expect(readFileSync(join(folder, named('.html')[0] ?? ''), 'utf8')).toContain('Anna a')
  })

  it('writes a letter once, and asks nothing of whoever has it', async () => {
    await post().deliver([grant('a')])
    const before = contents()
    const asked: string[] = []
    const again = post({
      letters: (batch) => {
        asked.push(...batch.map(({ id }) => id))
        return batch.map(() => letterTo('Bram'))
      },
    })
    expect(await again.deliver([grant('a')])).toMatchObject([{ outcome: 'already delivered' }])
    expect(asked).toEqual([])
    expect(contents()).toEqual(before)
  })

  it('writes it again where the writing was cut off before its manifest', async () => {
    await post().deliver([grant('a')])
    const before = contents()
    for (const name of [...named('.json'), ...named('.csv')]) rmSync(join(folder, name))
    expect(await post().deliver([grant('a')])).toMatchObject([{ outcome: 'delivered' }])
    expect(contents()).toEqual(before)
  })

  it('writes nothing to whom no letter can be written', async () => {
    const outcomes = await post({ letters: () => [undefined, letterTo('Bram')] }).deliver([grant('a'), grant('b')])
    expect(outcomes).toMatchObject([{ outcome: 'refused', why: 'recipient-unknown' }, { outcome: 'delivered' }])
    expect(named('.html')).toHaveLength(1)
  })

  it('asks to retry while letters cannot be made or written', async () => {
    const failing = post({
      letters: () => {
        throw new Error('Anna')
      },
    })
    expect(await failing.deliver([grant('a')])).toEqual([{ outcome: 'to retry', why: 'recipients-unavailable' }])
    await post().deliver([grant('a')])
    const [file = ''] = named('.html')
    rmSync(folder, { recursive: true })
    // No file can be renamed to where a folder stands, whoever asks it.
    mkdirSync(join(folder, file), { recursive: true })
    expect(await post().deliver([grant('a')])).toMatchObject([{ outcome: 'to retry' }])
    expect(readdirSync(folder)).toEqual([file])
  })

  it('is refused answers that are not one for one', () =>
    expect(post({ letters: () => [] }).deliver([grant('a')])).rejects.toMatchObject({ code: 'answers-missing' }))

  it('lists what is withdrawn, and leaves the letter', async () => {
    const [outcome] = await post().deliver([grant('a')])
    const receipt = outcome && 'receipt' in outcome ? outcome.receipt : ''
    expect(await post().withdraw([{ delivery: grant('a'), receipt }])).toEqual([{ outcome: 'withdrawn' }])
    expect(named('.html')).toHaveLength(1)
    expect(await post().deliver([grant('a')])).toEqual([{ outcome: 'refused', why: 'withdrawn' }])
  })
})
