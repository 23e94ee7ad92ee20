import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../race/race.ts'
import type { Result } from '../results.ts'
import { type Files, generatedPolicy } from './generated-policy.ts'

// Both compilers belong to the tooling package: the second would take over the `tsc` of any other.
const tooling = createRequire(new URL('../../../tooling/package.json', import.meta.url))
export const compilers = [
  { contender: 'typescript 6', path: join(dirname(tooling.resolve('typescript/package.json')), 'bin/tsc') },
  { contender: 'typescript 7', path: join(dirname(tooling.resolve('typescript7/package.json')), 'bin/tsc') },
] as const

/**
 * How many seconds longer a compiler takes over a large policy than over an empty file: the median of the differences
 * between neighbours in time.
 */
export function typeCheck(rounds: number): readonly Result[] {
  return withProjects((project) => {
    const empty = project('empty', { 'policy.ts': 'export {}\n' })
    const large = project('large', generatedPolicy())
    const times = compilers.map(() => [] as number[])
    // The first round only fills the file system's cache.
    for (let round = 0; round <= rounds; round++) {
      for (const [place, { path }] of compilers.entries()) {
        const without = secondsOf(path, empty)
        const more = secondsOf(path, large) - without
        if (round > 0) times[place]?.push(more)
      }
    }
    return compilers.map(({ contender }, place) => ({
      case: 'type check, 80 criteria over 40 facts',
      contender,
      seconds: Number(median(times[place] ?? []).toFixed(3)),
    }))
  })
}

/** How a compiler shows the type of the large policy: in a message, as it does in a hover. */
export function shownType(compiler: string): string {
  const asked = { 'shown.ts': `import { large } from './policy'\nexport const shown: number = large\n` }
  return withProjects((project) => check(compiler, project('shown', { ...generatedPolicy(), ...asked })).said)
}

type MakeProject = (name: string, files: Files) => string

/** Projects that meet declarations of `@vanzelf/rules`, as a city's do, not its sources. They are gone afterwards. */
function withProjects<Found>(use: (project: MakeProject) => Found): Found {
  const folder = mkdtempSync(join(tmpdir(), 'vanzelf-types-'))
  try {
    const rules = declarationsIn(join(folder, 'rules'))
    return use((name, files) => {
      const settings = JSON.stringify({ compilerOptions: { ...strict, paths: { '@vanzelf/rules': [rules] } } })
      return written(join(folder, name), { ...files, 'tsconfig.json': settings })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const strict = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'preserve',
  moduleResolution: 'bundler',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
}

function declarationsIn(folder: string): string {
  const sources = fileURLToPath(new URL('../../../rules/', import.meta.url))
  const settings = JSON.stringify({
    extends: join(sources, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: folder,
      rootDir: join(sources, 'src'),
      typeRoots: [join(sources, '../../node_modules/@types')],
    },
    include: [],
    files: [join(sources, 'src/index.ts')],
  })
  accept(compilers[0].path, written(folder, { 'tsconfig.json': settings }))
  return join(folder, 'index.d.ts')
}

function written(folder: string, files: Files): string {
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function secondsOf(compiler: string, folder: string): number {
  const start = performance.now()
  accept(compiler, folder)
  return (performance.now() - start) / 1000
}

function accept(compiler: string, folder: string): void {
  const { accepted, said } = check(compiler, folder)
  if (!accepted) throw new Error(`the compiler does not accept ${folder}:\n${said}`)
}

function check(compiler: string, folder: string): { readonly accepted: boolean; readonly said: string } {
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  return { accepted: status === 0, said: stdout }
}
