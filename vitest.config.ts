import { defineConfig } from 'vitest/config'

// Workspace packages resolve to their sources: no build before a test.
const conditions = ['vanzelf:src', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Databases and servers start in these tests, on machines that may be busy: a limit that is reached is a hang.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['{packages/*,examples/*,docs}/{src,test}/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['{packages/*,examples/*}/{src,test}/**/*.test-d.ts'],
      tsconfig: './tsconfig.base.json',
    },
  },
})
