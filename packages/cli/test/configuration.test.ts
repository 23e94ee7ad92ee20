import { expect, it } from 'vitest'
import { broken, city, vanzelf } from './heard.ts'

it.each<readonly [string, string, string]>([
  ['no-default.ts', 'bad-config', 'it has no default export'],
  ['factory.config.ts', 'bad-config', '`policies[0]` is a function: call it with what your city fills in'],
  ['empty.config.ts', 'bad-config', '`policies` has no policy'],
  [
    'misspelt.config.ts',
    'bad-config',
    'the default export has `langauge`, which no configuration has: did you mean `language`?',
  ],
  ['twice.config.ts', 'bad-config', '`policies` has two policies of one name'],
  ['language.config.ts', 'bad-config', '`language` is none of `nl`, `fr`, `de`, `en`'],
  ['throws.config.ts', 'config-does-not-load', 'it does not load: no key in the environment'],
  ['definition.config.ts', 'needs-rounding', 'the amount of `money` may have fractions of a cent'],
  ['nowhere.config.ts', 'no-config', 'the file that `--config` names is not there'],
])('%s is refused: %s', async (file, code, what) => {
  const heard = await vanzelf(['describe', 'waste-bags', '--json', '--config', file], { cwd: broken })
  expect(heard.code).toBe(3)
  expect(JSON.parse(heard.err)).toMatchObject({
    error: { code, what, where: expect.any(String), todo: expect.any(String) },
  })
})

it.each<readonly [string, string]>([
  ['connectors.config.ts', 'bad-config'],
  ['no-asker.config.ts', 'no-asker'],
  ['no-key.config.ts', 'connectors-not-made'],
])('%s is refused when something is asked', async (file, code) => {
  const { code: left, err } = await vanzelf(['decide', 'waste-bags', '--subject', 'anna', '--json', '--config', file], {
    cwd: broken,
  })
  expect(left).toBe(3)
  expect(JSON.parse(err)).toMatchObject({ error: { code } })
})

it('says where it looked when there is none', async () => {
  const { code, err } = await vanzelf(['describe', 'waste-bags'], { cwd: broken })
  expect(code).toBe(3)
  expect(err).toContain('there is no `vanzelf.config.ts`')
  expect(err).toContain(broken)
})

it('may be plain JavaScript, and be named before or behind the command', async () => {
  for (const args of [
    ['--config', 'plain.config.js', 'describe', 'waste-bags'],
    ['describe', 'waste-bags', '-c', 'plain.config.js'],
  ])
    expect((await vanzelf(args, { cwd: city })).out).toContain('Voraussetzungen')
})
