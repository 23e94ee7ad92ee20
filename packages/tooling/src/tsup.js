// Plain JavaScript: tsup loads a package's configuration without a TypeScript loader for what it imports.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * The build of a package: ES modules, CommonJS and declarations for every entry that its package.json exports.
 * Entries are written once, there: the line `vanzelf:src` names the source, the line `import` the file built from it.
 * @returns {import('tsup').Options}
 */
export function definePackage() {
  /** @type {{ exports: Record<string, string | { 'vanzelf:src': string, import: { default: string } }> }} */
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  const entry = Object.fromEntries(
    Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [] : [[basename(target.import.default, '.js'), target['vanzelf:src']]],
    ),
  )
  return {
    entry,
    format: ['esm', 'cjs'],
    // One copy of what entries share; else each would carry its own.
    splitting: true,
    // Rollup instead of sucrase then turns the shared chunks into CommonJS: sucrase rewrites `import()` to `require()`,
    // which a module with top-level await refuses, and makes `??` slow.
    treeshake: { moduleSideEffects: 'no-external' },
    target: 'node20.19',
    clean: true,
    // tsup sets `baseUrl`, which TypeScript 6 deprecates.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  }
}
