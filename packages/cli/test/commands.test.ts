import { describe, expect, it } from 'vitest'
import { vanzelf } from './heard.ts'

const bags = ['decide', 'waste-bags', '--on', '2026-01-01'] as const
const json = async (...args: readonly string[]) => JSON.parse((await vanzelf([...args, '--json'])).out)

describe('describe', () => {
  it.each([
    ['nl', 'Voorwaarden'],
    ['fr', 'Conditions'],
    ['de', 'Voraussetzungen'],
    ['en', 'Conditions'],
  ])('tells the rule in %s', async (language, heading) => {
    const { code, out } = await vanzelf(['describe', 'waste-bags', '--language', language])
    expect(code).toBe(0)
    expect(out.split('\n')).toContain(heading)
  })

  it('tells it in the language of the configuration where none is asked', async () =>
    expect((await vanzelf(['describe', 'waste-bags'])).out).toMatch(/^Allowance for waste bags and collections\n═+\n/))

  it('lays tables out as columns', async () => {
    const { out } = await vanzelf(['describe', 'waste-bags', '--on', '2026-01-01'])
    expect(out).toMatch(/\n {2}from 3, below 5 {2,}€105.00\n/)
    expect(out).not.toContain('|')
  })

  it('writes Markdown, a flowchart and a document', async () => {
    expect((await vanzelf(['describe', 'waste-bags', '--format', 'markdown'])).out).toMatch(/^# Allowance/)
    expect((await vanzelf(['describe', 'waste-bags', '--format', 'mermaid'])).out).toMatch(/^flowchart TD\n/)
    expect(JSON.stringify(await json('describe', 'waste-bags'))).toContain('"ghent/waste-bags"')
  })
})

describe('require', () => {
  it('lists facts with their purpose, legal basis and unverified figures', async () => {
    const { code, out } = await vanzelf(['require', 'waste-bags'])
    expect(code).toBe(0)
    for (const part of ['asked by Exampleville', 'increased reimbursement', 'social-security', 'that nobody verified'])
      expect(out).toContain(part)
  })

  it('says where a fact has no legal basis, and what is left to a person', async () => {
    const { out } = await vanzelf(['require', 'support'])
    expect(out).toContain('NONE: it may not be asked')
    expect(out).toContain('- hardship')
    expect(out).toContain('None.')
  })

  it('takes the figures of a date', async () => {
    const since = async (on: string) =>
      (await json('require', 'waste-bags', '--on', on)).unverified.map(({ from }: { from: string }) => from)
    expect(await since('2019-12-31')).toEqual(['2012-03-01', '2012-03-01'])
    expect(await since('2023-01-01')).toEqual(['2020-01-01', '2023-01-01'])
  })
})

describe('decide', () => {
  it('decides on people that a file tells by name', async () => {
    const { code, out } = await vanzelf(['decide', 'ghent/waste-bags', '--situation', 'anna.yaml'])
    expect(code).toBe(0)
    expect(out).toContain('ghent/waste-bags for anna on 2026-01-01')
    expect(out).toContain('Eligible: €63.00 + €31.50')
    expect(out).toMatch(/recipient {3}anna\n/)
    expect(out).toMatch(/unverified {2}allowance, extraCredit/)
  })

  it('decides on the plain situation that programs write', async () =>
    expect(await json(...bags, '--situation', 'alone.json')).toMatchObject({
      outcome: 'eligible',
      recipient: 'applicant',
      benefit: { parts: [{ amount: 42_00 }, { amount: 21_00 }, { kind: 'status' }] },
      missing: [],
    }))

  it('asks the connectors about a pseudonym', async () =>
    expect(await json(...bags, '--subject', 'anna')).toMatchObject({ outcome: 'eligible', subject: 'anna', asked: 5 }))

  it('leaves 0 when a source is down, and says what to do', async () => {
    const { code, out } = await vanzelf([...bags, '--subject', 'cleo'])
    expect(code).toBe(0)
    expect(out).toMatch(/to do {7}wait: increased reimbursement, of cleo\n/)
    expect(await json(...bags, '--subject', 'cleo')).toMatchObject({
      outcome: 'undetermined',
      missing: [{ fact: 'increasedReimbursement', because: 'unavailable', of: 'cleo', nextStep: 'wait' }],
    })
  })

  it('takes the date of the call before that of the file, and today where there is none', async () => {
    expect(await json('decide', 'waste-bags', '--situation', 'anna.yaml', '--on', '2025-03-01')).toMatchObject({
      on: '2025-03-01',
    })
    expect(await json('decide', 'waste-bags', '--situation', 'alone.json')).toMatchObject({ on: '2026-01-01' })
  })

  it.each([['85073003328'], ['85.07.30-033.28'], ['85 07 30 033 28']])(
    'refuses what looks like a national number, and does not repeat it',
    async (number) => {
      const { code, out, err } = await vanzelf([...bags, '--subject', number])
      expect(code).toBe(2)
      expect(err).toContain('looks like a national number')
      expect(out + err).not.toContain(number)
    },
  )
})

describe('explain', () => {
  it('tells the criteria that decided, with their articles, and no value of a fact', async () => {
    const { out } = await vanzelf(['explain', 'waste-bags', '--situation', 'anna.yaml'])
    expect(out).toContain('Ground “voorwaarde 1')
    expect(out).toContain('  - Increased reimbursement applies: yes')
  })

  it('says the same to programs', async () =>
    expect(await json('explain', 'waste-bags', '--subject', 'anna', '--on', '2026-01-01')).toMatchObject({
      outcome: 'eligible',
      requires: [{ holds: 'yes', of: 'anna', on: '2026-01-01' }, { holds: 'yes' }],
      grounds: [{ holds: 'yes', because: [{ criterion: 'Increased reimbursement applies.', holds: 'yes' }] }],
    }))
})

describe('what leaves the command', () => {
  it.each<readonly [string, number, readonly string[]]>([
    ['no command', 2, []],
    ['help', 0, ['--help']],
    ['help of a command', 0, ['help', 'test']],
    ['the version', 0, ['--version']],
    ['a command that there is not', 2, ['descrbe']],
    ['an option that there is not', 2, [...bags, '--sitation', 'anna.yaml']],
    ['a policy that there is not', 2, ['describe', 'wast-bags']],
    ['a language that there is not', 2, ['describe', 'waste-bags', '--language', 'es']],
    ['a date that does not exist', 2, ['decide', 'waste-bags', '--situation', 'anna.yaml', '--on', '2026-02-30']],
    ['nobody to decide on', 2, [...bags]],
    ['two to decide on', 2, [...bags, '--situation', 'anna.yaml', '--subject', 'anna']],
    ['a file that is not there', 2, [...bags, '--situation', 'nobody.yaml']],
    ['a folder for a file', 2, [...bags, '--situation', '.']],
    ['no connector for its sources', 3, ['decide', 'support', '--subject', 'anna']],
    ['a date before the figures', 3, ['decide', 'waste-bags', '--situation', 'anna.yaml', '--on', '2011-01-01']],
    ['no shell', 2, ['completion']],
    ['a shell that there is not', 2, ['completion', 'tcsh']],
  ])('%s leaves %i', async (_, code, args) => {
    const heard = await vanzelf(args)
    expect(heard.code).toBe(code)
    expect(code === 0 ? heard.err : heard.out).toBe('')
    expect(code === 0 ? heard.out : heard.err).not.toBe('')
  })

  it.each([
    ['descrbe', ['descrbe'], 'describe'],
    ['--sitation', [...bags, '--sitation', 'x'], '--situation'],
    ['wast-bags', ['describe', 'wast-bags'], 'ghent/waste-bags'],
    ['ghent/wastebags', ['describe', 'ghent/wastebags'], 'ghent/waste-bags'],
  ])('suggests what %s was meant to be', async (_, args, meant) => expect((await vanzelf(args)).err).toContain(meant))

  it('has examples in the help of every command', async () => {
    for (const command of ['describe', 'require', 'decide', 'explain', 'test', 'campaign', 'ledger', 'completion'])
      expect((await vanzelf([command, '--help'])).out).toMatch(/\nExamples:\n {2}\S/)
  })

  it.each([
    ['no-policy', ['describe', 'wast-bags', '--json']],
    ['wrong-use', ['descrbe', '--json']],
    ['no-file', [...bags, '--situation', 'nobody.yaml', '--json']],
    ['no-connectors', ['decide', 'support', '--subject', 'anna', '--json']],
  ])('tells programs the error %s as JSON', async (code, args) =>
    expect(JSON.parse((await vanzelf(args)).err)).toMatchObject({ error: { code } }),
  )

  it('has colours on a terminal only, and not with NO_COLOR', async () => {
    let text = ''
    const out = { isTTY: true, columns: 80, write: (more: string) => (text += more) }
    const heard = async (env: { readonly [name: string]: string }) => {
      text = ''
      await vanzelf(['describe', 'waste-bags'], { out, env })
      return text
    }
    expect(await heard({})).toContain('\u001b[1m')
    expect(await heard({ NO_COLOR: '1' })).not.toContain('\u001b')
    expect((await vanzelf(['describe', 'waste-bags'])).out).not.toContain('\u001b')
    expect((await vanzelf(['describe', 'waste-bags'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[1m')
  })
})
