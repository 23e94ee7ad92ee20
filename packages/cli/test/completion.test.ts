import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
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
    ])('of %j', async (typed, completed) => {
      const { out: script } = await vanzelf(['completion', 'bash'])
      const { out: policies } = await vanzelf(['completion', '--policies'])
      const program = `vanzelf() { printf '%s' "$POLICIES"; }
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
  for (const word of ['describe', 'require', 'decide', 'explain', 'test', 'completion', 'language', 'situation'])
    expect(out).toContain(word)
})
