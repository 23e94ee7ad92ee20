import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { broken, city, vanzelf } from './heard.ts'

// What is wrong is told to the configuration as it is loaded.
const wrongly = (told: { readonly wrong?: string; readonly campaign?: object }) => ({
  cwd: broken,
  load: async (url: string) => (await import(/* @vite-ignore */ fileURLToPath(url))).wrongly(told),
})

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
  ['memory', '`ledger` tells no `folder` and no `connectionString`: what is in memory goes with the command'],
  ['misspelt', '`ledger` has `staleafter`, which no ledger in a folder has: did you mean `staleAfter`?'],
  ['empty', '`ledger.connectionString` is empty'],
  [
    'both',
    '`ledger` has `folder`, which no ledger on a server has: there are `connectionString`, `connections`, `schema`, `now`',
  ],
  ['made', '`ledger.folder` is not a text'],
  ['throws', '`ledger` throws: no password'],
])('a ledger is refused that is %s', async (wrong, what) => {
  const heard = await vanzelf(['ledger', 'head', '--json', '--config', 'ledger.config.ts'], wrongly({ wrong }))
  expect(heard.code).toBe(3)
  expect(JSON.parse(heard.err)).toMatchObject({ error: { what, where: expect.any(String), todo: expect.any(String) } })
})

it.each<readonly [object, string]>([
  [{ policy: 'waste-bag' }, '`campaigns.bags.policy` names no policy of `policies`: did you mean `ghent/waste-bags`?'],
  [{ policy: undefined }, '`campaigns.bags.policy` is missing'],
  [{ population: ['anna'] }, '`campaigns.bags.population` is not a function'],
  [{ on: '2026-02-30' }, '`campaigns.bags.on` is not a date that exists, as 2026-01-31'],
  [
    { takesEffect: { approvals: 3 } },
    "`campaigns.bags.takesEffect` is neither 'automatically' nor { approvals: 1 } or { approvals: 2 }",
  ],
  [{ takesEffect: undefined }, '`campaigns.bags.takesEffect` is missing'],
  [{ lost: { then: 'take', law: 'art. 1' } }, '`campaigns.bags.lost.then` is none of `keep`, `ask a person`, `end`'],
  [{ lost: { then: 'keep' } }, '`campaigns.bags.lost.law` is missing'],
  [{ lost: undefined }, '`campaigns.bags.lost` is missing'],
  [{ chanels: [] }, '`campaigns.bags` has `chanels`, which no campaign has: did you mean `channels`?'],
  [{ channels: [{ name: 'letters' }] }, '`campaigns.bags.channels` is not a list of channels'],
  [{ holders: 'household' }, '`campaigns.bags.holders` is not a record of expressions, by what the quota is per'],
  [
    { authorisations: { tax: { until: 'June' } } },
    '`campaigns.bags.authorisations.tax.until` is not a date that exists, as 2026-01-31',
  ],
  [{ together: 0 }, '`campaigns.bags.together` is less than 1'],
  [{ id: 'bags' }, '`campaigns.bags` has `id`, which no campaign has: there are'],
])('a campaign with %j is refused', async (campaign, what) => {
  const heard = await vanzelf(
    ['describe', 'waste-bags', '--json', '--config', 'campaign.config.ts'],
    wrongly({ campaign }),
  )
  const { error } = JSON.parse(heard.err)
  expect([heard.code, error.code]).toEqual([3, 'bad-config'])
  expect(error.what).toContain(what)
})

it('says so where it has no campaign', async () => {
  const heard = await vanzelf(['campaign', 'run', 'bags', '--json'])
  expect([heard.code, JSON.parse(heard.err).error.code]).toEqual([3, 'no-campaigns'])
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
