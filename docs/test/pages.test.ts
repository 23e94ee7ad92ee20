import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')

// The runner of examples has no files of a reader's project: what the pages show as files stands here, and is tested.
describe('the pages show the very files that are tested', () => {
  it.each([
    ['2-first-policy.md', 'test/meals/meals.ts'],
    ['3-test-it.md', 'test/meals/meals.test.ts'],
    ['4-explain-it.md', 'test/meals/meals.ts'],
  ])('%s shows %s', (page, file) => expect(read(page)).toContain(`\n${read(file)}\`\`\``))
})

describe('links lead somewhere', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('those of %s', (page) => {
    for (const [link, path = '', anchor] of read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      expect(existsSync(new URL(path, folder)), link).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(read(path || page)), link).toContain(anchor)
    }
  })
})

/** The anchors that code forges make of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
