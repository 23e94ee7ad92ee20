import { defineConfig } from 'vitest/config'

// Workspace packages resolve to their sources: no build before a test. Not by `module`, as Vite would: under that condition
// @opentelemetry/api gives what only a bundler can load.
const conditions = ['vanzelf:src', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Databases and servers start in these tests, on machines that may be busy: a limit that is reached is a hang.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // They fail a file of tests in which what the program writes holds a national number.
    setupFiles: ['packages/tooling/src/watch/setup.ts', 'packages/proactive/test/watched-telemetry.ts'],
    include: ['{packages/*,examples/*,docs}/{src,test}/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['{packages/*,examples/*}/{src,test}/**/*.test-d.ts'],
      tsconfig: './tsconfig.base.json',
    },
  },
})
