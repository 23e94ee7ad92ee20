import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, it } from 'vitest'
import { exportsOf, namesOfPackage, wordsOf } from './exported-names.ts'
import { type Fence, fencesOfPage, fencesOfSource } from './fences.ts'
import { checkStatedResults } from './stated-results.ts'

/** Written by the tests, ignored by git; `npm run packages:check` type-checks what stands there. */
const written = '.examples'
const skipped = new Set(['node_modules', 'dist', written, 'test'])

/**
 * Tests of the examples in a folder's pages and docstrings: each TypeScript fence is a module that must run, and each
 * `// => value` in it states what the statement before it yields. Lines are kept: a failure names the page's own line.
 *
 * - `// => { outcome: 'eligible', … }` states a part; `// => throws some-code` an error. A value goes
 *   on over the next comments until its brackets are closed.
 * - A fence marked `ts continued` goes on where the one before it stopped.
 * - A fence marked `ts no-run: reason` is skipped, and the reason printed.
 * - In a docstring the names of the file and of the package need no import.
 * @param folder of a package or of pages
 */
export function examplesOf(folder: URL, { pages = [] }: { readonly pages?: readonly URL[] } = {}): void {
  const root = fileURLToPath(folder)
  const names = namesOfPackage(root)
  const files = [...filesBelow(root), ...pages.map((page) => fileURLToPath(page))]
  const fences = files.flatMap((file) => {
    const page = relative(root, file)
    const text = readFileSync(file, 'utf8')
    return file.endsWith('.md') ? fencesOfPage(page, text) : fencesOfSource(page, text)
  })
  rmSync(join(root, written), { recursive: true, force: true })
  mkdirSync(join(root, written), { recursive: true })

  describe(`examples of ${basename(root)}`, () => {
    // A package must show what it is for; a folder of pages may still be empty.
    it('are there, and at least one runs', ({ expect }) => {
      const running = fences.filter(({ notRun }) => notRun === undefined)
      expect(running.length).toBeGreaterThanOrEqual(names.size > 0 ? 1 : 0)
    })
    const before = new Map<string, string>()
    for (const fence of fences) {
      const title = `${fence.page}:${fence.line}`
      if (fence.notRun !== undefined) {
        const reason = fence.notRun || fail(`${title}: \`no-run\` needs a reason`)
        console.info(`${title} is not run: ${reason}`)
        it.skip(`${title} is not run: ${reason}`)
        continue
      }
      it(`${title} yields what it states`, async () => {
        const code = checkStatedResults(fence.code, (line) => `${fence.page}:${fence.line + line - 1}`)
        const body = atLine(fence.line, code, fence.continues ? (before.get(fence.page) ?? '') : '\n')
        before.set(fence.page, body)
        const file = join(root, written, `${title.replaceAll(/[^\w.-]+/g, '-')}.ts`)
        writeFileSync(file, preludeOf(fence, code, join(root, fence.page), names) + body)
        await import(pathToFileURL(file).href)
      })
    }
  })
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !/^(CHANGELOG|api)\.md$|\.test(-d)?\.ts$|\.config\.ts$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return /\.(md|ts)$/.test(entry.name) ? [path] : []
    })
    .sort()
}

/** A body whose last part starts on the line it has in the page; what stands above keeps its lines too. */
function atLine(line: number, code: string, above: string): string {
  const lines = above.split('\n')
  return [...lines, ...Array<string>(Math.max(0, line - 1 - lines.length)).fill(''), code].join('\n')
}

/** The imports that an example need not write, on the first line, which no fence occupies. */
function preludeOf(
  fence: Fence,
  code: string,
  file: string,
  names: ReadonlyMap<string, { from: string; isType: boolean }>,
) {
  const imports = [`import { states as __states } from '@vanzelf/tooling/states'; export {}`]
  if (fence.inDocstring) {
    const beside = exportsOf(file)
    const { used, declared } = wordsOf(code)
    for (const word of used) {
      if (declared.has(word)) continue
      const isType = beside.get(word) ?? names.get(word)?.isType
      const from = beside.has(word) ? file : names.get(word)?.from
      if (from !== undefined) imports.push(`import ${isType ? 'type ' : ''}{ ${word} } from ${JSON.stringify(from)}`)
    }
  }
  return imports.join('; ')
}

function fail(message: string): never {
  throw new Error(message)
}
