import { defineConfig } from 'vitest/config'

// Workspace packages resolve to their sources: no build before a test.
const conditions = ['vanzelf:src', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages/*,examples/*,docs}/{src,test}/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['{packages/*,examples/*}/{src,test}/**/*.test-d.ts'],
      tsconfig: './tsconfig.base.json',
    },
  },
})
