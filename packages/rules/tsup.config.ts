import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { definePackage } from '@vanzelf/tooling/tsup'
import { defineConfig } from 'tsup'

const PAGES = new URL('../../docs/', import.meta.url)
const SHIPPED = new URL('dist/docs/', import.meta.url)

export default defineConfig({
  ...definePackage(),
  // Whoever has the package alone has its pages too: how to say a sentence, and what every word does.
  onSuccess: async () => {
    await mkdir(SHIPPED, { recursive: true })
    for (const page of await readdir(PAGES))
      if (page.endsWith('.md')) await copyFile(new URL(page, PAGES), new URL(page, SHIPPED))
  },
})
