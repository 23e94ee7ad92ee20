import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Result } from '../results.ts'

/** The bytes that deciding adds to a page: an import of `evaluate` alone and all below it, minified and gzipped. */
export async function importSize(): Promise<Result> {
  const bundle = await build({
    stdin: {
      contents: `export { compile } from '@vanzelf/rules/evaluate'`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['vanzelf:src'],
    write: false,
    logLevel: 'silent',
  })
  const bytes = gzipSync(bundle.outputFiles[0]?.contents ?? '', { level: 9 }).length
  return {
    case: 'import of @vanzelf/rules/evaluate, minified and gzipped',
    contender: 'vanzelf (evaluate only)',
    bytes,
  }
}
