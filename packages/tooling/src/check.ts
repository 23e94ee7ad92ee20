import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Problem, pnpm, repository, run, tool, tooling } from './command.ts'
import { breaches } from './layers.ts'
import { compilers, pack, publint, stranger, typesAreRight } from './packed.ts'
import { surfaceOf } from './public-surface.ts'
import { departuresOfPubliccode } from './publiccode.ts'
import { published } from './published.ts'

const { values: options } = parseArgs({ options: { tests: { type: 'string' } } })

let passed = 0
let failed = 0

/** Does one step, prints how it went, and counts it; what it made, unless it failed. */
async function step<Made>(name: string, make: () => Made | Promise<Made>): Promise<Made | undefined> {
  const started = performance.now()
  const end = (outcome: string) =>
    console.log(`${outcome} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  try {
    const made = await make()
    passed++
    end('ok    ')
    return made
  } catch (error) {
    failed++
    end('FAILED')
    console.log((error instanceof Error ? error.message : String(error)).trim().replaceAll(/^/gm, '       '))
    return undefined
  }
}

/** A step that passes when nothing is found; whether it passed. */
async function check(name: string, find: () => Problem | Promise<Problem>): Promise<boolean> {
  const sound = await step(name, async () => {
    const problem = await find()
    if (problem !== undefined) throw new Error(problem)
    return true
  })
  return sound === true
}

/** Adds what vitest reported in JSON to the count. */
function countTests(report: string): void {
  if (!existsSync(report)) {
    failed++
    console.log('FAILED tests: no report was written')
    return
  }
  const { success, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  // A file that does not load, or a type error, fails the run without failing a test.
  failed += numFailedTests || (success ? 0 : 1)
}

if (options.tests !== undefined) countTests(options.tests)

const packages = published()

await check('lint and format', () =>
  run([join(repository, 'node_modules/.bin/biome'), 'check', '--reporter=summary', '--error-on-warnings', '.']),
)
await check('layers and cycles', breaches)
await check('unused files, exports and dependencies', () => run([tool('knip'), '--config', join(tooling, 'knip.json')]))
await check('one version of each dependency', () => run([tool('sherif')]))
await check('publiccode.yml', departuresOfPubliccode)
await check('types of examples', () => run([tool('tsc'), '--project', join(tooling, 'tsconfig.examples.json')]))

await check('the reference is written', () =>
  run(['node', '--import', 'tsx', join(tooling, 'src/docs.ts')], { cwd: tooling }),
)

const built = await check('build', () => run([...pnpm, '--recursive', 'run', 'build']))
if (built) {
  await check('size budget', () => run([tool('size-limit')], { cwd: tooling }))
  for (const one of packages)
    await check(`${one.name}: api.md is what the build exports`, () => {
      const file = join(one.folder, 'api.md')
      if (existsSync(file) && readFileSync(file, 'utf8') === surfaceOf(one)) return undefined
      return 'run `npm run build && npm run api` and review the change'
    })
  const packed = await step('pack', () => pack(packages))
  if (packed !== undefined) {
    for (const one of packages) {
      await check(`${one.name}: publint`, () => publint(packed.tarballOf(one)))
      await check(`${one.name}: are the types wrong`, () => typesAreRight(packed.tarballOf(one)))
    }
    const user = await step('install the tarballs in an empty project', () => stranger(packages, packed))
    if (user !== undefined) {
      for (const [name, compiler] of Object.entries(compilers))
        await check(`types of the tarballs and of the examples in READMEs, ${name}`, () => user.types(compiler))
      await check('the tarballs load as ES modules and as CommonJS', () => user.loads())
    }
    packed.remove()
  }
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
