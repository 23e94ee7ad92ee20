import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Problem, pnpm, run, tool, tooling } from './command.ts'
import { fencesOfPage } from './fences.ts'
import type { Published } from './published.ts'

/** What npm would get of every package: packed in a folder outside the workspace. */
export interface Packed {
  readonly folder: string
  tarballOf(published: Published): string
  /** Removes what was packed. */
  remove(): void
}

/** Packs the packages, already built. */
export async function pack(packages: readonly Published[]): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'vanzelf-packed-'))
  const filters = packages.flatMap(({ name }) => ['--filter', name])
  const problem = await run([...pnpm, '--recursive', ...filters, 'pack', '--pack-destination', folder])
  if (problem !== undefined) throw new Error(problem)
  const tarballs = readdirSync(folder)
  return {
    folder,
    tarballOf({ name }) {
      const prefix = `${name.slice(1).replace('/', '-')}-`
      const found = tarballs.find((file) => file.startsWith(prefix) && /^\d/.test(file.slice(prefix.length)))
      if (found === undefined) throw new Error(`${name} was not packed`)
      return join(folder, found)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A new user's project: the tarballs, what npm adds to them, and nothing of this repository. */
export interface Stranger {
  /** Type-checks every entry and the examples of the READMEs, declarations of dependencies included. */
  types(compiler: string): Promise<Problem>
  /** Loads every entry as ES module and as CommonJS; both must export the same. */
  loads(): Promise<Problem>
}

/** The compilers that a user may have. */
export const compilers = {
  'TypeScript 6': join(tooling, 'node_modules/typescript/bin/tsc'),
  'TypeScript 7': join(tooling, 'node_modules/typescript7/bin/tsc'),
} as const

/** Installs the tarballs as a new user would, with npm, in an empty project. */
export async function stranger(packages: readonly Published[], packed: Packed): Promise<Stranger> {
  const project = join(packed.folder, 'stranger')
  mkdirSync(project)
  const write = (file: string, text: string) => writeFileSync(join(project, file), text)
  write('package.json', JSON.stringify({ private: true }))
  const tarballs = packages.map((published) => packed.tarballOf(published))
  const also = ['zod', '@types/node'].map((name) => `${name}@${installedVersion(name)}`)
  const npm = ['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline']
  const problem = await run([...npm, ...tarballs, ...also], { cwd: project })
  if (problem !== undefined) throw new Error(problem)

  const entries = packages.flatMap((published) => published.entries)
  const everything = entries.map((entry, index) => `export * as entry${index} from '${entry}'\n`).join('')
  write('imported.mts', everything)
  write('required.cts', everything)
  for (const { name, folder } of packages) for (const { code, file } of pageExamples(name, folder)) write(file, code)
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['es2023'],
        module: 'nodenext',
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      },
      include: ['*.mts', '*.cts'],
    }),
  )
  write(
    'loads.cjs',
    `const exported = (module) => Object.keys(module).filter((name) => !['default', '__esModule', 'module.exports'].includes(name)).sort().join()
const check = async (entry) => {
  const imported = exported(await import(entry))
  const required = exported(require(entry))
  if (imported !== required) throw new Error(\`\${entry} exports other names as ES module than as CommonJS: \${imported} and \${required}\`)
}
Promise.all(${JSON.stringify(entries)}.map(check)).catch((error) => { console.error(error); process.exitCode = 1 })
`,
  )
  return {
    types: (compiler) => run(['node', compiler, '--project', project]),
    loads: () => run(['node', 'loads.cjs'], { cwd: project }),
  }
}

function installedVersion(name: string): string {
  return JSON.parse(readFileSync(join(tooling, 'node_modules', name, 'package.json'), 'utf8')).version
}

/** The examples of a package's README, as modules of the project: a fence that continues takes the one before it along. */
function pageExamples(name: string, folder: string) {
  let before = ''
  return fencesOfPage('README.md', readFileSync(join(folder, 'README.md'), 'utf8')).flatMap(
    ({ line, code, continues, notRun }) => {
      if (notRun !== undefined) return []
      before = continues ? `${before}\n${code}` : code
      return [{ file: `${name.slice(1).replace('/', '-')}-line-${line}.mts`, code: `${before}\nexport {}\n` }]
    },
  )
}

/** Lints the metadata and the files of a tarball. */
export const publint = (tarball: string): Promise<Problem> => run([tool('publint'), 'run', tarball, '--strict'])

/** Whether the types of a tarball are right under every way of importing; Node 10 knows no subpaths and is left out. */
export const typesAreRight = (tarball: string): Promise<Problem> =>
  run([tool('attw'), tarball, '--profile', 'node16', '--no-definitely-typed', '--no-emoji', '--format', 'ascii'])
