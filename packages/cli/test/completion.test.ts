import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { vanzelf } from './heard.ts'

const bash = ['/bin/bash', '/usr/bin/bash'].find((path) => existsSync(path))

describe.skipIf(bash === undefined)(
  `completion in bash${bash === undefined ? ', which is not installed here' : ''}`,
  () => {
    it.each<readonly [readonly string[], readonly string[]]>([
      [['des'], ['describe']],
      [['describe', 'gh'], ['ghent/waste-bags']],
      [['describe', 'ghent/waste-bags', '--la'], ['--language']],
      [
        ['describe', 'ghent/waste-bags', '--language', ''],
        ['nl', 'fr', 'de', 'en'],
      ],
      [
        ['describe', '--format', 'm'],
        ['markdown', 'mermaid'],
      ],
      [['completion', 'z'], ['zsh']],
      [
        ['campaign', 're'],
        ['resume', 'retry', 'report'],
      ],
      [['campaign', 'run', 'p'], ['pass-2026']],
      [['campaign', 'stop', 'pass-2026', '--re'], ['--reason']],
      [
        ['ledger', 'opt'],
        ['opt-out', 'opt-in'],
      ],
    ])('of %j', async (typed, completed) => {
      const { out: script } = await vanzelf(['completion', 'bash'])
      const { out: policies } = await vanzelf(['completion', '--policies'])
      const program = `vanzelf() { case $2 in --policies) printf '%s' "$POLICIES" ;; --campaigns) printf 'pass-2026' ;; esac; }
${script}
COMP_WORDS=(vanzelf "$@"); COMP_CWORD=$#; _vanzelf; printf '%s\\n' "\${COMPREPLY[@]}"`
      const out = execFileSync(bash ?? '', ['--norc', '-c', program, 'bash', ...typed], {
        env: { POLICIES: policies },
        encoding: 'utf8',
      })
      expect(out.trim().split('\n')).toEqual(completed)
    })
  },
)

it.each(['zsh', 'fish'])('names every command and option in %s', async (shell) => {
  const { code, out } = await vanzelf(['completion', shell])
  expect(code).toBe(0)
  for (const word of [
    'describe',
    'require',
    'decide',
    'explain',
    'test',
    'completion',
    'campaign',
    'retry',
    'language',
    'situation',
  ])
    expect(out).toContain(word)
})

it('tells the campaigns of the configuration', async () => {
  const cwd = fileURLToPath(new URL('fixtures/campaigns', import.meta.url))
  expect((await vanzelf(['completion', '--campaigns'], { cwd })).out).toMatch(/^pass-2026\npass 2027\n/)
})
